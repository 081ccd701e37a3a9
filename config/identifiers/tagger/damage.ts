/** What typing, fax and OCR do to a text: capitals, lower case, letters misread, words split and joined. Pure. */
import type { Chance } from './chance.ts'
import type { Piece } from './expand.ts'

const misread: Readonly<Record<string, readonly string[]>> = {
  O: ['0', 'Q'],
  o: ['0', 'c', 'e'],
  '0': ['O', 'o'],
  l: ['1', 'I', '|', 'i'],
  I: ['1', 'l', '|'],
  '1': ['l', 'I', '|'],
  i: ['l', '1', 'j'],
  S: ['5', '$'],
  '5': ['S'],
  B: ['8', 'R'],
  '8': ['B', '3'],
  Z: ['2'],
  G: ['6', 'C'],
  m: ['rn', 'nn'],
  w: ['vv'],
  d: ['cl'],
  e: ['c', 'o'],
  c: ['e', 'o'],
  a: ['o', 'u'],
  h: ['b', 'n'],
  n: ['r', 'u', 'ri'],
  u: ['ii', 'n'],
  t: ['f', 'l'],
  f: ['t'],
  r: ['n', 't'],
  y: ['v', 'g'],
  '.': ['', ',', ' '],
  ',': ['.', ''],
  ':': [';', '.', ''],
  ' ': ['', '  '],
  '/': ['l', '1', '|'],
}

const spoil = (chance: Chance, text: string, rate: number): string => {
  let result = ''
  for (const sign of text) {
    if (!chance.is(rate)) result += sign
    else if (chance.is(0.1)) result += `${sign} `
    else result += chance.pick(misread[sign] ?? [sign, sign, sign.toUpperCase(), ''])
  }
  return result
}

const title = (text: string): string => text.replace(/\b\p{Ll}/gu, letter => letter.toUpperCase())

type Change = (text: string) => string

const casingOf = (chance: Chance): Change => {
  const way = chance.next()
  if (way < 0.08) return text => text.toUpperCase()
  if (way < 0.13) return text => text.toLowerCase()
  if (way < 0.15) return title
  return text => text
}

/** Points and commas that the hand or the fax left out. */
const bareOf = (chance: Chance): Change =>
  chance.is(0.06) ? text => text.replace(/[.,:;]/g, '') : text => text

export const damaged = (chance: Chance, pieces: readonly Piece[]): Piece[] => {
  const [casing, bare] = [casingOf(chance), bareOf(chance)]
  const rate = chance.is(0.22) ? chance.pick([0.005, 0.01, 0.02, 0.04]) : 0
  return pieces.map(({ text, label }) => {
    const changed = bare(casing(text))
    return { text: rate === 0 ? changed : spoil(chance, changed, rate), label }
  })
}
