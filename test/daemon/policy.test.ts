/**
 * The policy in force, over real files and keys: a signed one is taken once, and a newer one after it; what is unsigned,
 * altered or older is refused with a record, and the one in force stays, over restarts and crashes.
 */
import assert from 'node:assert/strict'
import { chmod, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { parseConfig } from '../../config/load.ts'
import { canonical, parsePolicyFile, policyFrom } from '../../config/policy.ts'
import type { AuditEntry } from '../../daemon/audit.ts'
import { Deferred } from '../../daemon/errors.ts'
import { openPolicy } from '../../daemon/policy.ts'
import { createPolicySigner } from '../../drivers/jose/policy.ts'
import { generateJwkPair, type JwkPair } from '../../drivers/keys/jwk.ts'
import { temporaryFolder } from './spool/fixture.ts'

const loaded = parseConfig('{}')
assert.ok('config' in loaded)
const fields = loaded.config.deidentify
const signer = await generateJwkPair('audit', 'it')
const fileOf = (version: number, more: object = {}) => ({
  version,
  id: 'clinic',
  issuedAt: '2026-11-22T10:00:00Z',
  ...more,
})
const signed = async (file: object, { privateJwk }: JwkPair = signer) =>
  (await createPolicySigner(privateJwk))(canonical(file))
const fingerprintOf = (file: object): string => {
  const parsed = parsePolicyFile(JSON.stringify(file))
  assert.ok('policy' in parsed)
  return parsed.policy.fingerprint
}

const box = async (t: TestContext) => {
  const folder = await temporaryFolder(t)
  const [keys, state] = [join(folder, 'keys'), join(folder, 'state', 'deidentify')]
  await mkdir(keys, { mode: 0o700 })
  const records: AuditEntry[] = []
  const put = (name: string, content: string) => writeFile(join(keys, name), content, { mode: 0o644 })
  await put('gateway-main.enc.pub.jwk', JSON.stringify((await generateJwkPair('seal', 'main')).publicJwk))
  return {
    ...{ keys, state, records },
    trust: ({ publicJwk }: JwkPair) => put('policy-signer.pub.jwk', JSON.stringify(publicJwk)),
    install: (jws: string) => put('policy.jws', `${jws}\n`),
    remove: (name: string) => rm(join(keys, name)),
    accepted: join(state, 'policy.jws'),
    start: (audit: (entry: AuditEntry) => Promise<void> = async entry => void records.push(entry)) =>
      openPolicy({ directory: keys }, state, fields, { audit, log: () => {} }),
  }
}

test('without a signed policy, the one of the configuration', async t => {
  const { start, records, trust } = await box(t)
  assert.deepEqual(await start(), policyFrom(fields))
  await trust(signer)
  assert.deepEqual(await start(), policyFrom(fields))
  assert.deepEqual(records, [])
})

test('a signed policy is taken, recorded once, and stays after it is gone from the keys', async t => {
  const { start, records, trust, install, remove } = await box(t)
  await trust(signer)
  const file = fileOf(3, { minWordConfidence: 0.75 })
  await install(await signed(file))
  for (let n = 0; n < 3; n++) {
    const policy = await start()
    assert.equal(policy.minWordConfidence, 0.75)
    assert.equal(policy.identity?.version, 3)
    assert.equal(policy.fingerprint, fingerprintOf(file))
    if (n === 1) await remove('policy.jws')
  }
  assert.deepEqual(records, [{ action: 'policy-accepted', policy: fingerprintOf(file) }])
})

test('a newer one takes its place; an older one, or another of the same version, does not', async t => {
  const { start, records, trust, install } = await box(t)
  await trust(signer)
  await install(await signed(fileOf(3)))
  await start()
  await install(await signed(fileOf(4, { profile: 'balanced' })))
  assert.equal((await start()).profile, 'balanced')
  for (const file of [fileOf(3), fileOf(4, { minInkUnderstood: 0 }), fileOf(1)]) {
    await install(await signed(file))
    assert.equal((await start()).identity?.version, 4)
    assert.deepEqual(records.at(-1), {
      action: 'policy-refused',
      code: 'old-policy',
      policy: fingerprintOf(file),
    })
  }
})

test('unsigned, altered, signed by another or unsound: refused, recorded, and the one in force stays', async t => {
  const { start, records, trust, install } = await box(t)
  await trust(signer)
  await install(await signed(fileOf(3)))
  const inForce = await start()
  const good = await signed(fileOf(9, { profile: 'balanced' }))
  const [header, , signature] = good.split('.')
  const payload = Buffer.from(canonical(fileOf(9, { minWordConfidence: 0 }))).toString('base64url')
  const bad = [
    JSON.stringify(fileOf(9)),
    `${header}.${payload}.${signature}`,
    good.replace(/[^.]*$/, ''),
    await signed(fileOf(9), await generateJwkPair('audit', 'it')),
    await signed(fileOf(9, { profile: 'lax' })),
    await signed({ profile: 'balanced' }),
    '',
  ]
  for (const jws of bad) {
    await install(jws)
    assert.deepEqual(await start(), inForce)
    assert.deepEqual(records.at(-1), { action: 'policy-refused', code: 'bad-policy' })
  }
  assert.equal(records.length, 1 + bad.length)
})

test('a file that is too large, no file, or open to others is refused as well', async t => {
  const { start, records, trust, install, keys, remove } = await box(t)
  await trust(signer)
  const good = await signed(fileOf(3))
  await install(`${good}${' '.repeat(65_536)}`)
  assert.equal((await start()).identity, null)
  await install(good)
  await chmod(join(keys, 'policy.jws'), 0o666)
  assert.equal((await start()).identity, null)
  await rename(join(keys, 'policy.jws'), join(keys, 'elsewhere'))
  await symlink(join(keys, 'elsewhere'), join(keys, 'policy.jws'))
  assert.equal((await start()).identity, null)
  await remove('policy.jws')
  assert.deepEqual(
    records.map(({ action, code }) => `${action} ${code}`),
    Array(3).fill('policy-refused bad-policy'),
  )
})

test('a signed file without a key to verify it by is refused, and the configuration’s policy holds', async t => {
  const { start, records, install } = await box(t)
  await install(await signed(fileOf(1, { profile: 'balanced' })))
  assert.equal((await start()).profile, 'strict')
  assert.deepEqual(records, [{ action: 'policy-refused', code: 'bad-policy' }])
})

test('a policy for a gateway whose key is not there is refused', async t => {
  const { start, records, trust, install } = await box(t)
  await trust(signer)
  await install(await signed(fileOf(1, { recipients: ['main', 'other'] })))
  assert.deepEqual((await start()).recipients, ['main'])
  assert.deepEqual(
    records.map(({ code }) => code),
    ['no-recipient-key'],
  )
})

test('a key that is there and no key, or the same key under two names, is refused before the policy is accepted', async t => {
  const { start, records, trust, install, keys } = await box(t)
  await trust(signer)
  await install(await signed(fileOf(1, { recipients: ['main', 'other'] })))
  const main = await readFile(join(keys, 'gateway-main.enc.pub.jwk'))
  for (const content of ['{}', 'no JSON', main]) {
    await writeFile(join(keys, 'gateway-other.enc.pub.jwk'), content)
    assert.equal((await start()).identity, null)
    assert.equal(records.at(-1)?.code, 'no-recipient-key')
  }
})

test('the box does not fall back to a weaker policy: without the key it stops, with a new key it needs its signature', async t => {
  const { start, trust, install, remove, records } = await box(t)
  await trust(signer)
  await install(await signed(fileOf(5)))
  await start()
  await remove('policy-signer.pub.jwk')
  await assert.rejects(start(), { name: 'ConfigurationFault' })
  const successor = await generateJwkPair('sign', 'it-2')
  await trust(successor)
  await assert.rejects(start(), { name: 'ConfigurationFault' })
  await install(await signed(fileOf(4), successor))
  await assert.rejects(start(), { name: 'ConfigurationFault' })
  assert.equal(records.at(-1)?.code, 'old-policy')
  await install(await signed(fileOf(5), successor))
  assert.equal((await start()).identity?.version, 5)
  assert.equal(records.at(-1)?.action, 'policy-accepted')
})

test('a damaged state is a fault, never version nought', async t => {
  const { start, trust, install, accepted } = await box(t)
  await trust(signer)
  await install(await signed(fileOf(5)))
  await start()
  await install(await signed(fileOf(2)))
  const whole = await readFile(accepted, 'utf8')
  for (const damaged of ['', whole.slice(0, 40), `${whole.split('.')[0]}.e30.AAAA`]) {
    await writeFile(accepted, damaged)
    await assert.rejects(start(), { name: 'ConfigurationFault' }, damaged)
  }
})

test('no record, no acceptance; after a crash between the two it is done again', async t => {
  const { start, trust, install, accepted, records } = await box(t)
  await trust(signer)
  await install(await signed(fileOf(5)))
  const full = async () => {
    throw new Deferred('audit-unavailable')
  }
  await assert.rejects(start(full), { code: 'audit-unavailable' })
  await assert.rejects(readFile(accepted), { code: 'ENOENT' })
  await mkdir(join(accepted, '..'), { recursive: true })
  await writeFile(`${accepted}.draft`, 'half a poli')
  assert.equal((await start()).identity?.version, 5)
  assert.deepEqual(
    records.map(({ action }) => action),
    ['policy-accepted'],
  )
})
