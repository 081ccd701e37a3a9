/**
 * Wraps a data key to a P-256 public key and unwraps it: ECDH-ES+A256KW with A256GCM (RFC 7518 sections 4.6 and 5.3),
 * as a compact JWE (RFC 7516 section 7.1) whose plaintext is the data key. Holds nothing and touches nothing.
 */
import type { KeyObject } from 'node:crypto'
import { CompactEncrypt, compactDecrypt } from 'jose'

const alg = 'ECDH-ES+A256KW'
const enc = 'A256GCM'

export const wrapDek = (dek: Uint8Array, publicKey: KeyObject): Promise<string> =>
  new CompactEncrypt(dek).setProtectedHeader({ alg, enc }).encrypt(publicKey)

/** The data key; the caller wipes it. @throws what jose throws where the key, the algorithms or a byte differ. */
export const unwrapDek = async (untrustedJwe: string, privateKey: KeyObject): Promise<Uint8Array> => {
  const { plaintext } = await compactDecrypt(untrustedJwe, privateKey, {
    keyManagementAlgorithms: [alg],
    contentEncryptionAlgorithms: [enc],
  })
  return plaintext
}
