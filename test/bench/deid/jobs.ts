/** Which documents are drawn: every kind in turn at each level, and once more with each damage in turn. Pure. */
import type { Job } from './box.ts'
import { damageNames } from './damage.ts'
import type { Family } from './family.ts'
import { type Level, levels } from './send.ts'

export type Choice = {
  readonly documents: number
  /** Levels, and `damaged`. */
  readonly levels: readonly string[]
  readonly kinds: readonly string[] | null
  readonly seed: number
  readonly readers: number
  readonly curve: boolean
}

export const jobsOf = (family: Family, choice: Choice): Job[] => {
  const kinds = family.kinds
    .filter(({ name }) => choice.kinds?.includes(name) ?? true)
    .map(({ name }) => name)
  if (kinds.length === 0) throw new RangeError('no such kind')
  return choice.levels.flatMap(group => {
    const level = levels.find(name => name === group)
    if (level === undefined && group !== 'damaged') throw new RangeError('no such level')
    return Array.from({ length: choice.documents }, (_, i): Job => {
      const kind = kinds[i % kinds.length] as string
      return {
        id: `${group}-${String(i).padStart(4, '0')}-${kind}`,
        kind,
        seed: choice.seed * 100_003 + i * 7919 + group.length,
        level: level ?? (levels[Math.floor(i / damageNames.length) % levels.length] as Level),
        damage: level === undefined ? (damageNames[i % damageNames.length] ?? null) : null,
        readers: i < choice.readers,
        curve: choice.curve,
      }
    })
  })
}
