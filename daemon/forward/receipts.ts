/**
 * Judges receipts. Only a receipt signed by a pinned gateway key, of this topic's document, naming the very manifest
 * that was sent, makes `forward` let go of a document: it is put into [receipts], recorded, and the kept job is
 * shredded. Anything else is refused and recorded, and nothing is deleted.
 */
import { Deferred, Rejected } from '../errors.ts'
import type { DocumentId } from '../model/document.ts'
import { parseReceipt } from '../model/receipt.ts'
import type { ForwardDeps } from './ports.ts'
import type { Topics } from './topics.ts'

const maxReceiptBytes = 4096

export type ReceiptDesk = {
  /** Never rejects for what a gateway sent. Resolves when the receipt is dealt with. */
  readonly receive: (topic: string, untrustedPayload: Uint8Array) => Promise<void>
  /** Receipts refused since the start. */
  readonly refused: () => number
}

/** `accepted` is told after the document is gone. */
export const createReceiptDesk = (deps: ForwardDeps, topics: Topics, accepted: () => void): ReceiptDesk => {
  let refused = 0
  const receive = async (topic: string, untrustedPayload: Uint8Array): Promise<void> => {
    const documentId = topics.receiptOf(topic)
    try {
      if (documentId === null) throw new Rejected('unknown-document')
      const jws = await judge(deps, documentId, untrustedPayload)
      if (jws !== null) await letGo(deps, documentId, jws)
      accepted()
    } catch (thrown) {
      if (thrown instanceof Rejected) {
        refused += 1
        await refuse(deps, documentId, thrown)
      } else if (thrown instanceof Deferred)
        deps.log('warning', 'deferred', { edge: 'receipts', code: thrown.code })
      else deps.fail(thrown)
    }
  }
  return { receive, refused: () => refused }
}

/**
 * The receipt's text where it holds; null where the document was receipted before, which is a repeat and changes
 * nothing. @throws Rejected `bad-receipt`, `unknown-document`.
 */
const judge = async (
  { outbox, verifyReceipt }: ForwardDeps,
  documentId: DocumentId,
  untrustedPayload: Uint8Array,
): Promise<string | null> => {
  if (untrustedPayload.length > maxReceiptBytes) throw new Rejected('bad-receipt')
  const untrustedJws = Buffer.from(untrustedPayload).toString('latin1')
  const verified = await verifyReceipt(untrustedJws).catch(() => null)
  const receipt = parseReceipt(verified?.untrustedPayload)
  if (receipt === null || receipt.documentId !== documentId) throw new Rejected('bad-receipt')
  const row = outbox.find(documentId)
  if (row === null) throw new Rejected('unknown-document')
  if (receipt.parts !== row.parts || receipt.manifestSha256 !== row.manifestSha256)
    throw new Rejected('bad-receipt')
  return row.receipt === null ? untrustedJws : null
}

/** Each step may be repeated after a crash: the receipt's job has the document's name, and the store comes before the shredder. */
const letGo = async (deps: ForwardDeps, documentId: DocumentId, jws: string): Promise<void> => {
  const { audit, receipts, outbox, log, clock } = deps
  await audit({ action: 'receipted', documentId })
  await receipts.put(documentId, {}, Buffer.from(jws))
  outbox.receipted(documentId, jws, clock().getTime())
  log('info', 'receipt-accepted', { documentId })
  await shred(deps, documentId)
}

/** Destroys the kept job of a receipted document. @throws Deferred where that cannot be recorded or done now. */
export const shred = async ({ audit, sealed, log }: ForwardDeps, documentId: DocumentId): Promise<void> => {
  await audit({ action: 'shredded', documentId })
  await sealed.shred(documentId)
  log('info', 'shredded', { documentId })
}

const refuse = async (
  { audit, log }: ForwardDeps,
  documentId: DocumentId | null,
  { code }: Rejected,
): Promise<void> => {
  const about = documentId === null ? {} : { documentId }
  log('warning', 'receipt-refused', { ...about, code })
  try {
    await audit({ action: 'receipt-refused', ...about, code })
  } catch (thrown) {
    if (!(thrown instanceof Deferred)) throw thrown
    log('warning', 'deferred', { edge: 'receipts', code: thrown.code })
  }
}
