/** Pages being written: a cursor, page breaks, paragraphs, and what stands on every page. */
import type { FontName } from '../../../../demo/paper/font.ts'
import { createSheet, type DrawnPage, type Run, type Sheet } from '../../../../demo/paper/page.ts'
import { pick, type Random } from '../../../../demo/paper/random.ts'
import {
  type Cluster,
  clustersOf,
  drawLine,
  type Fonts,
  linesOf,
  lineWidth,
  type Setting,
  shrunk,
} from './ink.ts'
import type { Runs, Slots } from './slots.ts'
import { chance } from './values.ts'

export type Look = {
  readonly body: FontName
  readonly bold: FontName
  readonly head: FontName
  readonly italic: FontName
  readonly hand: FontName
  readonly sizePt: number
  readonly leading: number
  /** How labels are spelt: `Date of Birth:`, `DATE OF BIRTH`. */
  readonly upperLabels: boolean
  readonly colon: string
  readonly boldLabels: boolean
}

const faces: readonly (readonly [FontName, FontName, FontName, FontName, number])[] = [
  ['open-sans', 'open-sans-bold', 'oswald', 'source-serif-italic', 0.95],
  ['open-sans', 'open-sans-bold', 'open-sans-bold', 'tinos-italic', 0.95],
  ['pt-sans', 'pt-sans-bold', 'pt-sans-bold', 'tinos-italic', 1.02],
  ['plex-sans', 'open-sans-bold', 'oswald', 'source-serif-italic', 0.97],
  ['roboto-condensed', 'pt-sans-bold', 'oswald', 'tinos-italic', 1.05],
  ['source-serif', 'open-sans-bold', 'source-serif', 'source-serif-italic', 1.03],
  ['pt-serif', 'pt-sans-bold', 'pt-serif', 'tinos-italic', 1],
  ['courier-prime', 'courier-prime', 'courier-prime', 'tinos-italic', 0.95],
  ['baskerville', 'baskerville', 'oswald', 'source-serif-italic', 0.86],
  ['plex-mono', 'plex-mono', 'plex-mono', 'source-serif-italic', 0.88],
]
const hands: readonly FontName[] = ['reenie-beanie', 'shadows', 'nothing']

export const lookOf = (random: Random, low = 8.5, high = 11): Look => {
  const [body, bold, head, italic, factor] = pick(random, faces)
  const shift = pick(random, [0, 0, 0, 0, 0, -0.9, 1.2, 2.2])
  return {
    body,
    bold,
    head,
    italic,
    hand: pick(random, hands),
    sizePt: Math.max(7, Math.round((low + shift + random() * (high - low)) * factor * 10) / 10),
    leading: 1.24 + random() * 0.26,
    upperLabels: chance(random, 0.25),
    colon: pick(random, [':', ':', ':', '', ' :', '.']),
    boldLabels: chance(random, 0.55),
  }
}

/** One kind of document from a seed. */
export type Draw = (random: Random, fonts: Fonts) => readonly DrawnPage[]

export type Furniture = (desk: Desk, page: number, pages: number) => void
export type Options = {
  readonly widthPt?: number
  readonly heightPt?: number
  readonly marginPt?: number
  readonly maxPages?: number
  readonly low?: number
  readonly high?: number
  /** Drawn on each page last; the text keeps out of `topPt` and `bottomPt`. */
  readonly furniture?: readonly Furniture[]
  readonly topPt?: number
  readonly bottomPt?: number
}

export type Desk = {
  readonly random: Random
  readonly fonts: Fonts
  readonly slots: Slots
  readonly look: Look
  readonly plain: Setting
  readonly bold: Setting
  readonly widthPt: number
  readonly heightPt: number
  /** Bounds of the column in use. */
  left: number
  right: number
  y: number
  sheet: Sheet
  readonly linePt: number
  /** Turns the page where `height` is no longer free. @returns false where the last page is full. */
  readonly room: (height: number) => boolean
  /** One line, shrunk to `width`. @returns the x behind it. */
  readonly put: (x: number, y: number, runs: Run | Runs, style?: Partial<Setting>, width?: number) => number
  readonly putRight: (
    right: number,
    y: number,
    runs: Run | Runs,
    style?: Partial<Setting>,
    width?: number,
  ) => void
  readonly putCentre: (
    x: number,
    y: number,
    runs: Run | Runs,
    style?: Partial<Setting>,
    width?: number,
  ) => void
  readonly width: (runs: Run | Runs, style?: Partial<Setting>) => number
  readonly lines: (runs: Run | Runs, width: number, style?: Partial<Setting>) => number
  /** Lines at a place of their own. @returns the y of the next line. */
  readonly wrap: (x: number, y: number, width: number, runs: Run | Runs, style?: Partial<Setting>) => number
  /** Lines at the cursor, over page ends. */
  readonly para: (runs: Run | Runs, style?: Partial<Setting>, gapPt?: number) => void
  readonly say: (template: string, style?: Partial<Setting>, gapPt?: number) => void
  readonly newPage: () => boolean
  readonly finish: () => readonly DrawnPage[]
}

