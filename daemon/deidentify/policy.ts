/**
 * Which policy is in force: the signed one that was accepted last, unless the one that is installed is newer and good;
 * that of the configuration where no signed one ever was. Nothing unsigned, altered or older is ever taken, each refusal
 * is recorded, and the accepted version outlives a crash. Touches one file of the service's own state.
 */
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Audit } from '../audit.ts'
import type { RejectedCode } from '../errors.ts'
import type { Log } from '../log.ts'
import type { GateLimits, PolicyInForce } from '../model/policy.ts'
import { gateThresholds, type Thresholds, thresholds } from '../model/thresholds.ts'
import { syncDirectory } from './sync.ts'

export type PolicyPorts = {
  /** What stands among the keys, if anything does. */
  readonly untrustedInstalled: string | null
  readonly accepted: AcceptedPolicy
  /** The text that the pinned key has signed, or null. The port itself is null where there is no such key. */
  readonly verify: ((untrustedJws: string) => Promise<string | null>) | null
  readonly parse: (untrustedText: string) => PolicyInForce | null
  /** What was signed, without asking by whom: of the service's own file, to know its version. */
  readonly payloadOf: (jws: string) => string | null
  readonly canSealTo: (recipients: readonly string[]) => Promise<boolean>
  readonly builtIn: PolicyInForce
  readonly audit: Audit
  readonly log: Log
}

/** Thrown where a signed policy was in force and cannot be any more: another one in its place might release more. */
export class PolicyFault extends Error {
  readonly code: 'signer-missing' | 'not-signed' | 'unreadable'
  constructor(code: PolicyFault['code']) {
    super(code)
    this.name = 'PolicyFault'
    this.code = code
  }
}

type Signed = { readonly jws: string; readonly text: string; readonly policy: PolicyInForce }

/** Read once, at the start of the service. @throws PolicyFault, and Deferred where a record cannot be written. */
export const policyInForce = async (ports: PolicyPorts): Promise<PolicyInForce> => {
  const { accepted, payloadOf, verify, builtIn } = ports
  const known = await accepted.read()
  if (known !== null && verify === null) throw new PolicyFault('signer-missing')
  const text = known === null ? null : payloadOf(known)
  if (known !== null && text === null) throw new PolicyFault('unreadable')
  const candidate = await candidateOf(text, ports)
  if (candidate !== null) {
    await accepted.write(candidate.jws)
    return candidate.policy
  }
  if (known === null) return builtIn
  const signed = await signedBy(known, ports)
  if (signed === null) throw new PolicyFault('not-signed')
  return signed.policy
}

const signedBy = async (jws: string, { verify, parse }: PolicyPorts): Promise<Signed | null> => {
  const text = verify === null ? null : await verify(jws)
  const policy = text === null ? null : parse(text)
  return text === null || policy === null || policy.identity === null ? null : { jws, text, policy }
}

/** The installed policy where it may take the place of the accepted one; null where there is none, or nothing new. */
const candidateOf = async (acceptedText: string | null, ports: PolicyPorts): Promise<Signed | null> => {
  const { untrustedInstalled, accepted, audit, log } = ports
  if (untrustedInstalled === null) return null
  const signed = await signedBy(untrustedInstalled.trim(), ports)
  const code = signed === null ? 'bad-policy' : await objectionTo(signed, acceptedText, ports)
  const policy = signed === null ? {} : { policy: signed.policy.fingerprint }
  if (code !== null) {
    await audit({ action: 'policy-refused', code, ...policy })
    log('error', 'policy-refused', { code })
    return null
  }
  if (signed === null || signed.jws === (await accepted.read())) return null
  await audit({ action: 'policy-accepted', ...policy })
  log('info', 'policy-accepted')
  return signed
}

/** The same text under a new signature is no older: that is how a signing key is changed. */
const objectionTo = async (
  { text, policy }: Signed,
  acceptedText: string | null,
  { canSealTo }: PolicyPorts,
): Promise<RejectedCode | null> => {
  const floor = acceptedText === null ? 0 : versionIn(acceptedText)
  if (text !== acceptedText && (policy.identity?.version ?? 0) <= floor) return 'old-policy'
  return (await canSealTo(policy.recipients)) ? null : 'no-recipient-key'
}

/** Of the service's own file: where it cannot be read, no version is new enough. */
const versionIn = (text: string): number => {
  try {
    const { version } = JSON.parse(text) as { version: unknown }
    return typeof version === 'number' ? version : Number.POSITIVE_INFINITY
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** The measured thresholds, but for what the policy says of the gate. */
export const thresholdsBy = ({ gate }: { readonly gate: GateLimits }): Thresholds => ({
  ...thresholds,
  gate: { ...gateThresholds, ...gate },
})

export type AcceptedPolicy = {
  readonly read: () => Promise<string | null>
  /** Whole and on disk when it resolves; after a crash the file is the old one or the new one. */
  readonly write: (jws: string) => Promise<void>
}

export const openAccepted = (file: string): AcceptedPolicy => ({
  read: async () => {
    try {
      return await readFile(file, 'utf8')
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw thrown
    }
  },
  write: async jws => {
    const directory = dirname(file)
    await mkdir(directory, { recursive: true, mode: 0o700 })
    const draft = `${file}.draft` // one process writes here: what a crash left of it is written over
    await writeSynced(draft, jws)
    await rename(draft, file)
    await syncDirectory(directory)
  },
})

const writeSynced = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
