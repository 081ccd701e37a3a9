/**
 * Proves the main path with real processes: a fax goes in, only sealed, redacted output comes out, every step is
 * recorded, and a person's decision on a held page is carried out.
 */
import assert from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { fieldValue, readBundle } from '../../gateway/bundle.ts'
import { missingMosquitto } from '../broker.ts'
import { cordon } from './command.ts'
import { asFax, letter, letterPage, patient, plantedOf, scrawl } from './papers.ts'
import { device, openRig, openRigWith, type Rig, reviewer, site } from './rig.ts'
import type { Stored } from './state.ts'
import { undoAfter } from './undo.ts'
import { until } from './until.ts'

const skip = missingMosquitto()

const manifestOf = async ({ folder }: Stored) => {
  const bundle = readBundle(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  assert.equal(bundle.kind, 'manifest')
  return bundle.kind === 'manifest' ? bundle.manifest : assert.fail()
}

const actions = async (rig: Rig, service: 'capture' | 'deidentify' | 'forward' | 'review', id: string) =>
  (await rig.audit(service)).filter(({ documentId }) => documentId === id).map(({ action }) => action)

test('a fax of two pages comes out at the gateway, redacted and once, and the box lets go of it', {
  skip,
}, async t => {
  const rig = await openRig(t)
  const bytes = await asFax([await letterPage(patient(1)), await letterPage(patient(1), 2)])
  const id = await rig.drop('fax000000001.tif', bytes)
  const stored = await rig.delivered(id)

  await t.test(
    'the gateway has manifest, pages, PDF and report, and nothing of the patient in them',
    async () => {
      const expected = [
        'document.pdf',
        'manifest.json',
        'page-001.png',
        'page-002.png',
        'receipt.jws',
        'report.json',
      ]
      assert.deepEqual(stored.files, expected)
      for (const name of ['page-001.png', 'page-002.png']) {
        const { width, height, channels, exif, icc, xmp } = await sharp(join(stored.folder, name)).metadata()
        assert.deepEqual(
          [width, height, channels, exif, icc, xmp],
          [833, 467, 1, undefined, undefined, undefined],
        )
      }
      assert.equal((await readFile(join(stored.folder, 'document.pdf'))).subarray(0, 5).toString(), '%PDF-')
      const text = await Promise.all(
        ['manifest.json', 'report.json'].map(name => readFile(join(stored.folder, name), 'utf8')),
      )
      for (const planted of plantedOf(patient(1))) assert.ok(!text.join().includes(planted))
    },
  )

  await t.test('fields leave as tokens, and the same patient has the same token', async () => {
    const { fields } = await manifestOf(stored)
    const names = new Set(fields.map(({ name }) => name))
    for (const name of ['patient-name', 'mrn', 'phone'] as const)
      assert.ok(names.has(name), `${name} is a field`)
    for (const field of fields) assert.match(fieldValue(field), /^(t1\.[\w-]+\.[\w-]{16,}|\d{1,4}\+?)$/)
    const again = await rig.delivered(await rig.drop('other.tif', await letter(1)))
    const mrn = (all: typeof fields) => all.find(({ name }) => name === 'mrn')
    const [one, other] = [mrn(fields), mrn((await manifestOf(again)).fields)]
    assert.ok(one && other && 'token' in one && 'token' in other)
    assert.equal(one.token, other.token)
  })

  await t.test('every step of it is recorded, in order', async () => {
    assert.deepEqual(await actions(rig, 'capture', id), ['captured'])
    assert.deepEqual(await actions(rig, 'deidentify', id), ['sealed', 'shredded'])
    assert.deepEqual(await actions(rig, 'forward', id), ['sent', 'receipted', 'shredded'])
  })

  await t.test('the same file again is recorded as a duplicate and sent no more', async () => {
    const parts = rig.gateway.lines().length
    const from = rig.journal.lines().length
    await rig.drop('fax000000002.tif', bytes)
    await rig.journal.seen({ service: 'capture', event: 'duplicate', documentId: id }, from)
    await rig.delivered(await rig.drop('after.tif', await letter(2)))
    assert.equal(
      rig.gateway
        .lines()
        .slice(parts)
        .filter(line => line.includes(id)).length,
      0,
    )
    assert.deepEqual(await actions(rig, 'capture', id), ['captured', 'duplicate'])
    assert.deepEqual(await readdir(rig.clinic.faxDir), [])
  })

  await t.test('nothing is left in the box, and every chain is sound', async () => {
    await rig.assertSettled()
    const status = await cordon('status', '--json', '--config', rig.clinic.configFile)
    assert.equal(status.exit, 0)
    const none = { waiting: 0, kept: 0, rejected: {} }
    assert.deepEqual(JSON.parse(status.stdout), {
      site,
      device,
      running: false,
      edges: { captured: none, review: none, decided: none, sealed: none, receipts: none },
    })
  })

  await t.test('a chain that was edited is found', () => assertEditFound(rig))
})

const assertEditFound = async (rig: Rig): Promise<void> => {
  await rig.stopServices()
  const path = join(rig.clinic.stateDir, 'audit', 'forward.jsonl')
  const sound = await readFile(path, 'utf8')
  await writeFile(path, sound.replace('"action":"receipted"', '"action":"sent"'))
  const { exit, stdout } = await cordon(
    'audit',
    'verify',
    '--state',
    rig.clinic.stateDir,
    '--keys',
    rig.clinic.keysDir,
  )
  assert.equal(exit, 1)
  assert.match(stdout, /^forward +NOT SOUND at line \d+: altered/m)
  await writeFile(path, sound)
}

test('the box says of itself that it is there, how its chains stand, and by its will that it is gone', {
  skip,
}, async t => {
  const undo = undoAfter(t)
  const rig = await openRigWith(undo, { services: false })
  const spy = await rig.broker.spy('#')
  undo(spy.stop)
  const said = (kind: string): readonly Record<string, unknown>[] =>
    spy
      .lines()
      .map(line => line.split(' '))
      .filter(([topic]) => topic === `cordon/v1/${site}/${device}/${kind}`)
      .map(([, hex = '']) => JSON.parse(Buffer.from(hex, 'hex').toString()))
  await rig.startServices()
  await until(() => said('status').length > 0 && said('audit').length > 0, 'status and heads')
  assert.equal(said('status')[0]?.state, 'online')
  const heads = said('audit')[0]?.heads as { service: string; record: string }[]
  assert.ok(heads.some(({ service }) => service === 'capture'))
  const chain = await readFile(join(rig.clinic.stateDir, 'audit', 'capture.jsonl'), 'utf8')
  assert.ok(chain.includes(heads.find(({ service }) => service === 'capture')?.record ?? 'none'))
  rig.kill('forward')
  await until(() => said('status').at(-1)?.state === 'online' && said('status').length === 3, 'gone and back')
  assert.deepEqual(
    said('status').map(({ state }) => state),
    ['online', 'offline', 'online'],
  )
})

const review = (rig: Rig, ...words: readonly string[]) =>
  cordon('review', ...words, '--config', rig.clinic.configFile)

test('a held page waits for a person, is shown, and released as the person saw it; a rejected one stays', {
  skip,
}, async t => {
  const rig = await openRig(t)
  const hold = async (n: number) => {
    const id = await rig.drop(`scrawl${n}.tif`, await scrawl(n))
    await rig.journal.seen({ service: 'review', event: 'held', documentId: id })
    return id
  }
  const id = await hold(3)

  await t.test('it is listed and shown without a word of what stands on it', async () => {
    const listed = await review(rig, 'list')
    assert.match(listed.stdout, new RegExp(`^${id} .* fax +1 p\\. +little-understood`, 'm'))
    const shown = await review(rig, 'show', id.slice(0, 6))
    assert.match(shown.stdout, /too little of the page could be read/)
    for (const planted of plantedOf(patient(3))) assert.ok(!(listed.stdout + shown.stdout).includes(planted))
    assert.deepEqual(await rig.stored(), [])
    assert.equal((await cordon('status', '--config', rig.clinic.configFile)).exit, 2)
  })

  await t.test('only a reviewer releases it, and the role leaves the box, not the person', async () => {
    assert.equal((await review(rig, 'release', id, '--as', 'stranger')).exit, 64)
    assert.equal((await review(rig, 'release', id, '--as', reviewer)).exit, 0)
    const provenance = JSON.stringify(await provenanceOf(await rig.delivered(id)))
    assert.match(provenance, /reviewer/)
    assert.ok(!provenance.includes(reviewer))
    const decided = (await rig.audit('review')).find(({ action }) => action === 'decided')
    assert.deepEqual([decided?.documentId, decided?.person], [id, reviewer])
  })

  await t.test('a rejected one is never sent, and stays sealed', async () => {
    const rejected = await hold(4)
    assert.equal((await review(rig, 'reject', rejected)).exit, 0)
    const name = `${rejected}.rejected-by-person`
    await until(async () => (await rig.edges()).captured.rejected.includes(name), 'it rejected')
    const sealed = await readFile(join(rig.clinic.stateDir, 'spool/captured/rejected', name))
    assert.ok(!sealed.includes(Buffer.from('II*\0')))
    assert.ok(!rig.gateway.lines().some(line => line.includes(rejected)))
    assert.equal((await review(rig, 'list')).stdout, 'Nothing waits for a person.\n')
    assert.equal((await rig.stored()).length, 1)
  })
  await rig.assertSettled()
})

/** What the manifest says of who released the document. */
const provenanceOf = async ({ folder }: Stored): Promise<unknown> => {
  const bundle = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    entry: { resource: { resourceType: string } }[]
  }
  return bundle.entry.find(({ resource }) => resource.resourceType === 'Provenance')
}
