/** How a label is written down: its class, its rule, what its value looks like, and its spellings. */
import type { IdentifierClass } from '../../../model/identifier.ts'
import type { RuleName } from '../rulenames.ts'

/** How the value after the label is read. `code`: letters alone may be the value; `handle`: any word may. */
export type Shape =
  | 'id'
  | 'code'
  | 'handle'
  | 'name'
  | 'date'
  | 'phone'
  | 'ssn'
  | 'place'
  | 'zip'
  | 'age'
  | 'file'
  | 'none'

export type Label = {
  readonly rule: RuleName
  readonly class: IdentifierClass
  readonly shape: Shape
  /** Everyday words: only with `#`, `no`, `id` or a colon, and a value with three digits. */
  readonly weak: boolean
}

export type LabelTable = readonly (readonly [variant: string, Label])[]

/** Variants are written with single blanks; blanks match any or no gap, `*` an optional plural or possessive `s`. */
export const label = (
  c: IdentifierClass,
  rule: RuleName,
  shape: Shape,
  variants: string,
  weak = false,
): LabelTable =>
  variants.split('|').map(variant => [variant.trim(), { rule, class: c, shape, weak }] as const)
