/** Pages as the reader gives them, for tests: words at places, no pixels that matter. */
import { identity } from '../../../../daemon/model/geometry.ts'
import { type Page, pageAt, type Word } from '../../../../daemon/model/page.ts'

export type Placed = readonly [text: string, left: number, top: number, block?: number, line?: number]

const height = 20

/** A word is 10 pixels wide per letter and 20 high. Without `line`, words of one `top` are one line of block 0. */
export const wordsOf = (placed: readonly Placed[]): Word[] => {
  const tops = [...new Set(placed.map(([, , top]) => top))]
  return placed.map(([text, left, top, block = 0, line = tops.indexOf(top)]) => ({
    text,
    box: { left, top, right: left + 10 * text.length, bottom: top + height },
    confidence: 0.95,
    block,
    line,
  }))
}

/** Lines of text, their words one blank apart. */
export const linesOf = (lines: readonly string[]): Word[] =>
  wordsOf(
    lines.flatMap((line, row) => {
      let left = 0
      return line.split(' ').map((text): Placed => {
        const placed: Placed = [text, left, row * 40]
        left += 10 * text.length + 8
        return placed
      })
    }),
  )

export const readPage = (words: readonly Word[], number = 1): Page<'read'> =>
  pageAt('read', {
    number,
    raster: { widthPx: 1, heightPx: 1, pixels: new Uint8Array(1) },
    bilevel: true,
    dpi: 200,
    transform: identity,
    orientationConfidence: 1,
    barcodes: [],
    words,
  })

/** The words that a finding touches, by offsets. */
export const maskedWords = ({ words, text, findings }: Page<'detected'>): string[] =>
  words
    .filter((_, i) => {
      const span = text.spans[i]
      return span !== undefined && findings.some(({ start, end }) => start < span.end && span.start < end)
    })
    .map(word => word.text)
