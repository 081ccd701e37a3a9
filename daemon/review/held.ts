/** Reads the held documents: what waits, why, and the pages of one. Opens only what is in [review]; changes nothing. */
import { Rejected } from '../errors.ts'
import type { DocumentId } from '../model/document.ts'
import { type HeldPage, parseHeldPage } from '../model/held.ts'
import type { HeldReason } from '../model/page.ts'
import type { EdgeReader } from '../spool.ts'

export type HeldSummary = {
  readonly documentId: DocumentId
  readonly source: string
  readonly pages: number
  readonly reasons: readonly HeldReason[]
  /** ISO 8601: since when it waits. */
  readonly since: string
}

export const heldSummaries = async (review: EdgeReader<'review'>): Promise<readonly HeldSummary[]> => {
  const summaries: HeldSummary[] = []
  for (const documentId of await review.keptIds()) {
    const job = await review.kept(documentId)
    if (job === null) continue
    const { facts, createdAt } = job.header
    summaries.push({ documentId, since: createdAt, ...facts })
  }
  return summaries.sort((one, two) => one.since.localeCompare(two.since))
}

const maxLineBytes = 256 * 1024 * 1024

/** The pages of one held document, one at a time. @throws Rejected `unknown-document`, `bad-seal` */
export async function* heldPages(
  review: EdgeReader<'review'>,
  documentId: DocumentId,
): AsyncGenerator<HeldPage> {
  const job = await review.kept(documentId)
  if (job === null) throw new Rejected('unknown-document')
  let pending: Buffer[] = []
  let pendingBytes = 0
  for await (const chunk of job.body()) {
    let rest = Buffer.from(chunk)
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a)) {
      yield pageOf(Buffer.concat([...pending, rest.subarray(0, end)]))
      pending = []
      pendingBytes = 0
      rest = rest.subarray(end + 1)
    }
    pending.push(rest)
    pendingBytes += rest.length
    if (pendingBytes > maxLineBytes) throw new Rejected('too-many-bytes')
  }
  if (pendingBytes > 0) throw new Rejected('bad-seal')
}

const pageOf = (line: Buffer): HeldPage => {
  const page = parseHeldPage(line.toString('utf8'))
  if (page === null) throw new Rejected('bad-header')
  return page
}
