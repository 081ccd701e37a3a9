/** Words that every dictionary knows, and that tell something all the same where they stand. Pure. */
import type { IdentifierClass } from '../../model/identifier.ts'
import type { Page, Word } from '../../model/page.ts'

/** So many single characters in a row spell a name or a number, though each of them says nothing. */
export const fewestSpelled = 3

export const isSpelled = ({ words }: Page<'detected'>, i: number): boolean => {
  const { block, line } = words[i] as Word
  const isOneOfRow = (at: number) => {
    const word = words[at]
    return word !== undefined && word.block === block && word.line === line && isSingle(word.text)
  }
  if (!isOneOfRow(i)) return false
  let [first, last] = [i, i]
  while (isOneOfRow(first - 1)) first--
  while (isOneOfRow(last + 1)) last++
  return last - first + 1 >= fewestSpelled
}

/** One letter or digit, with whatever stands around it; not the small letters of `3 x 4` and `q 6 h`. */
export const isSingle = (text: string): boolean =>
  /^[^\p{L}\p{N}]*[\p{L}\p{N}][^\p{L}\p{N}]*$/u.test(text) && !/[xqh]/.test(text)

/** What a word says that is safe by the dictionary, but not where it stands; null where it says nothing. */
export const tellingClass = ({ words }: Page<'detected'>, i: number): IdentifierClass | null => {
  const textAt = (at: number) => words[at]?.text ?? ''
  const [before, word, after] = [textAt(i - 1), textAt(i), textAt(i + 1)]
  const isCapital = /^\p{Lu}/u.test(word)
  if (isNickname(word) || isInitial(words, i) || (isCapital && title.test(before))) return 'NAME'
  if (isInitials(before, word, after) || isTypist(word, after) || isOfCard(before, word)) return 'NAME'
  if (isCapital && isMover(word, after, textAt(i + 2))) return 'NAME'
  if (isPlate([textAt(i - 3), textAt(i - 2), before], word)) return 'VEHICLE'
  if (isOurLady(textAt(i - 2), before, word, after)) return 'LOCATION'
  if (isDwelling(before, word) || (isCapital && isHome(textAt(i - 2), before))) return 'LOCATION'
  if (isDay(before, word) || isOrdinalDay(before, word, after)) return 'DATE'
  return mayBeAge(before, word, after) ? 'AGE_90' : null
}

