/**
 * Runs in a worker thread: tesseract.js's own worker script, with an adapter that reads the language data from the
 * installed package and can neither fetch nor write. Pages come as TIFF bytes, TSV goes back. Says nothing else.
 */
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { packedLanguage } from './language.ts'

export type PageRequest = { readonly image: Uint8Array; readonly dpi: number; readonly mode: 3 | 11 }
/** `heapBytes`: mostly the WebAssembly memory, which grows with the largest page and never shrinks. */
export type PageAnswer = { readonly untrustedTsv: string; readonly heapBytes: number }

type Message = { readonly status: 'resolve' | 'reject' | 'progress'; readonly data: unknown }
type Script = {
  readonly setAdapter: (adapter: Record<string, unknown>) => void
  readonly dispatchHandlers: (packet: unknown, send: (message: Message) => void) => void
}

const require = createRequire(import.meta.url)
const script: Script = require('tesseract.js/src/worker-script/index.js')

const refuse = () => Promise.reject(new Error('refused'))
Reflect.deleteProperty(globalThis, 'fetch')
script.setAdapter({
  getCore: require('tesseract.js/src/worker-script/node/getCore.js'),
  gunzip: require('node:zlib').gunzipSync,
  fetch: refuse,
  readCache: packedLanguage,
  writeCache: refuse,
  deleteCache: refuse,
  checkCache: refuse,
})

let jobs = 0
const call = (action: string, payload: unknown): Promise<unknown> =>
  new Promise((resolve, reject) => {
    script.dispatchHandlers({ workerId: 'reader', jobId: String(++jobs), action, payload }, message => {
      if (message.status === 'resolve') resolve(message.data)
      if (message.status === 'reject') reject(new Error('refused by the engine'))
    })
  })

const options = { lstmOnly: true, gzip: true, cacheMethod: 'none', langPath: '.', logging: false }
const started = (async () => {
  await call('load', { options })
  await call('loadLanguage', { langs: 'eng', options })
  await call('initialize', { langs: 'eng', oem: 1, config: {} })
})()

const readPage = async ({ image, dpi, mode }: PageRequest): Promise<PageAnswer> => {
  await started
  const parameters = { tessedit_pageseg_mode: String(mode), user_defined_dpi: String(Math.round(dpi)) }
  const output = { text: false, tsv: true }
  const result = await call('recognize', { image, options: parameters, output })
  const { tsv } = result as { readonly tsv: string }
  return { untrustedTsv: tsv, heapBytes: process.memoryUsage().external }
}

/** After a failure the engine's state is unknown: the thread ends, and its owner starts another. */
parentPort?.on('message', (request: PageRequest) => {
  readPage(request).then(
    answer => parentPort?.postMessage(answer),
    () => process.exit(1),
  )
})
