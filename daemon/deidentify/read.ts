/**
 * Reads a page: its words with boxes and confidence, in reading order, sane whatever the reader gave. A page on which a
 * first reading understands little of the ink is read once more without expecting a layout, and the better is kept.
 * Says nothing else of the page to anybody.
 */
import { Deferred } from '../errors.ts'
import type { Box } from '../model/geometry.ts'
import { type Page, pageAt, type Word } from '../model/page.ts'
import type { GrayRaster } from '../model/raster.ts'
import { inkLevelOf, inkShareIn } from './read/share.ts'
import { scale } from './resample.ts'

/** What this stage needs of a reader. */
export type Reader = {
  read(
    raster: GrayRaster,
    options: { readonly dpi: number; readonly layout: 'page' | 'sparse' },
  ): Promise<readonly Word[]>
}

/** Below this a word is as likely noise as text; policies ask for more before they release it. */
const sureConfidence = 0.6
/** A reading is poor when fewer of its characters are sure, or when they cover less of the page's ink. */
const fewestSure = 0.6
const leastInk = 0.25
/** Gray print below this is read better at twice its size; bilevel print, and all finer print, is not. */
const coarseDpi = 150

/** @throws Deferred where there is no reader; what else it throws holds the page. */
export const readPage = async (page: Page<'barcoded'>, reader: Reader): Promise<Page<'read'>> => {
  const first = await readSanely(page, reader, 'page')
  const words = isPoor(first, page.raster) ? better(first, await readSanely(page, reader, 'sparse')) : first
  return pageAt('read', { ...page, words })
}

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
  { raster, dpi, bilevel }: Page<'barcoded'>,
  reader: Reader,
  layout: 'page' | 'sparse',
): Promise<readonly Word[]> => {
  const factor = dpi < coarseDpi && !bilevel ? 2 : 1
  const shown =
    factor === 1 ? raster : scale(raster, raster.widthPx * factor, raster.heightPx * factor).raster
  const untrustedWords = await deferring(reader).read(shown, { dpi: dpi * factor, layout })
  return untrustedWords.flatMap(word => saneWord(word, factor, raster)).sort(inReadingOrder)
}

/** None where there is no text, or no box left on the page. */
const saneWord = (untrusted: Word, factor: number, { widthPx, heightPx }: GrayRaster): Word[] => {
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
  return [{ text, box, confidence: Math.min(1, untrusted.confidence), block, line }]
}

const inReadingOrder = (one: Word, two: Word): number =>
  one.block - two.block || one.line - two.line || one.box.left - two.box.left

const isSure = ({ confidence }: Word): boolean => confidence >= sureConfidence

const characters = (words: readonly Word[]): number => words.reduce((sum, { text }) => sum + text.length, 0)

const isPoor = (words: readonly Word[], raster: GrayRaster): boolean => {
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
  sureness(second) > sureness(first) ? second : first

const sureness = (words: readonly Word[]): number =>
  words.filter(isSure).reduce((sum, { text, confidence }) => sum + text.length * confidence, 0)
