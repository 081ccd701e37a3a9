/**
 * ZXing behind the finder's port: WebAssembly in worker threads, one page at a time each. A page that takes too long
 * costs its thread its life; nothing is fetched and nothing is written.
 */
import { Worker } from 'node:worker_threads'
import { type Finder, FinderFault, type Found, type Raster } from './finder.ts'

export type ZxingOptions = {
  /** Pages searched at the same time. */
  readonly workers: number
  readonly pageTimeoutMs: number
}

type Waiting = {
  readonly raster: Raster
  readonly resolve: (found: readonly Found[]) => void
  readonly reject: (fault: FinderFault) => void
}

type Thread = {
  readonly find: (raster: Raster) => Promise<readonly Found[]>
  readonly end: () => Promise<unknown>
}

/** What it prints is dropped unread: it could quote the page. */
const startThread = (): Thread => {
  const settings = { env: {}, execArgv: [], stdout: true, stderr: true }
  const worker = new Worker(new URL('./thread.ts', import.meta.url), settings)
  worker.stdout.resume()
  worker.stderr.resume()
  let underWay: Omit<Waiting, 'raster'> | null = null
  const died = () => underWay?.reject(new FinderFault('engine-died'))
  worker.on('error', died)
  worker.on('exit', died)
  worker.on('message', (found: readonly Found[]) => {
    worker.unref()
    underWay?.resolve(found)
  })
  const find = ({ widthPx, heightPx, pixels }: Raster) =>
    new Promise<readonly Found[]>((resolve, reject) => {
      underWay = { resolve, reject }
      worker.ref()
      const copy = pixels.slice()
      worker.postMessage({ widthPx, heightPx, pixels: copy }, [copy.buffer])
    })
  return { find, end: () => worker.terminate() }
}

const within = <T>(timeoutMs: number, work: Promise<T>): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new FinderFault('too-slow')), timeoutMs)
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}

/** Starts nothing until the first page. */
export const createZxingFinder = ({ workers, pageTimeoutMs }: ZxingOptions): Finder => {
  const idle: Thread[] = []
  const busy = new Set<Thread>()
  const waiting: Waiting[] = []
  let closed = false

  const serve = async ({ raster, resolve, reject }: Waiting): Promise<void> => {
    const thread = idle.pop() ?? startThread()
    busy.add(thread)
    try {
      resolve(await within(pageTimeoutMs, thread.find(raster)))
      if (!closed) idle.push(thread)
    } catch (thrown) {
      await thread.end()
      reject(closed || !(thrown instanceof FinderFault) ? new FinderFault('closed') : thrown)
    }
    busy.delete(thread)
    next()
  }

  const next = (): void => {
    if (busy.size >= workers) return
    const page = waiting.shift()
    if (page !== undefined) void serve(page)
  }

  const find: Finder['find'] = raster =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new FinderFault('closed'))
      waiting.push({ raster, resolve, reject })
      next()
    })

  const close = async (): Promise<void> => {
    closed = true
    for (const { reject } of waiting.splice(0)) reject(new FinderFault('closed'))
    await Promise.all([...idle.splice(0), ...busy].map(({ end }) => end()))
  }

  return { find, close }
}
