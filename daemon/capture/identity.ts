/**
 * Ids from content and source, keyed: the same file from the same source is the same document, and without the key an
 * id tells nothing of either. Pure.
 */
import { createHmac, type KeyObject } from 'node:crypto'
import { type DocumentId, parseDocumentId } from '../model/document.ts'
import type { Entry } from './ports.ts'

/** Crockford's base32, lower case. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const idBytes = 20

const base32 = (bytes: Uint8Array): string => {
  let [text, bits, held] = ['', 0, 0]
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return text
}

/** A source's id holds neither 0x00 nor 0x01, so that no two inputs are the same bytes. */
const idOf = (key: KeyObject, source: string, kind: 0 | 1, rest: Uint8Array | string): string => {
  const mac = createHmac('sha256', key).update(source).update(Uint8Array.of(kind)).update(rest).digest()
  return base32(mac.subarray(0, idBytes))
}

/**
 * The first 160 bits of HMAC-SHA-256(key, source ‖ 0x00 ‖ SHA-256(content)) as 32 characters.
 * @param contentSha256 32 bytes.
 */
export const documentIdOf = (key: KeyObject, source: string, contentSha256: Uint8Array): DocumentId => {
  const id = parseDocumentId(idOf(key, source, 0, contentSha256))
  if (id === null) throw new TypeError('document id out of its form')
  return id
}

/** Of an entry that stays in its folder: the same over restarts as long as it is the same entry. */
export const leftIdOf = (key: KeyObject, source: string, { kind, version, bornNs }: Entry): string => {
  const state = kind === 'file' ? `:${version.size}:${version.mtimeNs}` : ''
  return idOf(key, source, 1, `${kind}:${version.dev}:${version.ino}:${bornNs}${state}`)
}
