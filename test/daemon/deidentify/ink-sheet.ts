/**
 * Pages for the tests of the pixel stages, with a perfect reader: drawn by the demo's paper, whose truth says where each
 * word stands and what it identifies.
 */
import type { Box } from '../../../daemon/model/geometry.ts'
import { identity, overlaps } from '../../../daemon/model/geometry.ts'
import type { IdentifierClass } from '../../../daemon/model/identifier.ts'
import { type Page, pageAt, type Word } from '../../../daemon/model/page.ts'
import type { Policy } from '../../../daemon/model/policy.ts'
import type { GrayRaster } from '../../../daemon/model/raster.ts'
import { createFonts } from '../../../demo/paper/font.ts'
import { createSheet, type DrawnPage, type Sheet } from '../../../demo/paper/page.ts'
import { renderPage, resample, threshold } from '../../../demo/paper/render.ts'

export const fonts = createFonts()

export const draw = (drawing: (sheet: Sheet) => void, widthPt = 612, heightPt = 792): DrawnPage => {
  const sheet = createSheet(fonts, { widthPt, heightPt })
  drawing(sheet)
  return sheet.finish()
}

export const clinicText =
  'The patient was seen in clinic for follow up of hypertension and type 2 diabetes. Blood pressure was 128/82. ' +
  'Metformin 500 mg twice daily was continued; potassium 4.2, creatinine 0.9. She denies chest pain, shortness of ' +
  'breath and edema of the legs. Return in 3 months with laboratory results.'

/** A letter of `paragraphs` paragraphs in two typefaces under a heading with a rule. */
export const letter = (paragraphs = 6): DrawnPage =>
  draw(sheet => {
    sheet.text(54, 60, 'Consultation report', { font: 'sans-bold', sizePt: 16 })
    sheet.rule(54, 70, 558, 70, 1)
    let y = 100
    for (let i = 0; i < paragraphs; i++) {
      y = sheet.paragraph(54, y, 500, clinicText, { font: i % 2 === 0 ? 'sans' : 'serif' }) + 8
    }
  })

/** The page as a fax machine sends it: one bit, 204 dots across an inch and `yDpi` lines down. */
export const faxOf = async (drawn: DrawnPage, yDpi: 98 | 196, turnDegrees = 0): Promise<GrayRaster> => {
  const fine = await renderPage(drawn, 408, turnDegrees)
  const [width, height] = [fine.widthPx / 2, (fine.heightPx * yDpi) / 408]
  return threshold(await resample(fine, Math.round(width), Math.round(height)), 150)
}

export const stripped = (raster: GrayRaster, xDpi: number, yDpi = xDpi, bilevel = false): Page<'stripped'> =>
  pageAt('stripped', { number: 1, raster, bilevel, xDpi, yDpi, dropped: [] })

/** Words in the order of drawing; those that share a height share a line. */
export const wordsOf = (drawn: DrawnPage, dpi: number): Word[] => {
  let line = -1
  let before: Box | null = null
  return drawn.words
    .filter(({ box }) => box.right > box.left)
    .map(({ text, box: pt }) => {
      const box = scaled(pt, dpi / 72)
      const middle = (box.top + box.bottom) / 2
      if (!before || middle < before.top || middle > before.bottom || box.left < before.left) line++
      before = box
      return { text, box, confidence: 0.95, block: 0, line }
    })
}

const scaled = ({ left, top, right, bottom }: Box, ratio: number): Box => ({
  left: Math.floor(left * ratio),
  top: Math.floor(top * ratio),
  right: Math.ceil(right * ratio),
  bottom: Math.ceil(bottom * ratio),
})

export type Faults = {
  readonly dpi?: number
  readonly bilevel?: boolean
  readonly barcodes?: Page<'detected'>['barcodes']
  readonly orientationConfidence?: number
  /** What the reader made of a word; null where it did not see it. */
  readonly read?: (word: Word) => Word | null
}

/** The page as a perfect reader and a perfect detector would hand it to triage, save for the faults asked for. */
export const detectedPage = (drawn: DrawnPage, raster: GrayRaster, faults: Faults = {}): Page<'detected'> => {
  const { dpi = 300, bilevel = false, barcodes = [], orientationConfidence = 1, read = word => word } = faults
  const classes = drawn.words.filter(({ box }) => box.right > box.left).map(word => word.class)
  const seen = wordsOf(drawn, dpi).map(read)
  const words = seen.filter(word => word !== null)
  const spans: { start: number; end: number }[] = []
  let text = ''
  for (const word of words) {
    const start = text.length === 0 ? 0 : text.length + 1
    text += (start === 0 ? '' : ' ') + word.text
    spans.push({ start, end: text.length })
  }
  const findings = spans.flatMap(({ start, end }, i) => {
    const label = classes[seen.indexOf(words[i] as Word)] as IdentifierClass | null | undefined
    return label ? [{ start, end, class: label, score: 0.9, rule: 'name-dictionary' }] : []
  })
  const upright = {
    transform: identity,
    orientationConfidence,
    barcodes,
    words,
    text: { text, spans },
    findings,
  }
  return pageAt('detected', { number: 1, raster, bilevel, dpi, ...upright })
}

export const strict: Policy = {
  profile: 'strict',
  minWordConfidence: 0.6,
  minInkUnderstood: 0.5,
  treatments: {} as Policy['treatments'],
  fingerprint: '',
}

/** Ink darker than this counts. */
const dark = 128

export const darkIn = (
  { widthPx, heightPx, pixels }: GrayRaster,
  box: Box,
  except: readonly Box[] = [],
): number => {
  let count = 0
  for (let y = Math.max(0, Math.floor(box.top)); y < Math.min(heightPx, box.bottom); y++) {
    for (let x = Math.max(0, Math.floor(box.left)); x < Math.min(widthPx, box.right); x++) {
      if ((pixels[y * widthPx + x] as number) >= dark) continue
      if (!except.some(other => overlaps(other, { left: x, top: y, right: x + 1, bottom: y + 1 }))) count++
    }
  }
  return count
}

export const whole = ({ widthPx, heightPx }: GrayRaster): Box => ({
  left: 0,
  top: 0,
  right: widthPx,
  bottom: heightPx,
})
