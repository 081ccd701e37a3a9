/** Tokens are what the formula says, equal for equal values however written, and general values tell no more than Safe Harbor lets. */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { suite, test } from 'node:test'
import { zip3 } from '../../../config/identifiers/zip3.ts'
import {
  generaliseAge,
  generaliseDate,
  generaliseZip,
  token,
  tokeniserOf,
} from '../../../daemon/deidentify/tokenise.ts'
import type { IdentifierClass } from '../../../daemon/model/identifier.ts'

const key = new Uint8Array(32).fill(7)
const tokens = { epoch: 3, keys: new Map([[3, key]]) }
const tokeniser = tokeniserOf(tokens, 2026, zip3.restricted)

test('the first 16 bytes of HMAC-SHA-256 over class, zero byte and normalised value', () => {
  const expected = createHmac('sha256', key)
    .update('MRN\u0000AB1234')
    .digest()
    .subarray(0, 16)
    .toString('base64url')
  assert.equal(tokeniser.token('ab-12 34', 'MRN'), `t1.3.${expected}`)
})

test('the MAC is the only secret part: another gives another token', () => {
  const given = { epoch: 1, currentYear: 2026 }
  const one = token('x', 'MRN', { ...given, mac: () => new Uint8Array(32) })
  assert.equal(one, `t1.1.${Buffer.alloc(16).toString('base64url')}`)
})

suite('equal however written', () => {
  const cases: readonly (readonly [IdentifierClass, ...string[]])[] = [
    ['SSN', '123-45-6789', '123 45 6789', '123456789'],
    ['PHONE', '(555) 123-4567', '+1 555 123 4567', '555.123.4567 ext. 12'],
    ['NAME', 'José A. Muñoz', 'Munoz, Jose', 'MUÑOZ, JOSÉ ALBERTO', 'Mr. Jose Munoz Jr.'],
    ['NAME', 'Maria de la Cruz', 'de la Cruz, Maria'],
    ['DATE', '3/4/71', 'March 4th, 1971', '1971-03-04', '4-Mar-71', '04 MAR 1971', '19710304'],
    ['EMAIL', 'A@Example.com', 'a@example.com'],
    ['MRN', '88-120-44', '8812044', '88 120 44'],
    ['LOCATION', '12 Elm St., Apt 4', '12 ELM ST APT 4'],
  ]
  for (const [name, first = '', ...rest] of cases)
    test(`${name}: ${first}`, () => {
      for (const value of rest)
        assert.equal(tokeniser.token(value, name), tokeniser.token(first, name), value)
    })
  test('but not across classes', () =>
    assert.notEqual(tokeniser.token('12345678', 'MRN'), tokeniser.token('12345678', 'ACCOUNT')))
  test('nor for other people', () =>
    assert.notEqual(tokeniser.token('John Smith', 'NAME'), tokeniser.token('Smith John', 'NAME')))
})

test('a ZIP code keeps three digits, unless 20,000 people or fewer live there', () => {
  assert.equal(generaliseZip('62704-3311', zip3.restricted), '627')
  for (const area of zip3.restricted) assert.equal(generaliseZip(`${area}01`, zip3.restricted), '000')
  assert.equal(generaliseZip('Ohio', zip3.restricted), null)
})

test('a date keeps its year, and a year that tells an age over 89 does not', () => {
  assert.equal(generaliseDate('03/04/1971', 2026), '1971')
  assert.equal(generaliseDate('March 2024', 2026), '2024')
  assert.equal(generaliseDate('1/2/36', 2026), '90+')
  assert.equal(generaliseDate('1936-01-02', 2026), '90+')
  assert.equal(generaliseDate('1937-01-02', 2026), '1937')
  for (const value of ['March 4', 'Christmas', '13/32/2024x', '']) {
    const year = generaliseDate(value, 2026)
    assert.ok(year === null || year === '2024', value)
  }
})

test('ages over 89 are one class; words are too', () => {
  assert.deepEqual(['92 y/o', '90', 'ninety-two', '89'].map(generaliseAge), ['90+', '90+', '90+', '89'])
})

test('classes that have no general form give none', () => {
  assert.equal(tokeniser.generalise('John', 'NAME'), null)
  assert.equal(tokeniser.generalise('62704', 'LOCATION'), '627')
})

test('a missing key is a bug', () => {
  assert.throws(() => tokeniserOf({ epoch: 2, keys: new Map() }, 2026, zip3.restricted), RangeError)
})
