/**
 * The keys that quality is kept under, derived from the box's token keys (RFC 5869) and different from them: one to hash
 * words, one to seal lines. Each hash and each line names its epoch, so that old ones stay of use after a rotation.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { bareOf } from './features.ts'

export type TokenKeys = { readonly epoch: number; readonly keys: ReadonlyMap<number, Uint8Array> }

export type QualityKeys = {
  /** `<epoch>.<base64url>`, or null for what must not be hashed: with a figure in it, or under three letters. */
  readonly hash: (untrustedWord: string) => string | null
  /** The same under every epoch, the newest first: for looking up. */
  readonly hashes: (untrustedWord: string) => readonly string[]
  readonly person: (reviewer: string) => string
  /** One line of text, sealed (AES-256-GCM). */
  readonly seal: (text: string) => string
  /** Null where it was not sealed under a key of ours, or was altered or torn. */
  readonly open: (untrustedLine: string) => string | null
}

const keyBytes = 32
const ivBytes = 12
const tagBytes = 16
const hashBytes = 16

const derived = (key: Uint8Array, use: 'words' | 'lines'): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `cordon quality ${use} 1`, keyBytes))

const wordPattern = /^\p{L}[\p{L}\p{M}'’-]{2,40}$/u

type Epoch = { readonly epoch: number; readonly words: Buffer; readonly lines: Buffer }

const mac = (key: Buffer, message: string): string =>
  createHmac('sha256', key).update(message, 'utf8').digest().subarray(0, hashBytes).toString('base64url')

const sealed = ({ epoch, lines }: Epoch, text: string): string => {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', lines, iv)
  cipher.setAAD(Buffer.from(`cordon quality ${epoch}`))
  const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${epoch}.${body.toString('base64url')}`
}

const opened = ({ epoch, lines }: Epoch, body: Buffer): string | null => {
  if (body.length < ivBytes + tagBytes) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', lines, body.subarray(0, ivBytes))
    decipher.setAAD(Buffer.from(`cordon quality ${epoch}`))
    decipher.setAuthTag(body.subarray(-tagBytes))
    const text = decipher.update(body.subarray(ivBytes, -tagBytes))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** @throws RangeError when the current epoch has no key (a bug: the loader checks it). */
export const qualityKeys = ({ epoch, keys }: TokenKeys): QualityKeys => {
  const epochs = [...keys]
    .map(
      ([number, key]): Epoch => ({
        epoch: number,
        words: derived(key, 'words'),
        lines: derived(key, 'lines'),
      }),
    )
    .sort((one, two) => two.epoch - one.epoch)
  const current = epochs.find(one => one.epoch === epoch)
  if (current === undefined) throw new RangeError('no key for the current epoch')
  const hashOf = (one: Epoch, bare: string): string => `${one.epoch}.${mac(one.words, `word\0${bare}`)}`
  return {
    hash: word => {
      const bare = bareOf(word)
      return wordPattern.test(bare) ? hashOf(current, bare) : null
    },
    hashes: word => {
      const bare = bareOf(word)
      return wordPattern.test(bare) ? epochs.map(one => hashOf(one, bare)) : []
    },
    person: reviewer => mac(current.words, `person\0${reviewer}`).slice(0, 8),
    seal: text => sealed(current, text),
    open: line => {
      const [, number, body] = /^(\d{1,6})\.([\w-]+)$/.exec(line) ?? []
      const one = epochs.find(known => String(known.epoch) === number)
      return one === undefined || body === undefined ? null : opened(one, Buffer.from(body, 'base64url'))
    },
  }
}
