/** A name that was made or moved is on the disk when its directory is (fsync(2)). */
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

export const syncDirectory = async (directory: string): Promise<void> => {
  const handle = await open(directory, constants.O_RDONLY | constants.O_DIRECTORY)
  await handle.sync().finally(() => handle.close())
}
