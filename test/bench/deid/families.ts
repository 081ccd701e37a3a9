/** Loads one family only, so that work on `develop` never reads a line of `validate`. */
import type { Family } from './family.ts'

export const familyNamed = async (name: string): Promise<Family> => {
  if (name === 'develop') return (await import('./develop/family.ts')).developFamily
  if (name === 'validate') return (await import('./validate/family.ts')).validateFamily
  throw new RangeError('a family is develop or validate')
}
