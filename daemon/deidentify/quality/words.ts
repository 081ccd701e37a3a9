/**
 * The words that this box was taught, as keyed hashes in one sealed file: read when the service starts, written only when a
 * person says so. Touches that one file; never holds a word.
 */
import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { identifierClasses } from '../../model/identifier.ts'
import type { LocalWords } from '../detect/local.ts'
import { withLocal } from '../detect/local.ts'
import type { Knowledge } from '../detect.ts'
import { bareOf } from './features.ts'
import { type Sealer, writeWhole } from './journal.ts'
import type { QualityKeys } from './keys.ts'
import type { LocalEntry } from './propose.ts'

const name = 'words'
const mostEntries = 20_000
const mostBytes = 8 * 1024 * 1024

const isEntry = (value: unknown): value is LocalEntry =>
  typeof value === 'object' &&
  value !== null &&
  'hash' in value &&
  typeof value.hash === 'string' &&
  /^\d{1,6}\.[\w-]{22}$/.test(value.hash) &&
  'says' in value &&
  (value.says === 'safe' || (identifierClasses as readonly unknown[]).includes(value.says))

/** None where there is no file, or where it is not ours: the box then knows what it knew before. */
export const readWords = async (
  directory: string,
  { open }: Pick<Sealer, 'open'>,
): Promise<readonly LocalEntry[]> => {
  try {
    const path = join(directory, name)
    if ((await stat(path)).size > mostBytes) return []
    const text = open((await readFile(path, 'latin1')).trim())
    const entries: unknown = text === null ? null : JSON.parse(text)
    return Array.isArray(entries) ? entries.filter(isEntry).slice(0, mostEntries) : []
  } catch (thrown) {
    if ((thrown as { code?: unknown } | null)?.code === 'ENOENT') return []
    throw thrown
  }
}

/** Adds entries; a newer one says what counts. Gives how many there are now. */
export const addWords = async (
  directory: string,
  sealer: Sealer,
  entries: readonly LocalEntry[],
): Promise<number> => {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const all = new Map((await readWords(directory, sealer)).map(entry => [entry.hash, entry]))
  for (const { hash, says } of entries) all.set(hash, { hash, says })
  const kept = [...all.values()].slice(-mostEntries)
  await writeWhole(directory, name, `${sealer.seal(JSON.stringify(kept))}\n`)
  return kept.length
}

export const forgetWords = (directory: string): Promise<void> => rm(join(directory, name), { force: true })

/** Null where nothing was taught: looking words up then costs nothing. */
export const localWords = (
  entries: readonly LocalEntry[],
  hashes: QualityKeys['hashes'],
): LocalWords | null => {
  if (entries.length === 0) return null
  const says = new Map(entries.map(entry => [entry.hash, entry.says]))
  const memory = new Map<string, LocalEntry['says'] | null>()
  const look = (word: string): LocalEntry['says'] | null => {
    const bare = bareOf(word)
    const known = memory.get(bare)
    if (known !== undefined) return known
    const said = hashes(bare).flatMap(hash => says.get(hash) ?? [])[0] ?? null
    // Only what was taught is remembered: the other words of documents are not kept from one to the next.
    if (said !== null) memory.set(bare, said)
    return said
  }
  return {
    isSafe: word => look(word) === 'safe',
    classOf: word => {
      const said = look(word)
      return said === 'safe' ? null : said
    },
  }
}

/** The same knowledge with what the box was taught. */
export const learned = (knowledge: Knowledge, local: LocalWords | null): Knowledge =>
  local === null
    ? knowledge
    : {
        ...knowledge,
        local,
        findSpans: text => withLocal(text, knowledge.findSpans(text), local),
        isKnownSafe: (word, before, after) =>
          local.classOf(word) === null && (local.isSafe(word) || knowledge.isKnownSafe(word, before, after)),
      }
