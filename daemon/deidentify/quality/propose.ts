/**
 * From corrections to words that the box may learn, for a person to accept: a word counts when two documents or two people
 * say the same of it and nobody says the other. Pure; a proposal has no word, only its hash and its shape.
 */
import type { IdentifierClass } from '../../model/identifier.ts'
import type { CorrectionRecord, DecisionRecord, QualityRecord, WordRecord } from './record.ts'
import { distinct } from './totals.ts'

export type LocalEntry = { readonly hash: string; readonly says: 'safe' | IdentifierClass }

export type Proposal = LocalEntry & {
  readonly shape: string
  readonly documents: number
  readonly people: number
}

/** A name that many people bear is never made safe; an everyday word is never made an identifier. */
const mostName = 2
const mostOrdinary = 4
const leastVoices = 2

type Voice = { readonly word: WordRecord; readonly from: DecisionRecord; readonly of: CorrectionRecord }

const voicesOf = (records: readonly QualityRecord[]): Voice[] =>
  distinct(records).flatMap(record =>
    record.sort === 'decision'
      ? record.corrections.flatMap(of => of.words.map(word => ({ word, from: record, of })))
      : [],
  )

const saysOf = (voices: readonly Voice[]): LocalEntry['says'] | null => {
  const [first] = voices
  if (first === undefined || voices.some(({ of }) => of.correction !== first.of.correction)) return null
  const { surname, given, ordinary } = first.word
  if (first.of.correction === 'wrong') return Math.max(surname, given) <= mostName ? 'safe' : null
  if (ordinary > mostOrdinary && Math.max(surname, given) <= mostName) return null
  const counts = new Map<IdentifierClass, number>()
  for (const { of } of voices)
    if (of.class !== 'UNREAD') counts.set(of.class, (counts.get(of.class) ?? 0) + 1)
  return [...counts].toSorted((one, two) => two[1] - one[1])[0]?.[0] ?? null
}

export const proposalsOf = (records: readonly QualityRecord[]): readonly Proposal[] => {
  const byHash = Map.groupBy(voicesOf(records), ({ word }) => word.hash)
  const proposals: Proposal[] = []
  for (const [hash, voices] of byHash) {
    const documents = new Set(voices.map(({ from }) => from.documentId)).size
    const people = new Set(voices.map(({ from }) => from.person)).size
    const says = saysOf(voices)
    if (hash === null || says === null || Math.max(documents, people) < leastVoices) continue
    proposals.push({ hash, says, shape: voices[0]?.word.shape ?? '', documents, people })
  }
  return proposals.toSorted((one, two) => two.documents - one.documents || (one.hash < two.hash ? -1 : 1))
}

/** One line of training for the tagger: what a word looks like where it stands, and what a person said it is. */
export type TrainingLine = Omit<WordRecord, 'hash'> & {
  readonly label: IdentifierClass | 'ordinary'
  readonly kind: string
}

export const trainingOf = (records: readonly QualityRecord[]): readonly TrainingLine[] =>
  voicesOf(records).map(({ word: { hash: _hash, ...features }, from, of }) => ({
    ...features,
    label: of.correction === 'wrong' || of.class === 'UNREAD' ? 'ordinary' : of.class,
    kind: from.kind,
  }))
