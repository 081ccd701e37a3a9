/**
 * The entry of `deidentify`: joins its slice, its private key, the token keys, the gateways' public keys and the engine.
 * Has no network; holds no key of the broker.
 */

import { join } from 'node:path'
import { zip3 } from '../config/identifiers/zip3.ts'
import { policyFrom } from '../config/policy.ts'
import { softwareVersion } from '../config/version.ts'
import { createEncrypter } from '../drivers/jose/encrypt.ts'
import { createJsonVerifier, createSigner } from '../drivers/jose/sign.ts'
import { readJwk, readReceiptKeys } from '../drivers/keys/box.ts'
import { loadTokenKeys } from '../drivers/keys/tokens.ts'
import { openBox, withKeys } from './box.ts'
import { manifestBundle, partBundle } from './deidentify/bundle.ts'
import { fieldsOf } from './deidentify/fields.ts'
import { startDeidentify } from './deidentify/service.ts'
import { openStrikes } from './deidentify/strikes.ts'
import { tokeniserOf } from './deidentify/tokenise.ts'
import { openEngine, openSchedule } from './engine.ts'
import { parseReceipt, receiptType } from './model/receipt.ts'
import { runService } from './service.ts'

const maxReceiptBytes = 4096

runService('deidentify', async ({ log, clock, signal, fail, argv }) => {
  const box = await openBox('deidentify', { log, clock, signal, fail, argv })
  const { slice, place } = box
  const tokens = await withKeys(() => loadTokenKeys(place))
  const verifyReceipt = await withKeys(async () =>
    createJsonVerifier(await readReceiptKeys(place), receiptType, maxReceiptBytes),
  )
  const schedule = await withKeys(() => openSchedule(place, join(box.stateDir, 'schedule'), { clock, log }))
  const engine = await openEngine(slice, join(box.stateDir, 'tessdata'), schedule.scheduled)
  log('info', 'engine', { engine: engine.ocr })
  const service = startDeidentify({
    captured: await box.reader('captured'),
    decided: await box.reader('decided'),
    receipts: await box.reader('receipts'),
    review: await box.writer('review'),
    sealed: await box.writer('sealed'),
    pipeline: engine.ports,
    encoder: engine.encoder,
    maxDocumentBytes: engine.maxDocumentBytes,
    strikes: openStrikes(join(box.stateDir, 'strikes'), signal),
    sealPorts: {
      manifest: manifestBundle,
      part: partBundle,
      sign: await withKeys(async () =>
        createSigner(await readJwk(place, 'box-signing.jwk', 'secret'), 'cordon-part+jws'),
      ),
      encrypt: await withKeys(async () =>
        createEncrypter(
          await Promise.all(
            slice.recipients.map(kid => readJwk(place, `gateway-${kid}.enc.pub.jwk`, 'public')),
          ),
          'cordon-part+jwe',
        ),
      ),
    },
    fieldsOf: pages =>
      fieldsOf(
        pages,
        policyFrom(slice).treatments,
        tokeniserOf(tokens, clock().getUTCFullYear(), zip3.restricted),
      ),
    openReceipt: async untrustedJws => parseReceipt((await verifyReceipt(untrustedJws)).untrustedPayload),
    policy: policyFrom(slice),
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
