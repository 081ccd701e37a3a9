/**
 * What the box says of itself: the retained status (birth, then at intervals), the will, and the heads of the audit
 * chains. Counts, times, codes and signed hashes only; there is no field that could carry anything of a document.
 */
import type { Code } from '../errors.ts'
import type { ForwardDeps, Session } from './ports.ts'
import type { Topics } from './topics.ts'

export type Status =
  | { readonly version: 1; readonly state: 'offline' }
  | {
      readonly version: 1
      readonly state: 'online'
      readonly software: string
      /** ISO 8601, UTC. */
      readonly at: string
      /** Documents not yet taken from [sealed]. */
      readonly waiting: number
      /** Documents taken, and kept until the gateway's receipt. */
      readonly unreceipted: number
      readonly rejected: number
      /** Age of the oldest document without a receipt; null where there is none. */
      readonly oldestSeconds: number | null
      /** What somebody should look at: `no-receipt`, `bad-receipt`, and why documents could not be sent. */
      readonly alarms: readonly Code[]
    }

export const offline = JSON.stringify({ version: 1, state: 'offline' } satisfies Status)

export const statusOf = async (deps: ForwardDeps, refusedReceipts: number): Promise<Status> => {
  const { sealed, outbox, clock, software } = deps
  const { waiting, rejected } = await sealed.counts()
  const { unreceipted, oldestAt, unanswered, codes } = outbox.summary()
  const now = clock()
  return {
    version: 1,
    state: 'online',
    software,
    at: now.toISOString(),
    waiting,
    unreceipted,
    rejected,
    oldestSeconds: oldestAt === null ? null : Math.max(0, Math.round((now.getTime() - oldestAt) / 1000)),
    alarms: [
      ...(unanswered > 0 ? (['no-receipt'] as const) : []),
      ...(refusedReceipts > 0 ? (['bad-receipt'] as const) : []),
      ...(codes as readonly Code[]),
    ],
  }
}

/** Publishes the status and, where they moved since `last`, the chain heads; gives back the heads' text. */
export const announce = async (
  deps: ForwardDeps,
  topics: Topics,
  session: Session,
  refusedReceipts: number,
  last: string,
): Promise<string> => {
  const status = await statusOf(deps, refusedReceipts)
  await session.publish(topics.status, JSON.stringify(status), { retain: true })
  const heads = (await deps.heads?.()) ?? []
  const text = JSON.stringify({ version: 1, heads })
  if (heads.length > 0 && text !== last) await session.publish(topics.audit, text, { retain: false })
  return text
}
