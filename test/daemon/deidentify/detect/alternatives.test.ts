/** An identifier that only the second reading of a place shows is found in the word itself, and no other word is. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { loadGazetteer } from '../../../../config/identifiers/load.ts'
import { detect } from '../../../../daemon/deidentify/detect.ts'
import { identity } from '../../../../daemon/model/geometry.ts'
import { pageAt, type Word } from '../../../../daemon/model/page.ts'

const line = (...texts: readonly (string | readonly [string, string])[]): Word[] =>
  texts.map((text, i) => ({
    text: typeof text === 'string' ? text : text[0],
    box: { left: 100 * i, top: 0, right: 100 * i + 90, bottom: 20 },
    confidence: 0.9,
    block: 0,
    line: 0,
    ...(typeof text === 'string' ? {} : { alternatives: [text[1]] }),
  }))

const foundIn = (words: readonly Word[]): string[] => {
  const raster = { widthPx: 1, heightPx: 1, pixels: new Uint8Array(1) }
  const page = pageAt('read', {
    ...{ number: 1, raster, bilevel: false, dpi: 200, transform: identity },
    ...{ orientationConfidence: 1, barcodes: [], words },
  })
  const [detected] = detect([page], { gazetteer: loadGazetteer() })
  return (detected?.findings ?? []).map(({ start, end }) => detected?.text.text.slice(start, end) ?? '')
}

it('takes the reading that is an identifier', () => {
  assert.deepEqual(foundIn(line('potassium', 'repeated', 'on', 'weekly')), [])
  assert.deepEqual(foundIn(line('potassium', 'repeated', 'on', ['weekly', '03/04/2021'])), ['weekly'])
})

it('says nothing where both readings are harmless', () => {
  assert.deepEqual(foundIn(line('potassium', ['repeated', 'repealed'], 'weekly')), [])
})
