/**
 * One synthetic page being drawn: text by glyph paths, rules, boxes, barcodes, a photo. It remembers where each word
 * stands and whether it identifies the (invented) patient, so that what was released can be scored. Units: points (1/72 inch),
 * origin top left.
 */
import { advanceOf, type Font, type FontName, inkOf } from './font.ts'

export type TruthWord = {
  readonly text: string
  /** Identifier class (labels of `cordon detect`), or null for a word that may be released. */
  readonly class: string | null
  readonly handwritten: boolean
  /** Points, half open. */
  readonly box: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
}

export type DrawnPage = {
  readonly widthPt: number
  readonly heightPt: number
  readonly svgBody: string
  readonly words: readonly TruthWord[]
}

/** A run of text; `[class]` marks identifiers: `['Patient: ', { NAME: 'Rosa Delgado' }, ' seen']`. */
export type Run = string | Readonly<Record<string, string>>
export type Style = { readonly font?: FontName; readonly sizePt?: number; readonly fill?: string }

export type Sheet = {
  readonly text: (x: number, y: number, runs: Run | readonly Run[], style?: Style) => number
  readonly paragraph: (
    x: number,
    y: number,
    widthPt: number,
    runs: Run | readonly Run[],
    style?: Style,
  ) => number
  readonly rule: (x1: number, y1: number, x2: number, y2: number, thicknessPt?: number) => void
  readonly box: (x: number, y: number, width: number, height: number, thicknessPt?: number) => void
  readonly fill: (x: number, y: number, width: number, height: number, color: string) => void
  /** Raw SVG drawn with its own origin at x, y. */
  readonly picture: (x: number, y: number, svg: string, scale?: number) => void
  readonly finish: () => DrawnPage
}

type Piece = { readonly text: string; readonly class: string | null }

const piecesOf = (runs: Run | readonly Run[]): Piece[] =>
  (Array.isArray(runs) ? (runs as readonly Run[]) : [runs as Run]).flatMap((run): Piece[] =>
    typeof run === 'string'
      ? [{ text: run, class: null }]
      : Object.entries(run).map(([label, text]) => ({ text, class: label })),
  )

/** Words with the class of the piece they began in, keeping words that two pieces share (`Name:John`) apart. */
const wordsOf = (pieces: readonly Piece[]): (Piece & { spaceBefore: boolean })[] =>
  pieces.flatMap(({ text, class: label }, piece) => {
    const apart = /^\s/.test(text) || /\s$/.test(pieces[piece - 1]?.text ?? '')
    const words = text.split(/\s+/).filter(word => word !== '')
    return words.map((word, i) => ({ text: word, class: label, spaceBefore: i > 0 || apart }))
  })

export const createSheet = (
  fonts: (name: FontName) => Font,
  { widthPt = 612, heightPt = 792 }: { widthPt?: number; heightPt?: number } = {},
): Sheet => {
  const parts: string[] = []
  const truth: TruthWord[] = []

  const drawWord = (word: Piece, x: number, y: number, style: Style): number => {
    const { font: fontName = 'sans', sizePt = 10, fill = '#000' } = style
    const ink = inkOf(fonts(fontName), word.text, x, y, sizePt)
    for (const path of ink.paths) parts.push(`<path d="${path}" fill="${fill}"/>`)
    truth.push({ text: word.text, class: word.class, handwritten: fontName === 'handwriting', box: ink.box })
    return ink.advance
  }

  const flow = (x: number, y: number, widthPt: number, runs: Run | readonly Run[], style: Style) => {
    const { font = 'sans', sizePt = 10 } = style
    const space = advanceOf(fonts(font), ' ', sizePt)
    let [penX, penY, first] = [x, y, true]
    for (const { text, class: label, spaceBefore } of wordsOf(piecesOf(runs))) {
      const width = advanceOf(fonts(font), text, sizePt)
      if (!first && spaceBefore) penX += space
      if (!first && penX + width > x + widthPt) [penX, penY] = [x, penY + sizePt * 1.35]
      penX += drawWord({ text, class: label }, penX, penY, style)
      first = false
    }
    return { penX, penY }
  }

  return {
    text: (x, y, runs, style = {}) => flow(x, y, Number.POSITIVE_INFINITY, runs, style).penX,
    paragraph: (x, y, width, runs, style = {}) =>
      flow(x, y, width, runs, style).penY + (style.sizePt ?? 10) * 1.35,
    rule: (x1, y1, x2, y2, thickness = 0.8) => {
      parts.push(
        `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#000" stroke-width="${thickness}"/>`,
      )
    },
    box: (x, y, width, height, thickness = 0.8) => {
      parts.push(
        `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#000" stroke-width="${thickness}"/>`,
      )
    },
    fill: (x, y, width, height, color) => {
      parts.push(`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${color}"/>`)
    },
    picture: (x, y, svg, scale = 1) => {
      parts.push(`<g transform="translate(${x} ${y}) scale(${scale})">${svg}</g>`)
    },
    finish: () => ({ widthPt, heightPt, svgBody: parts.join('\n'), words: truth }),
  }
}
