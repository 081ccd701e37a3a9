/** What the report shows of each document. Originals appear because they are synthetic: a real box never writes one. */
import type { DocumentReport } from '../../daemon/deidentify/report.ts'

export type ReportDocument = {
  readonly file: string
  readonly documentId: string | null
  readonly outcome: 'released' | 'held' | 'rejected' | 'duplicate'
  /** A code, where there is one, and what it means to a person. */
  readonly code: string | null
  readonly why: string
  readonly secondsInBox: number | null
  readonly pages: readonly ReportPage[]
  readonly fields: readonly ReportField[]
  /** What the gateway files it under, in clear: `lab (0.93)`, codes, medications. */
  readonly filed: {
    readonly kind: string
    readonly codes: readonly string[]
    readonly medications: readonly string[]
  } | null
  readonly received: { readonly parts: number; readonly bytes: number } | null
}

export type ReportPage = DocumentReport['pages'][number] & {
  /** PNG or JPEG as data URLs; the output of a held page is what a person would be shown. */
  readonly originalUrl: string
  readonly outputUrl: string | null
}

export type ReportField = {
  readonly name: string
  readonly class: string
  readonly page: number
  readonly value: string
  readonly confidence: number
}

export type Report = {
  readonly documents: readonly ReportDocument[]
  readonly totals: readonly (readonly [label: string, value: string])[]
  readonly startedAt: string
  readonly secondsInAll: number
}
