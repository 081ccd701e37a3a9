/** Seeded pseudo-random choices (mulberry32), so that a seed names a set of texts for ever. */
export type Chance = {
  /** A whole number, `low` to `high`, both included. */
  readonly number: (low: number, high: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly digits: (count: number) => string
  readonly letters: (count: number) => string
}

export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const number = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const many = (count: number, alphabet: string): string =>
    Array.from({ length: count }, () => alphabet[number(0, alphabet.length - 1)]).join('')
  return {
    number,
    pick: list => list[number(0, list.length - 1)] as (typeof list)[number],
    digits: count => many(count, '0123456789'),
    letters: count => many(count, 'ABCDEFGHJKLMNPRSTUVWXYZ'),
  }
}
