/** Signs and verifies receipts: the word of the gateway that a document is stored, after which the box destroys its copies. */
import { CompactSign, compactVerify } from 'jose'
import { z } from 'zod'
import { GatewayFault } from './fault.ts'
import { type Key, parseObject, readHeader, readKey } from './keys.ts'

export const receiptType = 'cordon-receipt+jws'

const receipt = z.strictObject({
  documentId: z.string().regex(/^[0-9a-hjkmnp-tv-z]{32}$/),
  /** Parts stored, the manifest included. */
  parts: z.int().min(1).max(100_000),
  /** SHA-256, lower-case hex, of the message that carried part 0, byte for byte. */
  manifestSha256: z.string().regex(/^[0-9a-f]{64}$/),
  outcome: z.literal('stored'),
  at: z.iso.datetime(),
})
export type Receipt = z.output<typeof receipt>
export type SignReceipt = (receipt: Receipt) => Promise<string>

/** @throws GatewayFault `bad-key`. */
export const createReceiptSigner = async (untrustedSigJwk: unknown): Promise<SignReceipt> => {
  const { kid, key } = await readKey(untrustedSigJwk, 'ES256', 'private')
  return content =>
    new CompactSign(Buffer.from(JSON.stringify(receipt.parse(content))))
      .setProtectedHeader({ alg: 'ES256', typ: receiptType, kid })
      .sign(key)
}

/** What a box does with a receipt, for tests of a gateway. @throws GatewayFault `bad-receipt`. */
export const verifyReceipt = async (
  untrustedJws: string,
  keys: ReadonlyMap<string, Key>,
): Promise<Receipt> => {
  const header = untrustedJws.length > 4096 ? null : readHeader(untrustedJws.split('.', 1)[0])
  const key = keys.get(String(header?.kid))
  if (header?.alg !== 'ES256' || header.typ !== receiptType || 'crit' in header || key === undefined)
    throw new GatewayFault('bad-receipt')
  try {
    const { payload } = await compactVerify(untrustedJws, key.key, { algorithms: ['ES256'] })
    return receipt.parse(parseObject(Buffer.from(payload).toString('utf8')))
  } catch {
    throw new GatewayFault('bad-receipt')
  }
}
