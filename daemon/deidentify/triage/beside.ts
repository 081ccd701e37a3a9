/**
 * Words beside an identifier that are likely a part of it: the rest of a facility's name, an initial, a nickname in quotes, the day
 * of a date, the area code of a number. Masked in the profile `strict` though each is known to be safe by itself: what
 * stands alone in a sentence says nothing, what stands beside a mask completes it. Pure.
 */
import type { Masked, Page, Word } from '../../model/page.ts'
import { announces, house, labels, sentence } from './form-words.ts'
import { units } from './telling.ts'
import type { Verdict } from './verdict.ts'

/** A gap wider than so many heights of the line parts two columns, not two words. */
const widestGap = 1.5

/**
 * @param canBeName says whether a word could be a part of a name, were a surname to follow.
 * @param isOrdinary says of the word at an index that the tagger is sure that it identifies nobody where it stands.
 */
export const withBeside = (
  page: Page<'detected'>,
  verdicts: readonly Verdict[],
  canBeName: (word: string) => boolean = () => false,
  isOrdinary: (i: number) => boolean = () => false,
): Verdict[] => {
  const grown = [...verdicts]
  const { words } = page
  const known = { canBeName, isOrdinary }
  for (let i = 0; i < words.length; i++) spread(words, grown, i, 1, known)
  for (let i = words.length - 1; i >= 0; i--) spread(words, grown, i, -1, known)
  for (let i = 1; i + 1 < words.length; i++) join(words, grown, i)
  for (let i = 0; i < words.length; i++) garble(words, grown, i)
  return grown
}

