/**
 * What the place and size of a masked region tell of the name under it, in bits: names of many lengths are put into the same
 * page, and the regions that come out are counted.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { triage } from '../../../../daemon/deidentify/triage.ts'
import { boundsOf } from '../../../../daemon/model/geometry.ts'
import { renderPage } from '../../../../demo/paper/render.ts'
import { detectedPage, draw, strict } from '../ink-sheet.ts'

const names = [
  'Lee',
  'Kim',
  'Gay',
  'Ruiz',
  'Page',
  'Holt',
  'Perry',
  'Quill',
  'Young',
  'Baxter',
  'Jaeger',
  'Miller',
  'Delgado',
  'Quigley',
  'Simmons',
  'Marchand',
  'Gonzalez',
  'Fitzroy',
  'Castellan',
  'Lindqvist',
  'Hildebrand',
  'Montgomery',
  'Featherston',
  'Christensen',
  'Bartholomew',
  'Vandermeulen',
] // prettier-ignore

/** Of a value that is one of `all.length` equally likely names: how much of it the regions give away. */
const bitsOf = (all: readonly string[]): number => {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts.values()].reduce((sum, n) => sum - (n / all.length) * Math.log2(n / all.length), 0)
}

type Context = { readonly before: string; readonly after: string }

const regionsOf = async ({
  before,
  after,
}: Context): Promise<{ regions: string[]; heights: Set<number> }> => {
  const heights = new Set<number>()
  const regions: string[] = []
  for (const name of names) {
    const page = draw(sheet => sheet.text(54, 40, [before, { NAME: name }, after]), 420, 70)
    const { masked } = triage(detectedPage(page, await renderPage(page, 300)), strict, () => true)
    regions.push(JSON.stringify(masked.map(({ quad }) => quad)))
    for (const { quad } of masked) heights.add(boundsOf(quad).bottom - boundsOf(quad).top)
  }
  return { regions, heights }
}

test('a field with room after it: a bit or two of the name, of 4.7', async () => {
  const { regions, heights } = await regionsOf({ before: 'Patient: ', after: '' })
  assert.ok(new Set(regions).size <= 3, `${new Set(regions).size} regions`)
  assert.ok(bitsOf(regions) <= 1.6, `${bitsOf(regions)} bits`)
  assert.equal(heights.size, 1, 'heights tell nothing')
})

test('a name in the middle of a line: the gap tells its width, whatever is drawn into it', async () => {
  const { regions, heights } = await regionsOf({ before: 'Seen by ', after: ' for chest pain' })
  assert.ok(bitsOf(regions) <= Math.log2(names.length))
  assert.ok(heights.size <= 2)
  // Three name parts in a row are one region: their own widths, and how many they are, do not show.
  const page = draw(sheet => sheet.text(54, 40, ['Seen by ', { NAME: 'Ann Lee Page' }, ' today']), 420, 70)
  const { masked } = triage(detectedPage(page, await renderPage(page, 300)), strict, () => true)
  assert.equal(masked.length, 1)
})

if (process.argv.includes('--print')) {
  for (const context of [
    { before: 'Patient: ', after: '' },
    { before: 'Seen by ', after: ' for chest pain' },
  ]) {
    const { regions } = await regionsOf(context)
    console.log(
      context,
      new Set(regions).size,
      'regions',
      bitsOf(regions).toFixed(2),
      'bits of',
      Math.log2(names.length).toFixed(2),
    )
  }
}
