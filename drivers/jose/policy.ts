/**
 * Signs and verifies a policy: one compact JWS (RFC 7515), typ `cordon-policy+jws`, by ES256 (P-256) or Ed25519 (RFC 9864;
 * `EdDSA` of RFC 8037 is taken as well). The key decides which: what a header asks for is compared, never obeyed.
 */
import { CompactSign, type CryptoKey, calculateJwkThumbprint, compactVerify, importJWK } from 'jose'
import { JoseFault, type Key, readHeader, readKey } from './key.ts'

export const policyType = 'cordon-policy+jws'
/** Of the whole JWS: a policy with every override it may have stays below. */
export const maxPolicyBytes = 64 * 1024

type PolicyKey = Key & { readonly algorithms: readonly [string, ...string[]] }

const edwards = ['Ed25519', 'EdDSA'] as const

const readEd25519 = async (
  { kid, alg = 'Ed25519', x, d }: Readonly<Record<string, unknown>>,
  sort: 'public' | 'private',
): Promise<PolicyKey> => {
  const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 128
  const isNamed = kid === undefined || (isText(kid) && /^[\x21-\x7e]{1,128}$/.test(kid))
  if (!isText(x) || !isNamed || !(edwards as readonly unknown[]).includes(alg)) throw new JoseFault('bad-key')
  if (sort === 'private' && !isText(d)) throw new JoseFault('bad-key')
  const jwk = { kty: 'OKP', crv: 'Ed25519', x }
  try {
    const key = await importJWK(sort === 'private' ? { ...jwk, d: d as string } : jwk, 'Ed25519')
    return {
      kid: (kid as string | undefined) ?? (await calculateJwkThumbprint(jwk)),
      key: key as CryptoKey,
      algorithms: edwards,
    }
  } catch {
    throw new JoseFault('bad-key')
  }
}

const readPolicyKey = async (untrustedJwk: unknown, sort: 'public' | 'private'): Promise<PolicyKey> => {
  const { kty, crv, ...rest } = (untrustedJwk ?? {}) as Record<string, unknown>
  if (kty === 'OKP' && crv === 'Ed25519') return readEd25519(rest, sort)
  return { ...(await readKey(untrustedJwk, 'ES256', sort)), algorithms: ['ES256'] }
}

/** Signs a text with the private JWK. @throws JoseFault `bad-key`. */
export const createPolicySigner = async (
  untrustedJwk: unknown,
): Promise<(payload: string) => Promise<string>> => {
  const { kid, key, algorithms } = await readPolicyKey(untrustedJwk, 'private')
  const header = { alg: algorithms[0], typ: policyType, kid }
  return payload => new CompactSign(Buffer.from(payload)).setProtectedHeader(header).sign(key)
}

/**
 * The text that the one pinned key has signed. The verifier throws JoseFault: `too-many-bytes`, `unknown-key` (another
 * `kid`), `bad-jws` (anything else: unsigned, altered, another `alg` or `typ`, `crit`, no UTF-8).
 */
export const createPolicyVerifier = async (
  untrustedJwk: unknown,
): Promise<(untrustedJws: string) => Promise<string>> => {
  const { kid, key, algorithms } = await readPolicyKey(untrustedJwk, 'public')
  return async untrustedJws => {
    if (untrustedJws.length > maxPolicyBytes) throw new JoseFault('too-many-bytes')
    const header = readHeader(untrustedJws.split('.', 1)[0])
    if (!header || header.typ !== policyType || 'crit' in header || 'b64' in header)
      throw new JoseFault('bad-jws')
    if (header.kid !== kid) throw new JoseFault('unknown-key')
    try {
      const { payload } = await compactVerify(untrustedJws, key, { algorithms: [...algorithms] })
      return new TextDecoder('utf-8', { fatal: true }).decode(payload)
    } catch {
      throw new JoseFault('bad-jws')
    }
  }
}

/** The text inside a compact JWS, for looking at: nobody has said that it is true. Null where it is none. */
export const untrustedPolicyOf = (untrustedJws: string): string | null => {
  const payload = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(untrustedJws)?.[1]
  return payload === undefined ? null : Buffer.from(payload, 'base64url').toString('utf8')
}
