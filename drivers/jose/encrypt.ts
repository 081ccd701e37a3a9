/**
 * Encrypts and decrypts JWE in general JSON serialisation (RFC 7516, 7.2.1): ECDH-ES+A256KW for each recipient,
 * A256GCM for the content, a fresh data key for each message. Compression (`zip`) and extensions (`crit`) are refused.
 */
import { flattenedDecrypt, GeneralEncrypt } from 'jose'
import { JoseFault, type Key, keysById, readHeader, readKey } from './key.ts'

const alg = 'ECDH-ES+A256KW'
const enc = 'A256GCM'
const maxRecipients = 16

/** Encrypts a text to every public JWK, as one line of JSON. @throws JoseFault `bad-key`, also without any key. */
export const createEncrypter = async (
  untrustedJwks: readonly unknown[],
  typ: string,
): Promise<(text: string) => Promise<string>> => {
  const keys = await Promise.all(untrustedJwks.map(jwk => readKey(jwk, alg, 'public')))
  if (keysById(keys).size === 0 || keys.length > maxRecipients) throw new JoseFault('bad-key')
  return async text => {
    const jwe = new GeneralEncrypt(Buffer.from(text)).setProtectedHeader({ alg, enc, typ, cty: 'jose' })
    for (const { kid, key } of keys) jwe.addRecipient(key).setUnprotectedHeader({ kid })
    return JSON.stringify(await jwe.encrypt())
  }
}

/**
 * Decrypts a message to one of the private JWKs. The decrypter throws JoseFault: `too-many-bytes`, `unknown-key`
 * (addressed to none of ours), `bad-jwe` (anything else).
 */
export const createDecrypter = async (
  untrustedJwks: readonly unknown[],
  typ: string,
  maxBytes: number,
): Promise<(untrustedJwe: string) => Promise<string>> => {
  const keys = keysById(await Promise.all(untrustedJwks.map(jwk => readKey(jwk, alg, 'private'))))
  return async untrustedJwe => {
    if (untrustedJwe.length > maxBytes) throw new JoseFault('too-many-bytes')
    const { header, recipients, ...content } = readJwe(untrustedJwe)
    if (header.alg !== alg || header.enc !== enc || header.typ !== typ || header.cty !== 'jose')
      throw new JoseFault('bad-jwe')
    const mine = recipients.find(recipient => keys.has(recipient.header.kid))
    if (mine === undefined) throw new JoseFault('unknown-key')
    return decrypt({ ...content, ...mine }, keys.get(mine.header.kid)!)
  }
}

type Recipient = { readonly header: { readonly kid: string }; readonly encrypted_key: string }
type Jwe = {
  readonly protected: string
  readonly iv: string
  readonly ciphertext: string
  readonly tag: string
  readonly recipients: readonly Recipient[]
  readonly header: Readonly<Record<string, unknown>>
}

const readJwe = (untrustedJwe: string): Jwe => {
  const jwe = parseObject(untrustedJwe)
  const header = readHeader(jwe.protected)
  const { protected: protectedHeader, iv, ciphertext, tag, recipients } = jwe
  const isText = [protectedHeader, iv, ciphertext, tag].every(part => typeof part === 'string')
  if (!isText || header === null || 'zip' in header || 'crit' in header) throw new JoseFault('bad-jwe')
  if (Object.keys(jwe).sort().join() !== 'ciphertext,iv,protected,recipients,tag')
    throw new JoseFault('bad-jwe')
  if (!Array.isArray(recipients) || recipients.length > maxRecipients || !recipients.every(isRecipient))
    throw new JoseFault('bad-jwe')
  return { protected: protectedHeader, iv, ciphertext, tag, recipients, header } as Jwe
}

const parseObject = (untrustedJson: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(untrustedJson)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {}
  throw new JoseFault('bad-jwe')
}

/** A recipient's own header may name its key and the ephemeral key, and nothing else. */
const isRecipient = (untrustedRecipient: unknown): untrustedRecipient is Recipient => {
  const { header, encrypted_key: key } = (untrustedRecipient ?? {}) as Record<string, unknown>
  if (typeof header !== 'object' || header === null || typeof key !== 'string') return false
  const names = Object.keys(header)
  return (
    names.every(name => name === 'kid' || name === 'epk') &&
    typeof (header as { kid?: unknown }).kid === 'string'
  )
}

const decrypt = async (
  jwe: Omit<Jwe, 'header' | 'recipients'> & Recipient,
  { key }: Key,
): Promise<string> => {
  try {
    const { plaintext } = await flattenedDecrypt(jwe, key, {
      keyManagementAlgorithms: [alg],
      contentEncryptionAlgorithms: [enc],
    })
    return Buffer.from(plaintext).toString('utf8')
  } catch {
    throw new JoseFault('bad-jwe')
  }
}
