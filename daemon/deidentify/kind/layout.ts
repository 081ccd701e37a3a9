/**
 * What the shape of a page and of its lines says of its kind, where no title does: the size of a card or a label, rows of
 * a laboratory table, of medications, of vaccines, of charges. Pure.
 */
import type { DocumentKind } from '../../model/kind.ts'
import type { Page } from '../../model/page.ts'

export type KindPage = Pick<Page<'detected'>, 'words' | 'text' | 'raster' | 'dpi' | 'barcodes'>

type Scores = Partial<Record<DocumentKind, number>>

const labRow =
  /\d\s*(?:[hl*]\s*)?(?:m?[gul]?g\/d?l|mmol\/l|meq\/l|m?iu\/m?l|u\/l|[kx]?10[e^*]?\d?\/u?l|fl|pg|%|k\/ul|m\/ul|thou\/|ng\/ml|ml\/min)|\d+(?:\.\d+)?\s*[-–]\s*\d+(?:\.\d+)?\s+(?:m?g\/dl|mmol|%|u\/l|fl|pg|meq|k\/ul|m\/ul|g\/dl)/i
const strength = /\b\d+(?:\.\d+)?\s?(?:mg|mcg|meq|units?|ml|%)(?![a-z/])/i
const frequency =
  /\b(?:q\.?d|b\.?i\.?d|t\.?i\.?d|q\.?i\.?d|q\d+h|qhs|daily|nightly|bedtime|every \d+ hours|weekly|prn|as needed|by mouth|po)\b/i
const vaccine =
  /\b(?:mmr|mmrv|dtap|tdap|dtp|td|hep ?[ab]|hepatitis [ab]|varicella|ipv|opv|polio|hib|pcv ?\d*|ppsv ?\d*|pneumococcal|influenza|flu|menacwy|menb|hpv|rotavirus|rv[15]|zoster|shingrix|covid[- ]?19|rsv|gardasil|prevnar|pediarix)\b/i
const diagnosis = /\b[A-TV-Z]\d[\dAB]\.[\dA-Z]{1,4}\b/g
const procedure = /(?<![\d-])\d{5}(?:[ -](?:25|26|59|76|rt|lt|tc))?(?!\d|-\d{4})/i
const money = /\$?\s?\d{1,3}(?:,\d{3})*\.\d{2}\b/
const date = /\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b/

const rows = (lines: readonly string[], ...shapes: readonly RegExp[]): number =>
  lines.filter(line => shapes.every(shape => shape.test(line))).length

const capped = (count: number, each: number, most: number): number => Math.min(most, count * each)

const sizeScores = ({ raster, dpi, words, barcodes }: KindPage): Scores => {
  const [long, short] = [
    Math.max(raster.widthPx, raster.heightPx) / dpi,
    Math.min(raster.widthPx, raster.heightPx) / dpi,
  ]
  const isCard = long / short > 1.25 && long / short < 2 && long < 6 && words.length < 120
  const isLabel = (long * short < 14 || long / short > 2.6) && words.length < 70
  return {
    ...(isCard ? { 'insurance-card': 1.5, 'identity-card': 1.5 } : {}),
    ...(isLabel ? { label: barcodes.length > 0 ? 4 : 2.5 } : {}),
    ...(!isLabel && words.length < 60 && barcodes.length > 0 ? { label: 1.5 } : {}),
  }
}

export const layoutScores = (page: KindPage): Scores => {
  const lines = page.text.text.split('\n').filter(Boolean)
  const codes = page.text.text.match(diagnosis)?.length ?? 0
  const medicines = rows(lines, strength, frequency)
  const vaccines = rows(lines, vaccine, date)
  const charges = rows(lines, procedure, money)
  const sizes = sizeScores(page)
  return {
    ...sizes,
    lab: capped(rows(lines, labRow), 0.9, 5),
    'medication-list': medicines >= 3 ? capped(medicines, 0.8, 4.5) : 0,
    prescription: medicines > 0 && medicines < 3 && page.words.length < 180 ? 0.8 : 0,
    immunisation: capped(vaccines, 1, 5),
    claim: capped(charges, 1.2, 4.5) + (charges > 0 ? capped(codes, 0.3, 1.2) : 0),
    'prior-authorisation': capped(codes, 0.2, 0.6),
    referral: capped(codes, 0.1, 0.3),
  }
}
