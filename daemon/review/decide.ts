/**
 * Carries a person's decision to [decided]: the audit record first, then the sealed decision, then the review copy is
 * destroyed. A decision names the pixels that were seen and can only add masks; what it says of regions that are masked
 * for nothing is carried on and changes none of them.
 */
import type { Audit } from '../audit.ts'
import { Rejected } from '../errors.ts'
import type { DocumentId } from '../model/document.ts'
import type { Decision, HeldPage } from '../model/held.ts'
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
  readonly wronglyMasked: NonNullable<Decision['wronglyMasked']>
}

/** @throws Rejected `unknown-document`, `bad-decision` where it names a page or region that is not there; Deferred where the spool or the audit cannot take it (nothing is decided then). */
export const decide = async (
  { documentId, decision, reviewer, masks, wronglyMasked }: Request,
  { review, decided, audit }: DecideDeps,
): Promise<void> => {
  if ((await review.kept(documentId)) === null) throw new Rejected('unknown-document')
  const pages: Pick<HeldPage, 'seen' | 'masked'>[] = []
  if (decision === 'release')
    for await (const { seen, masked } of heldPages(review, documentId)) pages.push({ seen, masked })
  const isThere = (page: number, region = 0) => region <= (pages[page - 1]?.masked.length ?? -1)
  if (masks.some(({ page }) => !isThere(page))) throw new Rejected('bad-decision')
  if (wronglyMasked.some(({ page, region }) => !isThere(page, region))) throw new Rejected('bad-decision')
  await audit({ action: 'decided', documentId, person: reviewer })
  const told = wronglyMasked.length === 0 ? {} : { wronglyMasked }
  const body = JSON.stringify({
    decision,
    seen: pages.map(({ seen }) => seen),
    masks,
    ...told,
  } satisfies Decision)
  await decided.put(documentId, { decision, reviewer }, Buffer.from(body))
  await review.shred(documentId)
}
