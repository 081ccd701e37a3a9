/**
 * Reads a page: its words with boxes and confidence, in reading order, sane whatever the reader gave. The reader is shown
 * the page without rules, evened and smoothed. A page of which a first reading understands little is read once more
 * without expecting a layout; what is then in doubt here and there is read once more in parts. Of each the better is kept.
 * Says nothing else of the page to anybody.
 */
import { Deferred } from '../errors.ts'
import type { Box } from '../model/geometry.ts'
import { type Page, pageAt, type Word } from '../model/page.ts'
import type { GrayRaster } from '../model/raster.ts'
import { centreWithin } from './ink/boxes.ts'
import { readAgain } from './read/again.ts'
import { withAlternatives } from './read/alternatives.ts'
import { sureConfidence } from './read/doubt.ts'
import { type CharEdges, parted, type SeenWord } from './read/glued.ts'
import { inkLevelOf, inkShareIn } from './read/share.ts'
import { withStanding } from './read/standing.ts'
import { type View, viewOf } from './read/view.ts'
import { scale } from './resample.ts'

/** What this stage needs of a reader. */
export type Reader = {
  read(
    raster: GrayRaster,
    options: { readonly dpi: number; readonly layout: 'page' | 'sparse' },
  ): Promise<readonly SeenWord[]>
}

/** A reading is poor when fewer of its characters are sure, or when they cover less of the page's ink. */
const fewestSure = 0.6
const leastInk = 0.25
/** Gray print below this is read better at twice its size; bilevel print, and all finer print, is not. */
const coarseDpi = 150

/** @throws Deferred where there is no reader; what else it throws holds the page. */
export const readPage = async (page: Page<'barcoded'>, reader: Reader): Promise<Page<'read'>> => {
  const { dpi, bilevel, raster } = page
  const view = viewOf(raster, bilevel, dpi)
  if (isNoise(view, dpi)) return pageAt('read', { ...page, words: [] })
  const read = (layout: 'page' | 'sparse') => readSanely(view.raster, dpi, bilevel, reader, layout)
  const usual = await read('page')
  const first = isPoor(usual, view) ? better(usual, await read('sparse')) : usual
  const again = await readAgain(view, dpi, first, (montage, montageDpi) =>
    readSanely(montage, montageDpi, false, reader, 'sparse'),
  )
  return pageAt('read', { ...page, words: again.map(word => shaded(word, view)).sort(inReadingOrder) })
}

/** Six-point print has a third of these marks in a square inch. Readers take minutes over noise, and read nothing. */
const mostMarksPerIn2 = 400
const fewestMarks = 5000

const isNoise = ({ ink, raster }: View, dpi: number): boolean => {
  const { count } = ink.marks
  if (count < fewestMarks || count < (mostMarksPerIn2 * raster.pixels.length) / dpi ** 2) return false
  return ink.kinds.filter(kind => kind === 'speck').length > count / 2
}

const shaded = (word: Word, { dark }: View): Word =>
  dark.some(region => centreWithin(word.box, region)) ? { ...word, inverted: true } : word

/** A reader whose faults are told apart by their code: the world's are Deferred, the page's are thrown on. */
export const deferring = (reader: Reader): Reader => ({
  read: (raster, options) =>
    reader.read(raster, options).catch((thrown: unknown) => {
      const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : null
      if (code === 'engine-unavailable') throw new Deferred('engine-unavailable')
      if (code === 'closed') throw new Deferred('stopping')
      throw thrown
    }),
})

const readSanely = async (
  raster: GrayRaster,
  dpi: number,
  bilevel: boolean,
  reader: Reader,
  layout: 'page' | 'sparse',
): Promise<readonly Word[]> => {
  const factor = dpi < coarseDpi && !bilevel ? 2 : 1
  const shown =
    factor === 1 ? raster : scale(raster, raster.widthPx * factor, raster.heightPx * factor).raster
  const untrustedWords = await deferring(reader).read(shown, { dpi: dpi * factor, layout })
  const words = untrustedWords.flatMap(word => saneWord(word, factor, raster))
  return withStanding(words)
    .flatMap(word => parted(word, raster))
    .sort(inReadingOrder)
}

/** None where there is no text, or no box left on the page. */
const saneWord = (untrusted: SeenWord, factor: number, { widthPx, heightPx }: GrayRaster): SeenWord[] => {
  const { block, line } = untrusted
  const text = untrusted.text.trim()
  const box: Box = {
    left: Math.max(0, Math.floor(untrusted.box.left / factor)),
    top: Math.max(0, Math.floor(untrusted.box.top / factor)),
    right: Math.min(widthPx, Math.ceil(untrusted.box.right / factor)),
    bottom: Math.min(heightPx, Math.ceil(untrusted.box.bottom / factor)),
  }
  // Written so that NaN fails each of them.
  const onPage = box.left < box.right && box.top < box.bottom
  const placed = block >= 0 && line >= 0
  if (text === '' || !onPage || !placed || !(untrusted.confidence >= 0)) return []
  const word = { text, box, confidence: Math.min(1, untrusted.confidence), block, line }
  const chars = saneChars(untrusted, text, factor)
  return [chars === null ? word : { ...word, chars }]
}

/** None where they are not one for each character. */
const saneChars = (
  { chars = [], text: untrustedText }: SeenWord,
  text: string,
  factor: number,
): CharEdges[] | null => {
  const fit = untrustedText === text && chars.length > 0 && chars.length === [...text].length
  const sane = chars.every(({ left, right }) => left >= 0 && left <= right && right < Infinity)
  return fit && sane ? chars.map(({ left, right }) => ({ left: left / factor, right: right / factor })) : null
}

/** Turned words keep the order in which they were read. */
const inReadingOrder = (one: Word, two: Word): number =>
  one.block - two.block ||
  one.line - two.line ||
  (one.angle === undefined && two.angle === undefined ? one.box.left - two.box.left : 0)

const isSure = ({ confidence }: Word): boolean => confidence >= sureConfidence

const characters = (words: readonly Word[]): number => words.reduce((sum, { text }) => sum + text.length, 0)

const isPoor = (words: readonly Word[], { raster }: View): boolean => {
  const level = inkLevelOf(raster)
  if (level === null) return false
  const sure = words.filter(isSure)
  if (characters(sure) < fewestSure * characters(words)) return true
  return (
    inkShareIn(
      raster,
      level,
      sure.map(({ box }) => box),
    ) < leastInk
  )
}

/** The one with more sure characters, weighted by how sure; the first in doubt. */
const better = (first: readonly Word[], second: readonly Word[]): readonly Word[] =>
  sureness(second) > sureness(first) ? withOther(second, first) : withOther(first, second)

const withOther = (words: readonly Word[], others: readonly Word[]): readonly Word[] =>
  words.map(word => withAlternatives(word, others))

const sureness = (words: readonly Word[]): number =>
  words.filter(isSure).reduce((sum, { text, confidence }) => sum + text.length * confidence, 0)
