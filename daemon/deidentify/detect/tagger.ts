/**
 * The statistical tagger among the rules: tokens that its model takes for a name, a place, a date or a code, joined to
 * spans. It speaks where no rule has words for a context. Its score stays below what the gate and the search for repeats
 * ask of a finding, so that its guesses mask but neither hold a page nor spread. Pure.
 */
import { type TaggerModel, taggerClasses } from '../../model/gazetteer.ts'
import type { Finding, IdentifierClass } from '../../model/identifier.ts'
import type { Guess } from '../../model/page.ts'
import { isEponymUse } from './eponym.ts'
import type { Known } from './lexicon.ts'
import type { RuleName } from './rulenames.ts'
import { procedure } from './safe-number.ts'
import { found, type Rule, type Scan, type Token } from './scan.ts'
import { isBidding } from './single.ts'
import { featureSpec } from './tagger/features.ts'
import { probabilitiesOf } from './tagger/probabilities.ts'
import { credentials, months, titles, weekdays } from './words.ts'

const labels: readonly (readonly [IdentifierClass, RuleName])[] = [
  ['NAME', 'tagger-name'],
  ['LOCATION', 'tagger-place'],
  ['DATE', 'tagger-date'],
  ['OTHER_ID', 'tagger-code'],
]

/** The score of a certain tagger; under the gate's threshold for names and for shapes. */
const highest: readonly number[] = [0.79, 0.79, 0.59, 0.59]

/** Beside a token that counts, this part of the threshold is enough. */
const beside = 0.5

/** From here, words of forms and of medicine are believed to be the name of a place, and a number to be a ZIP code. */
const surely = 0.6

