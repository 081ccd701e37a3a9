/** Seeded chance (mulberry32): one seed, one text for ever. Pure. */
export type Chance = {
  /** 0 ≤ x < 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly number: (low: number, high: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly is: (probability: number) => boolean
  /** One character of the alphabet for each `#` (a digit), `@` (a capital), `*` (either). */
  readonly pattern: (form: string) => string
}

const digits = '0123456789'
const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const number = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => list[number(0, list.length - 1)] as T
  const one = (alphabet: string): string => alphabet[number(0, alphabet.length - 1)] as string
  const alphabets: Readonly<Record<string, string>> = { '#': digits, '@': capitals, '*': digits + capitals }
  return {
    next,
    number,
    pick,
    is: probability => next() < probability,
    pattern: form => form.replace(/[#@*]/g, sign => one(alphabets[sign] ?? digits)),
  }
}

/** One of the entries, each as often as its weight says. */
export const weighted = <T>(chance: Chance, entries: readonly (readonly [T, number])[]): T => {
  let left = chance.next() * entries.reduce((sum, [, often]) => sum + often, 0)
  for (const [entry, often] of entries) {
    left -= often
    if (left < 0) return entry
  }
  return (entries.at(-1) as readonly [T, number])[0]
}

/** FNV-1a, for splits that depend on the word alone. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
