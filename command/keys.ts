/**
 * `cordon keys`: makes the keys of a box, shows their ids, begins a new token epoch, and makes a laboratory's
 * certificates. Writes only into the folders that it is given, never over a key, and prints no key.
 */
import { type Command, InvalidArgumentError } from 'commander'
import { type BoxKeyName, boxKeys, initKeys, loadPublicKey } from '../drivers/keys/box.ts'
import { KeyFault } from '../drivers/keys/file.ts'
import { installLab, slugPattern, writeLab } from '../drivers/keys/lab.ts'
import { loadTokenKeys, rotateTokenKeys } from '../drivers/keys/tokens.ts'
import { exitCodes, Failure } from './exit.ts'

const defaultKeys = '/etc/cordon/keys'
const dayMs = 86_400_000

const nextFor: Record<KeyFault['code'], string> = {
  missing: 'make the keys with `cordon keys init`, or name their folder with --keys',
  'not-a-file': 'put a regular file in its place, not a link',
  'too-open': 'find out who could read it; then chmod 600 the file, or 700 the folder',
  'wrong-owner': 'give it to the user who runs this command',
  'too-large': 'this is no key file; restore the right one',
  malformed: 'restore the file from where the keys are kept, or move it away and run `cordon keys init`',
}

/** Faults of key files, as one line that says what to do. */
const told = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (thrown) {
    if (!(thrown instanceof KeyFault)) throw thrown
    const what = thrown.file === '.' ? 'the key folder' : `the key file ${thrown.file}`
    throw new Failure(exitCodes.failure, `${what} is ${thrown.code}`, nextFor[thrown.code])
  }
}

const slugs = (untrusted: string, before: readonly string[]): readonly string[] => {
  if (!slugPattern.test(untrusted))
    throw new InvalidArgumentError('Expected 1 to 40 of a-z, 0-9 and inner hyphens')
  return [...before, untrusted]
}

const moment = (untrusted: string): Date => {
  const date = new Date(untrusted)
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError('Expected a date such as 2026-01-31')
  return date
}

type InitOptions = { keys: string; lab?: string; device?: string; gateway: readonly string[] }

const init = async ({ keys, lab, device, gateway }: InitOptions): Promise<void> => {
  const made = await told(initKeys(keys))
  for (const file of made) console.log(`made ${file}`)
  if (made.length === 0) console.log('All keys are there already; nothing was changed.')
  if (lab === undefined) return
  if (device === undefined)
    throw new Failure(exitCodes.usage, '--lab needs --device', 'name the device, as in dev-ca')
  await told(installLab(lab, device, gateway, keys))
  console.log(`Laboratory certificates of ${device} installed. Not for patient data.`)
}

const show = async ({ keys }: { keys: string }): Promise<void> => {
  for (const name of Object.keys(boxKeys) as BoxKeyName[]) {
    const { kid } = await told(loadPublicKey({ directory: keys }, name))
    console.log(`${name.padEnd(18)} ${kid}`)
  }
  const { epoch, keys: epochs } = await told(loadTokenKeys({ directory: keys }))
  console.log(`${'tokens'.padEnd(18)} epoch ${epoch} of ${epochs.size}`)
}

const rotate = async ({ keys }: { keys: string }): Promise<void> => {
  const epoch = await told(rotateTokenKeys(keys))
  console.log(`Token epoch ${epoch} begins when deidentify is started again. Earlier keys are kept.`)
}

const column = (text: string): string => text.padEnd(47)

type LabFlags = {
  dir: string
  device: readonly string[]
  gateway: readonly string[]
  notBefore?: Date
  notAfter?: Date
}

const devCa = async ({ dir, device, gateway, notBefore, notAfter }: LabFlags): Promise<void> => {
  if (device.length === 0) throw new Failure(exitCodes.usage, 'no device is named', 'name one with --device')
  const now = Date.now()
  const validity = {
    notBefore: notBefore ?? new Date(now - dayMs),
    notAfter: notAfter ?? new Date(now + 30 * dayMs),
  }
  if (validity.notBefore >= validity.notAfter) {
    throw new Failure(exitCodes.usage, '--not-after is not after --not-before', 'turn them round')
  }
  await told(writeLab({ directory: dir, devices: device, gateways: gateway, validity }))
  console.log(
    `For laboratories only, never for a box with patient data. Valid until ${validity.notAfter.toISOString()}.`,
  )
  console.log(`${column('ca.cert.pem, server.cert.pem, server.key.pem')}for the broker`)
  for (const id of device) console.log(`${column(`devices/${id}/`)}for cordon keys init --lab`)
  for (const kid of gateway) console.log(`${column(`gateways/${kid}/`)}for the gateway`)
}

const help = `
Examples:
  cordon keys init                                     every key of this box, once; safe to repeat
  cordon keys show                                     their ids, never the keys
  cordon keys rotate-tokens                            a new token key; older tokens can still be made again
  cordon keys dev-ca --dir lab --device box-1 --gateway main
                                                       certificates and gateway keys for a laboratory
  cordon keys init --lab lab --device box-1 --gateway main
                                                       the keys of the box, and the laboratory's files beside them

Exit codes: 0 done, 1 a key file is not as it must be, 64 wrong usage.`

const lists = (command: Command): Command =>
  command.option('--gateway <KID>', 'the key id of a gateway; may be repeated', slugs, [])

export default (program: Command): void => {
  const keys = program
    .command('keys')
    .description('make, show and rotate the keys of a box')
    .addHelpText('after', help)
  const folder = ['--keys <DIR>', 'the key folder of the box, mode 0700', defaultKeys] as const
  lists(
    keys
      .command('init')
      .description('make every key that is not there; write over none')
      .option(...folder),
  )
    .option('--lab <DIR>', 'also install the files of a laboratory made by dev-ca')
    .option('--device <NAME>', 'with --lab: which device this box is')
    .addHelpText('after', help)
    .action(init)
  keys
    .command('show')
    .description('print the ids of the keys')
    .option(...folder)
    .action(show)
  keys
    .command('rotate-tokens')
    .description('begin a new token epoch; earlier keys are kept')
    .option(...folder)
    .action(rotate)
  lists(
    keys
      .command('dev-ca')
      .description(
        'make a certificate authority FOR LABORATORIES ONLY, with the certificates that a demo needs',
      )
      .requiredOption('--dir <DIR>', 'where to; what is there already is kept')
      .requiredOption(
        '--device <NAME>',
        'a device, the CN of its client certificate; may be repeated',
        slugs,
        [],
      ),
  )
    .option('--not-before <DATE>', 'from when the certificates hold (default: yesterday)', moment)
    .option('--not-after <DATE>', 'until when (default: in 30 days)', moment)
    .addHelpText('after', help)
    .action(devCa)
}
