/**
 * The sealed body: AES-256-GCM in chunks of 256 KiB after the STREAM construction (Hoang, Reyhanitabar, Rogaway and
 * Vizár, 2015) as age uses it: the nonce is an 11-byte counter and a byte that is 1 on the last chunk only, so that a
 * chunk that is moved, missing or surplus does not open. Pure. It must never be given a data key twice: the nonces
 * repeat from job to job, and only a key made for one job makes that safe.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto'
import { Rejected } from '../errors.ts'

export const chunkBytes = 256 * 1024
export const tagBytes = 16
export const dekBytes = 32

const nonceOf = (counter: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(counter, 5, 6)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** What every chunk of a job shares: its data key and, as associated data, the file's bytes before the body. */
export type StreamKey = { readonly dek: Uint8Array; readonly aad: Uint8Array }

/** Ciphertext and tag of the chunk at this counter. */
export const sealChunk = (key: StreamKey, counter: number, last: boolean, plaintext: Uint8Array): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key.dek, nonceOf(counter, last), { authTagLength: tagBytes })
  cipher.setAAD(key.aad)
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
}

/** The chunk's plaintext. @throws Rejected `bad-seal`. */
export const openChunk = (key: StreamKey, counter: number, last: boolean, untrusted: Uint8Array): Buffer => {
  if (untrusted.length < tagBytes) throw new Rejected('bad-seal')
  const cut = untrusted.length - tagBytes
  const nonce = nonceOf(counter, last)
  const decipher = createDecipheriv('aes-256-gcm', key.dek, nonce, { authTagLength: tagBytes })
  decipher.setAAD(key.aad)
  decipher.setAuthTag(untrusted.subarray(cut))
  const plaintext = decipher.update(untrusted.subarray(0, cut))
  try {
    decipher.final()
  } catch {
    plaintext.fill(0)
    throw new Rejected('bad-seal')
  }
  return plaintext
}

async function* pieces(body: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (body instanceof Uint8Array) yield body
  else yield* body
}

/** The body sealed, chunk by chunk; one chunk of plaintext is held at a time, and wiped at the end. */
export async function* sealBody(
  key: StreamKey,
  body: Uint8Array | AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const held = Buffer.alloc(chunkBytes)
  let heldBytes = 0
  let counter = 0
  try {
    for await (const piece of pieces(body)) {
      for (let from = 0; from < piece.length; ) {
        if (heldBytes === chunkBytes) {
          yield sealChunk(key, counter++, false, held)
          heldBytes = 0
        }
        const part = piece.subarray(from, from + chunkBytes - heldBytes)
        held.set(part, heldBytes)
        heldBytes += part.length
        from += part.length
      }
    }
    yield sealChunk(key, counter, true, held.subarray(0, heldBytes))
  } finally {
    held.fill(0)
  }
}

/**
 * The bytes of plaintext in a sealed body of this length.
 * @throws Rejected `bad-seal` where no body has this length (its last chunk would be a tag alone or less).
 */
export const plainBytes = (sealedBytes: number): number => {
  const chunks = Math.ceil(sealedBytes / (chunkBytes + tagBytes))
  const plain = sealedBytes - chunks * tagBytes
  const lastChunk = plain - (chunks - 1) * chunkBytes
  if (chunks < 1 || lastChunk < 0 || (lastChunk === 0 && chunks > 1)) throw new Rejected('bad-seal')
  return plain
}

/** Fills the buffer from this offset of the sealed body; false where the body ends before. */
export type ReadAt = (into: Uint8Array, offset: number) => Promise<boolean>

/** The plaintext, chunk by chunk, each authentic. @throws Rejected `bad-seal` at the first one that is not. */
export async function* openBody(key: StreamKey, sealedBytes: number, read: ReadAt): AsyncGenerator<Buffer> {
  plainBytes(sealedBytes)
  const untrusted = Buffer.alloc(Math.min(sealedBytes, chunkBytes + tagBytes))
  let offset = 0
  for (let counter = 0; offset < sealedBytes; counter++) {
    const chunk = untrusted.subarray(0, Math.min(untrusted.length, sealedBytes - offset))
    if (!(await read(chunk, offset))) throw new Rejected('bad-seal')
    offset += chunk.length
    yield openChunk(key, counter, offset === sealedBytes, chunk)
  }
}
