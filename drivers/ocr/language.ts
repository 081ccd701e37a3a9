/**
 * The English data of the package @tesseract.js-data/eng, integer LSTM made from the best model. It is read from the
 * installed package and never from the network.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

/** The data as packed (gzip). `4.0.0` holds the same LSTM model and, for nothing here, the old engine's. */
export const packedLanguage = (): Promise<Buffer> =>
  readFile(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz'))

/** Puts `eng.traineddata` into the folder for the native engine, unless it is there already, byte for byte. */
export const unpackLanguage = async (directory: string): Promise<void> => {
  const data = await promisify(gunzip)(await packedLanguage())
  const path = join(directory, 'eng.traineddata')
  const present = await readFile(path).catch(() => null)
  if (present?.equals(data)) return
  await mkdir(directory, { recursive: true })
  const temporary = join(directory, `.${randomUUID()}`)
  try {
    const file = await open(temporary, 'wx', 0o644)
    await file
      .writeFile(data)
      .then(() => file.sync())
      .finally(() => file.close())
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
}
