/** What stands beside an identifier is masked with it where it may be a part of it, and only there. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { withBeside } from '../../../../daemon/deidentify/triage/beside.ts'
import { hiddenIn, laid } from './words.ts'

const canBeName = (word: string): boolean => /^(?:will|bones|star)$/i.test(word)

const hiddenOf = (row: string, ordinary: readonly string[] = []): string => {
  const page = laid(...row.split('\n'))
  const isOrdinary = (i: number): boolean => ordinary.includes(page.page.words[i]?.text ?? '')
  return hiddenIn(page, withBeside(page.page, page.verdicts, canBeName, isOrdinary)).join(' ')
}

const cases: Record<string, readonly (readonly [row: string, hidden: string])[]> = {
  'names take their parts': [
    ['seen by [NAME Delgado] J today', 'Delgado J'],
    ['note of [NAME Rosa] Quill today', 'Rosa Quill'],
    ['was Leopold, [NAME Quigley] here', 'Leopold, Quigley'],
    ['notified. Will [NAME Lane] , LPN', 'Will Lane LPN'],
    ['BONES [NAME SIOBHAN] urine', 'BONES SIOBHAN'],
    ['PATIENT NURSE [NAME YOLANDA] today', 'NURSE YOLANDA'],
    ['signed PILL [NAME SUMMER] today', 'PILL SUMMER'],
    ['the Lady [NAME Mary] of [NAME Mercy] came', 'Mary of Mercy'],
  ],
  'an initial that was misread is masked with its name': [
    ['seen by 0. [NAME Lee] today', '0. Lee'],
    ['seen by 8., [NAME Lee] today', '8., Lee'],
    ['seen by w [NAME Lee] today', 'w Lee'],
    ['seen by [NAME Lee] w. today', 'Lee w.'],
    ['took 5 [NAME Lee] today', 'Lee'],
    ['as a [NAME Lee] today', 'Lee'],
    ['seen at 7. [NAME Lee] today', 'Lee'],
  ],
  'what a reader makes of an initial is masked with the name beside it': [
    ['seen by §. [NAME Berhane] today', '§. Berhane'],
    ['Taken by: ). [NAME Lee] today', '). Lee'],
    ['seen by [NAME Lee] ] today', 'Lee ]'],
    ['seen by ? [NAME Lee] today', '? Lee'],
  ],
  'other signs, and signs beside nobody, stay': [
    ['seen by - [NAME Lee] today', 'Lee'],
    ['seen by • [NAME Lee] today', 'Lee'],
    ['seen ( [NAME Lee] today', 'Lee'],
    ['seen by # [NAME Lee] today', 'Lee'],
    ['seen by & [NAME Lee] today', 'Lee'],
    ['seen by §§ [NAME Lee] today', 'Lee'],
    ['on §. [DATE 3/14] today', '3/14'],
    ['at §. [LOCATION Erie] today', 'Erie'],
    ['seen by §.    [NAME Lee] today', 'Lee'],
    ['seen by §.\n[NAME Lee] today', 'Lee'],
  ],
  'a small word belongs to the name around it': [
    ['at [LOCATION Foot] of the [LOCATION Plains] now', 'Foot of the Plains'],
    ['at [LOCATION Foot] and [LOCATION Ankle] now', 'Foot and Ankle'],
    ['at [LOCATION Foot] for [LOCATION Ankle] now', 'Foot for Ankle'],
    ['at [NAME Foot] or [LOCATION Ankle] now', 'Foot or Ankle'],
    ['at [NAME Rosa] de la [NAME Quill] now', 'Rosa de la Quill'],
  ],
  'a small word between two people, or two of anything else, stays': [
    ['told [NAME Rosa] and [NAME Quill] now', 'Rosa Quill'],
    ['told [NAME Rosa] or [NAME Quill] now', 'Rosa Quill'],
    ['told [NAME Rosa] for [NAME Quill] now', 'Rosa Quill'],
    ['on [DATE 3/14] and [DATE 3/15] now', '3/14 3/15'],
    ['told [NAME Rosa] of [DATE 3/15] now', 'Rosa 3/15'],
    ['told [NAME Rosa] of [NAME quill] now', 'Rosa quill'],
    ['told [NAME Rosa] of the de [NAME Quill] now', 'Rosa Quill'],
    ['told [NAME Rosa] of    [NAME Quill] now', 'Rosa Quill'],
  ],
  'labels, orders and the next sentence stay': [
    ['seen by [NAME Delgado.] Lungs clear', 'Delgado.'],
    ['[NAME Rosa] Chart No 12', 'Rosa'],
    ['[NAME Rosa] MR # 12', 'Rosa'],
    ['[NAME Rosa] Telephone today', 'Rosa'],
    ['Call [NAME Rosa] today', 'Rosa'],
    ['Report [NAME Rosa] today', 'Rosa'],
    ['[NAME Rosa] was seen', 'Rosa'],
    ['[DATE 20/10/2022] 17. REFERRING PROVIDER', '20/10/2022'],
  ],
  'houses and addresses': [
    ['at [LOCATION Brandywine] Group today', 'Brandywine Group'],
    ['from [LOCATION Lock] No. [LOCATION 7] to', 'Lock No. 7'],
    ['[LOCATION Erie] 16509 today', 'Erie 16509'],
    ['[LOCATION Erie] with her', 'Erie'],
  ],
  'numbers and dates': [
    ['on [DATE May] 14 and', 'May 14'],
    ['on [DATE May] 14 mg', 'May'],
    ['call [PHONE 555-0143] 22 now', '555-0143'],
    ['plate [UNREAD ZB] 60 HW', 'ZB 60'],
    ['took [UNREAD ZB] 60 mg', 'ZB'],
  ],
}

for (const [title, table] of Object.entries(cases)) {
  describe(title, () => {
    for (const [row, hidden] of table) test(row, () => assert.equal(hiddenOf(row), hidden))
  })
}

test('a wide gap parts two columns', () => {
  assert.equal(hiddenOf('[NAME Rosa]        Quill'), 'Rosa')
})

describe('a word of which the tagger is sure is not taken in', () => {
  const table: readonly (readonly [row: string, ordinary: string, hidden: string])[] = [
    ['note of [NAME Rosa] Quill today', 'Quill', 'Rosa'],
    ['was Leopold, [NAME Quigley] here', 'Leopold,', 'Quigley'],
    ['at [LOCATION Brandywine] Group today', 'Group', 'Brandywine'],
    ['seen by [NAME Delgado] J today', 'J', 'Delgado J'],
    ['[LOCATION Erie] 16509 today', '16509', 'Erie 16509'],
    ['on [DATE March] Monday', 'Monday', 'March Monday'],
  ]
  for (const [row, ordinary, hidden] of table)
    test(row, () => {
      assert.equal(hiddenOf(row, [ordinary]), hidden)
      assert.ok(hiddenOf(row).split(' ').includes(ordinary), 'without the tagger it is')
    })
})
