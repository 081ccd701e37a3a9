/**
 * When is it time? Decides for one entry of a drop folder, from how long it has been still and what its structure says,
 * whether to wait, to look, to take or to reject. Pure: time and findings are passed in.
 *
 * A file is taken because its structure is whole, never because time has passed. Time only ever delays: a moment of
 * stillness, so that a file is not read while it is written; longer where something says that more is to come.
 */
import type { Look } from './complete.ts'
import type { CaptureConfig, SourceConfig, Version } from './ports.ts'

export type Timing = {
  /** Still for so long: time to look. */
  readonly quietMs: number
  /** Still for so long: surely of no known format. */
  readonly unknownMs: number
  /** Still for so long, though the file itself hints at more, or its structure is broken or empty. */
  readonly doubtMs: number
  /** Still for so long: an incomplete file is reported; a writer that still has it open is no longer waited for. */
  readonly incompleteMs: number
  /** Still for so long: an incomplete file is truncated. */
  readonly truncatedMs: number
}

const quietMs = 800
const longestDoubtMs = 30_000

/** On a share, other machines' writes are seen only as often as it is polled. */
export const timingOf = (config: CaptureConfig, source: SourceConfig): Timing => {
  const still = source.polling ? Math.max(quietMs, source.pollIntervalMs) : quietMs
  const incompleteMs = Math.max(still, config.incompleteAfterMs)
  return {
    quietMs: still,
    unknownMs: Math.max(still, source.pollIntervalMs),
    doubtMs: Math.min(incompleteMs, Math.max(still, longestDoubtMs)),
    incompleteMs,
    truncatedMs: Math.max(incompleteMs, config.rejectedIncompleteAfterMs),
  }
}

/** What is known of an entry that is being waited for. */
export type Watched = {
  readonly version: Version
  /** Since when it has been this version, in the clock's milliseconds. */
  readonly sinceMs: number
  readonly look: Look | null
  /** Some process has it open for writing. */
  readonly held: boolean
  readonly sparse: boolean
}

export type Verdict =
  | { readonly act: 'wait'; readonly forMs: number; readonly overdue: boolean }
  | { readonly act: 'look' }
  | { readonly act: 'take'; readonly look: Look & { outcome: 'complete' } }
  | { readonly act: 'reject'; readonly code: 'truncated' | (Look & { outcome: 'rejected' })['code'] }

/** How long a file with this structure must have been still before it is taken or rejected. */
const stillnessMs = (look: Look, held: boolean, sparse: boolean, timing: Timing): number => {
  if (held) return look.outcome === 'incomplete' ? timing.truncatedMs : timing.incompleteMs
  if (look.outcome === 'incomplete') return timing.truncatedMs
  if (look.outcome === 'rejected') return look.code === 'unknown-format' ? timing.unknownMs : timing.doubtMs
  return look.more || sparse ? timing.doubtMs : timing.quietMs
}

export const verdictOf = (
  { sinceMs, look, held, sparse }: Watched,
  nowMs: number,
  timing: Timing,
): Verdict => {
  const stillMs = nowMs - sinceMs
  if (stillMs < timing.quietMs) return { act: 'wait', forMs: timing.quietMs - stillMs, overdue: false }
  if (look === null) return { act: 'look' }
  const neededMs = stillnessMs(look, held, sparse, timing)
  if (stillMs < neededMs) {
    const overdue = look.outcome === 'incomplete' && stillMs >= timing.incompleteMs
    return { act: 'wait', forMs: neededMs - stillMs, overdue }
  }
  if (look.outcome === 'complete') return { act: 'take', look }
  return { act: 'reject', code: look.outcome === 'incomplete' ? 'truncated' : look.code }
}
