/**
 * What the box learns about its own quality: counts of every document, people's corrections, and the words that a
 * person let it learn. Keeps all of it sealed in one folder of the service's state; a record has no text of a document.
 */
import type { DocumentId } from '../model/document.ts'
import type { Gazetteer } from '../model/gazetteer.ts'
import type { Decision } from '../model/held.ts'
import type { DocumentKind } from '../model/kind.ts'
import type { PipelinePorts, RedactedPage } from './pipeline.ts'
import { correctionsOf } from './quality/correct.ts'
import { openJournal } from './quality/journal.ts'
import { qualityKeys, type TokenKeys } from './quality/keys.ts'
import { learned, localWords, readWords } from './quality/words.ts'

export type Seen = {
  readonly documentId: DocumentId
  readonly kind: DocumentKind
  /** As the box would have released or held them. */
  readonly pages: readonly RedactedPage[]
}

export type Quality = {
  /** @throws Deferred where the disk does not take it. */
  readonly document: (seen: Seen & { readonly held: boolean }) => Promise<void>
  /** On disk when it resolves. @throws Deferred where the disk does not take it. */
  readonly decision: (
    seen: Seen & { readonly decision: Decision; readonly reviewer: string; readonly know: Gazetteer },
  ) => Promise<void>
  /** The same ports, whose dictionaries know what the box was taught. */
  readonly taught: <A extends readonly unknown[]>(
    ports: (...of: A) => PipelinePorts,
  ) => (...of: A) => PipelinePorts
}

const countBy = (keys: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

/** @param directory made when it is first written to. */
export const openQuality = async (
  directory: string,
  tokens: TokenKeys,
  clock: () => Date,
): Promise<Quality> => {
  const keys = qualityKeys(tokens)
  const journal = openJournal(directory, keys)
  const local = localWords(await readWords(directory, keys), keys.hashes)
  const day = () => clock().toISOString().slice(0, 10)
  return {
    document: ({ documentId, kind, held, pages }) => {
      const masked = pages.flatMap(({ verified }) => verified.masked)
      return journal.append({
        ...{ sort: 'document', documentId, day: day(), kind, held },
        masked: countBy(masked.map(region => region.class)),
        reasons: countBy(masked.map(region => region.reason)),
        rules: countBy(pages.flatMap(({ triaged }) => triaged.findings.map(({ rule }) => rule))),
      })
    },
    decision: ({ documentId, kind, pages, decision, reviewer, know }) =>
      journal.append({
        ...{ sort: 'decision', documentId, day: day(), kind, person: keys.person(reviewer) },
        corrections: correctionsOf(pages, decision, { know, hash: keys.hash }),
      }),
    taught:
      ports =>
      (...of) => {
        const own = ports(...of)
        return { ...own, knowledge: learned(own.knowledge, local) }
      },
  }
}
