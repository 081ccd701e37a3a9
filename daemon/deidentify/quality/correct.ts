/**
 * From a person's decision to what is kept of it: which words a drawn mask covers, which words and which rule stand
 * behind a region that was masked for nothing. Pure; the words go in and only their features come out.
 */
import type { Gazetteer } from '../../model/gazetteer.ts'
import { type Box, boundsOf } from '../../model/geometry.ts'
import type { Decision } from '../../model/held.ts'
import type { Page } from '../../model/page.ts'
import type { RedactedPage } from '../pipeline.ts'
import { featuresOf } from './features.ts'
import type { QualityKeys } from './keys.ts'
import { type CorrectionRecord, mostCorrections, mostWords, type WordRecord } from './record.ts'

type Triaged = Page<'triaged'>

export type Learner = { readonly know: Gazetteer; readonly hash: QualityKeys['hash'] }

/** Half of a word or more: a mask drawn by hand brushes its neighbours. */
const leastShare = 0.5

const shareWithin = (word: Box, box: Box): number => {
  const wide = Math.min(word.right, box.right) - Math.max(word.left, box.left)
  const high = Math.min(word.bottom, box.bottom) - Math.max(word.top, box.top)
  const area = Math.max(1, (word.right - word.left) * (word.bottom - word.top))
  return wide <= 0 || high <= 0 ? 0 : (wide * high) / area
}

const wordsUnder = ({ words }: Triaged, box: Box): readonly number[] =>
  [...words.keys()].filter(at => shareWithin(words[at]?.box ?? box, box) >= leastShare).slice(0, mostWords)

const beside = ({ words }: Triaged, at: number, step: 1 | -1): string => {
  const [word, other] = [words[at], words[at + step]]
  return word !== undefined && other?.line === word.line && other.block === word.block ? other.text : ''
}

const wordRecord = (page: Triaged, at: number, { know, hash }: Learner): WordRecord => {
  const text = page.words[at]?.text ?? ''
  return { hash: hash(text), ...featuresOf(text, beside(page, at, -1), beside(page, at, 1), know) }
}

const ruleOf = ({ findings, text }: Triaged, words: readonly number[]): string | null => {
  const spans = words.flatMap(at => text.spans[at] ?? [])
  const touching = findings.filter(({ start, end }) =>
    spans.some(span => start < span.end && span.start < end),
  )
  return touching.toSorted((one, two) => two.score - one.score)[0]?.rule ?? null
}

const missed = (pages: readonly RedactedPage[], { masks }: Decision, learner: Learner): CorrectionRecord[] =>
  masks.flatMap(({ page: number, quad, class: label = 'OTHER_ID' }) => {
    const page = pages.find(({ verified }) => verified.number === number)?.triaged
    if (page === undefined) return []
    const words = wordsUnder(page, boundsOf(quad))
    const rule = ruleOf(page, words)
    const records = words.map(at => wordRecord(page, at, learner))
    return [{ correction: 'missed' as const, class: label, reason: null, rule, words: records }]
  })

const wrong = (
  pages: readonly RedactedPage[],
  { wronglyMasked = [] }: Decision,
  learner: Learner,
): CorrectionRecord[] =>
  wronglyMasked.flatMap(({ page: number, region }) => {
    const found = pages.find(({ verified }) => verified.number === number)
    const masked = found?.verified.masked[region - 1]
    if (found === undefined || masked === undefined) return []
    const words = wordsUnder(found.triaged, boundsOf(masked.quad))
    const rule = ruleOf(found.triaged, words)
    const records = words.map(at => wordRecord(found.triaged, at, learner))
    const { class: label, reason } = masked
    return [{ correction: 'wrong' as const, class: label, reason, rule, words: records }]
  })

/** @param pages as the person saw them: before what the decision adds. */
export const correctionsOf = (
  pages: readonly RedactedPage[],
  decision: Decision,
  learner: Learner,
): readonly CorrectionRecord[] =>
  [...missed(pages, decision, learner), ...wrong(pages, decision, learner)].slice(0, mostCorrections)
