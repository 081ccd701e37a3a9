/**
 * One entry of a drop folder at one scan: wait until it is still, look at its structure, take it, reject it, or leave it
 * where it lies. Remembers in between what it saw. One bad file, even one that shows a bug of ours, costs only itself a
 * back-off: the folder never jams.
 */
import { bugOf } from '../log.ts'
import { lookAt } from './complete.ts'
import { backOffMs, deferredCodeOf } from './fault.ts'
import { leftIdOf } from './identity.ts'
import { type Entry, isSameVersion } from './ports.ts'
import { type Timing, type Verdict, verdictOf, type Watched } from './settle.ts'
import { type Progress, type TakeDependencies, take } from './take.ts'

export type EntryDependencies = TakeDependencies & {
  /** Monotonic milliseconds. */
  readonly monotonicMs: () => number
}

export type EntryContext = {
  readonly deps: EntryDependencies
  /** The source's configured id. */
  readonly source: string
  readonly timing: Timing
  readonly maxFileBytes: number
  /** By the entry's key. */
  readonly states: Map<string, State>
}

type State = Watched & {
  readonly progress: Progress
  /** Its incompleteness is in the log. */
  readonly reported: boolean
  /** It stays where it lies, and that is recorded. */
  readonly left: boolean
  readonly attempt: number
  readonly notBeforeMs: number
}

/** What an entry asks of the next scan: how soon, and whether it is about to be taken. */
export type Outlook = { readonly againMs: number; readonly busy: boolean }

export const settled: Outlook = { againMs: Number.POSITIVE_INFINITY, busy: false }
const soon: Outlook = { againMs: 0, busy: true }
/** A file that its writer closes raises no event of its own. */
const heldAgainMs = 500

const fresh = (entry: Entry, nowMs: number): State => ({
  version: entry.version,
  sinceMs: nowMs,
  look: null,
  held: false,
  sparse: entry.sparse,
  progress: { duplicate: false, sealed: false },
  reported: false,
  left: false,
  attempt: 0,
  notBeforeMs: 0,
})

const remember = ({ states }: EntryContext, entry: Entry, state: State): State => {
  states.set(entry.key, state)
  return state
}

const restart = (context: EntryContext, entry: Entry): State =>
  remember(context, entry, fresh(entry, context.deps.monotonicMs()))

/** Neither opened nor removed; recorded once, over restarts too. */
const leave = async (
  context: EntryContext,
  entry: Entry,
  state: State,
  code: 'not-a-file' | 'too-many-bytes',
): Promise<Outlook> => {
  const { deps, source } = context
  const id = leftIdOf(deps.idKey, source, entry)
  if (deps.seen.state(id) === null) {
    await deps.audit({ action: 'rejected', code, source })
    deps.seen.mark(id, 'left')
    deps.log('warning', 'rejected', { code, source })
  }
  remember(context, entry, { ...state, left: true })
  return settled
}

const look = async (context: EntryContext, entry: Entry, state: State): Promise<State> => {
  const file = await entry.open()
  if (file === null) return restart(context, entry)
  try {
    const found = await lookAt({ size: file.version.size, read: file.read })
    const same = isSameVersion(file.version, state.version) && isSameVersion(await file.look(), state.version)
    return same ? remember(context, entry, { ...state, look: found }) : restart(context, entry)
  } finally {
    await file.close()
  }
}

const wait = (
  context: EntryContext,
  entry: Entry,
  state: State,
  verdict: Verdict & { act: 'wait' },
): Outlook => {
  const { deps, source } = context
  if (verdict.overdue && !state.reported) {
    deps.log('warning', 'source-incomplete', { code: 'incomplete', source })
    remember(context, entry, { ...state, reported: true })
  }
  const busy = !state.held && state.look?.outcome !== 'incomplete'
  return { againMs: state.held ? heldAgainMs : verdict.forMs, busy }
}

const end = async (
  context: EntryContext,
  entry: Entry,
  state: State,
  verdict: Verdict & { act: 'take' | 'reject' },
): Promise<Outlook> => {
  if (await entry.hasWriter()) {
    const held = { ...state, held: true }
    const later = verdictOf(held, context.deps.monotonicMs(), context.timing)
    if (later.act === 'wait') return wait(context, entry, held, later)
  }
  const ending = await take(context.deps, context.source, entry, verdict, state.progress)
  context.states.delete(entry.key)
  return ending === 'removed' ? settled : soon
}

const considerFile = async (context: EntryContext, entry: Entry, known: State): Promise<Outlook> => {
  const { deps, timing, maxFileBytes } = context
  const nowMs = deps.monotonicMs()
  if (known.notBeforeMs > nowMs) return { againMs: known.notBeforeMs - nowMs, busy: false }
  const first = verdictOf(known, nowMs, timing)
  if (first.act === 'look' && entry.version.size > maxFileBytes)
    return leave(context, entry, known, 'too-many-bytes')
  const state = first.act === 'look' ? await look(context, entry, known) : known
  const verdict = first.act === 'look' ? verdictOf(state, nowMs, timing) : first
  if (verdict.act === 'wait') return wait(context, entry, state, verdict)
  return verdict.act === 'look' ? soon : end(context, entry, state, verdict)
}

const considerOne = async (context: EntryContext, entry: Entry): Promise<Outlook> => {
  const known = context.states.get(entry.key)
  const state = known && isSameVersion(known.version, entry.version) ? known : restart(context, entry)
  if (state.left) return settled
  return entry.kind === 'file'
    ? considerFile(context, entry, state)
    : leave(context, entry, state, 'not-a-file')
}

/** Never rejects. */
export const consider = async (context: EntryContext, entry: Entry): Promise<Outlook> => {
  const { deps, source } = context
  try {
    return await considerOne(context, entry)
  } catch (thrown) {
    if (deps.signal.aborted) return settled
    const state = context.states.get(entry.key) ?? fresh(entry, deps.monotonicMs())
    const attempt = state.attempt + 1
    const againMs = backOffMs(attempt)
    const code = deferredCodeOf(thrown)
    if (code === null) deps.log('error', 'bug', { source, bug: bugOf(thrown) })
    else deps.log('warning', 'deferred', { code, source, attempt })
    remember(context, entry, { ...state, attempt, notBeforeMs: deps.monotonicMs() + againMs })
    return { againMs, busy: false }
  }
}
