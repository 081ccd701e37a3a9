/** `cordon review`: what waits for a person, why, and the person's decision. Talks to the review service's socket. */
import { rmSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { boundsOf } from '../daemon/model/geometry.ts'
import type { AddedMask, HeldPage, WronglyMasked } from '../daemon/model/held.ts'
import type { HeldSummary } from '../daemon/review/held.ts'
import { parseMask, parseWronglyMasked } from './corrections.ts'
import { exitCodes, Failure } from './exit.ts'
import { doubtLines, placeLines, reasonWords } from './reasons.ts'
import { type ReviewClient, reviewClient } from './review-client.ts'
import { socketOf } from './settings.ts'

export { reasonWords } from './reasons.ts'

type Options = {
  readonly config?: string
  readonly as?: string
  readonly json?: boolean
  readonly pictures?: boolean
  readonly regions?: boolean
  readonly mask?: readonly AddedMask[]
  readonly wronglyMasked?: readonly WronglyMasked[]
}

const help = `
A held document waits until a person decides. Releasing sends exactly the redacted pages that "show" describes, with
the marked places masked as well; rejecting sends nothing and keeps the original sealed under rejected/.

A release may carry corrections. --mask covers a place that the box missed, in pixels of the redacted page, with its
class (NAME, DATE, MRN …; OTHER where none fits). --wrongly-masked says that a region hides nothing of anybody: it stays
masked on this document, and is counted so that the box can learn (cordon report quality).

Examples:
  cordon review list
  cordon review show 4d7k…            why, page by page (an id may be shortened while it is unique)
  cordon review show 4d7k… --pictures writes the pages to a private folder in memory until you press Enter
  cordon review show 4d7k… --regions  every masked region with its number
  cordon review release 4d7k… --as reviewer-1
  cordon review release 4d7k… --as reviewer-1 --mask 1:420,310,260,44:NAME --wrongly-masked 1:7
  cordon review reject 4d7k… --as reviewer-1`

export default (program: Command): void => {
  const review = program
    .command('review')
    .description('list, show, release or reject held documents')
    .addHelpText('after', help)
  const add = (usage: string, does: string) =>
    review.command(usage).description(does).option('--config <file>', 'the configuration of the box')
  add('list', 'what waits, oldest first')
    .option('--json', 'as JSON')
    .action((options: Options) => list(options))
  add('show <id>', 'why a document waits, page by page')
    .option('--pictures', 'write original and redacted pages to a private folder in memory')
    .option('--regions', 'every masked region with its number, place, class and reason')
    .option('--as <reviewer>', 'who looks (recorded)')
    .action((id: string, options: Options) => show(id, options))
  add('release <id>', 'send the redacted pages')
    .option('--as <reviewer>', 'who decides (recorded)')
    .option('--mask <page:x,y,w,h[:CLASS]>', 'cover this as well: it was missed; may be repeated', parseMask)
    .option(
      '--wrongly-masked <page:region>',
      'this region hides nothing; may be repeated',
      parseWronglyMasked,
    )
    .action((id: string, options: Options) => decide('release', id, options))
  add('reject <id>', 'send nothing; keep the original sealed')
    .option('--as <reviewer>', 'who decides (recorded)')
    .action((id: string, options: Options) => decide('reject', id, options))
}

const clientOf = async (options: Options): Promise<{ client: ReviewClient; reviewer: string | null }> => {
  const { socketPath, reviewers } = await socketOf(options.config)
  const only = reviewers.length === 1 ? (reviewers[0] ?? null) : null
  return { client: reviewClient(socketPath), reviewer: options.as ?? only }
}

const list = async (options: Options): Promise<void> => {
  const { client } = await clientOf(options)
  const held = await client.list()
  if (options.json) return console.log(JSON.stringify(held))
  if (held.length === 0) return console.log('Nothing waits for a person.')
  for (const { documentId, source, pages, reasons, since } of held)
    console.log(
      `${documentId}  ${since.slice(0, 16).replace('T', ' ')}  ${source}  ${pages} p.  ${reasons.join(', ')}`,
    )
}

const show = async (prefix: string, options: Options): Promise<void> => {
  const { client, reviewer } = await clientOf(options)
  const { documentId } = await find(client, prefix)
  if (options.pictures && reviewer === null) throw noReviewer()
  const folder = options.pictures ? await mkdtemp('/dev/shm/cordon-review-') : null
  const stopWatching = folder === null ? () => {} : removeOnSignal(folder)
  try {
    for await (const page of client.pages(documentId, options.pictures ? reviewer : null)) {
      describe(page)
      if (options.regions) listRegions(page)
      if (folder !== null) await writePictures(folder, page)
    }
    if (folder !== null) await untilEnter(folder)
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true })
    stopWatching()
  }
}

