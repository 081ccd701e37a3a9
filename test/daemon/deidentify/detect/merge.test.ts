/** Overlaps become one span that holds them all, under the surer or the more cautious class. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { merge } from '../../../../daemon/deidentify/detect/merge.ts'
import type { Finding, IdentifierClass } from '../../../../daemon/model/identifier.ts'

const finding = (start: number, end: number, name: IdentifierClass, score: number): Finding => ({
  start,
  end,
  class: name,
  score,
  rule: 'date',
})
const merged = (...findings: Finding[]) =>
  merge(findings).map(({ start, end, class: name }) => [start, end, name])

test('spans apart stay apart and come in order', () =>
  assert.deepEqual(merged(finding(9, 12, 'DATE', 1), finding(0, 4, 'NAME', 1)), [
    [0, 4, 'NAME'],
    [9, 12, 'DATE'],
  ]))
test('spans that touch stay apart', () =>
  assert.deepEqual(merged(finding(0, 4, 'NAME', 1), finding(4, 8, 'NAME', 1)), [
    [0, 4, 'NAME'],
    [4, 8, 'NAME'],
  ]))
test('a part of a longer span gives way to it', () =>
  assert.deepEqual(merged(finding(0, 40, 'LOCATION', 0.8), finding(10, 18, 'NAME', 0.95)), [
    [0, 40, 'LOCATION'],
  ]))
test('the surer class wins over spans of like length', () =>
  assert.deepEqual(merged(finding(0, 10, 'PHONE', 0.6), finding(0, 10, 'MRN', 0.9)), [[0, 10, 'MRN']]))
test('of equals the more cautious', () =>
  assert.deepEqual(merged(finding(0, 10, 'OTHER_ID', 0.9), finding(2, 11, 'SSN', 0.9)), [[0, 11, 'SSN']]))
test('of two that are more than guesses the more cautious, though the other is surer', () =>
  assert.deepEqual(merged(finding(0, 10, 'PHONE', 0.97), finding(0, 10, 'MRN', 0.85)), [[0, 10, 'MRN']]))
test('people and places share words: there the surer', () =>
  assert.deepEqual(merged(finding(0, 10, 'LOCATION', 0.97), finding(0, 10, 'NAME', 0.85)), [
    [0, 10, 'LOCATION'],
  ]))
test('a chain of overlaps is one span', () =>
  assert.deepEqual(merged(finding(0, 4, 'NAME', 1), finding(3, 8, 'NAME', 1), finding(7, 9, 'NAME', 1)), [
    [0, 9, 'NAME'],
  ]))
test('empty spans are dropped', () => assert.deepEqual(merged(finding(3, 3, 'NAME', 1)), []))
