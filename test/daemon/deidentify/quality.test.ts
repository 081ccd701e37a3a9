/**
 * What the box learns from people: corrections are kept without a word of a document, survive a crash, stay within
 * bounds, and become words of the box's own dictionary only when two say the same and somebody applies it.
 */
import assert from 'node:assert/strict'
import { appendFile, readdir, readFile, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { qualityLines } from '../../../command/quality-lines.ts'
import { loadGazetteer } from '../../../config/identifiers/load.ts'
import { withLocal } from '../../../daemon/deidentify/detect/local.ts'
import { pageText } from '../../../daemon/deidentify/detect/text.ts'
import { findSpans, knowledgeOf } from '../../../daemon/deidentify/detect.ts'
import type { PipelinePorts, RedactedPage } from '../../../daemon/deidentify/pipeline.ts'
import { shapeOf } from '../../../daemon/deidentify/quality/features.ts'
import { openJournal, readJournal } from '../../../daemon/deidentify/quality/journal.ts'
import { qualityKeys } from '../../../daemon/deidentify/quality/keys.ts'
import { proposalsOf, trainingOf } from '../../../daemon/deidentify/quality/propose.ts'
import type { DecisionRecord, QualityRecord } from '../../../daemon/deidentify/quality/record.ts'
import { totalsOf } from '../../../daemon/deidentify/quality/totals.ts'
import {
  addWords,
  forgetWords,
  learned,
  localWords,
  readWords,
} from '../../../daemon/deidentify/quality/words.ts'
import { openQuality } from '../../../daemon/deidentify/quality.ts'
import { quadOf } from '../../../daemon/model/geometry.ts'
import type { Decision } from '../../../daemon/model/held.ts'
import type { Finding } from '../../../daemon/model/identifier.ts'
import { type Masked, pageAt } from '../../../daemon/model/page.ts'
import { idOf, temporaryFolder } from '../spool/fixture.ts'
import { linesOf, readPage } from './detect/page.ts'

const gazetteer = loadGazetteer()
const tokens = { epoch: 1, keys: new Map([[1, new Uint8Array(32).fill(7)]]) }
const keys = qualityKeys(tokens)
const clock = () => new Date('2026-03-01T12:34:56Z')

/** Two lines: `patient Zylphora came` and `Quorvex 500 mg daily`, the canaries of this test. */
const canaries = ['Zylphora', 'Quorvex', 'zylphora', 'quorvex']
const words = linesOf(['patient Zylphora came', 'Quorvex 500 mg daily'])
const boxOf = (text: string) => words.find(word => word.text === text)!.box
const text = pageText(words)
const findings: readonly Finding[] = [
  {
    start: text.text.indexOf('Quorvex'),
    end: text.text.indexOf('Quorvex') + 7,
    class: 'NAME',
    score: 0.6,
    rule: 'name-unknown',
  },
]
const masked: readonly Masked[] = [
  { quad: quadOf(boxOf('Quorvex')), class: 'NAME', reason: 'identifier', confidence: 0.6 },
]
const rest = { masked, inkUnderstood: 1, held: null }
const detected = { ...readPage(words), text, findings }
const page: RedactedPage = {
  triaged: pageAt('triaged', { ...detected, ...rest, released: [] }),
  verified: pageAt('verified', { ...detected, ...rest, hits: [] }),
  timesMs: {},
}
const decision: Decision = {
  decision: 'release',
  seen: [],
  masks: [{ page: 1, quad: quadOf(boxOf('Zylphora')), class: 'NAME' }],
  wronglyMasked: [{ page: 1, region: 1 }],
}
const kind = 'prescription' as const

const decide = async (folder: string, n: number, reviewer: string, what: Decision = decision) => {
  const quality = await openQuality(folder, tokens, clock)
  await quality.document({ documentId: idOf(n), kind, pages: [page], held: true })
  await quality.decision({
    documentId: idOf(n),
    kind,
    pages: [page],
    decision: what,
    reviewer,
    know: gazetteer,
  })
}

test('a correction is kept with class, rule, kind and features', async t => {
  const folder = await temporaryFolder(t)
  await decide(folder, 1, 'reviewer-1')
  const { records, damaged } = await readJournal(folder, keys)
  assert.equal(damaged, 0)
  const [document, decided] = records as [QualityRecord, DecisionRecord]
  assert.equal(document.sort, 'document')
  const [missed, wrong] = decided.corrections
  assert.equal(missed?.class, 'NAME')
  assert.deepEqual(
    missed?.words.map(({ shape, before, after }) => [shape, before, after]),
    [['Xxxxxxxx', 'patient', 'came']],
  )
  assert.deepEqual([wrong?.class, wrong?.reason, wrong?.rule], ['NAME', 'identifier', 'name-unknown'])
  assert.equal(wrong?.words[0]?.shape, 'Xxxxxxx')
})

test('no file, no report and no training line has a word of the document or a name of a person', async t => {
  const folder = await temporaryFolder(t)
  await decide(folder, 1, 'reviewer-1')
  await decide(folder, 2, 'reviewer-2')
  const { records } = await readJournal(folder, keys)
  const proposals = proposalsOf(records)
  await addWords(folder, keys, proposals)
  const files = await Promise.all((await readdir(folder)).map(name => readFile(join(folder, name), 'latin1')))
  const said = [
    ...files,
    JSON.stringify(records),
    JSON.stringify(trainingOf(records)),
    ...qualityLines({ ...totalsOf(records), learned: 2, damaged: 0 }, proposals),
  ].join('\n')
  for (const canary of [...canaries, 'reviewer-1', 'reviewer-2']) assert.ok(!said.includes(canary), canary)
})

test('counts per class, reason, rule and kind, and the share held', async t => {
  const folder = await temporaryFolder(t)
  await decide(folder, 1, 'reviewer-1')
  await decide(folder, 1, 'reviewer-1')
  await (await openQuality(folder, tokens, clock)).document({
    documentId: idOf(2),
    kind: 'lab',
    pages: [page],
    held: false,
  })
  const totals = totalsOf((await readJournal(folder, keys)).records)
  assert.equal(totals.since, '2026-03-01')
  assert.deepEqual([totals.documents, totals.held, totals.decisions], [2, 1, 1])
  assert.deepEqual(totals.classes, { NAME: { masked: 2, missed: 1, wrong: 1 } })
  assert.deepEqual(totals.reasons, { identifier: { masked: 2, wrong: 1 } })
  assert.deepEqual(totals.rules, { 'name-unknown': { found: 2, wrong: 1 } })
  assert.deepEqual(totals.kinds.prescription, { documents: 1, held: 1, missed: 1, wrong: 1 })
  const lines = qualityLines({ ...totals, learned: 0, damaged: 0 }, [])
  assert.match(lines.join('\n'), /2 documents, 1 held \(50\.0 %\)/)
})

test('a word is proposed when two documents say the same, and not when they differ', async t => {
  const folder = await temporaryFolder(t)
  await decide(folder, 1, 'reviewer-1')
  assert.deepEqual(proposalsOf((await readJournal(folder, keys)).records), [])
  await decide(folder, 2, 'reviewer-1')
  const proposals = proposalsOf((await readJournal(folder, keys)).records)
  assert.deepEqual(
    new Map(proposals.map(({ hash, says }) => [hash, says])),
    new Map<string | null, string>([
      [keys.hash('Zylphora'), 'NAME'],
      [keys.hash('quorvex'), 'safe'],
    ]),
  )
  const masks = [{ page: 1, quad: quadOf(boxOf('Quorvex')), class: 'NAME' as const }]
  await decide(folder, 3, 'reviewer-2', { ...decision, masks, wronglyMasked: [] })
  const after = proposalsOf((await readJournal(folder, keys)).records)
  assert.deepEqual(
    after.map(({ says }) => says),
    ['NAME'],
  )
})

test('a name that many people bear is never proposed as safe, an everyday word never as an identifier', () => {
  const word = { shape: 'Xxxx', place: false, medical: false, drug: false, before: '', after: '' }
  const record = (n: number, correction: 'missed' | 'wrong', levels: object): DecisionRecord => ({
    ...{ sort: 'decision', documentId: idOf(n), day: '2026-03-01', kind, person: `p${n}` },
    corrections: [
      {
        ...{ correction, class: 'NAME', reason: null, rule: null },
        words: [{ ...word, surname: 0, given: 0, ordinary: 0, hash: `1.${'a'.repeat(22)}`, ...levels }],
      },
    ],
  })
  const both = (correction: 'missed' | 'wrong', levels: object) =>
    proposalsOf([record(1, correction, levels), record(2, correction, levels)]).length
  assert.equal(both('wrong', { surname: 7 }), 0)
  assert.equal(both('wrong', { ordinary: 7 }), 1)
  assert.equal(both('missed', { ordinary: 9 }), 0)
  assert.equal(both('missed', { ordinary: 9, given: 6 }), 1)
})

test('a figure is never hashed, and a hash is of one box and one epoch', () => {
  assert.equal(keys.hash('7712093'), null)
  assert.equal(keys.hash('03/04/1971'), null)
  assert.equal(keys.hash('Al'), null)
  const other = qualityKeys({ epoch: 1, keys: new Map([[1, new Uint8Array(32)]]) })
  assert.notEqual(keys.hash('Zylphora'), other.hash('Zylphora'))
  assert.equal(keys.hash('Zylphora,'), keys.hash('zylphora'))
  const rotated = qualityKeys({ epoch: 2, keys: new Map([...tokens.keys, [2, new Uint8Array(32)]]) })
  assert.ok(rotated.hashes('Zylphora').includes(keys.hash('Zylphora') ?? ''))
  assert.equal(rotated.open(keys.seal('old')), 'old')
  assert.equal(other.open(keys.seal('mine')), null)
})

test('shapes tell form and nothing else', () => {
  assert.equal(shapeOf("O'Brien"), "X'Xxxxx")
  assert.equal(shapeOf('03/04/1971'), 'dd/dd/dddd')
  assert.equal(shapeOf('a\u0000b*'), 'x.x.')
  assert.equal(shapeOf('x'.repeat(500)).length, 24)
})

test('a torn or altered line costs itself alone', async t => {
  const folder = await temporaryFolder(t)
  await decide(folder, 1, 'reviewer-1')
  const path = join(folder, 'journal')
  const { size } = await stat(path)
  await truncate(path, size - 20)
  await decide(folder, 2, 'reviewer-1')
  await appendFile(path, '1.AAAA\nnonsense')
  const { records, damaged } = await readJournal(folder, keys)
  assert.deepEqual(
    records.map(({ sort }) => sort),
    ['document', 'document', 'decision'],
  )
  assert.equal(damaged, 3)
})

test('a journal that grows is made shorter; its counts stay', async t => {
  const folder = await temporaryFolder(t)
  const most = 20_000
  const journal = openJournal(folder, keys, most)
  const some = { masked: { NAME: 2 }, reasons: { identifier: 2 }, rules: { 'name-unknown': 2 } }
  const writes = Array.from({ length: 150 }, (_, n) =>
    journal.append({ sort: 'document', documentId: idOf(n), day: '2026-03-01', kind, held: false, ...some }),
  )
  await Promise.all(writes)
  assert.ok((await stat(join(folder, 'journal'))).size < 2 * most)
  assert.deepEqual(await readdir(folder), ['journal'])
  const { records, damaged } = await readJournal(folder, keys)
  const totals = totalsOf(records)
  assert.deepEqual([damaged, totals.documents, totals.classes.NAME?.masked], [0, 150, 300])
})

test('files are for their owner alone', async t => {
  const folder = join(await temporaryFolder(t), 'quality')
  await decide(folder, 1, 'reviewer-1')
  await addWords(folder, keys, [{ hash: `1.${'a'.repeat(22)}`, says: 'safe' }])
  for (const name of await readdir(folder)) assert.equal((await stat(join(folder, name))).mode & 0o077, 0)
  assert.equal((await stat(folder)).mode & 0o077, 0)
})

test('learned words: an identifier is found everywhere, a safe word loses guesses and keeps what a label says', () => {
  const local = localWords(
    [
      { hash: keys.hash('Zylphora') ?? '', says: 'NAME' },
      { hash: keys.hash('Quorvex') ?? '', says: 'safe' },
    ],
    keys.hashes,
  )
  assert.ok(local !== null)
  const found = (line: string) =>
    withLocal(line, findSpans(line, gazetteer), local).map(({ start, end, rule }) => [
      line.slice(start, end),
      rule,
    ])
  assert.ok(found('seen ZYLPHORA today').some(([word, rule]) => word === 'ZYLPHORA' && rule === 'local-word'))
  const guess = (rule: string): Finding => ({ start: 5, end: 12, class: 'NAME', score: 0.5, rule })
  assert.deepEqual(withLocal('gave Quorvex today', [guess('name-unknown')], local), [])
  assert.equal(withLocal('gave Quorvex today', [guess('name-label-patient')], local).length, 1)
  const knowledge = learned(knowledgeOf(gazetteer), local)
  assert.equal(knowledge.isKnownSafe('Quorvex,', 'gave', 'today'), true)
  assert.equal(knowledge.isKnownSafe('Zylphora', 'seen', 'today'), false)
  assert.equal(knowledgeOf(gazetteer).isKnownSafe('Quorvex,', 'gave', 'today'), false)
})

test('words are kept, added to, forgotten; a file that is not ours teaches nothing', async t => {
  const folder = await temporaryFolder(t)
  const entry = { hash: keys.hash('Quorvex') ?? '', says: 'safe' } as const
  assert.deepEqual(await readWords(folder, keys), [])
  assert.equal(await addWords(folder, keys, [entry]), 1)
  assert.equal(await addWords(folder, keys, [{ ...entry, says: 'NAME' }]), 1)
  assert.deepEqual(await readWords(folder, keys), [{ ...entry, says: 'NAME' }])
  assert.deepEqual(
    await readWords(folder, qualityKeys({ epoch: 1, keys: new Map([[1, new Uint8Array(32)]]) })),
    [],
  )
  const ports = { knowledge: knowledgeOf(gazetteer) } as PipelinePorts
  const taught = (await openQuality(folder, tokens, clock)).taught(() => ports)
  assert.equal(taught().knowledge.local?.classOf('quorvex'), 'NAME')
  await forgetWords(folder)
  assert.equal((await openQuality(folder, tokens, clock)).taught(() => ports)().knowledge.local, undefined)
})
