/** What a document's source asks of `deidentify`. The fingerprint is carried in every output. */
import type { ClassTreatment, IdentifierClass } from './identifier.ts'

export type Policy = {
  /** `strict`: a word is released only where it is known to be safe. `balanced`: also where nothing speaks against it. */
  readonly profile: 'strict' | 'balanced'
  /** 0…1: a word read below this stays masked. */
  readonly minWordConfidence: number
  /** 0…1: a page with less of its ink understood waits for a person. */
  readonly minInkUnderstood: number
  readonly treatments: Readonly<Record<IdentifierClass, ClassTreatment>>
  /** SHA-256, hex, of the policy's canonical JSON (RFC 8785) without this field. */
  readonly fingerprint: string
}
