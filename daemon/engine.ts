/**
 * Joins the drivers that `deidentify` works with: the sandbox, the decoder, the OCR engine, barcodes, dictionaries,
 * encoders. Shared by the service's entry and by `cordon redact`, so that there is no second code path.
 */
import { availableParallelism } from 'node:os'
import { loadGazetteer } from '../config/identifiers/load.ts'
import type { Config } from '../config/load.ts'
import { createZxingFinder } from '../drivers/barcode/zxing.ts'
import { createDecoder } from '../drivers/decode/decoder.ts'
import { encodePng } from '../drivers/image/png.ts'
import { loadScheduleKey } from '../drivers/keys/box.ts'
import type { KeyPlace } from '../drivers/keys/file.ts'
import { openReader } from '../drivers/ocr/choose.ts'
import { writePdf } from '../drivers/pdf/write.ts'
import { createSandbox } from '../drivers/sandbox/sandbox.ts'
import { watchSchedule } from '../drivers/schedule/watch.ts'
import { knowledgeOf } from './deidentify/detect.ts'
import type { PipelinePorts } from './deidentify/pipeline.ts'
import { deferring } from './deidentify/read.ts'
import type { Encoder } from './deidentify/release.ts'
import type { Log } from './log.ts'
import { type Gazetteer, type ScheduleKind, scheduleKinds } from './model/gazetteer.ts'

const pageTimeoutMs = 120_000
const bytesPerMiB = 1024 * 1024

/** Looks a skeleton up in today's schedule; the list is looked at anew every minute. */
export type OpenSchedule = {
  readonly scheduled: NonNullable<Gazetteer['scheduled']>
  readonly close: () => void
}

/** @throws KeyFault where the box has no key for schedules. */
export const openSchedule = async (
  place: KeyPlace,
  path: string,
  { clock, log }: { readonly clock: () => Date; readonly log: Log },
): Promise<OpenSchedule> => {
  const { tagOf, count, close } = await watchSchedule(path, await loadScheduleKey(place), {
    nowMs: () => clock().getTime(),
    onFault: () => log('warning', 'schedule-refused'),
  })
  log('info', 'schedule', { count: count() })
  const scheduled = (skeleton: string): ScheduleKind | null => scheduleKinds[tagOf(skeleton) ?? -1] ?? null
  return { scheduled, close }
}

export type Engine = {
  readonly ports: (
    progress: PipelinePorts['progress'],
    pageError?: PipelinePorts['pageError'],
  ) => PipelinePorts
  readonly encoder: Encoder
  readonly maxDocumentBytes: number
  readonly ocr: 'native' | 'tesseract.js'
  readonly close: () => Promise<void>
}

/**
 * @param languageDir a folder of ours for the language data that the system's Tesseract reads; filled where it is not
 * @param scheduled looks a name, a number or a birth date up in today's schedule, where there is one
 * @throws ReaderFault `engine-unavailable` where the configured engine cannot be had.
 */
export const openEngine = async (
  { ocr, limits }: Config['deidentify'],
  languageDir: string,
  scheduled: Gazetteer['scheduled'] = () => null,
): Promise<Engine> => {
  const { confine, watchMemory } = await createSandbox()
  const width = ocr.workers === 0 ? availableParallelism() : ocr.workers
  const decoder = createDecoder({
    confine,
    watchMemory,
    nodePath: process.execPath,
    limits: {
      bytes: limits.bytes,
      pages: limits.pages,
      pixelsPerPage: limits.pixelsPerPage,
      seconds: limits.decodeSeconds,
      memoryBytes: limits.decodeMemoryMiB * bytesPerMiB,
    },
  })
  const reader = await openReader({ engine: ocr.engine, workers: width, confine, pageTimeoutMs, languageDir })
  const barcodes = createZxingFinder({ workers: width, pageTimeoutMs })
  const common = {
    decoder,
    reader: deferring(reader),
    barcodes,
    knowledge: knowledgeOf({ ...loadGazetteer(), scheduled }),
    width,
  }
  return {
    ports: (progress, pageError = () => {}) => ({
      ...common,
      nowMs: () => performance.now(),
      progress,
      pageError,
    }),
    encoder: { encodePng, writePdf },
    maxDocumentBytes: limits.bytes,
    ocr: reader.engine,
    close: async () => {
      await Promise.all([reader.close(), barcodes.close()])
    },
  }
}
