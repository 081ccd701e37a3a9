/**
 * Keeps a session with the broker, for ever: connects, hands the session over, and after it ends waits with back-off
 * and jitter before the next. It never gives up and never connects faster than the back-off.
 */
import { waitMs } from './backoff.ts'
import type { ForwardDeps, Session } from './ports.ts'
import { codeOf } from './send.ts'

/** Resolves when `signal` aborts. `use` holds a session until it is over; where it rejects, the session is ended. */
export const stayConnected = async (
  deps: ForwardDeps,
  will: { readonly topic: string; readonly payload: string },
  signal: AbortSignal,
  use: (session: Session) => Promise<void>,
): Promise<void> => {
  const { log, retryMinMs, retryMaxMs, random } = deps
  const backOff = { minMs: retryMinMs, maxMs: Math.max(retryMinMs, retryMaxMs), random }
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      await connectAndUse(deps, will, signal, use)
      attempt = 1
    } catch (thrown) {
      const code = codeOf(thrown)
      if (code === null) throw thrown
      if (!signal.aborted) log('warning', 'disconnected', { code, attempt })
    }
    await pause(waitMs(attempt, backOff), signal)
  }
}

const connectAndUse = async (
  { connect, log }: ForwardDeps,
  will: { readonly topic: string; readonly payload: string },
  signal: AbortSignal,
  use: (session: Session) => Promise<void>,
): Promise<void> => {
  const session = await connect({ will, signal })
  log('info', 'connected')
  try {
    await use(session)
  } finally {
    await session.end()
  }
  const code = codeOf({ code: await session.closed })
  log(signal.aborted ? 'info' : 'warning', 'disconnected', code === null ? {} : { code })
}

export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

export const pause = (delayMs: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, delayMs)
    signal.addEventListener('abort', done, { once: true })
  })