export const createDesk = (random: Random, fonts: Fonts, slots: Slots, options: Options = {}): Desk => {
  const {
    widthPt = 612,
    heightPt = 792,
    marginPt = 42,
    maxPages = 3,
    furniture = [],
    topPt = 0,
    bottomPt = 0,
  } = options
  const look = lookOf(random, options.low, options.high)
  const sheets: Sheet[] = [createSheet(fonts, { widthPt, heightPt })]
  const bottom = heightPt - marginPt - bottomPt
  const set = (style: Partial<Setting> = {}): Setting => ({ font: look.body, sizePt: look.sizePt, ...style })
  /** A word wider than its column is set smaller. */
  const fitted = (line: readonly Cluster[], width: number, style?: Partial<Setting>): Setting => {
    const wide = lineWidth(fonts, line, set(style))
    return wide > width ? { ...set(style), sizePt: (set(style).sizePt * width) / wide } : set(style)
  }
  const step = (style?: Partial<Setting>) => set(style).sizePt * look.leading

  const desk: Desk = {
    random, fonts, slots, look, widthPt, heightPt,
    plain: set(),
    bold: set({ font: look.bold }),
    left: marginPt,
    right: widthPt - marginPt,
    y: marginPt + topPt + look.sizePt,
    sheet: sheets[0] as Sheet,
    linePt: look.sizePt * look.leading,
    room: height => desk.y + height <= bottom || desk.newPage(),
    newPage: () => {
      if (sheets.length >= maxPages) return false
      desk.sheet = createSheet(fonts, { widthPt, heightPt })
      sheets.push(desk.sheet)
      desk.y = marginPt + topPt + look.sizePt
      return true
    },
    put: (x, y, runs, style, width = widthPt - marginPt / 2 - x) => {
      const setting = shrunk(fonts, runs, width, set(style))
      return drawLine(fonts, desk.sheet, { x, y }, clustersOf(runs), setting)
    },
    putRight: (right, y, runs, style, width = right - marginPt) => {
      const setting = shrunk(fonts, runs, width, set(style))
      const clusters = clustersOf(runs)
      drawLine(fonts, desk.sheet, { x: right - lineWidth(fonts, clusters, setting), y }, clusters, setting)
    },
    putCentre: (x, y, runs, style, width = widthPt - 2 * marginPt) => {
      const setting = shrunk(fonts, runs, width, set(style))
      const clusters = clustersOf(runs)
      drawLine(fonts, desk.sheet, { x: x - lineWidth(fonts, clusters, setting) / 2, y }, clusters, setting)
    },
    width: (runs, style) => lineWidth(fonts, clustersOf(runs), set(style)),
    lines: (runs, width, style) => linesOf(fonts, runs, width, set(style)).length,
    wrap: (x, y, width, runs, style) => {
      const lines = linesOf(fonts, runs, width, set(style))
      lines.forEach((line, i) => {
        drawLine(fonts, desk.sheet, { x, y: y + i * step(style) }, line, fitted(line, width, style))
      })
      return y + lines.length * step(style)
    },
    para: (runs, style, gapPt = look.sizePt * 0.6) => {
      for (const line of linesOf(fonts, runs, desk.right - desk.left, set(style))) {
        if (!desk.room(0)) return
        drawLine(fonts, desk.sheet, { x: desk.left, y: desk.y }, line, fitted(line, desk.right - desk.left, style))
        desk.y += step(style)
      }
      desk.y += gapPt
    },
    say: (template, style, gapPt) => desk.para(slots.say(template), style, gapPt),
    finish: () =>
      sheets.map((sheet, i) => {
        desk.sheet = sheet
        for (const piece of furniture) piece(desk, i + 1, sheets.length)
        return sheet.finish()
      }),
  } // biome-ignore format: the object reads as a list
  return desk
}
