/** What leaves by each treatment keeps what it promises, and is never the value; where it cannot be done, less leaves. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { surrogateNames } from '../../../../config/identifiers/surrogates.ts'
import { zip3 } from '../../../../config/identifiers/zip3.ts'
import { shiftDaysOf } from '../../../../daemon/deidentify/tokenise/shift.ts'
import { type FoundField, tokeniserOf } from '../../../../daemon/deidentify/tokenise.ts'
import type { ClassTreatment, IdentifierClass } from '../../../../daemon/model/identifier.ts'

const key = new Uint8Array(32).fill(7)
const tokeniserAt = (epoch: number) =>
  tokeniserOf({ epoch, keys: new Map([[epoch, key]]) }, 2026, zip3.restricted, surrogateNames)
const tokeniser = tokeniserAt(3)
const mrn = (value: string): FoundField => ({ name: 'mrn', class: 'MRN', value })
const person = (value: string): FoundField => ({ name: 'patient-name', class: 'NAME', value })
const birth = (value: string): FoundField => ({ name: 'birth-date', class: 'DATE', value })
const treat = (
  identifierClass: IdentifierClass,
  value: string,
  treatment: ClassTreatment,
  found: readonly FoundField[] = [],
) => tokeniser.forDocument(found)({ class: identifierClass, value }, treatment)
const leaving = (...args: Parameters<typeof treat>): string => {
  const treated = treat(...args)
  assert.ok(treated !== null)
  return treated.value
}

test('mask gives nothing, token and generalise what they always gave', () => {
  assert.equal(treat('MRN', '123', 'mask'), null)
  assert.deepEqual(treat('MRN', '12-3', 'token'), {
    value: tokeniser.token('123', 'MRN'),
    treatment: 'token',
  })
  assert.deepEqual(treat('DATE', '3/4/1971', 'generalise'), { value: '1971', treatment: 'generalise' })
  assert.equal(treat('NAME', 'Ann Hill', 'generalise'), null)
})

suite('ff1', () => {
  test('keeps length, alphabet and separators', () => {
    assert.match(leaving('SSN', '123-45-6789', 'ff1'), /^\d{3}-\d{2}-\d{4}$/)
    assert.match(leaving('PHONE', '(217) 555-0187', 'ff1'), /^\(\d{3}\) \d{3}-\d{4}$/)
    assert.match(leaving('MRN', 'ab-12 34', 'ff1'), /^[0-9A-Z]{2}-[0-9A-Z]{2} [0-9A-Z]{2}$/)
  })
  test('is the same number however it is written', () => {
    const plain = (text: string) => text.replace(/\W/g, '')
    for (const written of ['123 45 6789', '123456789'])
      assert.equal(plain(leaving('SSN', written, 'ff1')), plain(leaving('SSN', '123-45-6789', 'ff1')))
    assert.equal(
      plain(leaving('PHONE', '+1 (217) 555-0187 ext. 4', 'ff1')),
      plain(leaving('PHONE', '217.555.0187', 'ff1')),
    )
  })
  test('nothing of the value but its shape is there: other signs go', () =>
    assert.match(leaving('MRN', 'MRN #1234567', 'ff1'), /^[0-9A-Z]{3} [0-9A-Z]{7}$/))
  test('is another one in another class or epoch', () => {
    const values = [
      leaving('MRN', '12345678', 'ff1'),
      leaving('ACCOUNT', '12345678', 'ff1'),
      tokeniserAt(4).forDocument([])({ class: 'MRN', value: '12345678' }, 'ff1')?.value,
    ]
    assert.equal(new Set(values).size, 3)
  })
  test('a domain under 10^6 leaves as a token, and so does what has other letters', () => {
    for (const value of ['12345', 'A12', 'ÑÜ12345678'])
      assert.equal(treat('MRN', value, 'ff1')?.treatment, value.startsWith('Ñ') ? 'ff1' : 'token', value)
    assert.equal(treat('MRN', 'ΩΩΩΩ', 'ff1')?.treatment, 'token')
    assert.equal(treat('MRN', '7712093', 'ff1')?.treatment, 'ff1')
  })
})

suite('shift', () => {
  const patient = [mrn('7712093'), birth('03/04/1971')]
  test('moves every date of one patient by the same 1 to 365 days, either way', () => {
    const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
    const one = days('2025-09-05', leaving('DATE', '09/05/2025', 'shift', patient))
    assert.ok(Number.isInteger(one) && one !== 0 && Math.abs(one) <= 365)
    assert.equal(days('1971-03-04', leaving('DATE', 'March 4, 1971', 'shift', patient)), one)
    assert.equal(days('2024-02-29', leaving('DATE', '2/29/2024', 'shift', [mrn('771-2093')])), one)
  })
  test('keeps what lies between any two dates of a patient', () => {
    const written = (ms: number) => new Date(ms).toISOString().slice(0, 10)
    const day = fc.integer({
      min: Date.UTC(1940, 0, 1) / 86_400_000,
      max: Date.UTC(2026, 11, 31) / 86_400_000,
    })
    fc.assert(
      fc.property(day, day, fc.nat(), (one, other, n) => {
        const found = [mrn(`${n}`)]
        const [from, to] = [one, other].map(at =>
          Date.parse(leaving('DATE', written(at * 86_400_000), 'shift', found)),
        ) as [number, number]
        assert.equal((to - from) / 86_400_000, other - one)
        assert.notEqual(from / 86_400_000, one)
      }),
      { numRuns: 200 },
    )
  })
  test('all of 1 to 365 days either way come about, and never none', () => {
    const seen = new Set(Array.from({ length: 8_000 }, (_, n) => shiftDaysOf(`mrn ${n}`, key)))
    assert.equal(seen.size, 730)
    assert.ok(!seen.has(0) && Math.max(...seen) === 365 && Math.min(...seen) === -365)
  })
  test('without a number, the name and birth date tell the patient, however written', () => {
    const one = treat('DATE', '9/5/2025', 'shift', [person('Delores Whitfield'), birth('3/4/71')])
    const two = treat('DATE', '9/5/2025', 'shift', [person('WHITFIELD, DELORES A'), birth('1971-03-04')])
    assert.equal(one?.treatment, 'shift')
    assert.deepEqual(one, two)
  })
  test('no patient, or two: the year', () => {
    for (const found of [
      [],
      [person('Ann Hill')],
      [birth('1/1/1980')],
      [mrn('1234567'), mrn('7654321')],
      [mrn('1234567'), birth('1/1/1980'), birth('2/2/1990')],
      [person('Ann Hill'), person('Bo Reed'), birth('1/1/1980')],
    ])
      assert.deepEqual(treat('DATE', '9/5/2025', 'shift', found), { value: '2025', treatment: 'generalise' })
  })
  test('a part of a date is only its year, and a year that tells an age over 89 none', () => {
    assert.deepEqual(treat('DATE', 'March 2024', 'shift', patient), {
      value: '2024',
      treatment: 'generalise',
    })
    assert.deepEqual(treat('DATE', '1/2/1936', 'shift', patient), { value: '90+', treatment: 'generalise' })
    assert.equal(treat('DATE', '1/2/1937', 'shift', patient)?.treatment, 'shift')
  })
})

suite('surrogate', () => {
  test('one patient has one, however the name is written', () => {
    const one = leaving('NAME', 'Delores Whitfield', 'surrogate')
    assert.match(one, /^[A-Z][A-Za-z]+ [A-Z][A-Za-z]+$/)
    assert.equal(leaving('NAME', 'WHITFIELD, Delores A.', 'surrogate'), one)
    assert.notEqual(leaving('NAME', 'Raj Subramanian', 'surrogate'), one)
  })
  test('never the value, nor a part of the name', () => {
    const { given, surnames } = surrogateNames
    fc.assert(
      fc.property(fc.constantFrom(...given), fc.constantFrom(...surnames), (first, last) => {
        const parts = leaving('NAME', `${first} ${last}`, 'surrogate').split(' ')
        assert.ok(!parts.includes(first) && !parts.includes(last))
      }),
      { numRuns: 300 },
    )
  })
  test('the drawn given name does not tell the gender: the same share of names for both', () => {
    const women = ['Mary', 'Linda', 'Susan', 'Karen', 'Emily', 'Grace', 'Helen', 'Laura']
    const men = ['James', 'Robert', 'John', 'David', 'Paul', 'Mark', 'Kevin', 'Brian']
    const drawnFor = (first: readonly string[]) =>
      first.flatMap(name =>
        surrogateNames.surnames.map(last => leaving('NAME', `${name} ${last}`, 'surrogate')),
      )
    const womenAmong = (drawn: readonly string[]) =>
      drawn.filter(name => /^(?:Mary|Linda|Barbara|Patricia|Susan|Karen|Nancy|Lisa|Emma|Amy)\b/.test(name))
        .length / drawn.length
    assert.ok(Math.abs(womenAmong(drawnFor(women)) - womenAmong(drawnFor(men))) < 0.03)
  })
  test('numbers come from ranges that are nobody’s', () => {
    assert.match(leaving('PHONE', '(217) 555-0187', 'surrogate'), /^555-555-01\d\d$/)
    assert.match(leaving('FAX', '217-555-0187', 'surrogate'), /^555-555-01\d\d$/)
    assert.match(leaving('SSN', '123-45-6789', 'surrogate'), /^9\d\d-(?:0[1-9]|[1-4]\d)-(?!0000)\d{4}$/)
    assert.match(leaving('EMAIL', 'a@b.org', 'surrogate'), /@example\.com$/)
    assert.match(leaving('IP', '10.0.0.7', 'surrogate'), /^192\.0\.2\.\d+$/)
    assert.match(leaving('URL', 'http://a.org/x', 'surrogate'), /^https:\/\/example\.com\/\d+$/)
  })
  test('other numbers keep their shape and no figure of meaning', () => {
    const number = leaving('MRN', 'ab-123456', 'surrogate')
    assert.match(number, /^[A-Z]{2}\d{6}$/)
    assert.notEqual(number, 'AB123456')
    for (let n = 0; n < 10; n++) assert.notEqual(leaving('MRN', String(n), 'surrogate'), String(n))
  })
  test('a place becomes another in the same three digits, where those may leave', () => {
    const zip = leaving('LOCATION', '62704', 'surrogate')
    assert.match(zip, /^627\d\d$/)
    assert.notEqual(zip, '62704')
    assert.equal(leaving('LOCATION', '03601', 'surrogate'), '00000')
  })
  test('what has no surrogate leaves as a token', () => {
    assert.equal(treat('MRN', 'Ω', 'surrogate')?.treatment, 'token')
    const nameless = tokeniserOf({ epoch: 1, keys: new Map([[1, key]]) }, 2026, zip3.restricted)
    assert.equal(
      nameless.forDocument([])({ class: 'NAME', value: 'Ann Hill' }, 'surrogate')?.treatment,
      'token',
    )
  })
})

test('no treatment ever gives the value back', () =>
  fc.assert(
    fc.property(
      fc.constantFrom<IdentifierClass>('NAME', 'PHONE', 'SSN', 'MRN', 'ACCOUNT', 'EMAIL', 'IP', 'URL'),
      fc.constantFrom<ClassTreatment>('token', 'generalise', 'surrogate'),
      fc.stringMatching(/^[A-Za-z0-9@. -]{1,20}$/),
      (identifierClass, treatment, value) => {
        const treated = treat(identifierClass, value, treatment)
        assert.notEqual(treated?.value.toLowerCase(), value.trim().toLowerCase())
      },
    ),
    { numRuns: 300 },
  ))
