import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDecision, parseHeldPage } from '../../../daemon/model/held.ts'

const quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
]
const decision = { decision: 'release', seen: ['a'.repeat(64)], masks: [{ page: 1, quad }] }

test('a decision is read as it was written', () => {
  assert.deepEqual(parseDecision(JSON.stringify(decision)), decision)
})

test('a decision may tell corrections: what was missed, and what is masked for nothing', () => {
  const masks = [{ page: 1, quad, class: 'NAME' }]
  const corrected = { ...decision, masks, wronglyMasked: [{ page: 1, region: 2 }] }
  assert.deepEqual(parseDecision(JSON.stringify(corrected)), corrected)
})

test('a decision with anything more, less or else is refused', () => {
  const wrong = [
    'null',
    '[]',
    'no json',
    JSON.stringify({ ...decision, uncover: [] }),
    JSON.stringify({ ...decision, decision: 'uncover' }),
    JSON.stringify({ ...decision, seen: ['A'.repeat(64)] }),
    JSON.stringify({ ...decision, masks: [{ page: -1, quad }] }),
    JSON.stringify({ ...decision, masks: [{ page: 1, quad: quad.slice(1) }] }),
    JSON.stringify({ decision: 'release', seen: [] }),
    JSON.stringify({ ...decision, masks: [{ page: 1, quad, class: 'Delores' }] }),
    JSON.stringify({ ...decision, wronglyMasked: [{ page: 1, region: 0 }] }),
    JSON.stringify({ ...decision, wronglyMasked: [{ page: 1, region: 1, text: 'Delores' }] }),
    JSON.stringify({ ...decision, wronglyMasked: 'all' }),
  ]
  for (const text of wrong) assert.equal(parseDecision(text), null, text)
})

const page = {
  page: 1,
  widthPx: 2,
  heightPx: 3,
  dpi: 204,
  reasons: ['photo'],
  hits: [quad],
  masked: [{ quad, class: 'UNREAD', reason: 'unread-ink', confidence: 0 }],
  inkUnderstood: 1,
  original: 'AAAA',
  proposed: 'AA==',
  seen: '0'.repeat(64),
}

test('a held page is read as it was written; each field is checked', () => {
  assert.deepEqual(parseHeldPage(JSON.stringify(page)), page)
  const wrong = [
    { page: 1.5 },
    { reasons: ['because'] },
    { hits: [[1, 2, 3, 4]] },
    { masked: [{ quad, class: 'name of somebody', reason: 'person', confidence: 1 }] },
    { inkUnderstood: 2 },
    { original: '<svg>' },
    { seen: '' },
  ]
  for (const fault of wrong) assert.equal(parseHeldPage(JSON.stringify({ ...page, ...fault })), null)
})
