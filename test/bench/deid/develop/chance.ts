/** Choices made with a seeded generator: the same seed, the same paper. */
import { pick, type Random } from '../../../../demo/paper/random.ts'

export type Chance = {
  readonly random: Random
  readonly pick: <T>(from: readonly T[]) => T
  /** True with the probability `share` (0…1). */
  readonly likely: (share: number) => boolean
  /** Whole number, both ends included. */
  readonly int: (low: number, high: number) => number
  readonly shuffle: <T>(from: readonly T[]) => T[]
  /** `count` of the list, in random order, none twice. */
  readonly some: <T>(from: readonly T[], count: number) => T[]
  /** `#` becomes a digit, `@` a capital letter, `*` either, `~` a hexadecimal digit. */
  readonly code: (pattern: string) => string
}

const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ'

export const createChance = (random: Random): Chance => {
  const int = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1))
  const shuffle = <T>(from: readonly T[]): T[] =>
    from
      .map(value => ({ value, order: random() }))
      .sort((a, b) => a.order - b.order)
      .map(({ value }) => value)
  const letter = (): string => letters[int(0, letters.length - 1)] ?? 'A'
  return {
    random,
    pick: from => pick(random, from),
    likely: share => random() < share,
    int,
    shuffle,
    some: (from, count) => shuffle(from).slice(0, count),
    code: pattern =>
      [...pattern]
        .map(char => {
          if (char === '#') return String(int(0, 9))
          if (char === '@') return letter()
          if (char === '*') return random() < 0.6 ? String(int(0, 9)) : letter()
          if (char === '~') return '0123456789abcdef'[int(0, 15)] ?? '0'
          return char
        })
        .join(''),
  }
}
