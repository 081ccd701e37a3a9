/**
 * The entry of `deidentify`: joins its slice, the policy in force, its private key, the token keys, the gateways' public keys and the engine.
 * Has no network; holds no key of the broker.
 */

import { join } from 'node:path'
import { softwareVersion } from '../config/version.ts'
import { createJsonVerifier, createSigner } from '../drivers/jose/sign.ts'
import { readJwk, readReceiptKeys } from '../drivers/keys/box.ts'
import { loadTokenKeys } from '../drivers/keys/tokens.ts'
import { openBox, withKeys } from './box.ts'
import { manifestBundle, partBundle } from './deidentify/bundle.ts'
import { openQuality } from './deidentify/quality.ts'
import { startDeidentify } from './deidentify/service.ts'
import { openStrikes } from './deidentify/strikes.ts'
import { openEngine, openSchedule } from './engine.ts'
import { parseReceipt, receiptType } from './model/receipt.ts'
import { fieldsBy, openPolicy, sealerFor } from './policy.ts'
import { runService } from './service.ts'

const maxReceiptBytes = 4096

runService('deidentify', async ({ log, clock, signal, fail, argv }) => {
  const box = await openBox('deidentify', { log, clock, signal, fail, argv })
  const { slice, place } = box
  const recording = { audit: box.audit, log }
  const policy = await withKeys(() => openPolicy(place, box.stateDir, slice, recording))
  const tokens = await withKeys(() => loadTokenKeys(place))
  const verifyReceipt = await withKeys(async () =>
    createJsonVerifier(await readReceiptKeys(place), receiptType, maxReceiptBytes),
  )
  const schedule = await withKeys(() => openSchedule(place, join(box.stateDir, 'schedule'), { clock, log }))
  const engine = await openEngine(slice, join(box.stateDir, 'tessdata'), schedule.scheduled)
  log('info', 'engine', { engine: engine.ocr })
  const quality = await openQuality(join(box.stateDir, 'quality'), tokens, clock)
  const service = startDeidentify({
    captured: await box.reader('captured'),
    decided: await box.reader('decided'),
    receipts: await box.reader('receipts'),
    review: await box.writer('review'),
    sealed: await box.writer('sealed'),
    pipeline: quality.taught(engine.ports),
    quality,
    encoder: engine.encoder,
    maxDocumentBytes: engine.maxDocumentBytes,
    strikes: openStrikes(join(box.stateDir, 'strikes'), signal),
    sealPorts: {
      manifest: manifestBundle,
      part: partBundle,
      sign: await withKeys(async () =>
        createSigner(await readJwk(place, 'box-signing.jwk', 'secret'), 'cordon-part+jws'),
      ),
      encrypt: await withKeys(() => sealerFor(place, policy)),
    },
    fieldsOf: fieldsBy(policy, tokens, clock),
    openReceipt: async untrustedJws => parseReceipt((await verifyReceipt(untrustedJws)).untrustedPayload),
    policy,
    box: { site: slice.site, device: slice.device, software: softwareVersion() },
    audit: box.audit,
    ...{ log, clock, signal, fail },
  })
  return {
    stop: async () => {
      await service.stop()
      schedule.close()
      await engine.close()
    },
  }
})