/** `§. Berhane`, `Taken by: ). Lee`: what a reader makes of an initial right before a name, or behind it. */
const garble = (words: readonly Word[], verdicts: Verdict[], i: number): void => {
  const word = words[i]
  if (
    word === undefined ||
    verdicts[i] !== null ||
    !/^(?:[^\p{L}\p{N}\s.,;:/&|()#*•–—-]|[)\]}])[.,]{0,2}$/u.test(word.text)
  )
    return
  for (const step of [1, -1] as const) {
    const [beside, verdict] = [words[i + step], verdicts[i + step]]
    if (beside === undefined || verdict?.class !== 'NAME' || beside.line !== word.line) continue
    if (isClose(word, beside)) verdicts[i] = verdict
  }
}

/** `Lady of Mercy`: a small word between two words of one name belongs to it. */
const join = (words: readonly Word[], verdicts: Verdict[], i: number): void => {
  const one = verdicts[i - 1]
  if (one == null || verdicts[i] !== null || (one.class !== 'NAME' && one.class !== 'LOCATION')) return
  for (let to = i; to < i + mostSmall && small.test(words[to]?.text ?? ''); to++) {
    const [last, after] = [words[to], words[to + 1]]
    if (last === undefined || after === undefined || !isNear(words[to - 1] as Word, last, 1)) return
    if (
      isOneName(one, verdicts[to + 1], last.text) &&
      /^[\p{Lu}\d]/u.test(coreOf(after.text)) &&
      isNear(last, after, 1)
    ) {
      for (let at = i; at <= to; at++) verdicts[at] = one
      return
    }
  }
}

/** Both sides are names: `of` and `the` join any two, `and` and `or` only what is no person on one side. */
const isOneName = (one: Verdict, other: Verdict | undefined, link: string): boolean => {
  const classes = [one?.class, other?.class]
  if (!classes.every(label => label === 'NAME' || label === 'LOCATION')) return false
  return /^(?:of|the|at|de|la|del|&|[Nn]o\.?)$/.test(link) || classes.includes('LOCATION')
}

/** `of the` */
const mostSmall = 2
const small =
  /^(?:of|the|and|&|at|de|la|del|for|on|in|or|[Nn]o\.?|[Uu]nit|[Aa]pt\.?|[Ss]uite|[Ss]te\.?|[Bb]ldg\.?|[Ll]ot|[Ss]pace|1\/2|½)$/

type Known = { readonly canBeName: (word: string) => boolean; readonly isOrdinary: (i: number) => boolean }

/** From the word at `i`, if it is masked for what it says, to the next word in that direction; and so on, as the loop goes on. */
const spread = (
  words: readonly Word[],
  verdicts: Verdict[],
  i: number,
  step: 1 | -1,
  { canBeName, isOrdinary }: Known,
): void => {
  const [word, verdict] = [words[i], verdicts[i]]
  if (word === undefined || verdict == null) return
  const next = neighbourOf(words, i, step, verdict.class)
  const beside = words[next]
  if (beside === undefined || verdicts[next] !== null) return
  if (
    (verdict.class === 'NAME' || verdict.class === 'LOCATION') &&
    /^\W*\p{L}[\p{L}'’-]+\W*$/u.test(beside.text) &&
    isOrdinary(next)
  )
    return
  const [after, prior] = [words[next + 1]?.text ?? '', words[next - 1]?.text ?? '']
  const place = { text: word.text, beside: beside.text, after, prior, step }
  const isGiven = verdict.class === 'NAME' && isGivenBefore(place) && canBeName(coreOf(beside.text))
  if (!isGiven && !isPart(verdict.class, place)) return
  verdicts[next] = { class: verdict.class, reason: 'identifier', confidence: 0.5 }
}

/** The index of the next word with a letter or a digit on the same line, or over the line's end; -1 where there is none. */
const neighbourOf = (words: readonly Word[], i: number, step: 1 | -1, label: Masked['class']): number => {
  let last = words[i] as Word
  for (let at = i + step, passed = 0; passed < 3; at += step, passed++) {
    const next = words[at]
    if (next === undefined || next.block !== last.block || !isNear(last, next, step)) return -1
    const isPassed = !/[\p{L}\p{N}|!]/u.test(next.text) || links(label, step, next.text)
    if (!isPassed) return at
    last = next
  }
  return -1
}

/** `the 4th of July`, `Summit Spine and Joint`. */
const links = (label: Masked['class'], step: 1 | -1, text: string): boolean =>
  label === 'DATE'
    ? step === -1 && /^(?:of|the)$/.test(text)
    : label === 'LOCATION' && step === 1 && /^(?:and|of|for|the|in|or)$/.test(text)

const isNear = (one: Word, two: Word, step: 1 | -1): boolean =>
  one.line === two.line ? isClose(one, two) : step * (two.line - one.line) === 1 && isWrapped(one, two, step)

const isClose = (one: Word, two: Word): boolean => {
  const [left, right] = one.box.left <= two.box.left ? [one.box, two.box] : [two.box, one.box]
  const height = Math.max(left.bottom - left.top, right.bottom - right.top)
  return right.left - left.right <= widestGap * height
}

/** The one ends its line far to the right of where the other begins the next. */
const isWrapped = (one: Word, two: Word, step: 1 | -1): boolean => {
  const [last, first] = step === 1 ? [one.box, two.box] : [two.box, one.box]
  return first.left < last.left && first.top - last.bottom < 2 * (last.bottom - last.top)
}

type Beside = {
  /** The masked word, the word beside it, and the one after that. */
  readonly text: string
  readonly beside: string
  readonly after: string
  /** The word before the one beside. */
  readonly prior: string
  readonly step: 1 | -1
}

const isPart = (label: Masked['class'], place: Beside): boolean => {
  const { text, beside, after, step } = place
  const core = coreOf(beside)
  if (/:$/.test(beside) || (step === 1 && (after === ':' || endsSentence(text)))) return false
  if (step === 1 && isHeading(beside, after)) return false
  switch (label) {
    case 'UNREAD':
      return (step === -1 && compass.test(core) && isCapital(coreOf(text))) || isFragment(place, core)
    case 'DATE':
      return isDatePart(core) && !units.test(after)
    case 'PHONE':
    case 'FAX':
      return /^(?:\+?1|\d{3,5}|x\d{1,6}|ext)$/i.test(core)
    case 'NAME':
      return isNamePart(core, place)
    case 'LOCATION':
      return isPlacePart(core, step)
    default:
      return isNumberPart(core)
  }
}

/** `17. REFERRING PROVIDER`, `Chart No 123`, `MR # 7`: a box of a form or a label, and no more of what stands before. */
const isHeading = (beside: string, after: string): boolean =>
  (/^\d{1,2}[a-j]?[.)]$/.test(beside) && /^\p{Lu}{2}|^\p{Lu}\p{Ll}/u.test(after)) ||
  (/^\p{L}+$/u.test(beside) && /^(?:#|no\.?:?|nos?:|number:?|num:?|rec\.?|record)$/i.test(after))

/** Beside what could not be read: one letter or figure of several in boxes, or the year of a date that a pen wrote. */
const isFragment = ({ text, beside, after }: Beside, core: string): boolean =>
  !units.test(after) &&
  (/^[\p{L}\p{N}]$/u.test(core) ||
    /^\W?(?:19|20)\d{2}$/.test(core) ||
    /\d\/|\/\d/.test(beside) ||
    isGroup(text, core))

/** `ZB 60 HW`: figures beside capitals that no list knows, as plates and codes stand. */
const isGroup = (text: string, core: string): boolean =>
  /^\d{2,4}$/.test(core) && /^[("]?(?:\p{Lu}{2,3}|\p{Lu}\d{2,3})[)"]?$/u.test(text)

const coreOf = (text: string): string => text.replace(/^[^\p{L}\p{N}+]+|[^\p{L}\p{N}]+$/gu, '')

/** `Lopez.` ends a sentence; `St.`, `M.` and `Jr.` do not. */
const endsSentence = (text: string): boolean =>
  /[.;!?][)"'”’]*$/.test(text) && (credential.test(text) || !/^\W*\p{L}{1,3}\.\W*$/u.test(text))

const credential = /^(?:MD|DO|RN|NP|PA|LPN|DDS|DPM|PhD)\.$/

const isDatePart = (core: string): boolean =>
  /^(?:(?:19|20)\d{2}|(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)$/i.test(core) ||
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?$/i.test(core) ||
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i.test(
    core,
  )

/** A piece of a number that was broken up, `PE 39 KX`, `+1 508 555 0143`; not its label. */
const isNumberPart = (core: string): boolean =>
  (/^\+?\d+$/.test(core) || /^(?=.*\d)[\p{Lu}\d-]+$/u.test(core) || /^\p{Lu}{1,3}$/u.test(core)) &&
  !labels.test(core)

const isCapital = (core: string): boolean => /^\p{Lu}[\p{L}'’&-]*$/u.test(core)

/** `New Brunford`, where nobody knows a Brunford. */
const compass =
  /^(?:New|Old|North|South|East|West|Fort|Mount|Mt|Saint|St|Port|Lake|Upper|Lower|Great|Little)$/

/** `Will Lane`, `BONES SIOBHAN`: an everyday word right before a name, and no order to somebody. */
const isGivenBefore = ({ text, beside, step }: Beside): boolean =>
  step === -1 &&
  /^[("]?\p{Lu}[\p{L}'’-]+$/u.test(beside) &&
  isCapital(coreOf(text)) &&
  coreOf(text).length > 1 &&
  !labels.test(beside) &&
  !/^(?:call|mark|bill|page|see|ask|tell|mail|thank|drew|note|lab|via|may)$/i.test(coreOf(beside))

/** `PATIENT NURSE YOLANDA`, `signed PILL SUMMER`: a word in capitals before a name in capitals, where a name is due or the line has no capitals. */
const isShoutedFirst = (core: string, { text, prior, step }: Beside): boolean => {
  const isShouted = [core, coreOf(text)].every(word => /^\p{Lu}{3}[\p{Lu}'’-]*$/u.test(word))
  if (step === 1 || !isShouted || /^(?:NAME|NUMBER|MRN|DOB|SSN|DATE|LAST|FIRST|AND|FOR|FROM)$/.test(core))
    return false
  return announces.test(prior) || (/^\p{Ll}+$/u.test(prior) && !labels.test(core) && !sentence.test(core))
}

const isNamePart = (core: string, place: Beside): boolean => {
  const { beside, step } = place
  if (isShoutedFirst(core, place)) return true
  if (/^[|!]$/.test(beside)) return step === 1
  if (/^\p{Lu}$/u.test(core) || (step === 1 && /^\p{Lu}{2}$/u.test(core))) return true
  // An initial that was misread: `O.` as `0.`, `W.` as `w`.
  if (/^(?:[0158]\.|[b-df-wz]\.?)[,;]?$/.test(beside)) return true
  if (!isCapital(core)) return false
  const isNickname = /^["“'‘(].+["”'’)][.,]?$/u.test(beside)
  const isFamilyFirst = step === -1 && (/,$/.test(beside) || /^["“(‘'].+["”)’'][.,]?$/u.test(place.text))
  return isNickname || ((step === 1 || isFamilyFirst) && !sentence.test(core) && !labels.test(core))
}

const isPlacePart = (core: string, step: 1 | -1): boolean => {
  if (/^\d{1,6}$/.test(core)) return true
  if (step === 1 && house.test(core)) return true
  if (!isCapital(core) || sentence.test(core) || labels.test(core)) return false
  return step === 1 || core.length > 1
}
