/** Fields carry tokens and general values, as the policy says of each class, and never a value in clear. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadGazetteer } from '../../../config/identifiers/load.ts'
import { zip3 } from '../../../config/identifiers/zip3.ts'
import { detect } from '../../../daemon/deidentify/detect.ts'
import { fieldsOf } from '../../../daemon/deidentify/fields.ts'
import { tokeniserOf } from '../../../daemon/deidentify/tokenise.ts'
import {
  type ClassTreatment,
  type IdentifierClass,
  identifierClasses,
} from '../../../daemon/model/identifier.ts'
import { linesOf, readPage } from './detect/page.ts'

const tokeniser = tokeniserOf({ epoch: 1, keys: new Map([[1, new Uint8Array(32)]]) }, 2026, zip3.restricted)
const general: readonly IdentifierClass[] = ['DATE', 'LOCATION', 'AGE_90']
const treatments = Object.fromEntries(
  identifierClasses.map(name => [name, general.includes(name) ? 'generalise' : 'token']),
) as Record<IdentifierClass, ClassTreatment>

const lines = [
  'Patient Name: Delores Whitfield DOB: 03/04/1971 MRN: 7712093',
  'Attending: Raj Subramanian, MD',
  'Date of Service: 09/05/2025',
  'Phone: (217) 555-0187',
  'Member ID: XEH904417723',
  'Account #: ACC-9876543',
  'Address: 12345 Elm Street, Springfield, IL 62704',
  '92 y/o mother',
  'MRN: 7712093',
]
const pages = detect([readPage(linesOf(lines))], { gazetteer: loadGazetteer() })

test('each field that a gateway files by', () => {
  const fields = fieldsOf(pages, treatments, tokeniser)
  assert.deepEqual(
    fields.map(({ name, treatment }) => `${name} ${treatment}`),
    [
      'patient-name token',
      'birth-date generalise',
      'mrn token',
      'provider-name token',
      'service-date generalise',
      'phone token',
      'health-plan-id token',
      'account token',
      'zip generalise',
      'age generalise',
    ],
  )
  const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
  assert.equal(values['birth-date'], '1971')
  assert.equal(values.zip, '627')
  assert.equal(values.age, '90+')
  assert.equal(values['patient-name'], tokeniser.token('Whitfield, Delores', 'NAME'))
})

test('no value leaves in clear', () => {
  for (const { value } of fieldsOf(pages, treatments, tokeniser))
    assert.match(value, /^(?:t1\.1\.[A-Za-z0-9_-]{22}|\d{3,4}|90\+)$/)
})

test('a masked class gives no field', () => {
  const masked = Object.fromEntries(identifierClasses.map(name => [name, 'mask'])) as Record<
    IdentifierClass,
    ClassTreatment
  >
  assert.deepEqual(fieldsOf(pages, masked, tokeniser), [])
})

test('a value that has no general form gives no field', () => {
  const [page] = detect([readPage(linesOf(['DOB: March 4']))], { gazetteer: loadGazetteer() })
  assert.ok(page !== undefined)
  assert.deepEqual(fieldsOf([page], treatments, tokeniser), [])
})

test('fields name their page and how sure they are', () => {
  const [field] = fieldsOf(pages, treatments, tokeniser)
  assert.equal(field?.page, 1)
  assert.ok((field?.confidence ?? 0) > 0.8)
})

test('a document’s own fields tell the patient that its dates are shifted by, and the field says what was done', () => {
  const shifting = { ...treatments, DATE: 'shift', MRN: 'ff1', PHONE: 'ff1' } as const
  const fields = fieldsOf(pages, shifting, tokeniser)
  const of = (name: string) => fields.find(field => field.name === name)
  const days = (name: string, was: string) =>
    (Date.parse(of(name)?.value ?? '') - Date.parse(was)) / 86_400_000
  assert.equal(of('birth-date')?.treatment, 'shift')
  assert.equal(days('birth-date', '1971-03-04'), days('service-date', '2025-09-05'))
  assert.match(of('mrn')?.value ?? '', /^\d{7}$/)
  assert.match(of('phone')?.value ?? '', /^\(\d{3}\) \d{3}-\d{4}$/)
  const [alone] = detect([readPage(linesOf(['Date of Service: 09/05/2025']))], { gazetteer: loadGazetteer() })
  assert.ok(alone !== undefined)
  const [year] = fieldsOf([alone], shifting, tokeniser)
  assert.deepEqual([year?.value, year?.treatment], ['2025', 'generalise'])
})
