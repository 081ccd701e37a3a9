/**
 * Bounded random access to a file that may still be growing: the one port of the four walkers, a one-block cache and a
 * budget, so that no file, however hostile, costs more than so many bytes and steps. Pure over its port: no I/O of its own.
 */
import type { MediaType } from '../../model/document.ts'

/** What a walker reads through. `read` gives fewer bytes than asked for at the end of the file, and none beyond it. */
export type RandomAccess = {
  /** Bytes. */
  readonly size: number
  readonly read: (offset: number, length: number) => Promise<Uint8Array>
}

/**
 * What a look at a file's structure says. `more` is set where the structure is whole, yet the file itself hints that its
 * writer has not finished (bytes behind the last page, a page count not reached): the caller then waits longer.
 */
export type Look =
  | { readonly outcome: 'complete'; readonly mediaType: MediaType; readonly more: boolean }
  | { readonly outcome: 'incomplete' }
  | { readonly outcome: 'rejected'; readonly code: LookCode }

export type LookCode = 'empty-file' | 'unknown-format' | 'corrupt' | 'too-many-pages'

export const incomplete: Look = { outcome: 'incomplete' }
export const rejected = (code: LookCode): Look => ({ outcome: 'rejected', code })

/** The file asked for more work than any real one does. */
export class Exhausted extends Error {}

/** The most bytes beyond the file's own size that a walk asks for or reads, and the most steps it takes. */
export const walkBounds = { extraBytes: 128 * 1024 * 1024, steps: 2_000_000 } as const

/** Directories lie apart: what is read around one is mostly not wanted. A scan's bytes are wanted one after the other. */
const blockBytes = 8 * 1024
const runBytes = 64 * 1024

export type Bytes = {
  readonly size: number
  /** Exactly `length` bytes, or null where the file ends before. @throws Exhausted */
  readonly at: (offset: number, length: number) => Promise<Uint8Array | null>
  /** From `offset` to the end of its cached block: at least one byte, or null at the end of the file. @throws Exhausted */
  readonly run: (offset: number) => Promise<Uint8Array | null>
}

export const bytesOf = (file: RandomAccess): Bytes => {
  let block: Uint8Array = new Uint8Array(0)
  let start = 0
  let bytesLeft = file.size + walkBounds.extraBytes
  let stepsLeft: number = walkBounds.steps

  const charge = (bytes: number): void => {
    stepsLeft -= 1
    bytesLeft -= bytes
    if (bytesLeft < 0 || stepsLeft < 0) throw new Exhausted()
  }
  const cached = (offset: number, length: number): boolean =>
    offset >= start && offset + length <= start + block.length
  const fill = async (offset: number, length: number, wantedBytes: number): Promise<boolean> => {
    if (cached(offset, length)) return true
    const loadBytes = Math.min(wantedBytes, file.size - offset)
    charge(loadBytes)
    block = await file.read(offset, loadBytes)
    start = offset
    return cached(offset, length)
  }
  return {
    size: file.size,
    at: async (offset, length) => {
      if (offset < 0 || offset + length > file.size) return null
      charge(length)
      const there = await fill(offset, length, Math.max(blockBytes, length))
      return there ? block.subarray(offset - start, offset - start + length) : null
    },
    run: async offset => {
      if (offset < 0 || offset >= file.size) return null
      charge(0)
      return (await fill(offset, 1, runBytes)) ? block.subarray(offset - start) : null
    },
  }
}

export const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** Few bytes, or nothing but zeros, behind the end: padding and not the beginning of more. */
export const isPadding = async (bytes: Bytes, offset: number): Promise<boolean> => {
  const length = bytes.size - offset
  if (length <= 16) return true
  if (length > runBytes) return false
  return (await bytes.at(offset, length))?.every(byte => byte === 0) ?? false
}
