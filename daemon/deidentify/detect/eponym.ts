/** Tells a disease, a sign or a device that bears someone's name from someone. Pure. */
import type { Known } from './lexicon.ts'
import type { Scan, Token } from './scan.ts'
import { cityEponyms, eponymNouns } from './words.ts'

/** `Weber B`, `Rankin 2`, `Forrest III`. */
const isGrade = (token: Token): boolean => /^(?:\d{1,2}|[A-D]\d?|I{1,3}|IV|V)[a-c]?$/.test(token.text)

/** What is only done with people. */
const dealings = /^(?:saw|called|told|asked|informed|notified|paged|contacted|met|thank|thanks)$/i

/** Double names of diseases, signs and devices; `Smith-Jones` is someone. */
const pairs =
  /^(?:jackson-pratt|epstein-barr|wong-baker|kaplan-meier|salter-harris|guillain-barr[eé]|stevens-johnson|henoch-sch[oö]nlein|wolff-parkinson|parkinson-white|ehlers-danlos|creutzfeldt-jakob|charcot-marie|marie-tooth|osgood-schlatter|legg-calv[eé]|calv[eé]-perthes|swan-ganz|child-pugh|dix-hallpike|brown-s[eé]quard|cheyne-stokes|mallory-weiss|zollinger-ellison|sturge-weber|prader-willi|lennox-gastaut|lambert-eaton|budd-chiari|arnold-chiari|dubin-johnson|peutz-jeghers|ramsay-hunt|steri-strips|hosmer-lemeshow|hawkins-kennedy|kellgren-lawrence|cockcroft-gault|tay-sachs|austin-flint|jarisch-herxheimer|castle-leventhal|stein-leventhal)$/

const isPair = (one: Token | undefined, two: Token | undefined): boolean =>
  two?.gap === '-' && pairs.test(`${one?.text}-${two.text}`.toLowerCase())

const isInPair = (scan: Scan, index: number): boolean =>
  isPair(scan.tokens[index], scan.tokens[index + 1]) || isPair(scan.tokens[index - 1], scan.tokens[index])

/** What is only said of a sign: `Weber was midline and Rinne normal`. */
const verdict =
  /^(?:['’]s)? (?:(?:and|or) [A-Z][a-z'’]+ )?(?:was|were|is|are|remains?) (?:midline|normal|abnormal|negative|positive|equivocal|absent|present|centered|central|lateraliz\w+)\b/

/** The name stands for a disease, a sign, a device: the next word, past a hyphen or `and`, says so. */
export const isEponymUse = (scan: Scan, index: number, besideName = false): boolean => {
  const token = scan.tokens[index]
  if (token === undefined) return false
  if (isInPair(scan, index)) return true
  const known = scan.know(token.text)
  if (known.eponym && token.possessive && known.surname < 0.6) return true
  if (known.eponym && verdict.test(scan.text.slice(token.end, token.end + 50))) return true
  if (dealings.test(scan.tokens[index - 1]?.text ?? '')) return false
  const said = isSaidByNext(scan, index, known, besideName)
  if (said !== null) return said
  return !besideName && known.eponym && known.surname < 0.45 && !cityEponyms.has(known.lower)
}

/** What the words behind it say; null where they say nothing. */
const isSaidByNext = (scan: Scan, index: number, known: Known, besideName: boolean): boolean | null => {
  const token = scan.tokens[index] as Token
  for (let next = index + 1; next <= index + 4; next++) {
    const word = scan.tokens[next]
    if (word === undefined || !/^(?:['’]s)?[ -]{1,2}$/.test(word.gap)) break
    if (isGrade(word) && known.eponym && !besideName) return true
    if (eponymNouns.has(word.text.toLowerCase()))
      return known.eponym || token.possessive || word.shape === 'lower'
    const isJoined = /^-$/.test(word.gap) || /^(?:and|–)$/.test(word.text) || scan.know(word.text).eponym
    if (!isJoined) break
  }
  return null
}
