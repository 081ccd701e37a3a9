/**
 * The form of an ICD-10-CM code (CDC and CMS, ICD-10-CM Official Guidelines, I.A: three to seven characters, a point after the
 * third) and which categories there are, so that a part number is not taken for a diagnosis. Pure.
 */

/** The categories of each letter, in ranges of their two figures, and those whose third character is a letter. */
const categories: Readonly<Record<string, string>> = {
  A: '00-09 15 17-28 30-44 46 48-60 63-71 74-75 77-99',
  B: '00-10 15-20 25-27 30 33-60 64-83 85-92 94-97 99',
  C: '00-26 30-34 37-41 43-58 60-96 4A 7A 7B',
  D: '00-07 09-53 55-78 80-84 86 89 3A',
  E: '00-13 15-16 20-36 40-46 50-61 63-68 70-80 83-89',
  F: '01-07 09-25 28-34 39-45 48-55 59-60 63-66 68-73 78-82 84 88-95 98-99',
  G: '00-14 20-26 30-32 35-37 40 43-47 50-65 70-73 80-83 89-99',
  H: '00-02 04-05 10-11 15-22 25-28 30-36 40 42-44 46-47 49-55 57-62 65-75 80-83 90-95',
  I: '00-02 05-13 15-16 20-28 30-52 60-63 65-89 95-99 1A 5A',
  J: '00-06 09-18 20-22 30-47 60-70 80-86 90-96 98-99 4A',
  K: '00-14 20-23 25-31 35-46 50-52 55-68 70-77 80-83 85-87 90-92 94-95',
  L: '00-05 08 10-14 20-30 40-45 49-60 62-68 70-76 80-95 97-99',
  M: '00-02 04-08 10-27 30-36 40-43 45-51 53-54 60-63 65-67 70-72 75-77 79-81 83-97 99 1A',
  N: '00-08 10-23 25-53 60-65 70-77 80-99',
  O: '00-04 07-16 20-26 28-36 40-48 60-77 80 82 85-92 94 98-99 9A',
  P: '00-05 07-29 35-61 70-78 80-84 90-96',
  Q: '00-07 10-18 20-28 30-45 50-56 60-93 95-99',
  R: '00-23 25-27 29-37 39-66 68-83 85-94 97 99',
  S: '00-99',
  T: '07 14-28 30-34 36-71 73-88',
  U: '07 09',
  V: '00-99',
  W: '00-99',
  X: '00-99',
  Y: '00-09 21-38 62-95 99',
  Z: '00-23 28-36 39-53 55-60 62-99 3A',
}

const isIn = (ranges: string, category: string): boolean =>
  ranges.split(' ').some(range => {
    const [from = '', to = from] = range.split('-')
    return category >= from && category <= to && category.length === from.length
  })

/** True for a code that may be one: form, category, and figures where the guidelines allow no letter. */
export const isIcd10 = (code: string): boolean => {
  const [, letter = '', category = '', rest = ''] =
    /^([A-Z])(\d[\dAB])(?:\.([\dA-Z]{1,4}))?$/.exec(code) ?? []
  const ranges = categories[letter]
  if (ranges === undefined || !isIn(ranges, category)) return false
  return /^(?:[\dAX][\dABCX]?[\dABCX]?[\dA-HJ-NP-SX]?)?$/.test(rest)
}

const letterFor: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '|': 'I',
  l: 'I',
  '5': 'S',
  '8': 'B',
}
const figureFor: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  Z: '2',
  z: '2',
}

const asFigures = (text: string): string =>
  text.replace(/[OoQIil|Zz]/g, letter => figureFor[letter] ?? letter)

/**
 * The code as its system writes it, with the point, where `untrusted` is one as read: `E1l.9` → `E11.9`, `l10` → `I10`.
 * `misread` says that a character had to be taken for another. Null for anything else.
 */
export const icd10Of = (untrusted: string): { readonly code: string; readonly misread: boolean } | null => {
  const bare = untrusted.replace('.', '')
  if (bare.length < 3 || bare.length > 7 || untrusted.split('.').length > 2) return null
  if (untrusted.includes('.') && untrusted[3] !== '.') return null
  const first = letterFor[bare[0] ?? ''] ?? (bare[0] ?? '').toUpperCase()
  const body = asFigures(bare.slice(1)).toUpperCase()
  const plain = first + body
  const code = plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain
  return isIcd10(code) ? { code, misread: plain !== bare.toUpperCase() } : null
}
