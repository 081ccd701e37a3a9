/** The entry of `forward`: joins its slice, the box's network key, the gateways' pinned keys, and its outbox. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { softwareVersion } from '../config/version.ts'
import { createJsonVerifier } from '../drivers/jose/sign.ts'
import { loadPem, readReceiptKeys } from '../drivers/keys/box.ts'
import { openSession } from '../drivers/mqtt/session.ts'
import { openOutbox } from '../drivers/store/outbox.ts'
import { openBox, withKeys } from './box.ts'
import { startForward } from './forward/forward.ts'
import { readHeads } from './forward/heads.ts'
import { receiptType } from './model/receipt.ts'
import { runService } from './service.ts'

const maxReceiptBytes = 4096
const statusEveryMs = 60_000

runService('forward', async ({ log, clock, fail, ...context }) => {
  const { slice, place, audit, stateDir, reader, writer } = await openBox('forward', {
    log,
    clock,
    fail,
    ...context,
  })
  const { broker, minTlsVersion, keepAliveSeconds, connectTimeoutMs, protocol, site, device } = slice
  const pem = (file: Parameters<typeof loadPem>[1]) => withKeys(() => loadPem(place, file))
  const session = {
    ...{ host: broker.host, port: broker.port, serverName: broker.serverName ?? broker.host },
    ...{
      ca: await pem('mqtt-ca.cert.pem'),
      cert: await pem('mqtt-client.cert.pem'),
      key: await pem('mqtt-client.key.pem'),
    },
    ...{ clientId: device, protocol, minTlsVersion, keepAliveSeconds, connectTimeoutMs },
  }
  await mkdir(stateDir, { recursive: true, mode: 0o700 })
  const outbox = openOutbox(join(stateDir, 'outbox.sqlite'))
  const forward = await startForward({
    ...{ site, device, log, clock, fail, audit, outbox, statusEveryMs, random: Math.random },
    software: softwareVersion(),
    sealed: await reader('sealed'),
    receipts: await writer('receipts'),
    connect: request => openSession({ ...session, ...request }),
    verifyReceipt: await withKeys(async () =>
      createJsonVerifier(await readReceiptKeys(place), receiptType, maxReceiptBytes),
    ),
    heads: () => readHeads(join(slice.stateDir, 'audit')),
    retryMinMs: slice.retryMinMs,
    retryMaxMs: slice.retryMaxMs,
    receiptTimeoutMs: slice.receiptTimeoutMs,
    maxMessageBytes: slice.maxMessageBytes,
  })
  return {
    stop: async () => {
      await forward.stop()
      outbox.close()
    },
  }
})
