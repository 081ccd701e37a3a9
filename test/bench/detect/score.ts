/** Scores by tokens (runs of letters and digits): a token is an identifier if a gold span touches it, found if a finding does. */
import type { Finding } from '../../../daemon/model/identifier.ts'
import type { Gold, Sample } from './generate.ts'

export type Count = { gold: number; found: number; labelled: number }
export type Score = {
  readonly recall: number
  readonly precision: number
  readonly classes: ReadonlyMap<string, Count>
  /** False findings by the class they were given. */
  readonly wrong: ReadonlyMap<string, number>
  readonly missed: readonly { readonly class: string; readonly token: string; readonly line: string }[]
  readonly extra: readonly {
    readonly class: string
    readonly rule: string
    readonly token: string
    readonly line: string
  }[]
}

const tokenPattern = /[\p{L}\p{M}\p{N}]+/gu

const lineAt = (text: string, at: number): string => {
  const from = Math.max(text.lastIndexOf('\n', at) + 1, at - 50)
  const end = text.indexOf('\n', at)
  return text.slice(from, Math.min(end === -1 ? text.length : end, at + 50))
}

type Tally = {
  readonly classes: Map<string, Count>
  readonly wrong: Map<string, number>
  readonly missed: Score['missed'][number][]
  readonly extra: Score['extra'][number][]
}

const countTrue = (
  tally: Tally,
  truth: Gold,
  finding: Finding | undefined,
  token: string,
  line: string,
): void => {
  const count = tally.classes.get(truth.class) ?? { gold: 0, found: 0, labelled: 0 }
  tally.classes.set(truth.class, count)
  count.gold++
  if (finding === undefined) tally.missed.push({ class: truth.class, token, line })
  else count.found++
  if (finding?.class === truth.class) count.labelled++
}

const countWrong = (
  { wrong, extra }: Tally,
  { class: name, rule }: Finding,
  token: string,
  line: string,
): void => {
  wrong.set(name, (wrong.get(name) ?? 0) + 1)
  extra.push({ class: name, rule, token, line })
}

/** A title or a credential right beside a name is masked with it, and its masking is neither a hit nor a fault. */
const isBesideName = (text: string, start: number, end: number, gold: readonly Gold[]): boolean =>
  gold.some(
    span =>
      span.class === 'NAME' &&
      ((end <= span.start &&
        leading.test(text.slice(end, span.start)) &&
        title.test(text.slice(start, end))) ||
        (span.end <= start && trailing.test(text.slice(span.end, end)))),
  )

const title = /^(?:mr|mrs|ms|miss|dr|drs|doctor|prof|professor|rev|rabbi|imam|sgt|officer|judge)$/i
const leading = /^\. ?$|^ $|^\.?\s?\n?$/
const trailing =
  /^(?:['’]s)?(?:[,. ]{1,3}\(?(?:M\.?D|D\.?O|R\.?N|N\.?P|P\.?A(?:-C)?|LPN|CRNA|CNA|FNP|PhD|PharmD|DDS|DPM|DPT|OT|PT|LCSW|MSW|RPh|RD|RRT|BSN|MSN|FACS|FACC|FACP|FAAP|Esq|Jr|Sr|III|II)\.?\)?){1,4}$/

const touches = (start: number, end: number) => (span: { readonly start: number; readonly end: number }) =>
  span.start < end && start < span.end

const countSample = (tally: Tally, { text, gold }: Sample, findings: readonly Finding[]): void => {
  for (const match of text.matchAll(tokenPattern)) {
    const here = touches(match.index, match.index + match[0].length)
    const [truth, finding] = [gold.find(here), findings.find(here)]
    const line = lineAt(text, match.index)
    if (truth !== undefined) countTrue(tally, truth, finding, match[0], line)
    else if (finding !== undefined && !isBesideName(text, match.index, match.index + match[0].length, gold))
      countWrong(tally, finding, match[0], line)
  }
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0)

export const scoreOf = (samples: readonly Sample[], find: (text: string) => readonly Finding[]): Score => {
  const tally: Tally = { classes: new Map(), wrong: new Map(), missed: [], extra: [] }
  for (const sample of samples) countSample(tally, sample, find(sample.text))
  const counts = [...tally.classes.values()]
  const hit = sum(counts.map(count => count.found))
  return {
    ...tally,
    recall: hit / sum(counts.map(count => count.gold)),
    precision: hit / (hit + sum(tally.wrong.values())),
  }
}
