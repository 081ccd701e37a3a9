/** What the dictionaries know of a word. Lookups are case-blind; `commonness` is 0 (absent) … 1 (most common). */
export type Gazetteer = {
  readonly surname: (untrustedWord: string) => number
  readonly givenName: (untrustedWord: string) => number
  /** A US city, county or state, of one to four words joined by single spaces. */
  readonly place: (untrustedPhrase: string) => boolean
  /** An everyday English word (SCOWL); commonness by size class. */
  readonly ordinary: (untrustedWord: string) => number
  /** A word of ICD-10-CM, anatomy, procedures, laboratory, or of clinic forms. */
  readonly medical: (untrustedWord: string) => boolean
  /** An ingredient or trade name of the Orange Book, one word of it. */
  readonly drug: (untrustedWord: string) => boolean
  /** What an entry of today's schedule with this skeleton is: see `detect/schedule.ts`. Absent where no schedule is kept. */
  readonly scheduled?: (skeleton: string) => ScheduleKind | null
  /** The statistical tagger; without it the rules speak alone. */
  readonly tagger?: TaggerModel
}

/** What the tagger tells apart; `none`, the fifth, is the reference and has no weights. */
export const taggerClasses = ['name', 'place', 'date', 'code'] as const
export type TaggerClass = (typeof taggerClasses)[number]

/** A trained linear model over hashed features. */
export type TaggerModel = {
  /** The features it was trained on; another code's features mean nothing to it. */
  readonly spec: string
  /** `weights[bucket * 4 + class]`; the number of buckets is a power of two. */
  readonly weights: Int8Array
  /** What one step of a weight is worth. */
  readonly scale: number
  /** One for each class. */
  readonly biases: readonly number[]
  /** 0…1, one for each class: a token counts from this probability. */
  readonly thresholds: readonly number[]
}

/** What a patient of the schedule is known by. */
export const scheduleKinds = ['name', 'name-part', 'mrn', 'birth-date'] as const
export type ScheduleKind = (typeof scheduleKinds)[number]
