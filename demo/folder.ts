/** The demo's folder: emptied only where an earlier demo made it, and held by one demo at a time. Removes nothing else. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { holdRunFile } from '../command/running.ts'

const marker = '.cordon-demo'

export type HeldFolder = { readonly release: () => Promise<void> } | { readonly refused: string }

/** @returns an empty folder that is ours until released, or why it is not and what to do next. */
export const holdFolder = async (folder: string): Promise<HeldFolder> => {
  await mkdir(folder, { recursive: true })
  const names = await readdir(folder)
  if (names.length > 0 && !names.includes(marker))
    return { refused: `${folder} holds files that no demo made. Next: name another folder with --out` }
  const release = await holdRunFile(folder)
  if (release === null)
    return { refused: `another demo runs in ${folder}. Next: wait for it, or name another folder with --out` }
  await writeFile(join(folder, marker), '')
  const before = names.filter(name => name !== marker && name !== 'run.pid')
  for (const name of before) await rm(join(folder, name), { recursive: true, force: true })
  return { release }
}
