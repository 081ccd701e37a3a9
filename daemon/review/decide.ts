/**
 * Carries a person's decision to [decided]: the audit record first, then the sealed decision, then the review copy is
 * destroyed. A decision names the pixels that were seen and can only add masks.
 */
import type { Audit } from '../audit.ts'
import { Rejected } from '../errors.ts'
import type { DocumentId } from '../model/document.ts'
import type { Decision } from '../model/held.ts'
import type { EdgeReader, EdgeWriter } from '../spool.ts'
import { heldPages } from './held.ts'

export type DecideDeps = {
  readonly review: EdgeReader<'review'>
  readonly decided: EdgeWriter<'decided'>
  readonly audit: Audit
}

export type Request = {
  readonly documentId: DocumentId
  readonly decision: Decision['decision']
  readonly reviewer: string
  readonly masks: Decision['masks']
}

/** @throws Rejected `unknown-document`; Deferred where the spool or the audit cannot take it (nothing is decided then). */
export const decide = async (
  { documentId, decision, reviewer, masks }: Request,
  { review, decided, audit }: DecideDeps,
): Promise<void> => {
  if ((await review.kept(documentId)) === null) throw new Rejected('unknown-document')
  const seen: string[] = []
  if (decision === 'release') for await (const page of heldPages(review, documentId)) seen.push(page.seen)
  await audit({ action: 'decided', documentId, person: reviewer })
  const body = JSON.stringify({ decision, seen, masks } satisfies Decision)
  await decided.put(documentId, { decision, reviewer }, Buffer.from(body))
  await review.shred(documentId)
}