/** A terminal that is closed, or a kill, must not leave a page behind. */
const removeOnSignal = (folder: string): (() => void) => {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const remove = () => {
    rmSync(folder, { recursive: true, force: true })
    process.exit(exitCodes.failure)
  }
  for (const signal of signals) process.on(signal, remove)
  return () => {
    for (const signal of signals) process.off(signal, remove)
  }
}

const describe = (held: HeldPage): void => {
  const { page, widthPx, heightPx, dpi, reasons, masked, inkUnderstood, inkDoubts, hits } = held
  console.log(
    `page ${page}: ${widthPx} x ${heightPx} pixels at ${dpi} dpi, ${Math.round(inkUnderstood * 100)} % of the ink understood`,
  )
  for (const reason of reasons) console.log(`  held: ${reasonWords[reason]} (${reason})`)
  if (inkDoubts) for (const line of doubtLines(inkDoubts)) console.log(`  ${line}`)
  for (const line of placeLines(held)) console.log(`  look at: ${line}`)
  if (hits.length > 0) console.log(`  ${hits.length} marked place(s) will be masked on release`)
  const counts = new Map<string, number>()
  for (const { class: label, reason } of masked) {
    const key = `${label} (${reason})`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const [key, count] of [...counts].sort((one, two) => two[1] - one[1]))
    console.log(`  masked: ${count} x ${key}`)
}

const listRegions = ({ masked }: HeldPage): void => {
  for (const [at, { quad, class: label, reason, confidence }] of masked.entries()) {
    const { left, top, right, bottom } = boundsOf(quad)
    const place = [left, top, right - left, bottom - top].map(Math.round).join(',')
    console.log(`  region ${at + 1}: ${place}  ${label} (${reason}, ${confidence.toFixed(2)})`)
  }
}

const writePictures = async (folder: string, page: HeldPage): Promise<void> => {
  const stem = join(folder, `page-${String(page.page).padStart(3, '0')}`)
  await writeFile(`${stem}-original.png`, Buffer.from(page.original, 'base64'), { mode: 0o600 })
  await writeFile(`${stem}-redacted.png`, Buffer.from(page.proposed, 'base64'), { mode: 0o600 })
}

const untilEnter = async (folder: string): Promise<void> => {
  await chmod(folder, 0o700)
  console.log(`Pictures: ${folder} (in memory, for you alone; this look is recorded).`)
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  await terminal.question('Press Enter to remove them. ').catch(() => '')
  terminal.close()
}

const decide = async (decision: 'release' | 'reject', prefix: string, options: Options): Promise<void> => {
  const { client, reviewer } = await clientOf(options)
  if (reviewer === null) throw noReviewer()
  const { documentId } = await find(client, prefix)
  const { mask: masks = [], wronglyMasked = [] } = options
  await client.decide(documentId, decision, reviewer, { masks, wronglyMasked })
  const corrections = masks.length + wronglyMasked.length
  if (corrections > 0) console.log(`${corrections} correction(s) recorded; see cordon report quality.`)
  console.log(
    decision === 'release'
      ? `${documentId}: released by ${reviewer}; the redacted pages go to the gateway.`
      : `${documentId}: rejected by ${reviewer}; nothing is sent, the original stays sealed.`,
  )
}

const find = async (client: ReviewClient, prefix: string): Promise<HeldSummary> => {
  const matches = (await client.list()).filter(held => held.documentId.startsWith(prefix.toLowerCase()))
  const [match, other] = matches
  if (match === undefined)
    throw new Failure(exitCodes.failure, 'no held document has this id', 'see cordon review list')
  if (other !== undefined)
    throw new Failure(exitCodes.usage, 'several held documents begin so', 'give more of the id')
  return match
}

const noReviewer = (): Failure =>
  new Failure(
    exitCodes.usage,
    'it is not said who decides',
    'add --as with an id from review.reviewers of the configuration',
  )