/** `C.` within a line: at its start it counts a list, before small letters it is a genus. */
const isInitial = (words: readonly Word[], i: number): boolean => {
  const [before, word, after] = [words[i - 1], words[i], words[i + 1]]
  if (word === undefined || !/^\(?\p{Lu}\.,?$/u.test(word.text)) return false
  const beginsLine = before === undefined || before.line !== word.line || before.block !== word.block
  return !beginsLine && !/^\p{Ll}/u.test(after?.text ?? '')
}

/** `seeing A.M. in our office`, `J.D. reports`: initials instead of a name; not `in the a.m.`, `8 P.M.`, `an M.D.` */
const isInitials = (before: string, text: string, after: string): boolean => {
  if (!/^\(?(?:\p{Lu}\.){2,3}[,;:)]?$/u.test(text) || /^(?:U\.S|D\.C|I\.V|I\.M|P\.O|N\.P)\./.test(text))
    return false
  const isSpokenOf =
    /^(?:seeing|saw|seen|met|evaluated?|evaluating|examined|treating|treated|of|for|with|about|regarding|re:?|that|and|patient|pt\.?|follow(?:ing|ed))$/i
  const does =
    /^(?:is|was|has|had|will|lives|reports?|denies|states|presents?|presented|returns?|continues|notes|moved|came)$/
  return isSpokenOf.test(before) || (does.test(after) && !/\d|^(?:the|in|an?|this|each|every)$/i.test(before))
}

/** `Star moved from`: who does so is someone. */
const isMover = (text: string, after: string, next: string): boolean =>
  after === 'moved' &&
  /^(?:from|to|here|in)$/.test(next) &&
  !/^(?:s?he|they|we|i|you|who|patient|pt|family|it|was|has|had|[a-z]+ly|just|then|pain)$/i.test(text)

/** `DM/bc D: 3/4`: who dictated and who typed. */
const isTypist = (text: string, after: string): boolean =>
  /^\p{Lu}{2,4}[/:]\p{Ll}{2,4}$/u.test(text) && /^[DT]:/.test(after)

/** `LN GREEN`, `FN ROSE`: the fields of a card as AAMVA names them, in capitals. */
const isOfCard = (before: string, text: string): boolean =>
  /^(?:LN|FN|LFN|MN)$/.test(before) &&
  /^\p{Lu}{2}[\p{Lu}'’-]*[.,]?$/u.test(text) &&
  !/^(?:FN|LN|MN|DOB|DL)$/.test(text)

/** `plate 885 ZHN`, `plate JU 82 JW`: up to three groups behind the word. */
const isPlate = (before: readonly string[], text: string): boolean => {
  if (!/^\W*[\p{Lu}\d]{1,8}\W*$/u.test(text)) return false
  const at = before.findLastIndex(word => /^\W*(?:plates?|registration)[:#]?$/i.test(word))
  return at !== -1 && before.slice(at + 1).every(word => /^\W*[\p{Lu}\d]{1,4}$/u.test(word))
}

/** A capital in quotes: `goes by "Red"`. */
const isNickname = (text: string): boolean => /^["“”]\p{Lu}\p{Ll}+["“”][.,;]?$/u.test(text)

/** `Apt 5`, `Unit 44`: 45 CFR 164.514(b)(2)(i)(B), where the street before it was not read as one. */
const isDwelling = (before: string, text: string): boolean =>
  /(?:^|[^\p{L}])(?:apt|unit|ste|suite|bldg|lot|box|trlr|spc)\.?$/iu.test(before) && /\d/.test(text)

/** `Our Lady of Mercy`: no house but one of that name begins so. */
const isOurLady = (first: string, before: string, text: string, after: string): boolean => {
  const [lady, our] = [/^lady$/i, /^(?:Our|OUR)$/]
  if (our.test(text)) return lady.test(after)
  return (lady.test(text) && our.test(before)) || (lady.test(before) && our.test(first))
}

/** `lives in Tillers Crossing`. */
const isHome = (verb: string, preposition: string): boolean =>
  /^(?:in|from|near|to|at|outside)$/.test(preposition) &&
  /^(?:lives?|living|lived|moved|moving|resid(?:es?|ing|ed)|relocated|grew|up|raised|stays|staying|native|commutes)$/i.test(
    verb,
  )

/** `on the 14th`; not `the 2nd toe`, `the 5th rib`. */
const isOrdinalDay = (before: string, text: string, after: string): boolean =>
  /^(?:the|on|by|until|since|till|through)$/i.test(before) &&
  /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)[.,;:)]*$/i.test(text) &&
  (/[.,;:)]$/.test(text) ||
    !/^(?:ribs?|toes?|fingers?|digits?|metatars\w+|metacarp\w+|intercostal|ventricle|grade|percentile|degree|dose|trimester|time|visit|day|week|month|year|line|cranial|nerve|lumbar|thoracic|cervical|sacral|phalan\w+|mtp|mcp|ray|web|space|floor|attempt|pregnancy|child|generation|cycle|course|round|stage|heart|sound|opinion|look)/i.test(
      after,
    ))

/** `May 25th`, where `May` was taken for a name or for a wish. */
const isDay = (before: string, text: string): boolean =>
  /^\W*(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*)\W*$/i.test(before) &&
  /^\W*(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\W*$/i.test(text)

const title = /^\W*(?:D[Rr]|M[Rr]|M[Rr][Ss]|M[Ss]|Miss|MISS|Mx|Prof|PROF|Rev|REV|S[Rr]|F[Rr])\.?$/

/** 45 CFR 164.514(b)(2)(i)(C): a number from 90 to 119 may be an age, unless it has a unit or is one of a pair. */
const mayBeAge = (before: string, text: string, after: string): boolean =>
  /^\(?(?:9\d|1[01]\d)[),.;]*$/.test(text) && !units.test(after) && !measures.test(before)

export const units =
  /^\W*(?:[%°/–x-]|mg|mcg|µg|g|kg|lbs?|oz|ml|l|dl|cc|cm|mm|in\.|ft|f|c|bpm|mmhg|units?|iu|meq|mmol|mol|ng|pg|u|k|min(?:utes?)?|sec(?:onds?)?|hours?|hrs?|days?|weeks?|months?|beats|percent|degrees|tablets?|tabs?|caps(?:ules)?|puffs?|ms|hz|kcal|cal)(?![\p{L}\p{N}])/iu
const measures =
  /^\W*(?:hr|pulse|p|bp|rr|temp|t|spo2|o2|sats?|sat|weight|wt|height|ht|bmi|glucose|glu|na|cl|sodium|chloride|mcv|plt|platelets|ldl|hdl|fev1|egfr|gfr|rate|qrs|pr|qt|qtc|map|psa|a1c|cpt|code|codes|to|of|than|at|>|<|=|≥|≤)\W*$/i
