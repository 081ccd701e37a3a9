/**
 * Codes and medications leave in clear, and nothing else can: whatever stands on a page, a value is of a closed grammar
 * and its drug is of the dictionary.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadGazetteer } from '../../../config/identifiers/load.ts'
import { pageText } from '../../../daemon/deidentify/detect/text.ts'
import { filingOf } from '../../../daemon/deidentify/filing.ts'
import { isClosedFiling } from '../../../daemon/model/filing.ts'
import type { Finding } from '../../../daemon/model/identifier.ts'
import { pageAt, type Word } from '../../../daemon/model/page.ts'
import { linesOf, type Placed, readPage, wordsOf } from './detect/page.ts'

const gazetteer = loadGazetteer()
/** As after detection, with nothing found unless a test says so. */
const detected = (words: readonly Word[], findings: readonly Finding[] = []) =>
  pageAt('detected', { ...readPage(words), text: pageText(words), findings })
const filed = (lines: readonly string[]) => filingOf([detected(linesOf(lines))], gazetteer)
const codes = (...lines: string[]) => filed(lines).codes.map(({ system, code }) => `${system} ${code}`)
const medications = (...lines: string[]) =>
  filed(lines).medications.map(({ drug, strength, form, route, frequency }) => ({
    drug,
    strength,
    form,
    route,
    frequency,
  }))

test('diagnosis codes, with their point anywhere, without it under a label', () => {
  assert.deepEqual(codes('Assessment: type 2 diabetes E11.9 and asthma (J45.909)'), [
    'icd-10-cm E11.9',
    'icd-10-cm J45.909',
  ])
  assert.deepEqual(codes('ICD-10: I10, E1165; S72.001A'), [
    'icd-10-cm I10',
    'icd-10-cm E11.65',
    'icd-10-cm S72.001A',
  ])
  assert.deepEqual(codes('Diagnosis codes:', 'M545 Z79.4'), ['icd-10-cm M54.5', 'icd-10-cm Z79.4'])
})

test('misread diagnosis codes are put right under their label and nowhere else', () => {
  assert.deepEqual(codes('Dx: E1l.9 l10 Z79.O'), ['icd-10-cm E11.9', 'icd-10-cm I10', 'icd-10-cm Z79.0'])
  assert.deepEqual(codes('seen in l10 beside E1l.9'), [])
})

test('what only looks like a diagnosis code is none', () => {
  assert.deepEqual(codes('vitamin B12 and A1C 6.5 at level T12 with L4-L5 disease'), [])
  assert.deepEqual(codes('Dx: B12 deficiency'), [])
  assert.deepEqual(codes('part E14.22 of X1'), [])
})

test('procedure codes only under their label, and never a ZIP code', () => {
  assert.deepEqual(codes('CPT 99213-25, 85025 and HCPCS J1885'), ['cpt 99213', 'cpt 85025', 'hcpcs J1885'])
  assert.deepEqual(codes('the number 99213 by itself'), [])
  assert.deepEqual(codes('CPT list mailed to Springfield, IL 62704'), [])
  assert.deepEqual(codes('CPT code for zip 62704'), [])
})

test('a code below the heading of its column', () => {
  const table: Placed[] = [
    ['Date', 0, 0],
    ['CPT', 300, 0],
    ['Charges', 600, 0],
    ['units', 0, 60],
    ['99214', 300, 60],
    ['140', 600, 60],
    ['93000', 300, 120],
    ['99215', 900, 120],
  ]
  const { codes: found } = filingOf([detected(wordsOf(table))], gazetteer)
  assert.deepEqual(
    found.map(({ code }) => code),
    ['99214', '93000'],
  )
})

test('drug, laboratory and vaccine codes', () => {
  assert.deepEqual(codes('NDC 0069-0770-38'), ['ndc 00069-0770-38'])
  assert.deepEqual(codes('LOINC 2345-7 and LOINC 2345-6'), ['loinc 2345-7'])
  assert.deepEqual(codes('CVX 115'), ['cvx 115'])
})

test('numbers of people in the same form are no codes: without the label, or behind a label of their own', () => {
  assert.deepEqual(codes('DL 5352-466-81 and 0069-0770-38'), [])
  assert.deepEqual(codes('CPT 99213 Member ID J4410'), ['cpt 99213'])
  assert.deepEqual(codes('Dx E11.9 MRN: I1165'), ['icd-10-cm E11.9'])
  assert.deepEqual(codes('room W11.1 of ward V12.5'), [])
  const address: Placed[] = [
    ['CPT', 300, 0],
    ['99214', 300, 60],
    ['Springfield', 180, 200],
    ['62704', 300, 200],
  ]
  const { codes: found } = filingOf([detected(wordsOf(address))], gazetteer)
  assert.deepEqual(
    found.map(({ code }) => code),
    ['99214'],
  )
})

