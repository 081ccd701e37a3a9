/** Real files by real encoders, and a decoder in its real confinement, for the tests of this folder. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { openJpeg } from '../../../drivers/decode/child/jpeg.ts'
import { ChildRejection, type DecodedPage } from '../../../drivers/decode/child/page.ts'
import { createPdfReader } from '../../../drivers/decode/child/pdf.ts'
import { openPng } from '../../../drivers/decode/child/png.ts'
import { openTiff } from '../../../drivers/decode/child/tiff.ts'
import { createDecoder, DecodeFault, type DecodeLimits, type Frame } from '../../../drivers/decode/decoder.ts'
import type { MediaType } from '../../../drivers/decode/protocol.ts'
import { createSandbox, type Sandbox } from '../../../drivers/sandbox/sandbox.ts'

/** Why a test is skipped, or false where all the Debian programs are there. */
export const needs = (...programs: string[]): string | false => {
  const missing = programs.filter(program => spawnSync('which', [program]).status !== 0)
  return missing.length > 0 && `needs ${missing.join(', ')}`
}

export type Gray = { widthPx: number; heightPx: number; pixels: Uint8Array }

/** Blots without any symmetry, so that no turn and no mirroring gives the same picture. */
export const blots = (widthPx: number, heightPx: number): Gray => {
  const pixels = new Uint8Array(widthPx * heightPx).fill(255)
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const frame = x < 3 || (y < 2 && x < widthPx / 2)
      const blot = (x * x + 3 * y * y + 7 * x) % 97 < 20 && y > heightPx / 4
      if (frame || blot) pixels[y * widthPx + x] = 0
    }
  }
  return { widthPx, heightPx, pixels }
}

/** Every shade, each row shifted a little. */
export const shades = (widthPx: number, heightPx: number): Gray => ({
  widthPx,
  heightPx,
  pixels: Uint8Array.from({ length: widthPx * heightPx }, (_, i) => (i + 3 * Math.floor(i / widthPx)) % 256),
})

export const workFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-decode-'))
  after(() => rmSync(folder, { recursive: true }))
  const path = (name: string) => join(folder, name)
  return {
    path,
    bytes: (name: string): Uint8Array => readFileSync(path(name)),
    /** As PGM, which every encoder takes. */
    writePgm: (name: string, { widthPx, heightPx, pixels }: Gray): string => {
      writeFileSync(path(name), Buffer.concat([Buffer.from(`P5 ${widthPx} ${heightPx} 255\n`), pixels]))
      return path(name)
    },
    run: (program: string, ...args: string[]): void => {
      execFileSync(program, args, { stdio: 'pipe', cwd: folder })
    },
  }
}

export const usualLimits: DecodeLimits = {
  bytes: 64 * 2 ** 20,
  pages: 500,
  pixelsPerPage: 40e6,
  seconds: 20,
  memoryBytes: 700 * 2 ** 20,
}

const sandbox = await createSandbox()

type Options = { limits?: Partial<DecodeLimits>; program?: string; within?: Sandbox }

export const decoderWith = ({ limits = {}, program, within = sandbox }: Options = {}) =>
  createDecoder({
    ...within,
    nodePath: process.execPath,
    limits: { ...usualLimits, ...limits },
    ...(program === undefined ? {} : { program }),
  })

export const decodeAll = async (
  bytes: Uint8Array,
  mediaType: MediaType,
  options: Options = {},
): Promise<Frame[]> => {
  const frames: Frame[] = []
  for await (const frame of decoderWith(options).decode(bytes, mediaType)) frames.push(frame)
  return frames
}

/** The code that decoding ends with, or `decoded`. Anything else thrown is a bug, and thrown on. */
export const codeOf = (bytes: Uint8Array, mediaType: MediaType, options: Options = {}): Promise<string> =>
  decodeAll(bytes, mediaType, options).then(
    () => 'decoded',
    (thrown: unknown) => {
      if (thrown instanceof DecodeFault) return thrown.code
      throw thrown
    },
  )

const readers = async (mediaType: MediaType) => {
  if (mediaType === 'application/pdf') return await createPdfReader()
  return { 'image/tiff': openTiff, 'image/png': openPng, 'image/jpeg': openJpeg }[mediaType]
}

/** What the child's reader gives, read in this process: for files of our own making, where only the pixels matter. */
export const readHere = async (
  bytes: Uint8Array,
  mediaType: MediaType,
  limits: Partial<DecodeLimits> = {},
): Promise<DecodedPage[]> => {
  const read = await readers(mediaType)
  const document = await read(bytes, { ...usualLimits, ...limits })
  const pages: DecodedPage[] = []
  for await (const page of document.pages()) pages.push(page)
  return pages
}

/** As `codeOf`, by the reader in this process. */
export const codeHere = (bytes: Uint8Array, mediaType: MediaType): Promise<string> =>
  readHere(bytes, mediaType).then(
    () => 'decoded',
    (thrown: unknown) => {
      if (thrown instanceof ChildRejection) return thrown.code
      throw thrown
    },
  )
