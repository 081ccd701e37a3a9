/**
 * Keys as JSON Web Keys (RFC 7517, 8037): made, written, read. A key is accepted only as the one kind that the caller
 * names: type, curve, use and algorithm must all agree, and a public half may not carry a private one.
 */
import { createPublicKey, KeyObject, type webcrypto } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { KeyFault } from './file.ts'

/** What a key may be used for; nothing else is made or read. */
export const keyKinds = {
  /** Opens and seals jobs and parts. */
  seal: { kty: 'EC', crv: 'P-256', alg: 'ECDH-ES+A256KW', use: 'enc' },
  /** Signs documents and receipts. */
  sign: { kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' },
  /** Signs audit records. */
  audit: { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' },
} as const
export type KeyKind = keyof typeof keyKinds

/** A key and the id that headers name it by. */
export type NamedKey = { readonly kid: string; readonly key: KeyObject }

export type JwkPair = { readonly privateJwk: JWK; readonly publicJwk: JWK }

const kidPattern = /^[A-Za-z0-9_-]{1,64}$/

/** A fresh key pair; its id is the thumbprint (RFC 7638) unless one is given. */
export const generateJwkPair = async (kind: KeyKind, givenKid?: string): Promise<JwkPair> => {
  const { crv, alg, use } = keyKinds[kind]
  const pair = await generateKeyPair(alg, { crv, extractable: true })
  const publicPart = await exportJWK(pair.publicKey)
  const kid = givenKid ?? (await calculateJwkThumbprint(publicPart))
  const labels = { kid, alg, use }
  return {
    privateJwk: { ...(await exportJWK(pair.privateKey)), ...labels },
    publicJwk: { ...publicPart, ...labels },
  }
}

const membersOf = (kind: KeyKind, isPrivate: boolean): readonly string[] => [
  ...['kty', 'crv', 'alg', 'use', 'kid', 'x'],
  ...(keyKinds[kind].kty === 'EC' ? ['y'] : []),
  ...(isPrivate ? ['d'] : []),
]

const isJwk = (untrusted: unknown, kind: KeyKind, isPrivate: boolean): untrusted is JWK & { kid: string } => {
  if (typeof untrusted !== 'object' || untrusted === null) return false
  const jwk = untrusted as Record<string, unknown>
  const members = membersOf(kind, isPrivate)
  const own = Object.keys(jwk)
  const { kty, crv, alg, use } = keyKinds[kind]
  return (
    own.length === members.length &&
    members.every(member => Object.hasOwn(jwk, member) && typeof jwk[member] === 'string') &&
    jwk.kty === kty &&
    jwk.crv === crv &&
    jwk.alg === alg &&
    jwk.use === use &&
    kidPattern.test(String(jwk.kid))
  )
}

/** @throws KeyFault `malformed`: not a key of this kind, or not a point of its curve. */
export const parseJwk = async (
  untrustedBytes: Uint8Array,
  kind: KeyKind,
  half: 'private' | 'public',
  file: string,
): Promise<NamedKey> => {
  try {
    const untrusted: unknown = JSON.parse(Buffer.from(untrustedBytes).toString('utf8'))
    if (isJwk(untrusted, kind, half === 'private')) {
      const key = await importJWK(untrusted, keyKinds[kind].alg, { extractable: true })
      return { kid: untrusted.kid, key: KeyObject.from(key as webcrypto.CryptoKey) }
    }
  } catch {
    // Whatever the parser or the importer said could quote the key.
  }
  throw new KeyFault('malformed', file)
}

export const jwkText = (jwk: JWK): string => `${JSON.stringify(jwk)}\n`

/** The public half of a private key, with the same id. */
export const publicHalfOf = async ({ kid, key }: NamedKey, kind: KeyKind): Promise<JWK> => {
  const { alg, use } = keyKinds[kind]
  return { ...(await exportJWK(createPublicKey(key))), kid, alg, use }
}
