/**
 * One synthetic page being drawn: text by glyph paths, rules, boxes, barcodes, a photo. It remembers where each word
 * stands and whether it identifies the (invented) patient, so that what was released can be scored. Units: points (1/72 inch),
 * origin top left.
 */
import { advanceOf, type Font, type FontName, inkOf, isHandwriting } from './font.ts'

export type TruthWord = {
  /** As drawn; empty for a signature. */
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
  /** Its ink alone: SVG without colour, in points of the page. */
  readonly ink: string
  /** Drawn in light ink on a dark ground. */
  readonly light: boolean
}

/** What is on a page and is no text: its class where it identifies somebody, and the payload of a barcode. */
export type TruthMark = {
  readonly kind: 'barcode' | 'photo' | 'logo'
  readonly class: string | null
  readonly payload: string | null
  readonly box: TruthWord['box']
}

export type DrawnPage = {
  readonly widthPt: number
  readonly heightPt: number
  readonly svgBody: string
  readonly words: readonly TruthWord[]
  readonly marks: readonly TruthMark[]
}

/** A run of text; `[class]` marks identifiers: `['Patient: ', { NAME: 'Rosa Delgado' }, ' seen']`. */
export type Run = string | Readonly<Record<string, string>>
export type Style = {
  readonly font?: FontName
  readonly sizePt?: number
  /** Any SVG colour; white, or one that begins with `#f` or `#e`, counts as light ink. */
  readonly fill?: string
}

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
  /** A picture with its truth: `size` in points before scaling. */
  readonly mark: (
    x: number,
    y: number,
    svg: string,
    truth: Omit<TruthMark, 'box'>,
    size: { readonly widthPt: number; readonly heightPt: number; readonly scale?: number },
  ) => void
  /** Strokes of a pen (SVG path data around 0, 0) that stand for somebody's name. */
  readonly signature: (x: number, y: number, path: string, label?: string) => void
  /** Draws with the origin at x, y and turned clockwise. */
  readonly turned: (x: number, y: number, degrees: number, draw: (sheet: Sheet) => void) => void
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
  const marks: TruthMark[] = []
  const frames: Frame[] = []

  const placed = (svg: string): string =>
    frames.reduceRight((inner, { x, y, degrees }) => {
      return `<g transform="translate(${x} ${y}) rotate(${degrees})">${inner}</g>`
    }, svg)
  const draw = (svg: string): void => {
    parts.push(placed(svg))
  }

  const drawWord = (word: Piece, x: number, y: number, style: Style): number => {
    const { font: fontName = 'sans', sizePt = 10, fill = '#000' } = style
    const ink = inkOf(fonts(fontName), word.text, x, y, sizePt)
    const outlines = ink.paths.map(path => `<path d="${path}"/>`).join('')
    draw(`<g fill="${fill}">${outlines}</g>`)
    truth.push({
      text: word.text,
      class: word.class,
      handwritten: isHandwriting(fontName),
      box: onPage(ink.box, frames),
      ink: placed(outlines),
      light: /^(?:white|#[ef])/.test(fill),
    })
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

  const sheet: Sheet = {
    text: (x, y, runs, style = {}) => flow(x, y, Number.POSITIVE_INFINITY, runs, style).penX,
    paragraph: (x, y, width, runs, style = {}) =>
      flow(x, y, width, runs, style).penY + (style.sizePt ?? 10) * 1.35,
    rule: (x1, y1, x2, y2, thickness = 0.8) => {
      draw(`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#000" stroke-width="${thickness}"/>`)
    },
    box: (x, y, width, height, thickness = 0.8) => {
      draw(
        `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#000" stroke-width="${thickness}"/>`,
      )
    },
    fill: (x, y, width, height, color) => {
      draw(`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${color}"/>`)
    },
    picture: (x, y, svg, scale = 1) => {
      draw(`<g transform="translate(${x} ${y}) scale(${scale})">${svg}</g>`)
    },
    mark: (x, y, svg, what, { widthPt: width, heightPt: height, scale = 1 }) => {
      draw(`<g transform="translate(${x} ${y}) scale(${scale})">${svg}</g>`)
      const box = { left: x, top: y, right: x + width * scale, bottom: y + height * scale }
      marks.push({ ...what, box: onPage(box, frames) })
    },
    signature: (x, y, path, label = 'NAME') => {
      const stroke = `<path d="${path}" transform="translate(${x} ${y})" fill="none" stroke-width="1.1" stroke-linecap="round"/>`
      draw(`<g stroke="#000">${stroke}</g>`)
      truth.push({
        text: '',
        class: label,
        handwritten: true,
        box: onPage({ left: x, top: y, right: x, bottom: y }, frames),
        ink: placed(stroke),
        light: false,
      })
    },
    turned: (x, y, degrees, drawInside) => {
      frames.push({ x, y, degrees })
      drawInside(sheet)
      frames.pop()
    },
    finish: () => ({ widthPt, heightPt, svgBody: parts.join('\n'), words: truth, marks }),
  }
  return sheet
}

type Frame = { readonly x: number; readonly y: number; readonly degrees: number }

/** The upright box around a box that is drawn within turned frames, innermost last. */
const onPage = (box: TruthWord['box'], frames: readonly Frame[]): TruthWord['box'] =>
  frames.reduceRight((inner, { x, y, degrees }) => {
    const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
    const corners = [inner.left, inner.right].flatMap(cx => [inner.top, inner.bottom].map(cy => [cx, cy]))
    const xs = corners.map(([cx = 0, cy = 0]) => x + cx * cos - cy * sin)
    const ys = corners.map(([cx = 0, cy = 0]) => y + cx * sin + cy * cos)
    return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
  }, box)
