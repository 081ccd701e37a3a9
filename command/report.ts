/**
 * `cordon report quality`: what the box masked, what people corrected, and what it may learn from that. Reads the sealed
 * journal of `deidentify` with the box's own keys; changes nothing but the list of learned words, and that only when
 * told to. It prints counts, shapes and closed words, and never a word of a document: it has none.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { readJournal } from '../daemon/deidentify/quality/journal.ts'
import { type QualityKeys, qualityKeys } from '../daemon/deidentify/quality/keys.ts'
import { type Proposal, proposalsOf, trainingOf } from '../daemon/deidentify/quality/propose.ts'
import type { QualityRecord } from '../daemon/deidentify/quality/record.ts'
import { totalsOf } from '../daemon/deidentify/quality/totals.ts'
import { addWords, forgetWords, readWords } from '../daemon/deidentify/quality/words.ts'
import { KeyFault } from '../drivers/keys/file.ts'
import { loadTokenKeys } from '../drivers/keys/tokens.ts'
import { exitCodes, Failure } from './exit.ts'
import { qualityLines } from './quality-lines.ts'
import { settings } from './settings.ts'

type Options = {
  readonly config?: string
  readonly json?: boolean
  readonly apply?: boolean
  readonly forget?: boolean
  readonly training?: string
}

const help = `
Counts come from every document; corrections from reviewers (cordon review release --mask, --wrongly-masked):
  masked   regions that the box masked, per class, reason or rule
  missed   places that a person had to cover
  wrong    regions that a person said hide nothing of anybody; they stayed masked on that document

Nothing here has a word of a document: of a word the box keeps its shape (Xxxxx, dd/dd/dddd), what its dictionaries say
of it, and a keyed hash. A word that two documents or two people corrected the same way can be learned: --apply adds such
words to the box's own dictionary, as safe or as identifiers. Nothing is learned without --apply. What was learned counts
when deidentify is started again. --forget empties that dictionary.

--training FILE writes one JSON line per corrected word (its features, its neighbours where they are everyday or medical
words, and its label) for training the tagger elsewhere: config/identifiers/tagger/train.ts SOURCES --corrections FILE.

Examples:
  cordon report quality
  cordon report quality --json
  cordon report quality --apply
  cordon report quality --training corrections.jsonl

Exit codes: 0 done, 1 the keys or the state cannot be read, 64 wrong usage, 78 faulty configuration.`

export default (program: Command): void => {
  const report = program.command('report').description('what the box did, in numbers')
  report
    .command('quality')
    .description('what was masked, missed and masked for nothing, and what the box may learn')
    .option('--json', 'as JSON')
    .option('--apply', 'learn the words that are proposed')
    .option('--forget', 'forget every word that was learned')
    .option('--training <file>', 'write lines for training the tagger; no text of documents')
    .option('--config <file>', 'the configuration of the box')
    .addHelpText('after', help)
    .action(quality)
}

const quality = async (options: Options): Promise<void> => {
  if (options.apply && options.forget)
    throw new Failure(exitCodes.usage, '--apply and --forget do not go together', 'give one of them')
  const { keysDir, stateDir } = await settings(options.config)
  const directory = join(stateDir, 'deidentify', 'quality')
  const keys = await keysIn(keysDir)
  const { records, damaged } = await readable(() => readJournal(directory, keys))
  const proposals = await newProposals(directory, keys, records)
  if (options.training !== undefined) return exportTraining(options.training, records)
  if (options.forget) {
    await readable(() => forgetWords(directory))
    return console.log('Every learned word is forgotten, from the next start of deidentify on.')
  }
  if (options.apply) return apply(directory, keys, proposals)
  const learned = (await readable(() => readWords(directory, keys))).length
  const found = { ...totalsOf(records), learned, damaged }
  if (options.json) console.log(JSON.stringify({ ...found, proposals: proposals.map(withoutHash) }))
  else for (const line of qualityLines(found, proposals)) console.log(line)
}

const keysIn = async (directory: string): Promise<QualityKeys> => {
  try {
    return qualityKeys(await loadTokenKeys({ directory }))
  } catch (thrown) {
    if (!(thrown instanceof KeyFault)) throw thrown
    throw new Failure(
      exitCodes.failure,
      `the key file ${thrown.file} is ${thrown.code}`,
      'run this as the user of deidentify, on the box; see cordon keys --help',
    )
  }
}

const readable = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (thrown) {
    if (typeof (thrown as { syscall?: unknown } | null)?.syscall !== 'string') throw thrown
    throw new Failure(
      exitCodes.failure,
      'the state of deidentify cannot be read or written',
      'run this as its user, on the box',
    )
  }
}

/** What is proposed and not learned yet. */
const newProposals = async (
  directory: string,
  keys: QualityKeys,
  records: readonly QualityRecord[],
): Promise<readonly Proposal[]> => {
  const known = new Map(
    (await readable(() => readWords(directory, keys))).map(({ hash, says }) => [hash, says]),
  )
  return proposalsOf(records).filter(({ hash, says }) => known.get(hash) !== says)
}

const withoutHash = ({ hash: _hash, ...rest }: Proposal) => rest

const apply = async (directory: string, keys: QualityKeys, proposals: readonly Proposal[]): Promise<void> => {
  if (proposals.length === 0) return console.log('There is nothing new to learn.')
  const count = await readable(() => addWords(directory, keys, proposals))
  console.log(
    `${proposals.length} word(s) learned, ${count} in all. They count when deidentify is started again.`,
  )
}

const exportTraining = async (file: string, records: readonly QualityRecord[]): Promise<void> => {
  const lines = trainingOf(records)
  await readable(() =>
    writeFile(file, lines.map(line => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 }),
  )
  console.log(`${lines.length} line(s) written.`)
}
