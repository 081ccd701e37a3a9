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
}
