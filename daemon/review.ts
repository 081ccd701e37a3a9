/** The entry of `review`: joins its slice, its key and its socket. Makes no connection. */
import { join } from 'node:path'
import { openBox } from './box.ts'
import { startReview } from './review/service.ts'
import { runService } from './service.ts'

runService('review', async context => {
  const { slice, audit, stateDir, writer, reader } = await openBox('review', context)
  return startReview({
    review: await reader('review'),
    decided: await writer('decided'),
    socketPath: slice.socketPath ?? join(stateDir, 'review.sock'),
    reviewers: slice.reviewers,
    audit,
    log: context.log,
    signal: context.signal,
    fail: context.fail,
  })
})
