/**
 * The kinds of paper that a clinic receives, as a closed list. A kind is a guess of the box with a confidence, made
 * from the text and the page; it is a filing aid and a name in a policy, and never a reason to mask less by itself.
 */
export const documentKinds = [
  'referral',
  'lab',
  'prior-authorisation',
  'insurance-card',
  'prescription',
  'discharge-summary',
  'intake-form',
  'fax-cover',
  'claim',
  'radiology',
  'immunisation',
  'consent',
  'medication-list',
  'identity-card',
  'label',
  'letter',
  'progress-note',
  'unknown',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What the box takes a document for. `unknown` where no kind stands out; the confidence is then that of knowing. */
export type KindGuess = {
  readonly kind: DocumentKind
  /** 0…1. */
  readonly confidence: number
}

export const isDocumentKind = (value: unknown): value is DocumentKind =>
  (documentKinds as readonly unknown[]).includes(value)
