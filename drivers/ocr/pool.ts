/**
 * Spreads pages over a bounded number of engines, started when first needed. An engine that is too slow, dies or
 * answers nonsense is ended and replaced; a page whose engine died is tried once more on a fresh one.
 */
import { type Raster, ReaderFault, type ReadOptions, type ReadWord } from './reader.ts'

/** One child or one thread. It is given one page at a time. */
export type Engine = {
  readonly read: (raster: Raster, options: ReadOptions) => Promise<readonly ReadWord[]>
  /** True when it should get no further page: it is dead, or has read or grown enough. */
  readonly isWorn: () => boolean
  /** Ends it at once and resolves when it is gone. A page under way fails. */
  readonly end: () => Promise<void>
}

export type PoolOptions = {
  /** How many pages are read at the same time. */
  readonly workers: number
  readonly pageTimeoutMs: number
  /** Does not wait: an engine that cannot be started throws here or says so at its first page. */
  readonly start: (options: ReadOptions) => Engine
  /** Pages of the same kind can share an engine. */
  readonly kindOf: (options: ReadOptions) => string
}

export type Pool = {
  readonly read: (raster: Raster, options: ReadOptions) => Promise<readonly ReadWord[]>
  readonly close: () => Promise<void>
}

const isDeath = (thrown: unknown): boolean => thrown instanceof ReaderFault && thrown.code === 'engine-died'

export const createPool = ({ workers, pageTimeoutMs, start, kindOf }: PoolOptions): Pool => {
  const idle = new Map<string, Engine[]>()
  const all = new Set<Engine>()
  const waiting: { readonly go: () => void; readonly fail: (fault: ReaderFault) => void }[] = []
  let running = 0
  let closed = false

  const turn = (): Promise<void> => {
    if (running < workers) {
      running++
      return Promise.resolve()
    }
    return new Promise((go, fail) => waiting.push({ go, fail }))
  }

  /** Hands the turn on, or gives it back. */
  const pass = (): void => {
    const next = waiting.shift()
    if (next === undefined) running--
    else next.go()
  }

  const drop = async (engine: Engine): Promise<void> => {
    await engine.end()
    all.delete(engine)
  }

  const fresh = (options: ReadOptions): Engine => {
    if (closed) throw new ReaderFault('closed')
    try {
      const engine = start(options)
      all.add(engine)
      return engine
    } catch {
      throw new ReaderFault('engine-unavailable')
    }
  }

  const take = async (options: ReadOptions): Promise<Engine> => {
    const engines = idle.get(kindOf(options)) ?? []
    for (let engine = engines.pop(); engine !== undefined; engine = engines.pop()) {
      if (!engine.isWorn()) return engine
      await drop(engine)
    }
    return fresh(options)
  }

  const giveBack = async (engine: Engine, options: ReadOptions): Promise<void> => {
    if (engine.isWorn() || closed) return drop(engine)
    const kind = kindOf(options)
    idle.set(kind, [...(idle.get(kind) ?? []), engine])
  }

  const readOn = async (engine: Engine, raster: Raster, options: ReadOptions) => {
    try {
      const words = await within(pageTimeoutMs, engine.read(raster, options))
      await giveBack(engine, options)
      return words
    } catch (thrown) {
      await drop(engine)
      throw closed ? new ReaderFault('closed') : thrown
    }
  }

  const readTwice = async (raster: Raster, options: ReadOptions) => {
    try {
      return await readOn(await take(options), raster, options)
    } catch (thrown) {
      if (!isDeath(thrown)) throw thrown
      return readOn(fresh(options), raster, options)
    }
  }

  const read: Pool['read'] = async (raster, options) => {
    if (closed) throw new ReaderFault('closed')
    await turn()
    try {
      return await readTwice(raster, options)
    } finally {
      pass()
    }
  }

  const close = async (): Promise<void> => {
    closed = true
    for (const { fail } of waiting.splice(0)) fail(new ReaderFault('closed'))
    idle.clear()
    await Promise.all([...all].map(drop))
  }

  return { read, close }
}

const within = <T>(timeoutMs: number, work: Promise<T>): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new ReaderFault('too-slow')), timeoutMs)
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}
