/**
 * Reads keys as JWK (RFC 7517). Only P-256 is taken, and a key's id is its own `kid` or its thumbprint (RFC 7638).
 * Nothing here reads a file or writes a log; a fault says which rule was broken and never quotes the key.
 */
import { type CryptoKey, calculateJwkThumbprint, importJWK } from 'jose'

export class JoseFault extends Error {
  readonly code: 'bad-key' | 'bad-jws' | 'bad-jwe' | 'unknown-key' | 'too-many-bytes'
  constructor(code: JoseFault['code']) {
    super(code)
    this.name = 'JoseFault'
    this.code = code
  }
}

export type Key = { readonly kid: string; readonly key: CryptoKey }
export type KeyUse = 'ES256' | 'ECDH-ES+A256KW'

/** The public half for `sort` public, the private for private. @throws JoseFault `bad-key` for anything else. */
export const readKey = async (
  untrustedJwk: unknown,
  use: KeyUse,
  sort: 'public' | 'private',
): Promise<Key> => {
  const { kty, crv, x, y, d, kid, alg = use } = (untrustedJwk ?? {}) as Record<string, unknown>
  const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 128
  if (kty !== 'EC' || crv !== 'P-256' || !isText(x) || !isText(y)) throw new JoseFault('bad-key')
  if (alg !== use) throw new JoseFault('bad-key')
  if (kid !== undefined && !(isText(kid) && /^[\x21-\x7e]{1,128}$/.test(kid))) throw new JoseFault('bad-key')
  if (sort === 'private' && !isText(d)) throw new JoseFault('bad-key')
  const jwk = { kty, crv, x, y, ...(sort === 'private' ? { d: d as string } : {}) }
  try {
    const key = (await importJWK(jwk, use)) as CryptoKey
    return { kid: kid ?? (await calculateJwkThumbprint({ kty, crv, x, y })), key }
  } catch {
    throw new JoseFault('bad-key')
  }
}

/** Keys by `kid`. @throws JoseFault `bad-key` where two keys share an id. */
export const keysById = (keys: readonly Key[]): ReadonlyMap<string, Key> => {
  const byId = new Map(keys.map(key => [key.kid, key]))
  if (byId.size !== keys.length) throw new JoseFault('bad-key')
  return byId
}

/** A protected header's members, where it is base64url of a JSON object of at most 4 KiB; null otherwise. */
export const readHeader = (untrustedHeader: unknown): Readonly<Record<string, unknown>> | null => {
  if (typeof untrustedHeader !== 'string' || untrustedHeader.length > 4096) return null
  if (!/^[A-Za-z0-9_-]+$/.test(untrustedHeader)) return null
  try {
    const header: unknown = JSON.parse(Buffer.from(untrustedHeader, 'base64url').toString('utf8'))
    return typeof header === 'object' && header !== null && !Array.isArray(header)
      ? (header as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
