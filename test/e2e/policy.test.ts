/**
 * A signed policy on a real box: fields leave as it says, its fingerprint is in every output, and an older or altered one
 * changes nothing but the record.
 */
import assert from 'node:assert/strict'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { readBundle } from '../../gateway/bundle.ts'
import { missingMosquitto } from '../broker.ts'
import { cordon } from './command.ts'
import { asFax, letterPage, patient } from './papers.ts'
import { openRig } from './rig.ts'
import type { Stored } from './state.ts'

const manifestOf = async ({ folder }: Stored) => {
  const bundle = readBundle(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  return bundle.kind === 'manifest' ? bundle.manifest : assert.fail()
}

test('what leaves follows the signed policy, and only a newer one takes its place', {
  skip: missingMosquitto(),
}, async t => {
  const rig = await openRig(t, { services: false })
  const { configFile, keysDir } = rig.clinic
  const at = (name: string) => join(rig.folder, name)
  const run = async (...words: string[]): Promise<string> => {
    const { exit, stdout, stderr } = await cordon('policy', ...words)
    assert.equal(exit, 0, stderr)
    return /^fingerprint +([0-9a-f]{64})$/m.exec(stdout)?.[1] ?? ''
  }
  const signed = async (version: number, more: string): Promise<string> => {
    const head = `version: ${version}\nid: clinic\nissuedAt: 2026-11-22T10:00:00Z\n`
    await writeFile(at('policy.yaml'), `${head}recipients: [main]\n${more}`)
    return run(
      'sign',
      at('policy.yaml'),
      '--key',
      at('signing/policy-signer.jwk'),
      '--out',
      at(`${version}.jws`),
    )
  }
  await run('key', '--dir', at('signing'))
  await copyFile(at('signing/policy-signer.pub.jwk'), join(keysDir, 'policy-signer.pub.jwk'))
  const fingerprint = await signed(
    3,
    'treatments: { PHONE: mask }\noverrides: [{ source: fax, treatments: { MRN: ff1, NAME: surrogate } }]\n',
  )
  await run('install', at('3.jws'), '--config', configFile)
  await rig.startServices()

  const { mrn, given, family } = patient(5)
  const stored = await rig.delivered(await rig.drop('one.tif', await asFax([await letterPage(patient(5))])))
  const { fields, policy } = await manifestOf(stored)
  assert.equal(policy, fingerprint)
  assert.equal(JSON.parse(await readFile(join(stored.folder, 'report.json'), 'utf8')).policy, fingerprint)
  const named = (name: string) => fields.filter(field => field.name === name)
  const [number] = named('mrn')
  assert.ok(number && 'encrypted' in number)
  assert.match(number.encrypted, new RegExp(`^\\d{${mrn.length}}$`))
  assert.notEqual(number.encrypted, mrn)
  const [name] = named('patient-name')
  assert.ok(name && 'surrogate' in name)
  for (const part of [given, family]) assert.ok(!name.surrogate.includes(part))
  assert.deepEqual(named('phone'), [])

  await signed(2, 'profile: balanced\n')
  for (const jws of [
    await readFile(at('2.jws'), 'utf8'),
    (await readFile(at('3.jws'), 'utf8')).replace('.', '.e30'),
  ]) {
    await rig.stopServices()
    await writeFile(join(keysDir, 'policy.jws'), jws)
    await rig.startServices()
  }
  const again = await rig.delivered(await rig.drop('two.tif', await asFax([await letterPage(patient(6))])))
  assert.equal((await manifestOf(again)).policy, fingerprint)
  const records = (await rig.audit('deidentify')).filter(({ action }) => /^policy-|^sealed$/.test(action))
  assert.deepEqual(
    records.map(({ action, code, policy: of }) =>
      [action, code ?? (of === fingerprint ? 'this' : 'other')].join(' '),
    ),
    [
      'policy-accepted this',
      'sealed this',
      'policy-refused old-policy',
      'policy-refused bad-policy',
      'sealed this',
    ],
  )
  await rig.assertSettled()
})
