/**
 * Opens the reader that is asked for, or the better of those that this machine has: the system's Tesseract where it is
 * 5 or later, has English and reads a page in its confinement; tesseract.js otherwise.
 */
import { execFile } from 'node:child_process'
import { unpackLanguage } from './language.ts'
import { type Confine, createNativeReader, type NativeOptions } from './native.ts'
import { type EngineName, type Reader, ReaderFault } from './reader.ts'
import { createTesseractJsReader } from './tesseractjs.ts'

export type OpenReaderOptions = {
  readonly engine: 'auto' | EngineName
  /** Pages read at the same time: one for each core. */
  readonly workers: number
  readonly confine: Confine
  readonly pageTimeoutMs: number
  /**
   * A folder of ours for the language data that the native engine reads; it is filled where it is not. Without it the
   * system's data is used: a quarter faster, and on noisy fax pages four words in a hundred worse.
   */
  readonly languageDir?: string | undefined
  readonly program?: string
}

/** Confined as well: where its libraries know LDAP, `--version` alone makes them ask the network for the host's name. */
const ask = (program: string, argument: string, confine: Confine): Promise<string> =>
  new Promise((resolve, reject) => {
    const { command, args, env } = confine(program, [argument], {})
    const options = { env, timeout: 10_000, maxBuffer: 65_536 }
    execFile(command, args, options, (fault, stdout, stderr) =>
      fault === null ? resolve(stdout + stderr) : reject(fault),
    )
  })

const isInstalled = async (
  program: string,
  { languageDir, confine }: Pick<OpenReaderOptions, 'languageDir' | 'confine'>,
): Promise<boolean> => {
  try {
    const major = /^tesseract v?(\d+)\./m.exec(await ask(program, '--version', confine))?.[1]
    if (Number(major) < 5 || major === undefined) return false
    return languageDir !== undefined || /^eng$/m.test(await ask(program, '--list-langs', confine))
  } catch {
    return false
  }
}

const blank = { widthPx: 64, heightPx: 64, pixels: new Uint8Array(4096).fill(255) }

/** Null where it does not read a blank page: no user namespaces, no /dev/shm, no data. */
const openNative = async (options: NativeOptions): Promise<Reader | null> => {
  let reader: Reader | null = null
  try {
    if (options.languageDir !== undefined) await unpackLanguage(options.languageDir)
    reader = createNativeReader(options)
    await reader.read(blank, { dpi: 300, layout: 'page' })
    return reader
  } catch {
    await reader?.close()
    return null
  }
}

/** @throws ReaderFault `engine-unavailable` where `native` is asked for and cannot be had. */
export const openReader = async (options: OpenReaderOptions): Promise<Reader> => {
  const { engine, program = '/usr/bin/tesseract' } = options
  if (engine !== 'tesseract.js' && (await isInstalled(program, options))) {
    const reader = await openNative(options)
    if (reader !== null) return reader
  }
  if (engine === 'native') throw new ReaderFault('engine-unavailable')
  return createTesseractJsReader(options)
}
