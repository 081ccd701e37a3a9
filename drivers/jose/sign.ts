/** Signs and verifies compact JWS (RFC 7515): ES256 only, `kid` and `typ` always, no extension (`crit`) ever. */
import { CompactSign, compactVerify } from 'jose'
import { JoseFault, keysById, readHeader, readKey } from './key.ts'

/** Signs a text with the private JWK; the header carries the key's id and `typ`. @throws JoseFault `bad-key`. */
export const createSigner = async (
  untrustedJwk: unknown,
  typ: string,
): Promise<(payload: string) => Promise<string>> => {
  const { kid, key } = await readKey(untrustedJwk, 'ES256', 'private')
  return payload =>
    new CompactSign(Buffer.from(payload)).setProtectedHeader({ alg: 'ES256', typ, kid }).sign(key)
}

export type Verified = { readonly kid: string; readonly payload: Uint8Array }
export type Verifier = (untrustedJws: string) => Promise<Verified>

/**
 * Verifies against pinned public JWKs. The verifier throws JoseFault: `too-many-bytes`, `unknown-key` (no pinned key
 * of that id), `bad-jws` (anything else: another `alg` or `typ`, `crit`, a signature that does not hold).
 */
export const createVerifier = async (
  untrustedJwks: readonly unknown[],
  typ: string,
  maxBytes: number,
): Promise<Verifier> => {
  const keys = keysById(await Promise.all(untrustedJwks.map(jwk => readKey(jwk, 'ES256', 'public'))))
  return async untrustedJws => {
    if (untrustedJws.length > maxBytes) throw new JoseFault('too-many-bytes')
    const header = readHeader(untrustedJws.split('.', 1)[0])
    if (header?.alg !== 'ES256' || header.typ !== typ || 'crit' in header || 'b64' in header)
      throw new JoseFault('bad-jws')
    const key = typeof header.kid === 'string' ? keys.get(header.kid) : undefined
    if (key === undefined) throw new JoseFault('unknown-key')
    try {
      const { payload } = await compactVerify(untrustedJws, key.key, { algorithms: ['ES256'] })
      return { kid: key.kid, payload }
    } catch {
      throw new JoseFault('bad-jws')
    }
  }
}

/** As `createVerifier`, with the payload parsed as JSON. */
export const createJsonVerifier = async (
  untrustedJwks: readonly unknown[],
  typ: string,
  maxBytes: number,
): Promise<(untrustedJws: string) => Promise<{ kid: string; untrustedPayload: unknown }>> => {
  const verify = await createVerifier(untrustedJwks, typ, maxBytes)
  return async untrustedJws => {
    const { kid, payload } = await verify(untrustedJws)
    try {
      return { kid, untrustedPayload: JSON.parse(Buffer.from(payload).toString('utf8')) }
    } catch {
      throw new JoseFault('bad-jws')
    }
  }
}
