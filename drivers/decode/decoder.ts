/**
 * Decodes one untrusted file in one throw-away child process: bytes in over standard input, frames out over standard
 * output. The child is confined (`confine` is drivers/sandbox's), watched, and dead when the iteration ends, however it
 * ends. Nothing of the file is parsed in this process; the child's standard error, which may quote it, is thrown away.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createInlet } from './bytes.ts'
import { DecodeFault, type FaultCode } from './fault.ts'
import { type Frame, readFrames, readReady } from './frames.ts'
import type { Bounds, MediaType } from './protocol.ts'

export type { FaultCode } from './fault.ts'
export { DecodeFault } from './fault.ts'
export type { Frame } from './frames.ts'

export type DecodeLimits = Bounds & {
  /** How long a document may keep us waiting for its child, all its pages together; also its CPU time. */
  readonly seconds: number
  /** Resident memory of the child. About 70 MB are Node's and the libraries'. */
  readonly memoryBytes: number
}

type Confine = (
  program: string,
  args: readonly string[],
  limits: {
    readonly seconds: number
    readonly memoryBytes: number
    readonly readable: readonly string[]
    readonly env: Readonly<Record<string, string>>
  },
) => { command: string; args: string[]; env: Record<string, string> }

type WatchMemory = (pid: number, limitBytes: number, exceeded: () => void) => { readonly stop: () => void }

export type DecoderOptions = {
  readonly confine: Confine
  readonly watchMemory: WatchMemory
  readonly nodePath: string
  readonly limits: DecodeLimits
  /** The child's program; another one only in tests that lie. */
  readonly program?: string
}

export type Decoder = {
  /** Frames in page order, one in memory at a time; the next is made while this one is used. @throws DecodeFault */
  readonly decode: (untrustedBytes: Uint8Array, mediaType: MediaType) => AsyncGenerator<Frame, void, void>
}

const folder = fileURLToPath(new URL('.', import.meta.url))
const projectFile = fileURLToPath(new URL('../../package.json', import.meta.url))
const packagesOf = (specifier: string) =>
  fileURLToPath(import.meta.resolve(specifier)).replace(/(\/node_modules)\/.*$/, '$1')

/** What the child may read: its program, this folder, and the two libraries with what they need. */
const readableFor = (program: string, mediaType: MediaType): string[] => {
  const packages =
    mediaType === 'application/pdf' ? ['@hyzyla/pdfium'] : ['sharp', '@img', 'detect-libc', 'semver']
  const root = packagesOf('sharp')
  return [program, folder, projectFile, ...packages.map(name => `${root}/${name}`)]
}

/** RLIMIT_DATA counts what is reserved writable, not what is used; V8 and its threads reserve 0.6 to 0.8 GB. */
const reservedBytes = 2 ** 30

const nodeFlags = (readable: readonly string[], mediaType: MediaType): string[] => [
  '--permission',
  ...readable.map(path => `--allow-fs-read=${path}`),
  ...(mediaType === 'application/pdf' ? [] : ['--allow-addons']),
  '--no-warnings',
  '--disallow-code-generation-from-strings',
  '--max-old-space-size=256',
]

const start = (options: DecoderOptions, mediaType: MediaType): ChildProcess => {
  const { confine, nodePath, limits } = options
  const program = options.program ?? `${folder}child/main.ts`
  const readable = readableFor(program, mediaType)
  const told = [mediaType, limits.bytes, limits.pages, limits.pixelsPerPage].map(String)
  const { command, args, env } = confine(nodePath, [...nodeFlags(readable, mediaType), program, ...told], {
    seconds: limits.seconds,
    memoryBytes: limits.memoryBytes + reservedBytes,
    readable,
    env: { UV_THREADPOOL_SIZE: '1', MALLOC_ARENA_MAX: '2' },
  })
  // In a session of its own: an interrupt at the terminal is for us, and must not look like a fault of the document.
  return spawn(command, args, { env, detached: true, stdio: ['pipe', 'pipe', 'ignore'] })
}

/** How long a child whose pipe has ended may take to say, by its exit, why. */
const graceMs = 1000

/** The child and what it was killed for. `waiting` spends the document's time only while we wait for the child. */
const supervise = (child: ChildProcess, limits: DecodeLimits, watchMemory: WatchMemory) => {
  let killedFor: FaultCode | null = null
  const closed = new Promise<void>(resolve => child.once('close', () => resolve()))
  const kill = (code: FaultCode | null) => {
    killedFor ??= code
    child.kill('SIGKILL')
    child.stdout?.destroy()
  }
  child.once('error', () => kill('engine-unavailable'))
  const watch = watchMemory(child.pid ?? 0, limits.memoryBytes, () => kill('too-much-memory'))
  let remainingMs = limits.seconds * 1000

  const waiting = async <T>(answer: Promise<T>): Promise<T> => {
    const startedAt = performance.now()
    const timer = setTimeout(() => kill('too-slow'), Math.max(0, remainingMs))
    try {
      return await answer
    } finally {
      clearTimeout(timer)
      remainingMs -= performance.now() - startedAt
    }
  }
  const gone = async (): Promise<void> => {
    watch.stop()
    kill(null)
    await closed
  }
  /** What we killed it for, or what killed it, comes before what its silence looks like. */
  const causeOf = async (thrown: unknown): Promise<unknown> => {
    if (killedFor !== null) return new DecodeFault(killedFor)
    if (!(thrown instanceof DecodeFault) || thrown.code !== 'decoder-died') return thrown
    const timer = setTimeout(() => kill('decoder-died'), graceMs)
    await closed
    clearTimeout(timer)
    return new DecodeFault(killedFor ?? (child.signalCode === 'SIGXCPU' ? 'too-slow' : 'decoder-died'))
  }
  return { waiting, gone, causeOf }
}

const handOver = ({ stdin }: ChildProcess, untrustedBytes: Uint8Array): void => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(untrustedBytes.length)
  stdin?.write(length)
  stdin?.end(untrustedBytes)
}

export const createDecoder = (options: DecoderOptions): Decoder => ({
  decode: async function* (untrustedBytes, mediaType) {
    if (untrustedBytes.length === 0) throw new DecodeFault('empty-file')
    if (untrustedBytes.length > options.limits.bytes) throw new DecodeFault('too-many-bytes')
    const child = start(options, mediaType)
    const { waiting, gone, causeOf } = supervise(child, options.limits, options.watchMemory)
    // A child that died early breaks the pipe; what it said, or did not say, is the answer.
    child.stdin?.on('error', () => {})
    try {
      const inlet = createInlet(child.stdout!)
      await waiting(readReady(inlet))
      handOver(child, untrustedBytes)
      const frames = readFrames(inlet, options.limits)
      for (;;) {
        const { done, value } = await waiting(frames.next())
        if (done) return
        yield value
      }
    } catch (thrown) {
      throw await causeOf(thrown)
    } finally {
      await gone()
    }
  },
})
