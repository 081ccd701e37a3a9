/** Check digits: values from the standards' own examples pass, and one changed digit fails. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  isCard,
  isDea,
  isIban,
  isLuhn,
  isMbi,
  isNpi,
  isRouting,
  isSsn,
  isVin,
} from '../../../../daemon/deidentify/detect/checksums.ts'

const tables: readonly (readonly [
  string,
  (value: string) => boolean,
  readonly string[],
  readonly string[],
])[] = [
  ['Luhn', isLuhn, ['79927398713', '00'], ['79927398710', '', 'x', '1']],
  [
    'card',
    isCard,
    ['4111111111111111', '378282246310005', '6011111111111117'],
    ['4111111111111112', '1111111111111117', '411111'],
  ],
  ['NPI', isNpi, ['1234567893', '1245319599'], ['1234567890', '3234567893', '123456789']],
  ['DEA', isDea, ['AB1234563', 'F91234563'], ['AB1234564', 'A1234563', 'AB123456']],
  [
    'VIN',
    isVin,
    ['1HGCM82633A004352', '1M8GDM9AXKP042788', '11111111111111111'],
    ['1HGCM82633A004353', '1HGCM82633A00435', 'IHGCM82633A004352'],
  ],
  ['MBI', isMbi, ['1EG4TE5MK73', '1EG4TE5MK72'], ['0EG4TE5MK73', '1SG4TE5MK73', '1EG4TE5MK7', '1EG4TE5M173']],
  ['routing', isRouting, ['021000021', '011401533'], ['021000022', '991000021', '02100002']],
  [
    'IBAN',
    isIban,
    ['GB82WEST12345698765432', 'DE89370400440532013000'],
    ['GB82WEST12345698765433', 'GB82', '1282WEST12345698765432'],
  ],
  [
    'SSN',
    isSsn,
    ['123456789', '078051120'],
    ['000456789', '666456789', '900456789', '123006789', '123450000', '12345678'],
  ],
]

for (const [name, check, valid, invalid] of tables)
  suite(name, () => {
    for (const value of valid) test(`${value} is valid`, () => assert.equal(check(value), true))
    for (const value of invalid)
      test(`${JSON.stringify(value)} is not`, () => assert.equal(check(value), false))
  })
