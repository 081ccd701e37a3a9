/**
 * What every entry joins first: its slice of the configuration, the place of its keys, its audit chain, and its ends
 * of the edges. A fault of configuration or keys ends the service with code 78 and one line per fault.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultConfigFile, loadConfig, sliceFor } from '../config/load.ts'
import { JoseFault } from '../drivers/jose/key.ts'
import { type BoxKeyName, loadPrivateKey, loadPublicKey } from '../drivers/keys/box.ts'
import { KeyFault } from '../drivers/keys/file.ts'
import { unwrapDek, wrapDek } from '../drivers/keys/wrap.ts'
import { openAudit } from './audit/write.ts'
import type { EdgeName, ServiceName } from './model/document.ts'
import { ConfigurationFault, type ServiceContext } from './service.ts'
import { openEdgeWriter } from './spool/put.ts'
import { openEdgeReader } from './spool/take.ts'

/** Which service reads an edge: its spool key is the one that jobs are sealed to. */
const readerKeys = {
  captured: 'deidentify-spool',
  decided: 'deidentify-spool',
  receipts: 'deidentify-spool',
  review: 'review-spool',
  sealed: 'forward-spool',
} as const satisfies Record<EdgeName, BoxKeyName>

export const openBox = async <S extends ServiceName>(service: S, { argv, clock }: ServiceContext) => {
  const { values } = parseArgs({ args: [...argv], options: { config: { type: 'string' } } })
  const loaded = await loadConfig(values.config ?? defaultConfigFile)
  if ('faults' in loaded) throw new ConfigurationFault(loaded.faults)
  const slice = sliceFor(loaded.config, service)
  const place = { directory: slice.keysDir, credentialsDirectory: process.env.CREDENTIALS_DIRECTORY }
  const edgeDir = (edge: EdgeName) => join(slice.stateDir, 'spool', edge)
  const { key: auditKey } = await withKeys(() => loadPrivateKey(place, `audit-${service}`))
  const audit = await openAudit(join(slice.stateDir, 'audit', `${service}.jsonl`), service, auditKey, clock)
  return {
    slice,
    place,
    audit,
    stateDir: join(slice.stateDir, service),
    writer: async <E extends EdgeName>(edge: E) => {
      const { key } = await withKeys(() => loadPublicKey(place, readerKeys[edge]))
      return openEdgeWriter(edge, edgeDir(edge), key, { clock, seal: wrapDek })
    },
    reader: async <E extends EdgeName>(edge: E) => {
      const { key } = await withKeys(() => loadPrivateKey(place, readerKeys[edge]))
      return openEdgeReader(edge, edgeDir(edge), key, {
        open: unwrapDek,
        onReject: (documentId, code) =>
          audit({ action: 'rejected', code, ...(documentId === null ? {} : { documentId }) }),
      })
    },
  }
}

/** A key that is missing, too open or malformed is a fault of the set-up: named by its file, never by its content. */
export const withKeys = async <T>(load: () => Promise<T>): Promise<T> => {
  try {
    return await load()
  } catch (thrown) {
    if (thrown instanceof JoseFault)
      throw new ConfigurationFault([
        `key files for documents and receipts: ${thrown.code}, or one there twice; see cordon keys --help`,
      ])
    if (!(thrown instanceof KeyFault)) throw thrown
    throw new ConfigurationFault([`key file ${thrown.file}: ${thrown.code}; see cordon keys --help`])
  }
}
