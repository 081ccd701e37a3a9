/**
 * The service: takes held documents out of [review] into its own sealed keeping, and answers the people who decide.
 * It can open only what was held for a person, and it can only answer connections.
 */
import type { Server } from 'node:http'
import { consume } from '../consume.ts'
import type { RunningService } from '../service.ts'
import { type ListenerDeps, listen } from './listener.ts'

export type ReviewDeps = ListenerDeps & {
  readonly socketPath: string
  readonly signal: AbortSignal
  readonly fail: (thrown: unknown) => void
}

export const startReview = async (deps: ReviewDeps): Promise<RunningService> => {
  const { review, audit, log, signal } = deps
  const server = await listen(deps.socketPath, deps)
  const work = consume({
    edge: 'review',
    reader: review,
    handle: async job => {
      await job.keep()
      log('info', 'held', { documentId: job.header.documentId, pages: job.header.facts.pages })
    },
    audit,
    log,
    signal,
  })
  work.catch(deps.fail)
  return {
    stop: async () => {
      await closed(server)
      await work
    },
  }
}

const closed = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
