/** What stands beside an identifier is masked with it where it may be a part of it, and only there. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { withBeside } from '../../../../daemon/deidentify/triage/beside.ts'
import { hiddenIn, laid } from './words.ts'

const canBeName = (word: string): boolean => /^(?:will|bones|star)$/i.test(word)

const hiddenOf = (row: string): string => {
  const page = laid(...row.split('\n'))
  return hiddenIn(page, withBeside(page.page, page.verdicts, canBeName)).join(' ')
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
