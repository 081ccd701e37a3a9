/**
 * Medications on a page: a name of the drug dictionary with a strength or a frequency beside it. What leaves is put
 * together from dictionary words and from the closed words of `dosage.ts`; nothing is copied from the page. Pure.
 */
import { filingShapes, type MedicationField } from '../../model/filing.ts'
import type { Gazetteer } from '../../model/gazetteer.ts'
import type { FilingPage } from './codes.ts'
import { formIn, frequencyIn, routeIn, strengthIn } from './dosage.ts'

const leastWordConfidence = 0.5
/** Everyday words are in the names of products too (`One`, `Today`): commoner than this, a word is no drug by itself. */
const mostOrdinary = 0.85
const leastName = 0.3

const salts: ReadonlySet<string> = new Set(
  'hcl hydrochloride sodium potassium succinate tartrate besylate mesylate maleate fumarate citrate acetate sulfate phosphate er xr sr xl la cr dr ec odt hctz'.split(
    ' ',
  ),
)
/** Words of the dictionary that stand in orders as often as in names. */
const notDrugs: ReadonlySet<string> = new Set(
  'daily extended release tablet capsule water alcohol glucose dose delayed injection solution relief strength maximum allergy pain cough cold sugar salt sleep calm children'.split(
    ' ',
  ),
)

type Know = Pick<Gazetteer, 'drug' | 'ordinary' | 'surname' | 'givenName'>

const isHead = (word: string, know: Know): boolean =>
  word.length >= 4 &&
  !notDrugs.has(word) &&
  know.drug(word) &&
  know.ordinary(word) < mostOrdinary &&
  know.surname(word) < leastName &&
  know.givenName(word) < leastName &&
  [formIn, routeIn, frequencyIn].every(reading => reading(word) === null)

const isTail = (word: string, know: Know): boolean =>
  salts.has(word) ||
  (word.length >= 4 && !notDrugs.has(word) && know.drug(word) && know.ordinary(word) < mostOrdinary)

const wordPattern = /[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*/g

type Named = { readonly drug: string; readonly start: number; readonly end: number }

/** Runs of one to four dictionary words. */
const drugsIn = (line: string, know: Know): Named[] => {
  const words = [...line.matchAll(wordPattern)].map(match => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const named: Named[] = []
  for (let at = 0; at < words.length; at++) {
    const head = words[at]
    if (head === undefined || !isHead(head.text, know)) continue
    const run = [head]
    for (let next = words[at + 1]; next !== undefined && run.length < 4; next = words[at + run.length]) {
      const gap = line.slice(run.at(-1)?.end, next.start)
      if (!/^[ /-]$/.test(gap) || !isTail(next.text, know)) break
      run.push(next)
    }
    named.push({
      drug: run.map(word => word.text).join(' '),
      start: head.start,
      end: run.at(-1)?.end ?? head.end,
    })
    at += run.length - 1
  }
  return named
}

const refusal = /\ballerg|\bno known\b|\badverse\b|\bintoleran|\breaction/i
const sigLine =
  /^\s*(?:sig\b|take\b|inhale\b|apply\b|inject\b|use\b|give\b|instill\b|place\b|[1-4] (?:tab|cap|puff))/i

/** What stands beside each drug of a line: up to the next drug, and a line of directions below. */
const besidesOf = (line: string, next: string, drugs: readonly Named[]): readonly string[] =>
  drugs.map(({ end }, at) => {
    const until = drugs[at + 1]?.start ?? line.length
    const own = line.slice(end, Math.min(until, end + 160))
    return at === drugs.length - 1 && sigLine.test(next) ? `${own} ; ${next.slice(0, 160)}` : own
  })

const confidenceOf = ({ words, text }: FilingPage, start: number, end: number): number =>
  Math.min(
    ...text.spans.map((span, at) =>
      span.start < end && start < span.end ? (words[at]?.confidence ?? 0) : Number.POSITIVE_INFINITY,
    ),
  )

const medicationIn = (
  { drug }: Named,
  beside: string,
  page: number,
  confidence: number,
): MedicationField | null => {
  const [strength, frequency] = [strengthIn(beside), frequencyIn(beside)]
  if ((strength === null && frequency === null) || !filingShapes.drug.test(drug)) return null
  const score = Math.min(confidence, strength !== null && frequency !== null ? 0.95 : 0.8)
  const [form, route] = [formIn(beside), routeIn(beside)]
  return { drug, strength, form, route, frequency, page, confidence: Number(score.toFixed(3)) }
}

/** In the order of the page, each medication in each strength once. A name that touches an identifier is none. */
export const medicationsOf = (page: FilingPage, know: Know): MedicationField[] => {
  const found = new Map<string, MedicationField>()
  const lines = page.text.text.split('\n')
  let from = 0
  for (const [at, line] of lines.entries()) {
    const offset = from
    from += line.length + 1
    if (line.length > 600 || refusal.test(line)) continue
    const drugs = drugsIn(line, know)
    const besides = besidesOf(line, lines[at + 1] ?? '', drugs)
    for (const [index, drug] of drugs.entries()) {
      const [start, end] = [offset + drug.start, offset + drug.end]
      if (page.findings.some(finding => finding.start < end && start < finding.end)) continue
      const confidence = confidenceOf(page, start, end)
      if (!(confidence >= leastWordConfidence && confidence <= 1)) continue
      const medication = medicationIn(drug, besides[index] ?? '', page.number, confidence)
      if (medication !== null) found.set(`${medication.drug} ${medication.strength}`, medication)
    }
  }
  return [...found.values()]
}
