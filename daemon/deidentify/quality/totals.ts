/** What the records come to: per class, reason, rule and kind. Pure; adding up twice what was added before is the caller's to avoid. */
import type { DecisionRecord, DocumentRecord, QualityRecord, Totals } from './record.ts'

type Counts = Record<string, number>

const noTotals = (): Totals => ({
  since: null,
  documents: 0,
  held: 0,
  decisions: 0,
  classes: {},
  reasons: {},
  rules: {},
  kinds: {},
})

const at = <T extends Counts>(of: Record<string, T>, key: string, none: T): T => {
  const known = of[key] ?? { ...none }
  of[key] = known
  return known
}

const ofClass = (totals: Totals, key: string) => at(totals.classes, key, { masked: 0, missed: 0, wrong: 0 })
const ofReason = (totals: Totals, key: string) => at(totals.reasons, key, { masked: 0, wrong: 0 })
const ofRule = (totals: Totals, key: string) => at(totals.rules, key, { found: 0, wrong: 0 })
const ofKind = (totals: Totals, key: string) =>
  at(totals.kinds, key, { documents: 0, held: 0, missed: 0, wrong: 0 })

const since = (totals: Totals, day: string): void => {
  if (totals.since === null || day < totals.since) totals.since = day
}

const addDocument = (totals: Totals, { day, kind, held, masked, reasons, rules }: DocumentRecord): void => {
  since(totals, day)
  totals.documents++
  totals.held += held ? 1 : 0
  const ours = ofKind(totals, kind)
  ours.documents++
  ours.held += held ? 1 : 0
  for (const [key, count] of Object.entries(masked)) ofClass(totals, key).masked += count
  for (const [key, count] of Object.entries(reasons)) ofReason(totals, key).masked += count
  for (const [key, count] of Object.entries(rules)) ofRule(totals, key).found += count
}

const addDecision = (totals: Totals, { day, kind, corrections }: DecisionRecord): void => {
  since(totals, day)
  totals.decisions++
  for (const { correction, class: label, reason, rule } of corrections) {
    ofClass(totals, label)[correction]++
    ofKind(totals, kind)[correction]++
    if (correction !== 'wrong') continue
    if (reason !== null) ofReason(totals, reason).wrong++
    if (rule !== null) ofRule(totals, rule).wrong++
  }
}

const addTables = <T extends Counts>(to: Record<string, T>, from: Readonly<Record<string, T>>): void => {
  for (const [key, counts] of Object.entries(from)) {
    const sum: Counts = at(to as Record<string, Counts>, key, {})
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count
  }
}

const addTotals = (totals: Totals, more: Totals): void => {
  if (more.since !== null) since(totals, more.since)
  totals.documents += more.documents
  totals.held += more.held
  totals.decisions += more.decisions
  addTables(totals.classes, more.classes)
  addTables(totals.reasons, more.reasons)
  addTables(totals.rules, more.rules)
  addTables(totals.kinds, more.kinds)
}

/** Each document once, and its last decision: a crash repeats a record, and a person may decide again. */
export const distinct = (records: readonly QualityRecord[]): readonly QualityRecord[] => {
  const documents = new Map<string, DocumentRecord>()
  const decisions = new Map<string, DecisionRecord>()
  for (const record of records) {
    if (record.sort === 'document' && !documents.has(record.documentId))
      documents.set(record.documentId, record)
    if (record.sort === 'decision') decisions.set(record.documentId, record)
  }
  return [...records.filter(({ sort }) => sort === 'totals'), ...documents.values(), ...decisions.values()]
}

export const totalsOf = (records: readonly QualityRecord[]): Totals => {
  const totals = noTotals()
  for (const record of distinct(records)) {
    if (record.sort === 'document') addDocument(totals, record)
    else if (record.sort === 'decision') addDecision(totals, record)
    else addTotals(totals, record.totals)
  }
  return totals
}