/** What may stand between two tokens of one finding. */
const isInside = (gap: string): boolean => /^(?:[ ]{1,2}|[-–/.'’,&#]{1,2} ?| ?[-–&/#] ?|)$/.test(gap)

const isBarred = (token: Token, label: number): boolean => {
  const lower = token.text.toLowerCase()
  if (weekdays.has(lower)) return true
  if (label !== 0) return false
  if (!token.alphabetic) return true
  return titles.has(lower) || (credentials.has(lower) && token.shape === 'UPPER' && !token.shouted)
}

/** The most probable class of a token, and the probability that it identifies in whatever way. */
const bestOf = (probabilities: Float32Array, token: number): readonly [label: number, share: number] => {
  const at = token * taggerClasses.length
  let [best, sum] = [0, 0]
  for (let label = 0; label < taggerClasses.length; label++) {
    const share = probabilities[at + label] as number
    sum += share
    if (share > (probabilities[at + best] as number)) best = label
  }
  return [best, sum]
}

/** Tokens `[first, last]` of one class, and the best of their probabilities. */
type Span = { readonly label: number; readonly first: number; readonly last: number; readonly share: number }

const findingOf = ({ tokens }: Scan, { label, first, last, share }: Span): Finding => {
  const [identifierClass, rule] = labels[label] as (typeof labels)[number]
  const [from, to] = [tokens[first] as Token, tokens[last] as Token]
  return found(identifierClass, rule, from.start, to.end, share * (highest[label] ?? 0))
}

const digitsIn = (text: string): number => text.replace(/\D/g, '').length

/** Codes of drugs, trials and books, which stand for no person: the word before them, or their own beginning. */
const publicCode = /(?:NDC|NCT|LOINC|CPT|HCPCS|ICD|SNOMED|RxNorm|RXCUI|DRG|PMID|DOI|ISBN|OMB|CVX)\W{0,3}$/i
const publicPrefix = /^(?:NDC|NCT|LOINC|PMID|ISBN)/i

const isPublicCode = (text: string, start: number): boolean =>
  publicCode.test(text.slice(Math.max(0, start - 10), start)) ||
  publicPrefix.test(text.slice(start, start + 5))

/** `20610 Arthrocentesis`: a code of CPT and its descriptor. */
const isProcedure = ({ tokens }: Scan, first: number, last: number): boolean =>
  first === last && procedure.test(tokens[last + 1]?.text ?? '')

/** `$143.90`, or several in a row. */
const isAmount = ({ text }: Scan, start: number, end: number): boolean =>
  text[start - 1] === '$' &&
  /^[\d,]{1,9}(?:\.\d\d)?(?: \$[\d,]{1,9}(?:\.\d\d)?)*$/.test(text.slice(start, end))

/** The rules know short numbers better; a word of forms or of medicine alone is neither somebody nor some place. */
const isPlausible = (scan: Scan, { label, first, last, share }: Span): boolean => {
  const tokens = scan.tokens.slice(first, last + 1)
  const [from, to] = [scan.tokens[first] as Token, scan.tokens[last] as Token]
  const figures = scan.figures.slice(from.start, to.end)
  if (label === 2)
    return (
      digitsIn(figures) >= 6 ||
      tokens.some(({ text }) => months.has(text.toLowerCase())) ||
      (share >= surely && monthDay.test(figures))
    )
  if (label === 3)
    return (
      digitsIn(figures) >= 5 && !isPublicCode(scan.text, from.start) && !isAmount(scan, from.start, to.end)
    )
  const named = tokens.filter(token => token.alphabetic).map(token => scan.know(token.text))
  // A ZIP code stands alone; no other number is a place.
  if (named.length === 0)
    return label === 1 && digitsIn(figures) >= 5 && share >= surely && !isProcedure(scan, first, last)
  const isGeneric = named.every(known => isWordOfForms(known) && !(known.place && share >= surely))
  return !(isGeneric && (named.length === 1 || share < surely))
}

/** `7-14`, `8/27`. */
const monthDay = /^(?:0?[1-9]|1[0-2])[-/](?:0?[1-9]|[12]\d|3[01])$/

const isWordOfForms = ({ sort, medical, name }: Known): boolean => sort === 'never' || (medical && name < 0.3)

const spansOf = (scan: Scan, model: TaggerModel): Span[] => {
  const probabilities = probabilitiesOf(scan, model)
  const spans: Span[] = []
  for (const [index, token] of scan.tokens.entries()) {
    const [label, share] = bestOf(probabilities, index)
    if (share < (model.thresholds[label] ?? 1) * beside || isBarred(token, label)) continue
    if ((label === 0 && isEponymUse(scan, index)) || (label < 2 && isBidding(scan, index))) continue
    const before = spans.at(-1)
    if (before?.label === label && before.last === index - 1 && isInside(token.gap))
      spans[spans.length - 1] = { ...before, last: index, share: Math.max(before.share, share) }
    else spans.push({ label, first: index, last: index, share })
  }
  return spans.filter(span => span.share >= (model.thresholds[span.label] ?? 1) && isPlausible(scan, span))
}

/** For each of some spans in order (words of a page), what its tokens most likely are; none without a tagger. */
export const guessesOf = (
  scan: Scan,
  spans: readonly { readonly start: number; readonly end: number }[],
): readonly Guess[] => {
  const model = scan.gazetteer.tagger
  if (model === undefined) return []
  const probabilities = probabilitiesOf(scan, model)
  let token = 0
  return spans.map(({ start, end }) => {
    while (token > 0 && (scan.tokens[token - 1]?.end ?? 0) > start) token--
    while (token < scan.tokens.length && (scan.tokens[token]?.end ?? 0) <= start) token++
    let guess: Guess = { share: 0, class: 'NAME' }
    for (let at = token; at < scan.tokens.length && (scan.tokens[at]?.start ?? 0) < end; at++) {
      const [label, share] = bestOf(probabilities, at)
      if (share > guess.share) guess = { share, class: labels[label]?.[0] ?? 'NAME' }
    }
    return guess
  })
}

/** @throws Error where the model was trained on other features than this code computes (a faulty installation). */
export const taggerRule: Rule = scan => {
  const model = scan.gazetteer.tagger
  if (model === undefined) return []
  if (model.spec !== featureSpec) throw new Error('the model of the tagger is of another version')
  return spansOf(scan, model).map(span => findingOf(scan, span))
}
