/**
 * The entry of `capture`: joins its slice, the drop folders, the edge to `deidentify` and the store of what was done.
 * Reaches no network; holds no key that could open what it sealed.
 */
import { createSecretKey } from 'node:crypto'
import { mkdir, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { openFolder } from '../drivers/fax/folder.ts'
import { loadDocumentIdKey } from '../drivers/keys/box.ts'
import { openSeen } from '../drivers/store/seen.ts'
import { openBox, withKeys } from './box.ts'
import { startCapture } from './capture/start.ts'
import { runService } from './service.ts'

/** What capture leaves free on the spool's disk, so that the services behind can finish what they have. */
const reserveBytes = 64 * 1024 * 1024

runService('capture', async context => {
  const { slice, place, audit, stateDir, writer } = await openBox('capture', context)
  const edge = await writer('captured')
  const idKey = await withKeys(() => loadDocumentIdKey(place))
  await mkdir(stateDir, { recursive: true, mode: 0o700 })
  const seen = openSeen(join(stateDir, 'seen.sqlite'))
  const capture = await startCapture({
    config: slice,
    openFolder,
    edge,
    seen,
    audit,
    log: context.log,
    idKey: createSecretKey(idKey),
    monotonicMs: () => performance.now(),
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(join(slice.stateDir, 'spool'))
      return bavail * bsize
    },
    reserveBytes,
    fail: context.fail,
  })
  return {
    stop: async () => {
      await capture.stop()
      seen.close()
    },
  }
})
