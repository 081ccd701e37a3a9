/** One key for each use, made from the token key of an epoch, so that no two uses ever share one. Pure. */
import { createHmac, hkdfSync } from 'node:crypto'

const uses = { ff1: 'cordon ff1', shift: 'cordon date shift', surrogate: 'cordon surrogate' } as const

/** HKDF-SHA-256 (RFC 5869) of the epoch's key, the use as `info`: 32 bytes. */
export const subkey = (epochKey: Uint8Array, use: keyof typeof uses): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', epochKey, new Uint8Array(0), uses[use], 32))

/** HMAC-SHA-256 of a text: 32 bytes that nobody without the key can tell from chance. */
export const keyed = (key: Uint8Array, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest()
