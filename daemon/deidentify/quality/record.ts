/**
 * What is kept of documents and of people's corrections: counts, closed words, and of a word its shape, its place in the
 * dictionaries and a keyed hash. No record holds a word of a document, a date finer than a day, or a person's name.
 */
import type { DocumentId } from '../../model/document.ts'
import type { IdentifierClass } from '../../model/identifier.ts'
import type { DocumentKind } from '../../model/kind.ts'
import type { Masked, MaskReason } from '../../model/page.ts'

/** A word, without the word. */
export type WordFeatures = {
  /** Letters as `X` and `x`, figures as `d`, punctuation as it is: `Xxxxx`, `dd/dd/dddd`. */
  readonly shape: string
  /** Levels 0…9 in the dictionaries of names and of everyday words. */
  readonly surname: number
  readonly given: number
  readonly ordinary: number
  readonly place: boolean
  readonly medical: boolean
  readonly drug: boolean
  /** The neighbours on the line: the word itself where it is an everyday or medical one and no name, else its shape. */
  readonly before: string
  readonly after: string
}

export type WordRecord = WordFeatures & {
  /** `<epoch>.<base64url>` of the word in small letters; null for what has a figure in it or is too short. */
  readonly hash: string | null
}

export type CorrectionRecord = {
  readonly correction: 'missed' | 'wrong'
  /** As the person named it for `missed`; as the box had masked it for `wrong`. */
  readonly class: IdentifierClass | 'UNREAD'
  readonly reason: MaskReason | null
  /** The rule whose finding touched it, where there was one. */
  readonly rule: string | null
  readonly words: readonly WordRecord[]
}

export type DocumentRecord = {
  readonly sort: 'document'
  readonly documentId: DocumentId
  /** `2026-03-01`. */
  readonly day: string
  readonly kind: DocumentKind
  readonly held: boolean
  readonly masked: Readonly<Record<string, number>>
  readonly reasons: Readonly<Record<string, number>>
  readonly rules: Readonly<Record<string, number>>
}

export type DecisionRecord = {
  readonly sort: 'decision'
  readonly documentId: DocumentId
  readonly day: string
  readonly kind: DocumentKind
  /** A keyed hash of the reviewer's id: tells two people apart and names none. */
  readonly person: string
  readonly corrections: readonly CorrectionRecord[]
}

/** What records come to. */
export type Totals = {
  /** The first day counted; null where nothing was. */
  since: string | null
  documents: number
  held: number
  decisions: number
  /** By class of identifier: regions that the box masked; corrections by people. */
  readonly classes: Record<string, { masked: number; missed: number; wrong: number }>
  /** By reason of masking. */
  readonly reasons: Record<string, { masked: number; wrong: number }>
  /** By rule of detection. */
  readonly rules: Record<string, { found: number; wrong: number }>
  /** By kind of document. */
  readonly kinds: Record<string, { documents: number; held: number; missed: number; wrong: number }>
}

/** What older records came to, when the journal was made shorter. */
export type TotalsRecord = { readonly sort: 'totals'; readonly totals: Totals }

export type QualityRecord = DocumentRecord | DecisionRecord | TotalsRecord

export type MaskedRegion = Pick<Masked, 'class' | 'reason'>

/** Bounds of one decision's record. */
export const mostCorrections = 200
export const mostWords = 12

/** The record, or null: a line that opened under our key but is none is of another version. */
export const parseRecord = (text: string): QualityRecord | null => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('sort' in value)) return null
    return ['document', 'decision', 'totals'].includes(String(value.sort)) ? (value as QualityRecord) : null
  } catch {
    return null
  }
}
