/** A person's name in the forms that the further kinds use. */
import { type Runs, tag } from '../runs.ts'

export type Person = {
  readonly she: boolean
  readonly first: string
  readonly middle: string
  readonly last: string
}

const written: Readonly<Record<string, (p: Person) => string>> = {
  '': p => `${p.first} ${p.last}`,
  full: p => `${p.first} ${p.middle} ${p.last}`,
  mid: p => `${p.first} ${p.middle.slice(0, 1)}. ${p.last}`,
  rev: p => `${p.last}, ${p.first} ${p.middle.slice(0, 1)}`,
  revup: p => `${p.last}, ${p.first} ${p.middle}`.toUpperCase(),
  tight: p => `${p.last},${p.first}`.toUpperCase(),
  up: p => `${p.first} ${p.last}`.toUpperCase(),
  first: p => p.first,
  last: p => p.last,
  lastup: p => p.last.toUpperCase(),
  firstup: p => p.first.toUpperCase(),
  middle: p => p.middle,
  poss: p => `${p.first}'s`,
  lastposs: p => (p.last.endsWith('s') ? `${p.last}'` : `${p.last}'s`),
  flast: p => `${p.first.slice(0, 1)}. ${p.last}`,
  firstl: p => `${p.first} ${p.last.slice(0, 1)}.`,
  ini: p => `${p.first.slice(0, 1)}${p.middle.slice(0, 1)}${p.last.slice(0, 1)}`,
  dots: p => `${p.first.slice(0, 1)}.${p.last.slice(0, 1)}.`,
  user: p =>
    `${p.first.slice(0, 1)}${p.last}`
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase(),
}

/** @param form one of those above, or `mr`, `dr`, `md`, `rn`: with a title, which is neither. */
export const personForm = (p: Person, form: string): Runs => {
  if (form === 'mr') return [tag('EITHER', p.she ? 'Ms.' : 'Mr.'), ' ', tag('NAME', p.last)]
  if (form === 'dr') return [tag('EITHER', 'Dr.'), ' ', tag('NAME', p.last)]
  if (form === 'drfull') return [tag('EITHER', 'Dr.'), ' ', tag('NAME', `${p.first} ${p.last}`)]
  if (form === 'md') return [tag('NAME', `${p.first} ${p.last}`), tag('EITHER', ', M.D.')]
  if (form === 'rn') return [tag('NAME', `${p.first} ${p.last}`), tag('EITHER', ', RN')]
  const write = written[form]
  if (!write) throw new RangeError(`no such form of a name: ${form}`)
  return [tag('NAME', write(p))]
}
