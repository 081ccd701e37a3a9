/** `cordon policy` from the first draft to the box, with real files and keys, and with every way that it can go wrong. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { generateJwkPair } from '../../drivers/keys/jwk.ts'

const launcher = fileURLToPath(new URL('../../cordon', import.meta.url))
let folder = ''
const at = (name: string) => join(folder, name)
const read = (name: string) => readFile(at(name), 'utf8')
const write = (name: string, text: string) => writeFile(at(name), text)

type Ended = { readonly exit: number; readonly stdout: string; readonly stderr: string }
const policy = (...words: string[]): Promise<Ended> =>
  new Promise(resolve => {
    const child = execFile(launcher, ['policy', ...words], { cwd: folder }, (_, stdout, stderr) =>
      resolve({ exit: child.exitCode ?? -1, stdout, stderr }),
    )
  })
const done = async (...words: string[]): Promise<string> => {
  const { exit, stdout, stderr } = await policy(...words)
  assert.equal(exit, 0, stderr)
  return stdout
}
const fails = async (exit: number, message: RegExp, ...words: string[]): Promise<void> => {
  const ended = await policy(...words)
  assert.match(ended.stderr, message)
  assert.equal(ended.exit, exit)
}
const head = (version: number) => `version: ${version}\nid: clinic\nissuedAt: 2026-11-22T10:00:00Z\n`
const signedAs = async (name: string, yaml: string, key = 'signing/policy-signer.jwk'): Promise<string> => {
  await write(`${name}.yaml`, yaml)
  return done('sign', `${name}.yaml`, '--key', key, '--out', `${name}.jws`)
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-policy-'))
  await mkdir(at('keys'), { mode: 0o700 })
  await write(
    'box.yaml',
    `stateDir: ${at('state')}\nkeysDir: ${at('keys')}\ncapture: { sources: [{ id: fax, path: ${at('drop')} }] }\n`,
  )
  await write(
    'keys/gateway-main.enc.pub.jwk',
    JSON.stringify((await generateJwkPair('seal', 'main')).publicJwk),
  )
  await done('key', '--dir', 'signing')
})
after(() => rm(folder, { recursive: true, force: true }))

test('a new policy is sound and says what each field means', async () => {
  await write('new.yaml', await done('new', '--id', 'springfield'))
  assert.match(await read('new.yaml'), /# Safe Harbor|45 CFR 164\.514/)
  assert.equal(await done('check', 'new.yaml'), 'The policy is sound: springfield version 1, strict.\n')
  assert.match(await done('show', 'new.yaml'), /The same as Cordon's defaults/)
})

test('what is wrong is told field by field, and what is no YAML by its line', async () => {
  await write(
    'bad.yaml',
    `${head(0)}treatments: { NAMES: token, PHOTO: token }\nretention: { rejectedDays: 1 }\n`,
  )
  const { exit, stderr } = await policy('check', 'bad.yaml')
  assert.equal(exit, 78)
  for (const line of [
    'version: expected at least 1, got 0',
    'treatments.PHOTO: expected mask, got another text',
    'treatments.NAMES: unknown key; did you mean NAME?',
    'retention.rejectedDays: expected at least 7, got 1',
  ])
    assert.ok(stderr.split('\n').includes(line), stderr)
  assert.match(stderr, /4 faults\. Next: .*\n$/)
  await write('torn.yaml', `${head(1)}profile: [strict\n`)
  await Promise.all([
    fails(78, /^line \d+, column \d+: not valid YAML/, 'check', 'torn.yaml'),
    fails(1, /cannot be read: there is no such file/, 'check', 'nowhere.yaml'),
    fails(64, /Next: the same command with --help/, 'show', 'new.yaml', '--kind', 'novel'),
    fails(64, /required option/, 'sign', 'new.yaml'),
  ])
})

test('where a policy lets more leave is told when it is checked, signed and shown', async () => {
  const yaml = `${head(1)}treatments: { DATE: shift }\noverrides: [{ source: fax, kind: lab, treatments: { MRN: ff1 } }]\n`
  const said = await signedAs('loose', yaml)
  assert.match(said, /MORE leaves {2}treatments\.DATE: shift, not generalise/)
  assert.match(said, /MORE leaves {2}overrides\[0\]\.treatments\.MRN: ff1, not token/)
  assert.match(await done('check', 'loose.yaml'), /MORE leaves/)
  const rowOf = async (...words: string[]) =>
    /^ {2}MRN +(\w+)$/m.exec(await done('show', 'loose.jws', ...words))?.[1]
  const rows = [
    rowOf(),
    rowOf('--source', 'fax', '--kind', 'lab'),
    rowOf('--source', 'desk', '--kind', 'lab'),
  ]
  assert.deepEqual(await Promise.all(rows), ['token', 'ff1', 'token'])
})

test('a signature holds or the policy is refused; the fingerprint is the SHA-256 of what was signed', async () => {
  const said = await signedAs('good', head(1))
  const jws = (await read('good.jws')).trim()
  const payload = Buffer.from(jws.split('.')[1] ?? '', 'base64url')
  const fingerprint = createHash('sha256').update(payload).digest('hex')
  assert.ok(said.includes(`fingerprint ${fingerprint}`))
  const publicKey = ['--key', 'signing/policy-signer.pub.jwk']
  assert.ok((await done('verify', 'good.jws', ...publicKey)).includes(fingerprint))
  const altered = Buffer.from(payload.toString().replace('"strict"', '"balanced"')).toString('base64url')
  const [header, , signature] = jws.split('.')
  await write('altered.jws', `${header}.${altered}.${signature}`)
  await Promise.all([
    fails(3, /bad-policy/, 'verify', 'altered.jws', ...publicKey),
    fails(3, /not signed/, 'verify', 'good.yaml', ...publicKey),
    done('key', '--dir', 'other', '--ed25519'),
  ])
  await signedAs('edwards', head(1), 'other/policy-signer.jwk')
  await Promise.all([
    fails(3, /bad-policy/, 'verify', 'good.jws', '--key', 'other/policy-signer.pub.jwk'),
    done('verify', 'edwards.jws', '--key', 'other/policy-signer.pub.jwk'),
  ])
})

test('a private key that others can read does not sign, a pair is never written over, a public half signs nothing', async () => {
  await write('plain.yaml', head(1))
  const before = await read('signing/policy-signer.jwk')
  await fails(1, /there is a policy-signer\.jwk already/, 'key', '--dir', 'signing')
  assert.equal(await read('signing/policy-signer.jwk'), before)
  await chmod(at('signing/policy-signer.jwk'), 0o644)
  await fails(
    1,
    /policy-signer\.jwk is too-open/,
    'sign',
    'plain.yaml',
    '--key',
    'signing/policy-signer.jwk',
    '--out',
    'x.jws',
  )
  await chmod(at('signing/policy-signer.jwk'), 0o600)
  await chmod(at('signing/policy-signer.pub.jwk'), 0o600)
  await fails(
    1,
    /no key for policies/,
    'sign',
    'plain.yaml',
    '--key',
    'signing/policy-signer.pub.jwk',
    '--out',
    'x.jws',
  )
  await chmod(at('signing/policy-signer.pub.jwk'), 0o644)
  assert.ok(!(await readdir(folder)).includes('x.jws'))
})

test('installed only where the box would take it', async () => {
  const install = ['--config', 'box.yaml']
  await signedAs('one', head(4))
  await fails(1, /has no policy-signer\.pub\.jwk/, 'install', 'one.jws', ...install)
  await write('keys/policy-signer.pub.jwk', await read('signing/policy-signer.pub.jwk'))
  await fails(3, /not signed/, 'install', 'one.yaml', ...install)
  await done('key', '--dir', 'stranger')
  await signedAs('strange', head(9), 'stranger/policy-signer.jwk')
  await fails(3, /bad-policy/, 'install', 'strange.jws', ...install)
  await signedAs(
    'unfit',
    `${head(5)}recipients: [main, gone]\noverrides: [{ source: scanner, profile: balanced }]\n`,
  )
  await fails(
    78,
    /overrides\[0\]\.source: no source.*\nrecipients: gateway-gone\.enc\.pub\.jwk is not in/,
    'install',
    'unfit.jws',
    ...install,
  )
  assert.ok(!(await readdir(at('keys'))).includes('policy.jws'))
  assert.match(await done('show', ...install), /none: the policy of the configuration/)
  assert.match(await done('install', 'one.jws', ...install), /^Installed: clinic version 4\./)
  assert.equal(await read('keys/policy.jws'), await read('one.jws'))
  assert.equal((await stat(at('keys/policy.jws'))).mode & 0o777, 0o644)
})

test('an older one than the box has accepted is not installed', async () => {
  await mkdir(at('state/deidentify'), { recursive: true })
  const taken = (await read('one.jws')).trim()
  await write('state/deidentify/policy.jws', taken)
  assert.match(await done('show', '--config', 'box.yaml'), /clinic, version 4.*\n.*\nsignature +holds/)
  await signedAs('old', head(3))
  await fails(3, /old-policy/, 'install', 'old.jws', '--config', 'box.yaml')
  await signedAs('same', `${head(4)}minWordConfidence: 0.5\n`)
  await fails(3, /old-policy/, 'install', 'same.jws', '--config', 'box.yaml')
  await signedAs('next', head(5))
  await done('install', 'next.jws', '--config', 'box.yaml')
  await write('state/deidentify/policy.jws', taken.slice(0, -6))
  await fails(3, /bad-policy/, 'show', '--config', 'box.yaml')
})
