/**
 * Which label a word stands under: before it on its line, on a line of its own above, or as the heading of its column.
 * Pure: works on places alone and gives one of a closed list.
 */
import type { Word } from '../../model/page.ts'
import { folded } from '../kind/match.ts'

export type Label = 'diagnosis' | 'procedure' | 'ndc' | 'loinc' | 'cvx'

const spelled: Readonly<Record<Label, string>> = {
  diagnosis:
    'icd icd10 icd-10 icd10cm icd-10-cm icd9 dx diag diagnosis diagnoses diagnostic dxcode diagnosiscode icdcode',
  procedure: 'cpt cpt4 cpt-4 hcpcs hcpc cpthcpcs cptcode hcpcscode procedurecode proccode',
  ndc: 'ndc ndccode ndc11',
  loinc: 'loinc loinccode',
  cvx: 'cvx cvxcode',
}

const labels: ReadonlyMap<string, Label> = new Map(
  (Object.keys(spelled) as Label[]).flatMap(label =>
    spelled[label].split(' ').map(word => [folded(word), label] as const),
  ),
)

/** `CPT/HCPCS:` and `ICD-10-CM` as one word; a word with a value glued on names its label as well. */
const labelOf = ({ text }: Word): Label | null => {
  const whole = labels.get(folded(text))
  if (whole !== undefined) return whole
  for (const piece of text.split(/[^\p{L}\p{N}|-]+/u)) {
    const label = labels.get(folded(piece))
    if (label !== undefined) return label
  }
  return null
}

const procedureWords: ReadonlySet<string> = new Set(
  ['procedure', 'procedures', 'proc', 'px', 'service'].map(folded),
)
const codeWords: ReadonlySet<string> = new Set(['code', 'codes', 'no', 'number', 'id'].map(folded))

type Placed = { readonly word: Word; readonly at: number; readonly label: Label }

const labelsIn = (words: readonly Word[]): Placed[] =>
  words.flatMap((word, at) => {
    const label = labelOf(word)
    if (label !== null) return [{ word, at, label }]
    // `Procedure code` is the label; `procedure` by itself stands in any sentence.
    const next = words[at + 1]
    const isNamed =
      procedureWords.has(folded(word.text)) && next !== undefined && codeWords.has(folded(next.text))
    return isNamed && isOneLine(word, next) ? [{ word, at, label: 'procedure' }] : []
  })

/** A label of something else between a label and a word: the word is that one's. */
const others: ReadonlySet<string> = new Set(
  'id mrn acct account member policy group phone tel fax zip dob ssn npi dea license lic name address claim case order accession specimen auth authorization ref reference invoice serial lot'
    .split(' ')
    .map(folded),
)

const isOther = (word: Word): boolean => {
  const bare = folded(word.text)
  return others.has(bare) || (/[:#]$/.test(word.text) && !codeWords.has(bare) && labelOf(word) === null)
}

const isOneLine = (one: Word, two: Word): boolean => one.block === two.block && one.line === two.line

const columnIn = 4
const wordsOfLabelLine = 4

const isOver = (label: Word, word: Word, dpi: number): boolean => {
  const [half, middle] = [(label.box.right - label.box.left) / 2, (label.box.left + label.box.right) / 2]
  const centre = (word.box.left + word.box.right) / 2
  const down = word.box.top - label.box.bottom
  return down >= 0 && down < columnIn * dpi && Math.abs(centre - middle) <= Math.max(half, 0.35 * dpi)
}

/** The first word of a cell: nothing stands just before it, as a state stands before a ZIP code. */
const isOwnCell = (words: readonly Word[], at: number): boolean => {
  const [word, before] = [words[at], words[at - 1]]
  if (word === undefined || before === undefined || !isOneLine(before, word)) return true
  return word.box.left - before.box.right > 1.2 * (word.box.bottom - word.box.top)
}

/** Gives the label of `words[at]`, or null. */
export const labelFinder = (words: readonly Word[], dpi: number): ((at: number) => Label | null) => {
  const placed = labelsIn(words)
  const counts = new Map<string, number>()
  const lineOf = ({ block, line }: Word) => `${block}/${line}`
  for (const word of words) counts.set(lineOf(word), (counts.get(lineOf(word)) ?? 0) + 1)
  return at => {
    const word = words[at]
    if (word === undefined) return null
    const before = placed.findLast(label => label.at <= at && isOneLine(label.word, word))
    if (before !== undefined) return words.slice(before.at + 1, at).some(isOther) ? null : before.label
    const column = placed.findLast(label => label.at < at && isOver(label.word, word, dpi))
    if (column !== undefined && isOwnCell(words, at)) return column.label
    const above = placed.findLast(label => label.at < at)
    const isNext =
      above !== undefined &&
      (counts.get(lineOf(above.word)) ?? 0) <= wordsOfLabelLine &&
      above.word.block === word.block &&
      word.line - above.word.line === 1 &&
      words.every(other => !isOneLine(other, word) || /\d/.test(other.text))
    return isNext ? above.label : null
  }
}
