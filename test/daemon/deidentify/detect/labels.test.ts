/** Labels with their values, put together at random: any spelling, any separator, any damage of the usual kinds. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadGazetteer } from '../../../../config/identifiers/load.ts'
import { findSpans } from '../../../../daemon/deidentify/detect.ts'
import type { IdentifierClass } from '../../../../daemon/model/identifier.ts'

const { tagger: _, ...gazetteer } = loadGazetteer()

const spellings: Readonly<Partial<Record<IdentifierClass, readonly string[]>>> = {
  MRN: ['MRN', 'Med Rec No', 'Medical Record Number', 'Chart #', 'Patient ID', 'Hosp No', 'MR#', 'Unit No'],
  ACCOUNT: ['Acct', 'Account Number', 'Acct #', 'CSN', 'HAR', 'FIN', 'Patient Account No', 'Invoice #'],
  HEALTH_PLAN: ['Member ID', 'Policy #', 'Subscriber ID', 'Medicaid ID', 'Group No', 'Insured ID', 'RxGrp'],
  LICENSE: ['License #', 'Lic No', "Driver's License", 'DL #', 'State ID', 'CLIA #'],
  DEVICE: ['Serial No', 'S/N', 'Lot #', 'Device ID', 'Model No'],
  OTHER_ID: ['Accession #', 'Claim No', 'Auth #', 'Referral #', 'Specimen ID', 'Rx #', 'Case No', 'Order #'],
}

const cases = Object.entries(spellings).flatMap(([name, labels]) =>
  labels.map(label => [name as IdentifierClass, label] as const),
)
const value = fc.oneof(
  fc.stringMatching(/^[1-9][0-9]{5,9}$/),
  fc.stringMatching(/^[A-Z]{2}[1-9][0-9]{5}$/),
  fc.stringMatching(/^[1-9][0-9]{3}-[1-9][0-9]{3}$/),
)
const separator = fc.constantFrom(': ', ':', '; ', ' : ', ' - ', ' ', ':\n', '. ')

const at = (text: string, wanted: string) => {
  const start = text.lastIndexOf(wanted)
  return findSpans(text, gazetteer).find(span => span.start <= start && start + wanted.length <= span.end)
}

test('a labelled number is found under the class of its label', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cases), separator, value, ([name, label], sign, number) => {
      const found = at(`Seen today. ${label}${sign}${number}\n`, number)
      assert.ok(found !== undefined)
      // A number may be valid as one of another class; the label then decides unless the check digits say more.
      assert.ok(found.class === name || found.score > 0.7 || sign === ' ' || sign === '. ')
    }),
    { numRuns: 400 },
  )
})

const misread: Readonly<Record<string, string>> = { 0: 'O', 1: 'l', 5: 'S', 8: 'B' }

test('a labelled number is found whole when OCR took digits for letters', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.stringMatching(/^[1-9][0-9]{7}$/), ([, label], number) => {
      const written = number.replace(/(?<=^..)[0158]/, digit => misread[digit] ?? digit)
      assert.ok(at(`${label}: ${written}\n`, written) !== undefined)
    }),
    { numRuns: 300 },
  )
})

test('a label is known when OCR confused its letters', () => {
  const damaged = fc.constantFrom(
    ['Medical Record Number', 'Medica1 Rec0rd Nurnber'],
    ['Patient Name', 'Patlent Narne'],
    ['Account Number', 'Acc0unt Nurnber'],
    ['Member ID', 'Mernber lD'],
    ['Policy #', 'Po1icy #'],
  )
  fc.assert(
    fc.property(damaged, value, ([, written], number) => {
      const wanted = written.startsWith('Patlent') ? 'Rosa Delgado' : number
      assert.ok(at(`${written}: ${wanted}\n`, wanted) !== undefined)
    }),
    { numRuns: 60 },
  )
})

test('titles and credentials go with the name', () => {
  const name = fc.constantFrom('Okafor', 'Ngozi Okafor', 'N. Okafor', 'Mary Whitcombe-Lane')
  const title = fc.constantFrom('Dr. ', 'Dr ', 'Mr. ', 'Mrs. ', 'Ms. ')
  const credential = fc.constantFrom('', ', MD', ', M.D.', ' RN', ', PA-C', ', DO, FACP', ' PharmD')
  fc.assert(
    fc.property(title, name, credential, (before, person, after) => {
      const whole = before + person + after
      assert.ok(at(`The note was signed by ${whole} in clinic.`, whole.replace(/\.$/, '')) !== undefined)
    }),
    { numRuns: 100 },
  )
})
