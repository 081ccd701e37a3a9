/**
 * `cordon policy`: writes a policy to begin with, checks and shows one, signs it, verifies it, and puts a signed one among
 * the keys of a box. Only `key` and `sign` touch a private key, which has no place on a box. Prints no key.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { policyYaml } from '../config/example.ts'
import { type Config, defaultConfigFile } from '../config/load.ts'
import { canonicalPolicy, policyFrom } from '../config/policy.ts'
import { Rejected } from '../daemon/errors.ts'
import { type DocumentKind, documentKinds } from '../daemon/model/kind.ts'
import type { PolicyInForce } from '../daemon/model/policy.ts'
import { acceptedFile, canSealTo, parseSigned, policyFile, policyVerifier } from '../daemon/policy.ts'
import { JoseFault } from '../drivers/jose/key.ts'
import { createPolicySigner, createPolicyVerifier, untrustedPolicyOf } from '../drivers/jose/policy.ts'
import { makeKeyDirectory, replaceKeyFile } from '../drivers/keys/file.ts'
import { writePair } from '../drivers/keys/pair.ts'
import { exitCodes, Failure } from './exit.ts'
import { readKeyAt, readPolicy, readSignedPolicy, toldKeys, writeWhole } from './policy/files.ts'
import { differenceLine, differencesFromDefaults, shownLines } from './policy/show.ts'
import { settings } from './settings.ts'

const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`)

const named = ({ identity }: PolicyInForce): string => `${identity?.id} version ${identity?.version}`

type NewOptions = { readonly profile: PolicyInForce['profile']; readonly id: string }

const begin = ({ profile, id }: NewOptions): void => {
  const issuedAt = `${new Date().toISOString().slice(0, 19)}Z`
  process.stdout.write(policyYaml({ version: 1, id, issuedAt, profile }))
}

/** What a signer must not overlook. */
const looserLines = (policy: PolicyInForce): readonly string[] =>
  differencesFromDefaults(policy)
    .filter(({ lets }) => lets === 'more')
    .map(differenceLine)

const check = async (file: string): Promise<void> => {
  const { policy } = await readPolicy(file)
  print([`The policy is sound: ${named(policy)}, ${policy.profile}.`, ...looserLines(policy)])
}

const key = async ({ dir, ed25519 }: { dir: string; ed25519?: boolean }): Promise<void> => {
  const isNew = await toldKeys(async () => {
    await makeKeyDirectory(dir)
    return writePair(dir, 'policy-signer', ed25519 ? 'audit' : 'sign')
  })
  if (!isNew)
    throw new Failure(
      exitCodes.failure,
      'there is a policy-signer.jwk already',
      'use it, or name another --dir',
    )
  print([
    'made policy-signer.jwk       keep it off the boxes; who has it decides what leaves them',
    'made policy-signer.pub.jwk   put it into the keysDir of each box',
  ])
}

type SignOptions = { readonly key: string; readonly out: string }

const sign = async (file: string, { key: keyFile, out }: SignOptions): Promise<void> => {
  const { policy } = await readPolicy(file)
  const jwk = await readKeyAt(keyFile, 'secret')
  const signer = await toldKeys(() => createPolicySigner(jwk))
  await writeWhole(out, `${await signer(canonicalPolicy(policy))}\n`)
  print([`Signed: ${named(policy)}.`, `fingerprint ${policy.fingerprint}`, ...looserLines(policy)])
}

/** @throws Rejected `bad-policy`. */
const verified = async (file: string, verify: (jws: string) => Promise<unknown>): Promise<PolicyInForce> => {
  const { policy, jws } = await readSignedPolicy(file)
  try {
    if ((await verify(jws)) === null) throw new Rejected('bad-policy')
  } catch (thrown) {
    throw thrown instanceof JoseFault ? new Rejected('bad-policy') : thrown
  }
  return policy
}

const verify = async (file: string, { key: keyFile }: { key: string }): Promise<void> => {
  const jwk = await readKeyAt(keyFile, 'public')
  const policy = await verified(file, await toldKeys(() => createPolicyVerifier(jwk)))
  print([`The signature holds: ${named(policy)}.`, `fingerprint ${policy.fingerprint}`])
}

const placeOf = ({ keysDir }: Config) => ({ directory: keysDir })

/** The policy that the box has accepted, or null where it never took a signed one. */
const accepted = async (config: Config): Promise<string | null> => {
  try {
    return await readFile(acceptedFile(join(config.stateDir, 'deidentify')), 'utf8')
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw thrown
  }
}

type ShowOptions = { readonly config: string; readonly source?: string; readonly kind?: DocumentKind }

const inForce = async (config: Config): Promise<{ policy: PolicyInForce; signed: string }> => {
  const jws = await accepted(config)
  if (jws === null)
    return { policy: policyFrom(config.deidentify), signed: 'none: the policy of the configuration' }
  const policy = parseSigned(untrustedPolicyOf(jws) ?? '')
  const check = await toldKeys(() => policyVerifier(placeOf(config)))
  const holds = check !== null && (await check(jws)) !== null
  if (policy === null || !holds) throw new Rejected('bad-policy')
  return { policy, signed: 'holds: accepted by the box' }
}

const show = async (file: string | undefined, options: ShowOptions): Promise<void> => {
  if (file === undefined)
    return print(shownLines({ ...(await inForce(await settings(options.config))), ...options }))
  const { policy, jws } = await readPolicy(file)
  const signed = jws === null ? 'none' : 'there is one; `cordon policy verify` says whether it holds'
  print(shownLines({ policy, signed, ...options }))
}

