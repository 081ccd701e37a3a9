/**
 * `cordon audit`: verifies what the services recorded. Reads the audit files and the public keys; writes nothing.
 */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { auditLines } from '../daemon/audit/lines.ts'
import type { AuditHead } from '../daemon/audit/record.ts'
import { headOf } from '../daemon/audit/tail.ts'
import { type Verdict, verifyAudit } from '../daemon/audit/verify.ts'
import { type ServiceName, serviceNames } from '../daemon/model/document.ts'
import { loadPublicKey } from '../drivers/keys/box.ts'
import { KeyFault } from '../drivers/keys/file.ts'
import { exitCodes, Failure } from './exit.ts'

type Heads = Partial<Record<ServiceName, AuditHead>>
type VerifyOptions = { state: string; keys: string; head?: Heads; json?: true }

const parseHead = (untrusted: string, heads: Heads = {}): Heads => {
  const [, service, seq, hash] = /^([a-z]+)=([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(untrusted) ?? []
  const name = serviceNames.find(known => known === service)
  if (!name || !hash)
    throw new InvalidArgumentError('Expected SERVICE=NUMBER:HASH, as `cordon audit head` prints it')
  return { ...heads, [name]: { seq: Number(seq), hash } }
}

const fileOf = (state: string, service: ServiceName): string => join(state, 'audit', `${service}.jsonl`)

const sizeOf = (file: string): Promise<number | null> =>
  stat(file).then(
    ({ size }) => size,
    (thrown: NodeJS.ErrnoException) => {
      if (thrown.code === 'ENOENT') return null
      throw thrown
    },
  )

/** A service may be appending: a last line that was half there and has grown since is looked at again. */
const verifyFile = async (
  file: string,
  publicKey: Parameters<typeof verifyAudit>[1],
  expected: AuditHead | undefined,
): Promise<Verdict> => {
  for (let tries = 0; ; tries++) {
    const before = await sizeOf(file)
    const verdict = await verifyAudit(before === null ? [] : auditLines(file), publicKey, expected)
    const hasGrown = before !== (await sizeOf(file))
    if (verdict.ok || verdict.fault !== 'unreadable' || !hasGrown || tries === 20) return verdict
    await wait(50)
  }
}

const publicKeyOf = async (directory: string, service: ServiceName) => {
  try {
    return (await loadPublicKey({ directory }, `audit-${service}`)).key
  } catch (thrown) {
    if (!(thrown instanceof KeyFault)) throw thrown
    throw new Failure(
      exitCodes.failure,
      `the key ${thrown.file} is ${thrown.code}`,
      'name the key directory of this box with --keys',
    )
  }
}

const meanings: Record<Extract<Verdict, { ok: false }>['fault'], string> = {
  unreadable: 'the line is no record; it was edited, or torn in a crash that no start has repaired yet',
  'out-of-order': 'records were deleted, moved or repeated before this line',
  'broken-link': 'the record before this one is not the one that it followed',
  altered: 'the record was edited',
  'bad-signature': 'the record was written without the key of the service',
  'other-service': 'the record is of another service',
  'other-history': 'the chain was written anew: it does not contain the head that was published',
  truncated: 'the newest records are missing: the chain ends before the head that was published',
}

const lineFor = (service: ServiceName, verdict: Verdict): string => {
  const name = service.padEnd(11)
  if (!verdict.ok)
    return `${name} NOT SOUND at line ${verdict.line}: ${verdict.fault}, ${meanings[verdict.fault]}`
  if (verdict.head === null) return `${name} no records`
  return `${name} sound, ${verdict.records} records, head ${verdict.head.seq}:${verdict.head.hash}`
}

const verify = async ({ state, keys, head = {}, json }: VerifyOptions): Promise<void> => {
  let broken = 0
  for (const service of serviceNames) {
    const publicKey = await publicKeyOf(keys, service)
    const verdict = await verifyFile(fileOf(state, service), publicKey, head[service])
    if (!verdict.ok) broken++
    console.log(json ? JSON.stringify({ service, ...verdict }) : lineFor(service, verdict))
  }
  if (broken === 0) return
  throw new Failure(
    exitCodes.failure,
    `${broken} of ${serviceNames.length} audit chains are not sound`,
    'keep a copy of the audit folder as it is, and compare it with the heads that the gateway has received',
  )
}

const printHeads = async ({ state }: { state: string }): Promise<void> => {
  for (const service of serviceNames) {
    const file = fileOf(state, service)
    const head = (await sizeOf(file)) === null ? null : await headOf(file)
    if (head) console.log(`${service}=${head.seq}:${head.hash}`)
  }
}

const help = `
Each service writes its own chain: a record holds the hash of the one before it, and is signed. An edit, a deletion
or a move anywhere is found. That the newest records are missing shows only against a head kept elsewhere: the box
publishes its heads to the gateway, and \`cordon audit head\` prints them.

Examples:
  cordon audit verify                                 the chains of this box
  cordon audit head > heads.txt                       keep this off the box
  cordon audit verify $(sed 's/^/--head /' heads.txt)  later: also finds missing newest records
  cordon audit verify --json                          one JSON object per service

Exit codes: 0 all chains are sound, 1 one is not, 64 wrong usage.`

export default (program: Command): void => {
  const audit = program.command('audit').description('verify what happened').addHelpText('after', help)
  audit
    .command('verify')
    .description('check every record of every chain: one line per service')
    .option('--state <DIR>', 'the state folder of the box', '/var/lib/cordon')
    .option('--keys <DIR>', 'the key folder of the box; only public keys are read', '/etc/cordon/keys')
    .option(
      '--head <SERVICE=NUMBER:HASH>',
      'a head that the chain must contain; may be repeated',
      parseHead,
      {},
    )
    .option('--json', 'print one JSON object per service')
    .addHelpText('after', help)
    .action(verify)
  audit
    .command('head')
    .description('print the newest record of every chain, in the form that --head takes')
    .option('--state <DIR>', 'the state folder of the box', '/var/lib/cordon')
    .action(printHeads)
}
