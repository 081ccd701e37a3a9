/** The text that the tagger learns from is labelled truly and the same for the same seed; training on it gives the same bytes and learns. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { loadDictionaries } from '../../../../config/identifiers/load.ts'
import { chanceOf, weighted } from '../../../../config/identifiers/tagger/chance.ts'
import { damaged } from '../../../../config/identifiers/tagger/damage.ts'
import { expand, sceneOf } from '../../../../config/identifiers/tagger/expand.ts'
import { emptyWeights, fitOnce, quantised } from '../../../../config/identifiers/tagger/fit.ts'
import { writeTagger } from '../../../../config/identifiers/tagger/format.ts'
import { readLists } from '../../../../config/identifiers/tagger/lists.ts'
import { measure } from '../../../../config/identifiers/tagger/measure.ts'
import { classesOf, none, samplesOf, writeDocument } from '../../../../config/identifiers/tagger/samples.ts'
import { scanOf } from '../../../../daemon/deidentify/detect/scan.ts'
import { featureSpec } from '../../../../daemon/deidentify/detect/tagger/features.ts'
import { taggerClasses } from '../../../../daemon/model/gazetteer.ts'

const folder = mkdtempSync(join(tmpdir(), 'cordon-tagger-'))
after(() => rmSync(folder, { recursive: true }))

const names =
  'SMITH JOHNSON GARCIA NGUYEN YOUNG ROSE PAGE KOWALCZYK MCDONALD OBRIEN PATEL LONG BAKER FLORES CHOWDHURY WEAVER'
const given = 'LINDA JAMES MARIA ROSE WILL GRACE XIOMARA PRIYA OMAR HOPE FRANK DAWN ELENA GRANT PEARL THEO'
const write = (name: string, lines: readonly string[]) => writeFileSync(join(folder, name), lines.join('\n'))
write(
  'surnames.tsv',
  names.split(' ').map((name, index) => `${name}\t${1 / (index + 1)}`),
)
write(
  'given-names.tsv',
  given.split(' ').map((name, index) => `${name}\t${9999 - index}`),
)
write('us-places.tsv', [
  'OH\tOhio\tDayton\tMontgomery',
  'ME\tMaine\tBangor\tPenobscot',
  'TX\tTexas\tEl Paso\tEl Paso',
  'NV\tNevada\tElko\tElko',
])
write('drugs.txt', ['abacavir sulfate', 'metformin', 'lisinopril', 'warfarin', 'baclofen', 'digoxin'])
write('icd10cm-terms.txt', ['abscess of lung', 'fracture of wrist', 'acute sinusitis'])

const lists = readLists(folder, 'train')
const gazetteer = loadDictionaries()
const documents = (seed: number, count: number) => {
  const chance = chanceOf(seed)
  return Array.from({ length: count }, () => writeDocument(chance, lists, 'train'))
}

test('one seed, one text; another seed, another', () => {
  assert.deepEqual(documents(5, 20), documents(5, 20))
  assert.notDeepEqual(documents(5, 20), documents(6, 20))
})

test('every span of a document lies where it says, in order, and has a class', () => {
  const labels = new Set<string | null>()
  for (const { text, spans } of documents(7, 300)) {
    let last = 0
    for (const { text: part, label, start, end } of spans) {
      assert.ok(start >= last && end > start)
      assert.equal(text.slice(start, end), part)
      labels.add(label)
      last = end
    }
  }
  assert.deepEqual([...labels].sort(), [...taggerClasses].sort())
})

test('tokens take the class of the span they lie in, others none', () => {
  const text = 'Seen by Ann Lee in Elko'
  const spans = [
    { text: 'Ann Lee', label: 'name', start: 8, end: 15 },
    { text: 'Elko', label: 'place', start: 19, end: 23 },
  ] as const
  assert.deepEqual(classesOf(scanOf(text, gazetteer), { text, spans }), [none, none, 0, 0, none, 1])
})

suite('templates', () => {
  const scene = () => sceneOf(chanceOf(3), lists)
  const told = (template: string) =>
    expand(scene(), template)
      .map(({ text }) => text)
      .join('')

  test('alternatives, one within the other, and empty ones', () => {
    const seen = new Set(
      Array.from({ length: 60 }, (_, seed) =>
        expand(sceneOf(chanceOf(seed), lists), 'a[b[c|d]|]')
          .map(({ text }) => text)
          .join(''),
      ),
    )
    assert.deepEqual([...seen].sort(), ['a', 'abc', 'abd'])
  })
  test('a person stays the same person', () => {
    const [one, two] = told('{p.last}|{p.last}').split('|')
    assert.equal(one, two)
  })
  test('an unknown slot is a fault', () => assert.throws(() => told('{nothing}')))
  test('damage keeps labels', () => {
    const pieces = expand(scene(), 'Seen by {d.any} on {date}')
    assert.deepEqual(
      damaged(chanceOf(1), pieces).map(({ label }) => label),
      pieces.map(({ label }) => label),
    )
  })
})

test('weights are drawn as often as they say', () => {
  const chance = chanceOf(1)
  const drawn = Array.from({ length: 2000 }, () =>
    weighted(chance, [
      ['often', 9],
      ['seldom', 1],
    ]),
  )
  const share = drawn.filter(one => one === 'seldom').length / drawn.length
  assert.ok(share > 0.07 && share < 0.13)
})

test('training twice gives the same bytes, and the model finds what it was shown', () => {
  const samples = samplesOf(lists, gazetteer, 'train', 1, 6000)
  const once = () => {
    const weights = emptyWeights()
    for (const seed of [1, 2]) fitOnce(weights, samples, seed)
    return quantised(weights, featureSpec, [0.5, 0.5, 0.5, 0.5])
  }
  const [one, two] = [once(), once()]
  assert.deepEqual(writeTagger(one), writeTagger(two))
  const row = measure('shown', one, samples).find(line => line.startsWith('from 0.5')) ?? ''
  const [, recall = '0', precision = '0'] = /recall name ([\d.]+) %.*precision ([\d.]+) %/.exec(row) ?? []
  assert.ok(Number(recall) > 85 && Number(precision) > 85, row)
})
