/** Hours without a colon, pages of a fax, feet and codes before their amount are shown; the same figures elsewhere are not. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { isSafeNumber } from '../../../../daemon/deidentify/detect/safe-number.ts'

type Row = readonly [piece: string, before: string, after: string]

const shown: Record<string, readonly Row[]> = {
  'an hour behind a word of hours': [
    ['2223', 'scene', ''],
    ['0656', 'given', 'by'],
    ['1417', 'At', ''],
    ['0001', '@', ''],
    ['2359', 'Arrived:', ''],
    ['1956', 'time:', 'resting'],
    ['0713', 'dispatched', ''],
  ],
  'an hour before its unit': [
    ['0656', '', 'hrs'],
    ['2047', 'lab', 'hours,'],
    ['1317', '', 'h'],
  ],
  'an hour at the head of a row of figures': [
    ['0613', '', '118/72'],
    ['2047', '', '98.6'],
    ['0613', '', '97%'],
  ],
  'the pages of a fax': [
    ['P.1/2', '', ''],
    ['p.12/14', '', ''],
  ],
  feet: [
    ["5'", '', ''],
    ['6’', '', '2'],
  ],
  'a code before its amount': [
    ['99213', '', '$143.90'],
    ['93000', 'line', '$1,200'],
  ],
  'items recalled, sounds of the heart': [
    ['3/3', 'recalls', ''],
    ['2/3', 'recalled', 'objects'],
    ['2/4', '', 'edema'],
  ],
}

const kept: Record<string, readonly Row[]> = {
  'four figures where no hour is due': [
    ['2223', 'room', ''],
    ['0656', '', ''],
    ['1417', 'extension', 'resting'],
    ['0613', 'x', '118/72'],
    ['0613', '', '118'],
    ['0613', '', 'mother'],
  ],
  'four figures that are no hour of the day': [
    ['2423', 'at', ''],
    ['0661', 'given', ''],
    ['4471', 'time:', ''],
    ['3017', '@', ''],
  ],
  'a label that only ends like a word of hours': [
    ['2223', 'flat', ''],
    ['2223', 'ungiven', ''],
  ],
  'pages that are none': [
    ['P1/2/24', '', ''],
    ['P.123/4', '', ''],
    ['PP.1/2', '', ''],
  ],
  'five figures before no amount': [
    ['45401', '', ''],
    ['45401', '', '143.90'],
    ['45401', '', '$'],
    ['454012', '', '$143.90'],
  ],
  'a day of the month': [
    ['3/3', 'on', ''],
    ['2/4', '', ''],
  ],
}

for (const [isShown, tables] of [
  [true, shown],
  [false, kept],
] as const)
  for (const [title, rows] of Object.entries(tables))
    suite(`${isShown ? 'shown' : 'kept'}: ${title}`, () => {
      for (const [piece, before, after] of rows)
        test(JSON.stringify(`${before}|${piece}|${after}`), () =>
          assert.equal(isSafeNumber(piece, before, after), isShown),
        )
    })
