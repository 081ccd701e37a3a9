/** Sheets for layouts that place things where they like: templates at a point, wrapped in a column, in cells that wrap. */
import type { FontName } from '../../../../../demo/paper/font.ts'
import { createSheet, type DrawnPage, type Sheet, type Style } from '../../../../../demo/paper/page.ts'
import type { Random } from '../../../../../demo/paper/random.ts'
import type { Fonts, Kind } from '../../family.ts'
import { penPath } from '../pictures.ts'
import { byHand, fitted, linesOf, type Runs, unaccented, widthOf } from '../runs.ts'
import { createTale, type Tale } from './tale.ts'

const pairs: readonly (readonly [FontName, FontName])[] = [
  ['plex-sans', 'roboto-bold'],
  ['open-sans', 'open-sans-bold'],
  ['pt-sans', 'pt-sans-bold'],
  ['pt-serif', 'tinos-bold'],
  ['roboto-condensed', 'oswald'],
  ['courier-prime', 'courier-prime'],
  ['plex-mono', 'plex-mono'],
  ['source-serif', 'serif-bold'],
  ['lato', 'oswald'],
  ['arimo', 'arimo-bold'],
  ['tinos', 'tinos-bold'],
  ['archivo-narrow', 'pt-sans-bold'],
  ['baskerville', 'arimo-bold'],
]
const broad: readonly FontName[] = ['courier-prime', 'plex-mono', 'baskerville']

export type Pad = {
  readonly tale: Tale
  readonly fonts: Fonts
  readonly plain: Style
  readonly bold: Style
  readonly small: Style
  readonly sizePt: number
  readonly pitch: number
  readonly widthPt: number
  readonly heightPt: number
  sheet: Sheet
  /** Next baseline; layouts move it themselves where they use `at`. */
  y: number
  /** One line at a point, made smaller where it would not fit; gives the end of its ink. */
  readonly at: (x: number, y: number, template: string, style?: Style, widthPt?: number) => number
  /** Wrapped lines from a baseline; gives the baseline after the last. */
  readonly wrap: (x: number, y: number, widthPt: number, template: string, style?: Style) => number
  /** Cells side by side that wrap, from `y`; moves `y` below the tallest. */
  readonly cells: (
    x: number,
    widths: readonly number[],
    templates: readonly string[],
    style?: Style,
    ruled?: boolean,
  ) => void
  readonly hand: (x: number, y: number, template: string, widthPt: number, sizePt?: number) => void
  readonly sign: (x: number, y: number, widthPt?: number) => void
  readonly page: () => void
  /** Drawn on every page, with its number and their count. */
  readonly each: (draw: (page: number, pages: number) => void) => void
  readonly finish: () => readonly DrawnPage[]
}

export type PadOptions = {
  widthPt?: number
  heightPt?: number
  size?: readonly [number, number]
  oldest?: number
  youngest?: number
  only?: readonly FontName[]
}

const hands: readonly FontName[] = ['shadows', 'nothing', 'reenie-beanie', 'handwriting']

export const createPad = (random: Random, fonts: Fonts, options: PadOptions = {}): Pad => {
  const { widthPt = 612, heightPt = 792, size: [low, high] = [8.5, 10.5] } = options
  const tale = createTale(random, {
    ...(options.oldest ? { oldest: options.oldest } : {}),
    ...(options.youngest ? { youngest: options.youngest } : {}),
  })
  const { chance } = tale
  const [body, strong] = chance.pick(pairs)
  const sizePt = Math.round((low + random() * (high - low)) * (broad.includes(body) ? 0.88 : 1) * 4) / 4
  const [plain, bold] = [
    { font: body, sizePt },
    { font: strong, sizePt },
  ]
  const pitch = sizePt * (1.25 + random() * 0.2)
  const penFont = chance.pick(hands)
  const sheets: Sheet[] = [createSheet(fonts, { widthPt, heightPt })]
  const each: ((page: number, pages: number) => void)[] = []
  const sayIn = (template: string, style: Style): Runs => {
    const said = tale.say(template)
    return needsPlain(fonts, said, style) ? unaccented(said) : said
  }
  const pad: Pad = {
    tale,
    fonts,
    plain,
    bold,
    small: { font: body, sizePt: Math.max(6.5, sizePt * 0.78) },
    sizePt,
    pitch,
    widthPt,
    heightPt,
    sheet: sheets[0] as Sheet,
    y: 54,
    at: (x, y, template, style = plain, width = widthPt - 36 - x) => {
      const runs = sayIn(template, style)
      const fit = fitted(fonts, runs, style, width)
      pad.sheet.text(x, y, runs, fit)
      return x + widthOf(fonts, runs, fit)
    },
    wrap: (x, y, width, template, style = plain) => {
      let at = y
      for (const line of linesOf(fonts, sayIn(template, style), style, width)) {
        pad.sheet.text(x, at, line, fitted(fonts, line, style, width))
        at += ((style.sizePt ?? 10) * pitch) / sizePt
      }
      return at
    },
    cells: (x, widths, templates, style = plain, ruled = true) => {
      const size = style.sizePt ?? 10
      const [top, lefts] = [pad.y, widths.map((_, i) => widths.slice(0, i).reduce((a, b) => a + b, x))]
      const bottoms = templates.map((template, i) =>
        pad.wrap((lefts[i] ?? x) + 3, top + size * 1.15, (widths[i] ?? 60) - 6, template, style),
      )
      pad.y = Math.max(...bottoms) - size * 0.75
      if (ruled)
        for (const [i, width] of widths.entries()) pad.sheet.box(lefts[i] ?? x, top, width, pad.y - top, 0.5)
    },
    hand: (x, y, template, width, size = 15) => {
      const style = {
        font: penFont,
        sizePt: size * (penFont === 'nothing' ? 0.72 : penFont === 'reenie-beanie' ? 1.15 : 0.95),
      }
      const runs = byHand(tale.say(template))
      pad.sheet.text(x, y, runs, fitted(fonts, runs, style, width))
    },
    sign: (x, y, width = 110) => pad.sheet.signature(x, y, penPath(chance, width)),
    page: () => {
      pad.sheet = createSheet(fonts, { widthPt, heightPt })
      sheets.push(pad.sheet)
      pad.y = 54
    },
    each: draw => void each.push(draw),
    finish: () => {
      for (const [i, sheet] of sheets.entries()) {
        pad.sheet = sheet
        for (const draw of each) draw(i + 1, sheets.length)
      }
      return sheets.map(sheet => sheet.finish())
    },
  }
  return pad
}

/** Some typewriters and hands have no accents. */
const needsPlain = (fonts: Fonts, runs: Runs, { font = 'sans' }: Style): boolean =>
  runs.some(run =>
    [...(typeof run === 'string' ? run : Object.values(run).join(''))].some(
      char => fonts(font).charToGlyph(char) === fonts(font).charToGlyph('\u{10ffff}'),
    ),
  )

/** A kind from a function that draws on a pad. */
export const kindOf = (name: string, options: PadOptions, draw: (pad: Pad) => void): Kind => ({
  name,
  draw: (random, fonts) => {
    const pad = createPad(random, fonts, options)
    draw(pad)
    return pad.finish()
  },
})
