/** Scores by tokens (runs of letters and digits): a token is an identifier if a gold span touches it, found if a finding does. */
import type { Finding } from '../../../daemon/model/identifier.ts'
import type { Sample } from './generate.ts'

export type Count = { gold: number; found: number; labelled: number }
export type Score = {
  readonly recall: number
  readonly precision: number
  readonly classes: ReadonlyMap<string, Count>
  /** False findings by the class they were given. */
  readonly wrong: ReadonlyMap<string, number>
  readonly missed: readonly { readonly class: string; readonly token: string; readonly line: string }[]
  readonly extra: readonly { readonly class: string; readonly rule: string; readonly token: string; readonly line: string }[]
}

const tokenPattern = /[\p{L}\p{M}\p{N}]+/gu

const lineAt = (text: string, at: number): string => {
  const from = Math.max(text.lastIndexOf('\n', at) + 1, at - 50)
  const end = text.indexOf('\n', at)
  return text.slice(from, Math.min(end === -1 ? text.length : end, at + 50))
}

export const scoreOf = (samples: readonly Sample[], find: (text: string) => readonly Finding[]): Score => {
  const classes = new Map<string, Count>()
  const wrong = new Map<string, number>()
  const missed: Score['missed'][number][] = []
  const extra: Score['extra'][number][] = []
  let [gold, hit, predicted] = [0, 0, 0]
  for (const { text, gold: spans } of samples) {
    const findings = find(text)
    for (const match of text.matchAll(tokenPattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const truth = spans.find(span => span.start < end && start < span.end)
      const finding = findings.find(span => span.start < end && start < span.end)
      if (finding !== undefined) predicted++
      if (truth === undefined) {
        if (finding === undefined) continue
        wrong.set(finding.class, (wrong.get(finding.class) ?? 0) + 1)
        extra.push({ class: finding.class, rule: finding.rule, token: match[0], line: lineAt(text, start) })
        continue
      }
      gold++
      const count = classes.get(truth.class) ?? { gold: 0, found: 0, labelled: 0 }
      classes.set(truth.class, count)
      count.gold++
      if (finding === undefined) missed.push({ class: truth.class, token: match[0], line: lineAt(text, start) })
      else {
        hit++
        count.found++
        if (finding.class === truth.class) count.labelled++
      }
    }
  }
  return { recall: hit / gold, precision: hit / predicted, classes, wrong, missed, extra }
}
