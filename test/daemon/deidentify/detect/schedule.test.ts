/** A scheduled patient is found however they are written, and nobody else is. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { loadGazetteer } from '../../../../config/identifiers/load.ts'
import { skeletonOf, spellingsOf } from '../../../../daemon/deidentify/detect/schedule.ts'
import { findSpans } from '../../../../daemon/deidentify/detect.ts'

const patient = {
  given: 'Zyra Quill',
  family: "O'Brennick-Vale",
  mrn: '0048-2913',
  birthDate: { year: 1961, month: 3, day: 4 },
}
const kinds = new Map(spellingsOf(patient).map(({ kind, skeleton }) => [skeleton, kind]))
// A guess of the tagger may reach over the scheduled word; here the rule of the schedule is proved.
const { tagger: _, ...dictionaries } = loadGazetteer()
const gazetteer = { ...dictionaries, scheduled: (skeleton: string) => kinds.get(skeleton) ?? null }

const foundIn = (text: string): string[] =>
  findSpans(text, gazetteer)
    .filter(({ rule }) => rule.startsWith('scheduled-'))
    .map(({ start, end }) => text.slice(start, end))

describe('hints from the schedule', () => {
  const written = [
    ["seen with zyra o'brennick-vale on the ward", "zyra o'brennick-vale"],
    ["O'BRENNICK-VALE, ZYRA", "O'BRENNICK-VALE, ZYRA"],
    ['Zyra O’Brennlck-Va1e', 'Zyra O’Brennlck-Va1e'],
    ["call Z. O'Brennick-Vale back", "Z. O'Brennick-Vale"],
    ["Zyra Quill\nO'Brennick-Vale", "Zyra Quill\nO'Brennick-Vale"],
    ['number 00482913 on file', '00482913'],
    ['number 48 2913 on file', '48 2913'],
    ['seen 3/4/61 and', '3/4/61'],
    ['March 4th, 1961', 'March 4th, 1961'],
    ['1961-03-04', '1961-03-04'],
  ] as const
  for (const [text, wanted] of written)
    it(`finds ${JSON.stringify(wanted)}`, () =>
      assert.ok(foundIn(text).includes(wanted), foundIn(text).join('|')))

  it('finds a part of the name where it is written as a name', () => {
    assert.deepEqual(foundIn('the family of Brennick was told'), [])
    assert.deepEqual(foundIn("Mother is also Vale and Zyra's aunt"), ['Vale', 'Zyra'])
    assert.deepEqual(foundIn('the vale of tears'), [])
  })

  it('finds nobody else', () => {
    assert.deepEqual(foundIn('Rosa Delgado, MRN 00482914, born 03/05/1961, potassium 4.1'), [])
  })

  it('has no skeleton that everyday figures share', () => {
    for (const { kind, skeleton } of spellingsOf({ ...patient, mrn: '12', given: 'Al', family: 'Yu' }))
      assert.ok(skeleton.length >= 4, kind)
  })

  it('takes what readers confuse for the same', () => {
    assert.equal(skeletonOf('MARNI 0158 Z'), skeletonOf('Maml OlS8 2'))
  })
})
