/**
 * The stage that says what kind of document the pages are: titles, labels and turns of phrase, rows and sizes, each
 * with its weight. Pure. A guess for filing and for choosing a policy; nothing is ever shown because of it.
 */
import { type DocumentKind, documentKinds, type KindGuess } from '../model/kind.ts'
import { type Cues, cues } from './kind/cues.ts'
import { type KindPage, layoutScores } from './kind/layout.ts'
import { finderOf, type Line, linesOf } from './kind/match.ts'

export type { KindPage } from './kind/layout.ts'

type Known = Exclude<DocumentKind, 'unknown'>
type Scores = Readonly<Record<Known, number>>

const known = documentKinds.filter(kind => kind !== 'unknown')
const unknown: KindGuess = { kind: 'unknown', confidence: 0 }

const titleAlone = 6
const titleElsewhere = 1.5
const strong = { each: 1.3, most: 11 }
const weak = { each: 0.35, most: 2.2 }
/** Below this a page says too little. */
const leastScore = 3
const leastConfidence = 0.5

/** Few words, and near the top or larger than the rest: the way a form says its name. */
const isTitleLine = ({ words, size, place }: Line, phrase: string): boolean => {
  const extra = words.length - phrase.split(' ').length
  if (extra > 5) return false
  return size >= 1.35 ? extra <= 5 : place <= 0.3 && extra <= 3
}

const titleScore = (titles: readonly string[], find: (phrase: string) => readonly Line[]): number => {
  let [best, more] = [0, 0]
  for (const title of titles) {
    const lines = find(title)
    if (lines.length === 0) continue
    // A name of one common word is a title only where it stands all but alone.
    const length = title.split(' ').length
    const alone = lines.some(line => isTitleLine(line, title) && (length > 1 || line.words.length <= 3))
    const score = alone ? titleAlone - (length === 1 ? 1.5 : 0) : length === 1 ? 0.4 : titleElsewhere
    if (score > best) [best, more] = [score, more + 1]
  }
  return best === 0 ? 0 : best + Math.min(1, 0.3 * (more - 1))
}

const phraseScore = (
  phrases: readonly string[],
  find: (phrase: string) => readonly Line[],
  { each, most }: { readonly each: number; readonly most: number },
): number => Math.min(most, each * phrases.filter(phrase => find(phrase).length > 0).length)

const cueScore = (of: Cues, find: (phrase: string) => readonly Line[]): number =>
  titleScore(of.titles, find) + phraseScore(of.strong, find, strong) + phraseScore(of.weak, find, weak)

const scoresOf = (page: KindPage): Scores => {
  const find = finderOf(linesOf(page.words))
  const layout = layoutScores(page)
  return Object.fromEntries(
    known.map(kind => [kind, cueScore(cues[kind], find) + (layout[kind] ?? 0)]),
  ) as Scores
}

/** The surest page counts in full, the others by half: a document's first page names it, the rest mostly agree. */
const together = (pages: readonly Scores[]): Scores =>
  Object.fromEntries(
    known.map(kind => {
      const scores = pages.map((page, at) => page[kind] * (at === 0 ? 1 : 0.8))
      const best = Math.max(...scores)
      const rest = scores.reduce((sum, score) => sum + score, 0) - best
      return [kind, best + (pages.length > 1 ? (0.5 * rest) / (pages.length - 1) : 0)]
    }),
  ) as Scores

const guess = (scores: Scores): KindGuess => {
  const [first, second] = known.toSorted((one, two) => scores[two] - scores[one])
  if (first === undefined || second === undefined || scores[first] < leastScore) return unknown
  const [best, next] = [scores[first], scores[second]]
  const clear = Math.min(1, (best - next) / (0.4 * best))
  const confidence = Number(((best / (best + 1.5)) * (0.5 + 0.5 * clear)).toFixed(3))
  return confidence < leastConfidence ? unknown : { kind: first, confidence }
}

/** What the pages are. A cover sheet gives way to what it covers. */
export const kindOf = (pages: readonly KindPage[]): KindGuess => {
  const scores = pages.filter(page => page.words.length > 0).map(scoresOf)
  const [first, ...rest] = scores
  if (first === undefined) return unknown
  if (rest.length > 0 && guess(first).kind === 'fax-cover') {
    const covered = guess(together(rest))
    if (covered.kind !== 'unknown') return covered
  }
  return guess(together(scores))
}
