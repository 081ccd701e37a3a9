/**
 * tesseract.js behind the reader's port: WebAssembly in worker threads, one page at a time each. Nothing is fetched
 * and nothing is written; the language data is in the installed package.
 */
import { Worker } from 'node:worker_threads'
import { createPool, type Engine } from './pool.ts'
import {
  type Raster,
  type Reader,
  ReaderFault,
  type ReadOptions,
  type ReadWord,
  segmentationModes,
} from './reader.ts'
import type { PageAnswer, PageRequest } from './thread.ts'
import { tiffOf } from './tiff.ts'
import { parseTsv } from './tsv.ts'

export type TesseractJsOptions = { readonly workers: number; readonly pageTimeoutMs: number }

/** A thread whose memory has grown beyond this is replaced after its page. */
const maxHeapBytes = 512 * 1024 * 1024
const maxPagesPerThread = 100

type UnderWay = {
  readonly resolve: (words: readonly ReadWord[]) => void
  readonly reject: (fault: ReaderFault) => void
}

const startThread = (): Engine => {
  // What it prints is dropped unread: it could quote the page.
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  })
  worker.stdout.resume()
  worker.stderr.resume()
  let underWay: UnderWay | null = null
  let fault: ReaderFault | null = null
  let pages = 0
  let heapBytes = 0

  const fail = (thrown: ReaderFault): void => {
    fault ??= thrown
    underWay?.reject(fault)
    underWay = null
  }
  const died = () => fail(new ReaderFault('engine-died'))

  worker.on('error', died)
  worker.once('exit', died)
  worker.on('message', (answer: PageAnswer) => {
    if (underWay === null) return
    heapBytes = answer.heapBytes
    try {
      underWay.resolve(parseTsv(answer.untrustedTsv))
      underWay = null
    } catch {
      fail(new ReaderFault('bad-output'))
    }
  })

  const read = (raster: Raster, { dpi, layout }: ReadOptions): Promise<readonly ReadWord[]> =>
    new Promise((resolve, reject) => {
      if (fault !== null) return reject(fault)
      pages++
      underWay = { resolve, reject }
      const image = tiffOf(raster, dpi)
      const request: PageRequest = { image, dpi, mode: segmentationModes[layout] }
      worker.postMessage(request, [image.buffer])
    })

  const end = async (): Promise<void> => {
    died()
    await worker.terminate()
  }

  const isWorn = () => fault !== null || pages >= maxPagesPerThread || heapBytes > maxHeapBytes
  return { read, isWorn, end }
}

/** Starts nothing until the first page. */
export const createTesseractJsReader = ({ workers, pageTimeoutMs }: TesseractJsOptions): Reader => {
  const pool = createPool({ workers, pageTimeoutMs, kindOf: () => 'any', start: startThread })
  return { engine: 'tesseract.js', ...pool }
}
