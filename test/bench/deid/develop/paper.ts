/** Pages that fill from the top: a look (fonts, size, margins), a running position, breaks, feet. */
import type { FontName } from '../../../../demo/paper/font.ts'
import { createSheet, type DrawnPage, type Sheet, type Style } from '../../../../demo/paper/page.ts'
import type { Random } from '../../../../demo/paper/random.ts'
import type { Fonts } from '../family.ts'
import type { Chance } from './chance.ts'
import { fitted, glued, linesOf, type Runs, unaccented, widthOf } from './runs.ts'
import { type Story, tellStory } from './story.ts'

export type Look = {
  readonly body: FontName
  readonly bold: FontName
  readonly sizePt: number
  readonly leading: number
  readonly marginPt: number
  readonly after: string
  readonly capitals: boolean
}

const pairs: readonly (readonly [FontName, FontName])[] = [
  ['sans', 'sans-bold'],
  ['serif', 'serif-bold'],
  ['arimo', 'arimo-bold'],
  ['tinos', 'tinos-bold'],
  ['roboto', 'roboto-bold'],
  ['lato', 'arimo-bold'],
  ['merriweather', 'serif-bold'],
  ['cousine', 'cousine'],
  ['mono', 'mono'],
  ['special-elite', 'special-elite'],
  ['condensed', 'sans-bold'],
  ['archivo-narrow', 'arimo-bold'],
  ['tinos', 'arimo-bold'],
  ['roboto', 'serif-bold'],
]

const makeLook = (chance: Chance, [small, large]: readonly [number, number]): Look => {
  const [body, bold] = chance.pick(pairs)
  const wide = ['sans', 'serif', 'mono', 'cousine', 'merriweather', 'special-elite'].includes(body) ? 0.9 : 1
  return {
    body,
    bold,
    sizePt: Math.max(7, Math.round((small + chance.random() * (large - small)) * wide * 4) / 4),
    leading: 1.2 + chance.random() * 0.3,
    marginPt: chance.int(36, 66),
    after: chance.pick([':', ':', ':', ' :', '']),
    capitals: chance.likely(0.2),
  }
}

export type Paper = {
  readonly fonts: Fonts
  readonly story: Story
  readonly chance: Chance
  readonly look: Look
  readonly body: Style
  readonly bold: Style
  readonly left: number
  readonly right: number
  readonly width: number
  readonly bottom: number
  readonly widthPt: number
  readonly heightPt: number
  /** Baselines count from here; moves down. */
  y: number
  sheet: Sheet
  /** Sees to it that `heightPt` are left, on a fresh page if need be; false when the last page is full. */
  readonly room: (heightPt: number) => boolean
  readonly para: (runs: Runs, style?: Style, indentPt?: number) => void
  /** One line, made smaller where it would not fit; gives the end of its ink. */
  readonly line: (x: number, y: number, runs: Runs, style: Style, widthPt?: number) => number
  readonly gap: (share?: number) => void
  /** Drawn on each page at the end: foot lines, stamps. */
  readonly onEach: (draw: (sheet: Sheet, page: number, pages: number) => void) => void
  /** Drawn at the top of each page but the first; leaves `y` below it. */
  running: () => void
  readonly finish: () => readonly DrawnPage[]
}

export type PaperOptions = {
  readonly size?: readonly [number, number]
  readonly pages?: number
  readonly sheetPt?: { readonly widthPt: number; readonly heightPt: number }
  readonly look?: Partial<Look>
  readonly footPt?: number
}

const accentless: ReadonlySet<FontName> = new Set<FontName>([
  'special-elite',
  'homemade-apple',
  'handwriting',
])

export const createPaper = (random: Random, fonts: Fonts, options: PaperOptions = {}): Paper => {
  const story = tellStory(random)
  const { chance } = story
  const look = { ...makeLook(chance, options.size ?? [8.5, 11.5]), ...options.look }
  const sheetPt = options.sheetPt ?? { widthPt: 612, heightPt: chance.likely(0.08) ? 1008 : 792 }
  const sheets: Sheet[] = [createSheet(fonts, sheetPt)]
  const each: ((sheet: Sheet, page: number, pages: number) => void)[] = []
  const limit = options.pages ?? 3
  const top = Math.max(40, look.marginPt) + look.sizePt

  const paper: Paper = {
    fonts,
    story,
    chance,
    look,
    body: { font: look.body, sizePt: look.sizePt },
    bold: { font: look.bold, sizePt: look.sizePt },
    left: look.marginPt,
    right: sheetPt.widthPt - look.marginPt,
    width: sheetPt.widthPt - 2 * look.marginPt,
    bottom: sheetPt.heightPt - (options.footPt ?? 62),
    ...sheetPt,
    y: top,
    sheet: sheets[0]!,
    room: heightPt => {
      if (paper.y + heightPt <= paper.bottom) return true
      if (sheets.length >= limit) return false
      paper.sheet = createSheet(fonts, sheetPt)
      sheets.push(paper.sheet)
      paper.y = top
      paper.running()
      return true
    },
    para: (runs, style = paper.body, indentPt = 0) => {
      const pitch = (style.sizePt ?? 10) * look.leading
      const inked = accentless.has(style.font ?? 'sans') ? unaccented(runs) : runs
      for (const line of linesOf(fonts, glued(inked), style, paper.width - indentPt)) {
        if (!paper.room(pitch)) return
        paper.sheet.text(paper.left + indentPt, paper.y, line, style)
        paper.y += pitch
      }
    },
    line: (x, y, runs, style, widthPt = paper.right - x) => {
      const inked = glued(accentless.has(style.font ?? 'sans') ? unaccented(runs) : runs)
      const fit = fitted(fonts, inked, style, widthPt)
      paper.sheet.text(x, y, inked, fit)
      return x + widthOf(fonts, inked, fit)
    },
    gap: (share = 0.6) => {
      paper.y += look.sizePt * share
    },
    onEach: draw => {
      each.push(draw)
    },
    running: () => {},
    finish: () => {
      for (const [i, sheet] of sheets.entries()) {
        for (const draw of each) draw(sheet, i + 1, sheets.length)
      }
      return sheets.map(sheet => sheet.finish())
    },
  }
  return paper
}