test('a laboratory value is no strength', () => {
  assert.deepEqual(
    medications('Calcium 9.2 mg/dL 8.6-10.2', 'Lithium 0.8 mEq/L daily fasting').map(
      ({ strength }) => strength,
    ),
    [null],
  )
})

test('a code that touches an identifier is no field', () => {
  const finding = { start: 4, end: 9, class: 'MRN', score: 1, rule: 'mrn-label' } as const
  assert.deepEqual(filingOf([detected(linesOf(['Dx: E11.9']), [finding])], gazetteer).codes, [])
})

test('a word read without confidence is no field', () => {
  const words = linesOf(['Dx: E11.9', 'Metformin 500 mg daily']).map(word => ({ ...word, confidence: 0.3 }))
  const { codes: found, medications: drugs } = filingOf([detected(words)], gazetteer)
  assert.deepEqual([found, drugs], [[], []])
})

test('medications in the ways that they are written', () => {
  assert.deepEqual(medications('Metformin HCl 1,000 mg tab PO BID with meals'), [
    {
      drug: 'metformin hcl',
      strength: '1000 mg',
      form: 'tablet',
      route: 'oral',
      frequency: 'twice daily, with meals',
    },
  ])
  assert.deepEqual(medications('Lisinopril 10MG tablet', 'Sig: take one tablet by mouth every morning'), [
    { drug: 'lisinopril', strength: '10 mg', form: 'tablet', route: 'oral', frequency: 'every morning' },
  ])
  assert.deepEqual(medications('Hydrocodone/Acetaminophen 5-325 mg q4-6h prn'), [
    {
      drug: 'hydrocodone acetaminophen',
      strength: '5-325 mg',
      form: null,
      route: null,
      frequency: 'every 4-6 hours, as needed',
    },
  ])
  assert.deepEqual(medications('Insulin glargine 20 units subq at bedtime'), [
    {
      drug: 'insulin glargine',
      strength: '20 units',
      form: null,
      route: 'subcutaneous',
      frequency: 'at bedtime',
    },
  ])
})

test('two medications on one line each have their own dose', () => {
  const found = medications('atorvastatin 40 mg nightly, warfarin 5 mg daily')
  assert.deepEqual(
    found.map(({ drug, strength, frequency }) => [drug, strength, frequency]),
    [
      ['atorvastatin', '40 mg', 'every night'],
      ['warfarin', '5 mg', 'once daily'],
    ],
  )
})

test('an allergy, a name and a drug without a dose are no medication', () => {
  assert.deepEqual(medications('Allergies: penicillin 500 mg'), [])
  assert.deepEqual(medications('He takes warfarin.'), [])
  assert.deepEqual(medications('Rose Will 5 mg daily'), [])
})

test('whatever stands on a page, every value in clear is of its closed grammar', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Dx:',
      'CPT',
      'NDC',
      'LOINC',
      'CVX',
      'ICD-10',
      'Metformin',
      'Aspirin',
      'Sig:',
      'take',
      'BID',
      'mg',
    ),
    fc.stringMatching(/^[A-Z]\d[\dOIl]{1,4}$/),
    fc.stringMatching(/^\d{1,5}(?:-\d{1,4}){0,2}$/),
    fc.stringMatching(/^\d{1,4}(?:mg|ml|units|%|mcg\/hr)$/),
    fc.stringMatching(/^[A-Z][a-z]{2,9}$/),
    fc.string({ minLength: 1, maxLength: 12 }).map(text => text.replace(/\s/g, '') || 'x'),
  )
  const salts = /^(?:hcl|hydrochloride|er|xr|sr|xl|la|cr|dr|ec|odt|hctz)$/
  const known = (word: string) =>
    salts.test(word) || gazetteer.drug(word) || /^(?:sodium|potassium|[a-z]+ate)$/.test(word)
  fc.assert(
    fc.property(
      fc.array(fc.array(piece, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 6 }),
      lines => {
        const filing = filed(lines.map(line => line.join(' ')))
        assert.ok(isClosedFiling(filing))
        for (const { drug } of filing.medications) assert.ok(drug.split(' ').every(known), drug)
      },
    ),
    { numRuns: 150 },
  )
})

test('a value that is not of its grammar is refused', () => {
  const filing = filed(['Metformin 500 mg daily', 'Dx: E11.9'])
  const [medication] = filing.medications
  assert.ok(medication !== undefined && isClosedFiling(filing))
  assert.equal(
    isClosedFiling({ ...filing, medications: [{ ...medication, frequency: 'for Delores' }] }),
    false,
  )
  assert.equal(isClosedFiling({ ...filing, medications: [{ ...medication, strength: '5 Rose' }] }), false)
  assert.equal(
    isClosedFiling({ ...filing, codes: [{ system: 'icd-10-cm', code: 'Rose', page: 1, confidence: 1 }] }),
    false,
  )
})