/** What the box would object to when it starts, and what it cannot know: a source that is not configured. */
const objections = async (policy: PolicyInForce, config: Config): Promise<readonly string[]> => {
  const sources = config.capture.sources.map(({ id }) => id)
  const strange = policy.overrides.flatMap(({ source }, index) =>
    source === undefined || sources.includes(source)
      ? []
      : [`overrides[${index}].source: no source of the configuration has this id`],
  )
  const has = canSealTo(placeOf(config))
  const keyless = await Promise.all(
    policy.recipients.map(async kid =>
      (await has([kid]))
        ? []
        : [`recipients: gateway-${kid}.enc.pub.jwk is not in keysDir, or no key for this`],
    ),
  )
  return [...strange, ...keyless.flat()]
}

const install = async (file: string, { config: configFile }: { config: string }): Promise<void> => {
  const config = await settings(configFile)
  const check = await toldKeys(() => policyVerifier(placeOf(config)))
  if (check === null)
    throw new Failure(
      exitCodes.failure,
      'the box has no policy-signer.pub.jwk',
      'put the public half of the signing key into keysDir; `cordon policy key` makes a pair',
    )
  const policy = await verified(file, check)
  const faults = await objections(policy, config)
  if (faults.length > 0)
    throw new Failure(
      exitCodes.config,
      'the policy does not fit this box',
      'correct the policy or the box',
      faults,
    )
  await notOlder(policy, config)
  const { jws } = await readSignedPolicy(file)
  await replaceKeyFile(config.keysDir, policyFile, `${jws}\n`, 'public')
  print([
    `Installed: ${named(policy)}. The box takes it when deidentify is started again, and records it.`,
    `fingerprint ${policy.fingerprint}`,
    ...looserLines(policy),
  ])
}

/** @throws Rejected `old-policy`: the box would refuse it. */
const notOlder = async (policy: PolicyInForce, config: Config): Promise<void> => {
  const before = await accepted(config)
  const known = before === null ? null : parseSigned(untrustedPolicyOf(before) ?? '')
  const isSame = known?.fingerprint === policy.fingerprint
  if (known !== null && !isSame && (policy.identity?.version ?? 0) <= (known.identity?.version ?? 0))
    throw new Rejected('old-policy')
}

const help = `
A policy says what becomes of each class of identifiers as a field, for each source and kind of document, how sure the box
must be, who can open the output, and how long rejected documents are kept. docs/policy.md explains it.

Examples:
  cordon policy new --id clinic > policy.yaml                  every field with its meaning and default
  cordon policy check policy.yaml                              one line per fault, with the path of the field
  cordon policy show policy.yaml --source fax --kind lab       what holds for lab reports that come by fax
  cordon policy key --dir signing                              the signing pair, once, off the box
  cordon policy sign policy.yaml --key signing/policy-signer.jwk --out policy.jws
  cordon policy verify policy.jws --key signing/policy-signer.pub.jwk
  cordon policy install policy.jws                             on the box; then start deidentify again
  cordon policy show                                           what is in force here

Lines marked MORE say where a policy lets more leave than Cordon's own defaults.

Exit codes: 0 done, 1 a file or key is not as it must be, 3 the signature does not hold or the policy is old (bad-policy,
old-policy), 64 wrong usage, 78 faults in the policy.`

export default (program: Command): void => {
  const policy = program
    .command('policy')
    .description('write, check, sign and install what becomes of each class of identifiers')
    .addHelpText('after', help)
  const config = ['--config <FILE>', 'the configuration of the box', defaultConfigFile] as const
  policy
    .command('new')
    .description('print a policy to begin with: every field, its meaning and its default')
    .addOption(
      new Option('--profile <profile>', 'how much is released')
        .choices(['strict', 'balanced'])
        .default('strict'),
    )
    .option('--id <ID>', 'its name', 'clinic')
    .action(begin)
  policy
    .command('check')
    .description('check a policy: one line per fault, with the path of the field')
    .argument('<FILE>', 'YAML, JSON, or a signed policy')
    .action(check)
  policy
    .command('show')
    .description(
      'show a policy, or without a file the one in force, and where it lets more leave than the defaults',
    )
    .argument('[FILE]', 'YAML, JSON, or a signed policy')
    .option('--source <ID>', 'what holds for this source')
    .addOption(new Option('--kind <KIND>', 'what holds for this kind of document').choices(documentKinds))
    .option(...config)
    .action(show)
  policy
    .command('key')
    .description('make a signing pair, to be kept off the boxes')
    .requiredOption('--dir <DIR>', 'where to, mode 0700')
    .option('--ed25519', 'Ed25519 instead of P-256')
    .action(key)
  policy
    .command('sign')
    .description('sign a policy that is sound')
    .argument('<FILE>', 'YAML or JSON')
    .requiredOption('--key <FILE>', 'the private key, mode 0600')
    .requiredOption('--out <FILE>', 'where the signed policy goes')
    .action(sign)
  policy
    .command('verify')
    .description('verify a signed policy by a public key')
    .argument('<FILE>', 'a signed policy')
    .requiredOption('--key <FILE>', 'the public key')
    .action(verify)
  policy
    .command('install')
    .description('put a signed policy among the keys of this box, if the box would take it')
    .argument('<FILE>', 'a signed policy')
    .option(...config)
    .action(install)
}
