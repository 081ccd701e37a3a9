/**
 * Joins the policy of `deidentify` with its places: the installed file and the signer's public key among the keys, the
 * accepted one in the service's state, the configuration's for a box that was never given one. Shared by the service's
 * entry and by `cordon policy`, which only looks.
 */
import { join } from 'node:path'
import { surrogateNames } from '../config/identifiers/surrogates.ts'
import { zip3 } from '../config/identifiers/zip3.ts'
import { parsePolicyFile, policyFrom } from '../config/policy.ts'
import type { Config } from '../config/schema.ts'
import { createEncrypter } from '../drivers/jose/encrypt.ts'
import { JoseFault } from '../drivers/jose/key.ts'
import { createPolicyVerifier, untrustedPolicyOf } from '../drivers/jose/policy.ts'
import { readJwk } from '../drivers/keys/box.ts'
import { KeyFault, type KeyPlace, readKeyFile } from '../drivers/keys/file.ts'
import type { Audit } from './audit.ts'
import { fieldsOf } from './deidentify/fields.ts'
import { openAccepted, PolicyFault, policyInForce } from './deidentify/policy.ts'
import type { DeidentifyDeps } from './deidentify/service.ts'
import { tokeniserOf } from './deidentify/tokenise.ts'
import type { Log } from './log.ts'
import { type PolicyInForce, treatmentsFor } from './model/policy.ts'
import { ConfigurationFault } from './service.ts'

/** Among the keys: they come from outside with IT's own hands, as keys do. */
export const policyFile = 'policy.jws'
export const policySignerFile = 'policy-signer.pub.jwk'

/** In the state of `deidentify`: the last policy that was accepted. */
export const acceptedFile = (stateDir: string): string => join(stateDir, 'policy.jws')

/** Null where there is no such file. @throws KeyFault for any other fault. */
export const unlessMissing = async <T>(read: Promise<T>): Promise<T | null> => {
  try {
    return await read
  } catch (thrown) {
    if (thrown instanceof KeyFault && thrown.code === 'missing') return null
    throw thrown
  }
}

/** The text that the box's pinned key has signed, or null. @throws KeyFault, JoseFault `bad-key`. */
export const policyVerifier = async (place: KeyPlace) => {
  const jwk = await unlessMissing(readJwk(place, policySignerFile, 'public'))
  if (jwk === null) return null
  const verify = await createPolicyVerifier(jwk)
  return async (untrustedJws: string): Promise<string | null> => {
    try {
      return await verify(untrustedJws)
    } catch (thrown) {
      if (thrown instanceof JoseFault) return null
      throw thrown
    }
  }
}

export const parseSigned = (untrustedText: string): PolicyInForce | null => {
  const parsed = parsePolicyFile(untrustedText)
  return 'faults' in parsed ? null : parsed.policy
}

/** Whether all their keys are there, sound, and no two the same: tried, so that no accepted policy can fail later. */
export const canSealTo =
  (place: KeyPlace) =>
  async (recipients: readonly string[]): Promise<boolean> => {
    try {
      await sealerFor(place, { recipients })
      return true
    } catch (thrown) {
      if (thrown instanceof KeyFault || thrown instanceof JoseFault) return false
      throw thrown
    }
  }

type FieldsOf = DeidentifyDeps['fieldsOf']

export type Recording = { readonly audit: Audit; readonly log: Log }

/** The fields of a document of a kind from a source, each treated as the policy says. */
export const fieldsBy =
  (policy: PolicyInForce, tokens: Parameters<typeof tokeniserOf>[0], clock: () => Date): FieldsOf =>
  (pages, source, kind) =>
    fieldsOf(
      pages,
      treatmentsFor(policy, source, kind),
      tokeniserOf(tokens, clock().getUTCFullYear(), zip3.restricted, surrogateNames),
    )

/** Encrypts a part to the policy's recipients and to nobody else. @throws KeyFault, JoseFault. */
export const sealerFor = async (place: KeyPlace, { recipients }: Pick<PolicyInForce, 'recipients'>) =>
  createEncrypter(
    await Promise.all(recipients.map(kid => readJwk(place, `gateway-${kid}.enc.pub.jwk`, 'public'))),
    'cordon-part+jwe',
  )

/** What is installed; a file that is too large, too open or no file is an empty text, which nobody has signed. */
const installedIn = async (place: KeyPlace): Promise<string | null> => {
  try {
    return (await readKeyFile(place, policyFile, 'public')).toString('utf8')
  } catch (thrown) {
    if (thrown instanceof KeyFault) return thrown.code === 'missing' ? null : ''
    throw thrown
  }
}

/** @throws ConfigurationFault, KeyFault, and Deferred where a record cannot be written. */
export const openPolicy = async (
  place: KeyPlace,
  stateDir: string,
  fields: Config['deidentify'],
  { audit, log }: Recording,
): Promise<PolicyInForce> => {
  try {
    return await policyInForce({
      untrustedInstalled: await installedIn(place),
      accepted: openAccepted(acceptedFile(stateDir)),
      verify: await policyVerifier(place),
      parse: parseSigned,
      payloadOf: untrustedPolicyOf,
      canSealTo: canSealTo(place),
      builtIn: policyFrom(fields),
      audit,
      log,
    })
  } catch (thrown) {
    if (!(thrown instanceof PolicyFault)) throw thrown
    throw new ConfigurationFault([`the signed policy in force: ${told[thrown.code]}; see docs/policy.md`])
  }
}

const told: Readonly<Record<PolicyFault['code'], string>> = {
  'signer-missing': `the key file ${policySignerFile} is missing, so that it cannot be verified`,
  'not-signed': `it is not signed by ${policySignerFile}, or this version of Cordon cannot read it`,
  unreadable: 'its file in the state of deidentify is damaged',
}
