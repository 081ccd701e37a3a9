/** Labelled token sequences for training and measuring: text, features, classes. Pure but for the dictionaries it is given. */

import { type Scan, scanOf } from '../../../daemon/deidentify/detect/scan.ts'
import { featureCount, featuresOf } from '../../../daemon/deidentify/detect/tagger/features.ts'
import { type Gazetteer, taggerClasses } from '../../../daemon/model/gazetteer.ts'
import { type Chance, chanceOf, hashOf } from './chance.ts'
import { damaged } from './damage.ts'
import { documentOf, type Part } from './document.ts'
import { type Piece, sceneOf } from './expand.ts'
import type { Lists } from './lists.ts'
import { pageOf, readPages } from './pages.ts'

export type Samples = {
  readonly count: number
  /** `features[token * featureCount + template]`. */
  readonly features: Uint32Array
  /** 0…3 a class, 4 none. */
  readonly classes: Uint8Array
}

export const none = taggerClasses.length

/** A dictionary in which some names and towns are not listed, as many are not in life. */
const forgetful = (gazetteer: Gazetteer, seed: number, share: number): Gazetteer => {
  const knows = (word: string): boolean => (hashOf(word.toLowerCase() + seed) % 1000) / 1000 >= share
  return {
    ...gazetteer,
    surname: word => (knows(word) ? gazetteer.surname(word) : 0),
    givenName: word => (knows(word) ? gazetteer.givenName(word) : 0),
    place: phrase => knows(phrase) && gazetteer.place(phrase),
  }
}

const shareForgotten = (chance: Chance): number => (chance.is(0.12) ? 0.7 : chance.is(0.5) ? 0.12 : 0)

export type Document = {
  readonly text: string
  readonly spans: readonly (Piece & { start: number; end: number })[]
}

/** Two columns that OCR read across. */
const glued = (left: readonly Piece[], right: readonly Piece[]): Piece[] => {
  const rows = (pieces: readonly Piece[]): Piece[][] => {
    const lines: Piece[][] = [[]]
    for (const { text, label } of pieces)
      for (const [index, part] of text.split('\n').entries()) {
        if (index > 0) lines.push([])
        if (part !== '') lines.at(-1)?.push({ text: part, label })
      }
    return lines
  }
  const [one, two] = [rows(left), rows(right)]
  return Array.from({ length: Math.max(one.length, two.length) }, (_, index) => [
    ...(one[index] ?? []),
    { text: index % 3 === 0 ? '  ' : ' ', label: null },
    ...(two[index] ?? []),
    { text: '\n', label: null },
  ]).flat()
}

/** What the gate reads of a page that was masked: a sign where each identifier was. */
const masked = (pieces: readonly Piece[]): Piece[] =>
  pieces.map(piece => (piece.label === null ? piece : { text: '¤', label: null }))

/** Every ninth page is kept for measuring. */
const pages: Readonly<Record<Part, readonly string[]>> = (() => {
  const all = readPages()
  const of = (part: Part) => all.filter((_, index) => (index % 9 === 4) === (part === 'measure'))
  return { train: of('train'), measure: of('measure') }
})()

const sharePages = 0.5

const paperOf = (chance: Chance, lists: Lists, part: Part): Piece[] => {
  const scene = sceneOf(chance, lists)
  return chance.is(sharePages) ? pageOf(scene, chance.pick(pages[part])) : documentOf(scene, part)
}

export const writeDocument = (chance: Chance, lists: Lists, part: Part): Document => {
  const own = paperOf(chance, lists, part)
  const page = chance.is(0.05) ? glued(own, paperOf(chance, lists, part)) : own
  const pieces = damaged(chance, chance.is(0.05) ? masked(page) : page)
  let text = ''
  const spans: (Piece & { start: number; end: number })[] = []
  for (const piece of pieces) {
    const start = text.length
    text += piece.text
    if (piece.label !== null && piece.text !== '') spans.push({ ...piece, start, end: text.length })
  }
  return { text, spans }
}

/** The class of each token: of the span that its first half lies in. */
export const classesOf = (scan: Scan, { spans }: Document): number[] => {
  let at = 0
  return scan.tokens.map(({ start, end }) => {
    while (at < spans.length && (spans[at]?.end ?? 0) <= start) at++
    const span = spans[at]
    return span !== undefined && span.start < end && span.label !== null
      ? taggerClasses.indexOf(span.label)
      : none
  })
}

/** `tokens` tokens or a few more, of documents that the seed names. */
export const samplesOf = (
  lists: Lists,
  gazetteer: Gazetteer,
  part: Part,
  seed: number,
  tokens: number,
  forgotten?: number,
): Samples => {
  const chance = chanceOf(seed)
  const features = new Uint32Array((tokens + 2000) * featureCount)
  const classes = new Uint8Array(tokens + 2000)
  let count = 0
  while (count < tokens) {
    const document = writeDocument(chance, lists, part)
    const share = forgotten ?? shareForgotten(chance)
    const scan = scanOf(document.text, forgetful(gazetteer, chance.number(0, 1e9), share))
    const reader = featuresOf(scan)
    const labels = classesOf(scan, document)
    for (let index = 0; index < Math.min(reader.count, classes.length - count); index++) {
      reader.write(index, features, (count + index) * featureCount)
      classes[count + index] = labels[index] ?? none
    }
    count += Math.min(reader.count, classes.length - count)
  }
  return { count, features, classes }
}
