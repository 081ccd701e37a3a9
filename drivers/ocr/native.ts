/**
 * The system's Tesseract 5 behind the reader's port, as long-lived confined children. No file is written by either
 * side: a page reaches its child through an inode that never has a name.
 */
import { type Command, createSentinel, startChild } from './child.ts'
import { createPool } from './pool.ts'
import { type Reader, type ReadOptions, segmentationModes } from './reader.ts'

/** What is asked of the confinement. It must leave descriptors 0 to 4 open and `/proc/self/fd` readable. */
export type Limits = {
  /** Paths that the program may read beside its own. */
  readonly readable?: readonly string[]
  /** All of its environment beside PATH and the language. */
  readonly env?: Readonly<Record<string, string>>
  readonly memoryBytes?: number
}

export type Confine = (program: string, args: readonly string[], limits: Limits) => Command

export type NativeOptions = {
  readonly workers: number
  readonly confine: Confine
  readonly pageTimeoutMs: number
  /** A folder that holds `eng.traineddata`; without it the system's own data is used. */
  readonly languageDir?: string | undefined
  readonly program?: string
}

/** Of each child: a page of 100 megapixels is read within it. */
const memoryBytes = 2 * 1024 ** 3
/** No growth was measured (42 MB over 40 pages); a fresh child now and then costs 0.1 s and bounds what one can hoard. */
const maxPagesPerChild = 200

const commandFor = (options: NativeOptions, { layout }: ReadOptions): Command => {
  const { program = '/usr/bin/tesseract', languageDir, confine } = options
  const args = [
    '-oL', // stdbuf: each row of TSV is seen when it is written
    program,
    ...(languageDir === undefined ? [] : ['--tessdata-dir', languageDir]),
    ...['-l', 'eng', '--oem', '1', '--psm', String(segmentationModes[layout])],
    ...['-c', 'stream_filelist=true'],
    ...['-c', 'tessedit_create_tsv=1', '-c', 'tessedit_create_boxfile=1', '-c', 'tessedit_create_txt=0'],
    ...['-', '-'],
  ]
  const readable = ['/proc', program, ...(languageDir === undefined ? [] : [languageDir])]
  return confine('/usr/bin/stdbuf', args, {
    readable,
    env: { OMP_THREAD_LIMIT: '1', LC_ALL: 'C.UTF-8' },
    memoryBytes,
  })
}

/** Starts nothing until the first page. @throws where the system has no memory file system */
export const createNativeReader = (options: NativeOptions): Reader => {
  const sentinel = createSentinel()
  const { read, close } = createPool({
    workers: options.workers,
    pageTimeoutMs: options.pageTimeoutMs,
    kindOf: ({ layout }) => layout,
    start: page => startChild(commandFor(options, page), sentinel, maxPagesPerChild),
  })
  let closing: Promise<void> | null = null
  return {
    engine: 'native',
    read,
    close: () => {
      closing ??= close().finally(sentinel.close)
      return closing
    },
  }
}
