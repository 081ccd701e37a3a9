/**
 * The end of an audit file: what its last records are, and what of it was cut off in a crash. Reads at most 64 KiB.
 */
import type { KeyObject } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { type AuditHead, genesis, parseRecord } from './record.ts'
import { type AuditFault, faultAfter } from './verify.ts'

const windowBytes = 64 * 1024

export type Tail = {
  readonly head: AuditHead
  /** Bytes of whole records; what follows was torn in a crash. */
  readonly soundBytes: number
  readonly tornBytes: number
}

const readFull = async (handle: FileHandle, from: number, bytes: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(bytes)
  let filled = 0
  for (let read = -1; read !== 0 && filled < bytes; filled += read) {
    read = (await handle.read(buffer, filled, bytes - filled, from + filled)).bytesRead
  }
  return buffer.subarray(0, filled)
}

/**
 * Where whole lines end. After a power cut a file can have its new length without its new content: no record holds a
 * NUL byte, so the line in which the first one stands, and all after it, were never acknowledged.
 */
const soundLength = (window: Buffer): number => {
  const nul = window.indexOf(0)
  const upTo = nul === -1 ? window : window.subarray(0, nul)
  return upTo.lastIndexOf(10) + 1
}

/** What is known of a chain: that a record of this hash ends at this byte. */
export type Known = { readonly head: AuditHead; readonly bytes: number }

const start: Known = { head: genesis, bytes: 0 }

type Window = { readonly from: number; readonly sound: Buffer; readonly tornBytes: number }

/** The file from what is known on, where that is near its end; else its last 64 KiB. Null where it is shorter. */
const readWindow = async (handle: FileHandle, known: Known): Promise<Window | null> => {
  const { size } = await handle.stat()
  if (size < known.bytes) return null
  const from = size - known.bytes <= windowBytes ? known.bytes : size - windowBytes
  const bytes = await readFull(handle, from, Math.max(0, size - from))
  const soundBytes = soundLength(bytes)
  return { from, sound: bytes.subarray(0, soundBytes), tornBytes: bytes.length - soundBytes }
}

/** Whole lines; the first is dropped where the window may begin within it. */
const linesOf = ({ sound, from }: Window, known: Known): string[] =>
  sound
    .toString('latin1')
    .split('\n')
    .slice(from === known.bytes ? 0 : 1, -1)

/** The head after these lines, or the fault that one of them has. */
const follow = (
  lines: readonly string[],
  first: AuditHead | null,
  publicKey: KeyObject,
): AuditHead | AuditFault => {
  let head = first
  for (const line of lines) {
    const record = parseRecord(line)
    if (record === null) return 'unreadable'
    const fault = faultAfter(head ?? { seq: record.seq - 1, hash: record.prev }, record, publicKey)
    if (fault) return fault
    head = { seq: record.seq, hash: record.hash }
  }
  return head ?? 'unreadable'
}

/**
 * Reads and verifies the end of the file, from `known` on where that is within 64 KiB.
 * Gives the fault where a whole record there is not sound.
 */
export const readTail = async (
  handle: FileHandle,
  publicKey: KeyObject,
  known: Known = start,
): Promise<Tail | AuditFault> => {
  const window = await readWindow(handle, known)
  if (window === null) return 'truncated'
  const head = follow(linesOf(window, known), window.from === known.bytes ? known.head : null, publicKey)
  if (typeof head === 'string') return head
  return { head, soundBytes: window.from + window.sound.length, tornBytes: window.tornBytes }
}

/** The last whole record of a file, unverified; null where there is none. For publishing, and for a later check. */
export const headOf = async (file: string): Promise<AuditHead | null> => {
  const handle = await open(file, 'r')
  try {
    const window = await readWindow(handle, start)
    const last = window && linesOf(window, start).at(-1)
    const record = last ? parseRecord(last) : null
    return record && { seq: record.seq, hash: record.hash }
  } finally {
    await handle.close()
  }
}
