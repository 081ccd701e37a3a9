/**
 * Opens the envelope of a part: JWE in general JSON serialisation (RFC 7516) around a compact JWS (RFC 7515). One
 * algorithm each and no other; `crit` and `zip` are refused; the signature is checked against pinned keys only.
 */
import { compactVerify, type FlattenedJWE, flattenedDecrypt } from 'jose'
import { GatewayFault } from './fault.ts'
import { type BoxKey, type Keyring, parseObject, readHeader } from './keys.ts'

const maxRecipients = 16

/** The JWS inside. @throws GatewayFault `bad-jwe`, `unknown-recipient`. */
export const decrypt = async (untrustedJwe: string, { enc }: Keyring): Promise<string> => {
  const { jwe, recipients } = readJwe(untrustedJwe)
  const mine = recipients.find(({ header }) => enc.has(header.kid))
  if (mine === undefined) throw new GatewayFault('unknown-recipient')
  try {
    const { plaintext } = await flattenedDecrypt({ ...jwe, ...mine }, enc.get(mine.header.kid)!.key, {
      keyManagementAlgorithms: ['ECDH-ES+A256KW'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    return Buffer.from(plaintext).toString('latin1')
  } catch {
    throw new GatewayFault('bad-jwe')
  }
}

type Recipient = { readonly header: { readonly kid: string }; readonly encrypted_key: string }

const readJwe = (untrustedJwe: string): { jwe: FlattenedJWE; recipients: readonly Recipient[] } => {
  const { recipients, ...jwe } = parseObject(untrustedJwe) ?? {}
  const header = readHeader(jwe.protected)
  const hasMembers = Object.keys(jwe).sort().join() === 'ciphertext,iv,protected,tag'
  if (!hasMembers || !Object.values(jwe).every(member => typeof member === 'string'))
    throw new GatewayFault('bad-jwe')
  if (header?.alg !== 'ECDH-ES+A256KW' || header.enc !== 'A256GCM' || header.typ !== 'cordon-part+jwe')
    throw new GatewayFault('bad-jwe')
  if (header.cty !== 'jose' || 'crit' in header || 'zip' in header) throw new GatewayFault('bad-jwe')
  if (!Array.isArray(recipients) || recipients.length > maxRecipients || !recipients.every(isRecipient))
    throw new GatewayFault('bad-jwe')
  return { jwe: jwe as unknown as FlattenedJWE, recipients }
}

/** A recipient's own header names its key and the ephemeral key, and nothing else. */
const isRecipient = (untrustedRecipient: unknown): untrustedRecipient is Recipient => {
  const { header, encrypted_key: key } = (untrustedRecipient ?? {}) as Record<string, unknown>
  if (typeof header !== 'object' || header === null || typeof key !== 'string') return false
  const { kid, epk, ...rest } = header as Record<string, unknown>
  return (
    typeof kid === 'string' &&
    (epk === undefined || typeof epk === 'object') &&
    Object.keys(rest).length === 0
  )
}

/** The signed payload, and whose signature it is. @throws GatewayFault `unknown-box`, `bad-signature`. */
export const verifySignature = async (
  untrustedJws: string,
  { boxes }: Keyring,
): Promise<{ readonly box: BoxKey; readonly payload: Uint8Array }> => {
  const header = readHeader(untrustedJws.slice(0, untrustedJws.indexOf('.')))
  if (header?.alg !== 'ES256' || header.typ !== 'cordon-part+jws' || 'crit' in header || 'b64' in header)
    throw new GatewayFault('bad-signature')
  const box = typeof header.kid === 'string' ? boxes.get(header.kid) : undefined
  if (box === undefined) throw new GatewayFault('unknown-box')
  try {
    const { payload } = await compactVerify(untrustedJws, box.key, { algorithms: ['ES256'] })
    return { box, payload }
  } catch {
    throw new GatewayFault('bad-signature')
  }
}
