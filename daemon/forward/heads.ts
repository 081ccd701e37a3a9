/**
 * Reads the newest record of each service's audit chain, to be carried off the box. Opens the chain files for reading
 * only; a chain that this user may not read, or that is not there yet, is left out.
 */
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { serviceNames } from '../model/document.ts'
import type { Head } from './ports.ts'

const tailBytes = 8 * 1024

export const readHeads = async (directory: string): Promise<readonly Head[]> => {
  const heads: Head[] = []
  for (const service of serviceNames) {
    const record = await lastLine(join(directory, `${service}.jsonl`))
    if (record !== null) heads.push({ service, record })
  }
  return heads
}

/** The last whole line; null where there is none, or none as short as a record is. */
const lastLine = async (path: string): Promise<string | null> => {
  const tail = await readTail(path)
  const end = tail?.lastIndexOf('\n') ?? -1
  if (tail === null || end < 0) return null
  const lines = tail.slice(0, end).split('\n')
  const last = lines.at(-1) ?? ''
  return (lines.length > 1 || tail.length < tailBytes) && last.startsWith('{') ? last : null
}

const readTail = async (path: string): Promise<string | null> => {
  try {
    const handle = await open(path, 'r')
    try {
      const { size } = await handle.stat()
      const { buffer, bytesRead } = await handle.read({
        buffer: Buffer.alloc(tailBytes),
        position: Math.max(0, size - tailBytes),
      })
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (thrown) {
    if (['ENOENT', 'EACCES', 'EPERM'].includes(String((thrown as NodeJS.ErrnoException).code))) return null
    throw thrown
  }
}
