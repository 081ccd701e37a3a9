/**
 * The service `forward`: sends sealed parts to the broker and keeps them until the gateway's signed receipt. It may
 * touch [sealed], [receipts], its outbox and the broker. It holds the box's network key and must never see a page or
 * hold a key that opens one; it deletes nothing for anything but a receipt that verifies.
 */
import { Deferred } from '../errors.ts'
import { aborted, pause, stayConnected } from './link.ts'
import type { ForwardDeps, Session } from './ports.ts'
import { pump, recover } from './pump.ts'
import { createReceiptDesk, type ReceiptDesk } from './receipts.ts'
import { codeOf } from './send.ts'
import { announce, offline } from './status.ts'
import { type Topics, topicsOf } from './topics.ts'
import { createWindow } from './window.ts'

export type { ForwardDeps } from './ports.ts'

export type Forward = {
  /** Leaves what is not acknowledged for the next start. */
  readonly stop: () => Promise<void>
  /** Resolves when nothing waits or is kept in [sealed]: every document has its receipt and is shredded. A stop ends the wait. */
  readonly idle: () => Promise<void>
}

const messagesOnWay = 16
const bytesOnWay = 32 * 1024 * 1024

/** @throws Deferred where [sealed] cannot be read or the audit chain cannot be written at the start. */
export const startForward = async (deps: ForwardDeps): Promise<Forward> => {
  const stopping = new AbortController()
  const topics = topicsOf(deps.site, deps.device)
  const changes = createChanges()
  const desk = createReceiptDesk(deps, topics, changes.tell)
  await recover(deps)
  const state = {
    deps,
    topics,
    desk,
    changed: changes.tell,
    previousConnectedAt: deps.clock().getTime() - askBackMs,
  }
  const will = { topic: topics.status, payload: offline }
  const running = stayConnected(deps, will, stopping.signal, session =>
    useSession(state, session, stopping.signal),
  )
  running.catch(deps.fail)
  return {
    stop: async () => {
      stopping.abort()
      await running.catch(() => {})
    },
    idle: async () => {
      while (!stopping.signal.aborted && !(await isIdle(deps))) await changes.next()
    },
  }
}

/** A start asks for the receipts of what was sent in the last quarter of an hour. */
const askBackMs = 15 * 60_000

/** How long a stop waits for acknowledgements. */
const finishWithinMs = 3_000

type State = {
  readonly deps: ForwardDeps
  readonly topics: Topics
  readonly desk: ReceiptDesk
  readonly changed: () => void
  previousConnectedAt: number
}

/** Runs until the session is over, or the service stops and what was on its way is acknowledged or cut. */
const useSession = async (state: State, session: Session, signal: AbortSignal): Promise<void> => {
  const { deps, topics, desk } = state
  const over = new AbortController()
  const closed = session.closed.then(() => over.abort())
  const until = AbortSignal.any([signal, over.signal])
  await session.subscribe(topics.receipts, desk.receive)
  const heads = await announce(deps, topics, session, desk.refused(), '')
  const now = deps.clock().getTime()
  deps.outbox.ask(now, state.previousConnectedAt)
  state.previousConnectedAt = now
  const window = createWindow(messagesOnWay, bytesOnWay)
  const announcing = keepAnnouncing(state, session, heads, until)
  const pumping = pump({ deps, topics, window, session, signal: until }, state.changed)
  await Promise.race([pumping, aborted(until)])
  await Promise.race([pumping, closed, pause(finishWithinMs, over.signal)])
  if (signal.aborted && !over.signal.aborted)
    await Promise.race([session.publish(topics.status, offline, { retain: true }).catch(() => {}), closed])
  await session.end()
  await pumping
  await announcing
}

const keepAnnouncing = async (
  { deps, topics, desk }: State,
  session: Session,
  firstHeads: string,
  signal: AbortSignal,
): Promise<void> => {
  for (let heads = firstHeads; !signal.aborted; ) {
    await pause(deps.statusEveryMs, signal)
    if (signal.aborted) return
    try {
      heads = await announce(deps, topics, session, desk.refused(), heads)
    } catch (thrown) {
      const code = codeOf(thrown)
      if (code === null) return deps.fail(thrown)
      deps.log('warning', 'deferred', { code })
    }
  }
}

const isIdle = async ({ sealed, outbox }: ForwardDeps): Promise<boolean> => {
  try {
    const { waiting, kept } = await sealed.counts()
    return waiting === 0 && kept === 0 && outbox.summary().unreceipted === 0
  } catch (thrown) {
    if (thrown instanceof Deferred) return false
    throw thrown
  }
}

/** Tells whoever waits that something moved; a quarter of a second passes where nobody tells. */
const createChanges = () => {
  let waiting: (() => void)[] = []
  const tell = () => {
    const told = waiting
    waiting = []
    for (const resolve of told) resolve()
  }
  const next = () =>
    new Promise<void>(resolve => {
      const timer = setTimeout(resolve, 250)
      waiting.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  return { tell, next }
}
