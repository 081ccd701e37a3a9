/** A page of words laid out as a reader gives them: each string a row, columns parted by three blanks, `[CLASS word]` found beforehand. */

import type { Verdict } from '../../../../daemon/deidentify/triage/verdict.ts'
import { identity } from '../../../../daemon/model/geometry.ts'
import type { Finding, IdentifierClass } from '../../../../daemon/model/identifier.ts'
import { type Page, pageAt, type Word } from '../../../../daemon/model/page.ts'

const [advance, rowPx, heightPx] = [12, 30, 20]

export type Laid = { readonly page: Page<'detected'>; readonly verdicts: Verdict[] }

export const laid = (...rows: readonly string[]): Laid => {
  const words: Word[] = []
  const verdicts: Verdict[] = []
  rows.forEach((row, line) => {
    for (const match of row.matchAll(/\[(?<label>[A-Z_]+) (?<value>[^\]]+)\]|\S+/g)) {
      const { label, value } = match.groups ?? {}
      const text = value ?? match[0]
      const left = advance * match.index
      const box = {
        left,
        top: rowPx * line,
        right: left + advance * match[0].length,
        bottom: rowPx * line + heightPx,
      }
      words.push({ text, box, confidence: 0.95, block: 0, line })
      verdicts.push(label === undefined ? null : masked(label as IdentifierClass))
    }
  })
  return { page: pageOf(words), verdicts }
}

const masked = (label: IdentifierClass): Verdict => ({ class: label, reason: 'identifier', confidence: 0.9 })

const pageOf = (words: readonly Word[]): Page<'detected'> => {
  const raster = { widthPx: 2000, heightPx: 2000, pixels: new Uint8Array(0) }
  const findings: readonly Finding[] = []
  return pageAt('detected', {
    number: 1,
    raster,
    bilevel: false,
    dpi: 200,
    transform: identity,
    orientationConfidence: 1,
    barcodes: [],
    words,
    text: { text: '', spans: [] },
    findings,
  })
}

/** The words that are masked, in order. */
export const hiddenIn = ({ page }: Laid, verdicts: readonly Verdict[]): string[] =>
  page.words.flatMap(({ text }, i) => (verdicts[i] === null ? [] : [text]))
