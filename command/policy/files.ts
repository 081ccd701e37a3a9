/** The files of `cordon policy`: policies signed and unsigned, keys given by name. Each fault ends the command with what to do. */
import { rename, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { readText } from '../../config/load.ts'
import { parsePolicyFile } from '../../config/policy.ts'
import type { PolicyInForce } from '../../daemon/model/policy.ts'
import { JoseFault } from '../../drivers/jose/key.ts'
import { untrustedPolicyOf } from '../../drivers/jose/policy.ts'
import { readJwk } from '../../drivers/keys/box.ts'
import { KeyFault, type Secrecy } from '../../drivers/keys/file.ts'
import { exitCodes, Failure } from '../exit.ts'

export type PolicyText = {
  readonly policy: PolicyInForce
  /** The compact JWS, where the file is one. Nobody has verified it yet. */
  readonly jws: string | null
}

const faulty = (faults: readonly string[]): Failure =>
  new Failure(
    exitCodes.config,
    `the policy has ${faults.length === 1 ? '1 fault' : `${faults.length} faults`}`,
    'correct the fields above; `cordon policy new` shows every field with its meaning',
    faults,
  )

const textOf = async (file: string): Promise<string> => {
  const read = await readText(file)
  if ('faults' in read)
    throw new Failure(
      exitCodes.failure,
      `the policy cannot be read: ${read.faults.join('; ')}`,
      'name another file',
    )
  return read.text
}

/** A policy file as YAML, JSON or a JWS. @throws Failure with one line per fault, each with the path of its field or its line. */
export const readPolicy = async (file: string): Promise<PolicyText> => {
  const text = (await textOf(file)).trim()
  const inside = untrustedPolicyOf(text)
  const parsed = parsePolicyFile(inside ?? text)
  if ('faults' in parsed) throw faulty(parsed.faults)
  return { policy: parsed.policy, jws: inside === null ? null : text }
}

export const readSignedPolicy = async (file: string): Promise<PolicyText & { readonly jws: string }> => {
  const { policy, jws } = await readPolicy(file)
  if (jws === null)
    throw new Failure(exitCodes.rejected, 'the policy is not signed', 'sign it with `cordon policy sign`')
  return { policy, jws }
}

/** A key given by its file's name. */
export const readKeyAt = async (file: string, secrecy: Secrecy): Promise<unknown> =>
  toldKeys(() => readJwk({ directory: dirname(file) }, basename(file), secrecy))

/** Faults of keys, as one line that says what to do. */
export const toldKeys = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof KeyFault)
      throw new Failure(
        exitCodes.failure,
        `the key file ${thrown.file} is ${thrown.code}`,
        'a private key is its owner’s alone (chmod 600), a public one may be changed by nobody else (chmod 644)',
      )
    if (thrown instanceof JoseFault && thrown.code === 'bad-key')
      throw new Failure(
        exitCodes.failure,
        'the key is no key for policies',
        'make a pair with `cordon policy key`: P-256 for ES256, or Ed25519',
      )
    throw thrown
  }
}

/** Written beside, then renamed: a reader sees the old file or the new one. */
export const writeWhole = async (file: string, text: string): Promise<void> => {
  await writeFile(`${file}.part`, text)
  await rename(`${file}.part`, file)
}
