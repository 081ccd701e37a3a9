/**
 * The journal of quality: one sealed line per record, appended and on disk when `append` resolves. A torn last line is
 * left behind by a crash and costs itself alone. When it grows too large it is made shorter: older records become
 * totals, the newest decisions stay whole. Touches one folder.
 */
import { constants } from 'node:fs'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Deferred } from '../../errors.ts'
import { syncDirectory } from '../sync.ts'
import type { QualityKeys } from './keys.ts'
import { parseRecord, type QualityRecord } from './record.ts'
import { distinct, totalsOf } from './totals.ts'

export type Journal = { readonly append: (record: QualityRecord) => Promise<void> }

export type Sealer = Pick<QualityKeys, 'seal' | 'open'>

const mostBytes = 8 * 1024 * 1024
/** Read at most so much: a file that somebody else blew up must not fill the memory. */
const mostReadBytes = 4 * mostBytes
const mostDecisions = 5_000
/** Half of what the file may hold, so that it is not made shorter again at the next record. */
const keptShare = 0.5

const fileOf = (directory: string): string => join(directory, 'journal')

const errnoOf = (thrown: unknown): unknown => (thrown as { code?: unknown } | null)?.code

/** @throws Deferred `disk-full`, `spool-unavailable` for what the disk says. */
const onDisk = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (thrown) {
    if (typeof (thrown as { syscall?: unknown } | null)?.syscall !== 'string') throw thrown
    throw new Deferred(
      errnoOf(thrown) === 'ENOSPC' || errnoOf(thrown) === 'EDQUOT' ? 'disk-full' : 'spool-unavailable',
    )
  }
}

/** Writes a file whole or not at all, for its owner alone. */
export const writeWhole = async (directory: string, name: string, content: string): Promise<void> => {
  const draft = join(directory, `.${name}.draft`)
  const handle = await open(draft, 'w', 0o600)
  try {
    // Written by root for the service: it stays the service's own.
    const { uid, gid } = await stat(directory)
    if (process.getuid?.() === 0) await handle.chown(uid, gid)
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, join(directory, name))
  await syncDirectory(directory)
}

/** Every record that opens, in order; `damaged` counts the lines that do not. None where there is no journal. */
export const readJournal = async (
  directory: string,
  { open: unseal }: Sealer,
): Promise<{ readonly records: readonly QualityRecord[]; readonly damaged: number }> => {
  const path = fileOf(directory)
  try {
    if ((await stat(path)).size > mostReadBytes) return { records: [], damaged: 1 }
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT') return { records: [], damaged: 0 }
    throw thrown
  }
  const lines = (await readFile(path, 'latin1')).split('\n').filter(Boolean)
  const records = lines.flatMap(line => parseRecord(unseal(line) ?? '') ?? [])
  return { records, damaged: lines.length - records.length }
}

const appendLine = async (directory: string, line: string): Promise<number> => {
  const { O_RDWR, O_CREAT, O_APPEND, O_NOFOLLOW } = constants
  const handle = await open(fileOf(directory), O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW, 0o600)
  try {
    const { size } = await handle.stat()
    const last = Buffer.alloc(1)
    if (size > 0) await handle.read(last, 0, 1, size - 1)
    const isTorn = size > 0 && last[0] !== 0x0a
    await handle.writeFile(`${isTorn ? '\n' : ''}${line}\n`)
    await handle.sync()
    if (size === 0) await syncDirectory(directory)
    return size + line.length + 2
  } finally {
    await handle.close()
  }
}

/** The newest decisions that fit, and all the rest as totals. */
const shortened = (records: readonly QualityRecord[], most: number, seal: Sealer['seal']): string => {
  const decisions = distinct(records).filter(({ sort }) => sort === 'decision')
  const kept: QualityRecord[] = []
  const lines: string[] = []
  let bytes = 0
  for (const record of decisions.toReversed()) {
    const line = seal(JSON.stringify(record))
    bytes += line.length + 1
    if (bytes > most * keptShare || kept.length >= mostDecisions) break
    kept.push(record)
    lines.push(line)
  }
  const whole = new Set(kept)
  const totals = totalsOf(distinct(records).filter(record => !whole.has(record)))
  return `${[seal(JSON.stringify({ sort: 'totals', totals })), ...lines.reverse()].join('\n')}\n`
}

export const openJournal = (directory: string, sealer: Sealer, most: number = mostBytes): Journal => {
  let last: Promise<unknown> = Promise.resolve()
  const append = async (record: QualityRecord): Promise<void> => {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    const size = await appendLine(directory, sealer.seal(JSON.stringify(record)))
    if (size <= most) return
    const { records } = await readJournal(directory, sealer)
    await writeWhole(directory, 'journal', shortened(records, most, sealer.seal))
  }
  return {
    append: record => {
      const mine = last.then(() => onDisk(() => append(record)))
      last = mine.catch(() => {})
      return mine
    },
  }
}
