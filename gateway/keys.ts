/**
 * The gateway's keys: its own private ones, and the pinned public ones of boxes. P-256 only, each key for its one
 * use. Reads no file; a fault never quotes a key.
 */
import { type CryptoKey, calculateJwkThumbprint, importJWK } from 'jose'
import { GatewayFault } from './fault.ts'

export type Key = { readonly kid: string; readonly key: CryptoKey }
/** A box's signing key; where `device` is given, only parts of that box may be signed by it. */
export type BoxKey = Key & { readonly device: string | null }

export type Keyring = {
  /** Our decryption keys by id: the newest and, while keys rotate, the ones before. */
  readonly enc: ReadonlyMap<string, Key>
  readonly boxes: ReadonlyMap<string, BoxKey>
}

type KeyUse = 'ES256' | 'ECDH-ES+A256KW'

/** @throws GatewayFault `bad-key`. */
export const readKey = async (
  untrustedJwk: unknown,
  use: KeyUse,
  half: 'public' | 'private',
): Promise<Key> => {
  const { kty, crv, x, y, d, kid, alg = use } = (untrustedJwk ?? {}) as Record<string, unknown>
  const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 128
  if (kty !== 'EC' || crv !== 'P-256' || alg !== use || !isText(x) || !isText(y))
    throw new GatewayFault('bad-key')
  if (kid !== undefined && !(isText(kid) && /^[\x21-\x7e]{1,128}$/.test(kid)))
    throw new GatewayFault('bad-key')
  if (half === 'private' && !isText(d)) throw new GatewayFault('bad-key')
  const jwk = { kty, crv, x, y, ...(half === 'private' ? { d: d as string } : {}) }
  try {
    const key = (await importJWK(jwk, use)) as CryptoKey
    return { kid: kid ?? (await calculateJwkThumbprint({ kty, crv, x, y })), key }
  } catch {
    throw new GatewayFault('bad-key')
  }
}

/** @throws GatewayFault `bad-key`, also where two keys share an id or there is none. */
export const createKeyring = async (
  untrustedEncJwks: readonly unknown[],
  untrustedBoxes: readonly { readonly jwk: unknown; readonly device?: string }[],
): Promise<Keyring> => {
  const enc = await Promise.all(untrustedEncJwks.map(jwk => readKey(jwk, 'ECDH-ES+A256KW', 'private')))
  const boxes = await Promise.all(
    untrustedBoxes.map(async ({ jwk, device = null }) => ({
      ...(await readKey(jwk, 'ES256', 'public')),
      device,
    })),
  )
  return { enc: byId(enc), boxes: byId(boxes) }
}

const byId = <K extends Key>(keys: readonly K[]): ReadonlyMap<string, K> => {
  const map = new Map(keys.map(key => [key.kid, key]))
  if (map.size === 0 || map.size !== keys.length) throw new GatewayFault('bad-key')
  return map
}

/** The members of a protected header; null where it is not base64url of a JSON object of at most 4 KiB. */
export const readHeader = (untrustedHeader: unknown): Readonly<Record<string, unknown>> | null => {
  if (typeof untrustedHeader !== 'string' || untrustedHeader.length > 4096) return null
  if (!/^[A-Za-z0-9_-]+$/.test(untrustedHeader)) return null
  return parseObject(Buffer.from(untrustedHeader, 'base64url').toString('utf8'))
}

export const parseObject = (untrustedJson: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(untrustedJson)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
