/**
 * One long-lived child that runs Tesseract. Names of pages go in on standard input, rows of TSV come out on standard
 * output; the page itself lies behind descriptor 3 and a blank one behind 4. Standard error is drained and dropped.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { createAnswers } from './answers.ts'
import { createInode, type Inode } from './inode.ts'
import type { Engine } from './pool.ts'
import { type Raster, ReaderFault, type ReadOptions, type ReadWord } from './reader.ts'
import { tiffHeader, tiffOf } from './tiff.ts'

/** What confinement makes of a program: the command to start in its stead, with its whole environment. */
export type Command = {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

const graceMs = 500
const request = '/proc/self/fd/3\n/proc/self/fd/4\n'

/** A blank page of 32 × 32 pixels, shared by all children. */
export const createSentinel = (): Inode => {
  const sentinel = createInode()
  sentinel.write(tiffOf({ widthPx: 32, heightPx: 32, pixels: new Uint8Array(1024).fill(255) }, 300))
  return sentinel
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>

/** In a group of its own, so that ending the group ends whatever the confinement put around the program. */
const spawnGroup = ({ command, args, env }: Command, page: Inode, sentinel: Inode): Child =>
  spawn(command, [...args], {
    env: { ...env },
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe', page.fd, sentinel.fd],
  }) as Child

/** A group that is gone already is no fault. */
const killGroup = ({ pid }: Child): void => {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {}
}

export const startChild = (command: Command, sentinel: Inode, maxPages: number): Engine => {
  const page = createInode()
  const child = spawnGroup(command, page, sentinel)
  const gone = new Promise<void>(resolve => child.once('close', () => resolve()))
  const answers = createAnswers()
  let fault: ReaderFault | null = null
  let pages = 0
  let busy = false

  const fail = (thrown: ReaderFault): void => {
    fault ??= thrown
    killGroup(child)
    answers.fail(fault)
  }

  listen(child, untrustedText => fault ?? answers.take(untrustedText), fail)
  void gone.then(() => {
    fail(new ReaderFault('engine-died'))
    page.close()
  })

  const read = async (raster: Raster, { dpi }: ReadOptions): Promise<readonly ReadWord[]> => {
    if (fault !== null) throw fault
    pages++
    try {
      page.write(tiffHeader(raster, dpi), raster.pixels)
    } catch {
      throw new ReaderFault('engine-unavailable')
    }
    busy = true
    const words = answers.next()
    child.stdin.write(request)
    return words.finally(() => {
      busy = false
      page.empty()
    })
  }

  /** An idle child ends by itself when its list of pages does, and is reaped by what confines it; a busy one is killed. */
  const end = async (): Promise<void> => {
    if (busy) fail(new ReaderFault('engine-died'))
    child.stdin.end()
    const timer = setTimeout(() => fail(new ReaderFault('engine-died')), graceMs)
    await gone
    clearTimeout(timer)
  }

  return { read, isWorn: () => fault !== null || pages >= maxPages, end }
}

const listen = (
  child: Child,
  take: (untrustedText: string) => unknown,
  fail: (fault: ReaderFault) => void,
) => {
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (untrustedText: string) => {
    try {
      take(untrustedText)
    } catch (thrown) {
      if (!(thrown instanceof ReaderFault)) throw thrown
      fail(thrown)
    }
  })
  child.stderr.resume()
  child.stdin.on('error', () => {})
  child.once('error', () => fail(new ReaderFault('engine-unavailable')))
}
