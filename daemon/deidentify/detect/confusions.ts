/**
 * What OCR takes one for another: O/0, l/1/I, S/5, B/8, Z/2. Both directions keep the length, so that offsets stay true.
 * Pure. A correction only adds a reading for the rules to look at; the text itself is never changed.
 */

const digitOf: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  l: '1',
  I: '1',
  '|': '1',
  i: '1',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
  z: '2',
  G: '6',
}
const letterOf: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '5': 'S', '8': 'B', '|': 'I' }

/** A run that looks like a number with misread digits, at least one true digit in it or right beside it. */
const numberRun = /(?<![A-Za-z])(?=[OoQDlI|iSsBZzG]{0,5}\d)[\dOoQDlI|iSsBZzG]{2,20}(?![A-Za-z])/g
const looseDigit = /(?<=\d[-/.])[OoQlI|SBZ]{1,4}(?![A-Za-z])|(?<![A-Za-z\d])[OoQlI|SBZ]{1,4}(?=[-/.]\d)/g

const toDigits = (run: string): string => run.replace(/\D/g, letter => digitOf[letter] ?? letter)

/** Not more letters than twice its digits; the `Z` of a time in UTC is one. */
const isMisread = (run: string): boolean =>
  run.replace(/\D/g, '').length * 3 >= run.length && !/^\d\dZ$/.test(run)

/** Digits for letters in runs of digits. A run with more letters than twice its digits stays as it is. */
export const asFigures = (text: string): string =>
  text.replace(numberRun, run => (isMisread(run) ? toDigits(run) : run)).replace(looseDigit, toDigits)

const wordRun = /(?<![\p{L}\p{N}])[\p{L}\d|]{1,24}(?:['’][\p{L}\d|]{1,24})?(?![\p{L}\p{N}])/gu

const lettersIn = (word: string): string => {
  if (word.length < 3 || /^.1.$/.test(word)) return word
  const digits = word.replace(/[^\d|]/g, '')
  if (digits.length === 0)
    return /^[A-Zl]*l[A-Zl]*$/.test(word) && /[A-Z]{2}/.test(word) ? word.replace(/l/g, 'I') : word
  if (digits.length > 2 || digits.length * 3 > word.length || /[234679]/.test(digits)) return word
  // Only inside capitals or between letters: `0'CONN0R`, `PAT1ENT`, not `B12`, `T10`, `COVID1`.
  if (!/^[01|5]?[\p{L}'’]+(?:[0158|][\p{L}'’]+)*$/u.test(word) && !/^\p{Lu}{4,}0$/u.test(word)) return word
  const upper = word.replace(/[^\p{L}]/gu, '')
  const isUpper = upper === upper.toUpperCase()
  return word.replace(/[0158|]/g, (digit, at: number) => {
    const letter = letterOf[digit] ?? digit
    return isUpper || (at === 0 && /[05]/.test(digit))
      ? letter
      : digit === '1' || digit === '|'
        ? 'l'
        : letter.toLowerCase()
  })
}

/** Letters for digits inside words. */
export const asLetters = (text: string): string => text.replace(wordRun, lettersIn)

/** Spellings that OCR gives for one: the sameness under which two readings may be the same name. */
export const underConfusion = (word: string): string =>
  word
    .toLowerCase()
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/cl/g, 'd')
    .replace(/[1i|]/g, 'l')
    .replace(/0/g, 'o')
    .replace(/5/g, 's')
    .replace(/8/g, 'b')
