/** Proves how corrections are written on the command line, and that nothing else is taken for one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMask, parseWronglyMasked } from '../../command/corrections.ts'
import { quadOf } from '../../daemon/model/geometry.ts'

test('a mask is a page, a place and, where it is said, a class', () => {
  const quad = quadOf({ left: 420, top: 310, right: 680, bottom: 354 })
  assert.deepEqual(parseMask('1:420,310,260,44:NAME'), [{ page: 1, quad, class: 'NAME' }])
  assert.deepEqual(parseMask('1:420,310,260,44'), [{ page: 1, quad, class: 'OTHER_ID' }])
  assert.deepEqual(parseMask('1:420,310,260,44:other'), [{ page: 1, quad, class: 'OTHER_ID' }])
  assert.equal(parseMask('2:0,0,1,1', parseMask('1:420,310,260,44')).length, 2)
})

test('a region is a page and its number', () => {
  assert.deepEqual(parseWronglyMasked('2:7', parseWronglyMasked('1:3')), [
    { page: 1, region: 3 },
    { page: 2, region: 7 },
  ])
})

test('anything else is wrong usage', () => {
  for (const wrong of [
    '',
    '1',
    '0:1,1,1,1',
    '1:1,1,0,1',
    '1:-1,1,1,1',
    '1:1,1,1',
    '1:1,1,1,1:PERSON',
    '1:1,1,1,1:',
  ])
    assert.throws(() => parseMask(wrong), { code: 'commander.invalidArgument' }, wrong)
  for (const wrong of ['', '1', '1:0', '0:1', '1:2:3', 'a:b'])
    assert.throws(() => parseWronglyMasked(wrong), { code: 'commander.invalidArgument' }, wrong)
})
