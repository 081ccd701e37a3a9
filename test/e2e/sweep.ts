/**
 * The canary sweep: searches bytes, files and their names for planted strings, in clear (any case, with and without
 * their punctuation), UTF-16, base64 at each alignment, base64url and hexadecimal.
 */
import type { BigIntStats } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type Needle = {
  /** The canary and how it is written. */
  readonly what: string
  readonly bytes: Buffer
  /** Searched for without regard to the case of ASCII letters; `bytes` are then lower case. */
  readonly anyCase: boolean
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

/** The characters that stand whatever surrounds the bytes, for each of the three places a byte can begin in a group. */
const base64Of = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].map(before => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const [from, spoiled] = [[0, 2, 3][before] ?? 0, (before + bytes.length) % 3 === 0 ? 0 : 1]
    return text.slice(from, text.length - spoiled)
  })

const folded = (text: string): string => text.toLowerCase()

const needlesOfBytes = (what: string, bytes: Buffer): readonly Needle[] => [
  { what: `${what} as it is`, bytes, anyCase: false },
  { what: `${what} in hexadecimal`, bytes: Buffer.from(bytes.toString('hex')), anyCase: true },
  ...base64Of(bytes).flatMap(text => [
    { what: `${what} in base64`, bytes: Buffer.from(text), anyCase: false },
    {
      what: `${what} in base64url`,
      bytes: Buffer.from(text.replaceAll('+', '-').replaceAll('/', '_')),
      anyCase: false,
    },
  ]),
]

const needlesOfText = (text: string): readonly Needle[] => [
  { what: `${text} in clear`, bytes: Buffer.from(folded(text)), anyCase: true },
  { what: `${text} in UTF-16LE`, bytes: Buffer.from(folded(text), 'utf16le'), anyCase: true },
  { what: `${text} in UTF-16BE`, bytes: utf16be(folded(text)), anyCase: true },
  ...[...new Set([text, folded(text), text.toUpperCase()])].flatMap(spelling =>
    needlesOfBytes(spelling, Buffer.from(spelling)),
  ),
]

/** Numbers are searched for without their punctuation as well. */
const spellingsOf = (canary: string): readonly string[] => {
  const bare = canary.replace(/[\s()./-]/g, '')
  return /^\d{6,}$/.test(bare) && bare !== canary ? [canary, bare] : [canary]
}

/** @throws RangeError for one that is so short that it could stand somewhere by chance. */
export const needlesFor = (canaries: readonly string[]): readonly Needle[] => {
  if (canaries.some(canary => canary.length < 6)) throw new RangeError('a canary is too short')
  return [...new Set(canaries.flatMap(spellingsOf))].flatMap(needlesOfText)
}

const fragmentBytes = 24

/** Pieces of a file from its middle, as no other file has them: a copy of the file would hold them. */
export const needlesForFile = (what: string, bytes: Buffer): readonly Needle[] => {
  const pieces: Buffer[] = []
  for (let at = Math.floor(bytes.length / 4); at + fragmentBytes <= bytes.length && pieces.length < 3; ) {
    const piece = bytes.subarray(at, at + fragmentBytes)
    const distinct = new Set(piece).size
    if (distinct >= 18) pieces.push(piece)
    at += distinct >= 18 ? Math.floor(bytes.length / 5) : fragmentBytes
  }
  return pieces.flatMap((piece, i) => needlesOfBytes(`piece ${i + 1} of ${what}`, piece))
}

/** A to Z to lower case; every other byte stays. */
const lowerCase = (bytes: Buffer): Buffer => {
  const lower = Buffer.from(bytes)
  for (let at = 0; at < lower.length; at++) {
    const byte = lower[at] as number
    if (byte >= 0x41 && byte <= 0x5a) lower[at] = byte + 0x20
  }
  return lower
}

/** The first three bytes as a number: by them a position is asked whether a needle can begin there. */
const keyAt = (bytes: Buffer, at: number): number =>
  ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number)

/** Finds all of many needles in one pass, so that a sweep may be made again and again beside a working box. */
const finder = (needles: readonly Needle[]) => {
  const mayBegin = new Uint8Array(2 ** 24)
  const byKey = new Map<number, Needle[]>()
  for (const needle of needles) {
    const key = keyAt(needle.bytes, 0)
    mayBegin[key] = 1
    byKey.set(key, [...(byKey.get(key) ?? []), needle])
  }
  return (bytes: Buffer): readonly string[] => {
    const found = new Set<string>()
    for (let at = 0; at + 3 <= bytes.length; at++) {
      const key = keyAt(bytes, at)
      if (mayBegin[key] === 0) continue
      for (const { what, bytes: needle } of byKey.get(key) ?? [])
        if (bytes.compare(needle, 0, needle.length, at, Math.min(bytes.length, at + needle.length)) === 0)
          found.add(what)
    }
    return [...found]
  }
}

export type Search = (where: string, bytes: Buffer) => readonly string[]

/** Gives what was found as `where: what`. */
export const searcher = (needles: readonly Needle[]): Search => {
  const inAnyCase = finder(needles.filter(({ anyCase }) => anyCase))
  const asIs = finder(needles.filter(({ anyCase }) => !anyCase))
  return (where, bytes) => [...inAnyCase(lowerCase(bytes)), ...asIs(bytes)].map(what => `${where}: ${what}`)
}

/** A file that goes away while it is looked at is as gone as any. */
const unlessGone = async <T>(read: Promise<T>): Promise<T | null> =>
  read.catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT' || thrown.code === 'ESRCH') return null
    throw thrown
  })

export type Sweep = (folder: string, skip?: readonly string[]) => Promise<readonly string[]>

/** Of a file that has not changed since it was searched without a hit, nothing new is to be learned. */
const stateOf = ({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string =>
  `${ino} ${size} ${mtimeNs} ${ctimeNs}`

/** Searches every regular file below a folder, and every name; `skip` are folders that are not entered. */
export const sweeper = (search: Search): Sweep => {
  const clean = new Map<string, string>()
  const searchFile = async (path: string): Promise<readonly string[]> => {
    const stats = await unlessGone(stat(path, { bigint: true }))
    if (stats === null || clean.get(path) === stateOf(stats)) return []
    const bytes = await unlessGone(readFile(path))
    const hits = bytes === null ? [] : search(path, bytes)
    if (hits.length === 0) clean.set(path, stateOf(stats))
    return hits
  }
  const sweep: Sweep = async (folder, skip = []) => {
    const hits: string[] = []
    for (const entry of (await unlessGone(readdir(folder, { withFileTypes: true }))) ?? []) {
      const path = join(folder, entry.name)
      if (skip.includes(path)) continue
      hits.push(...search(`the name of ${path}`, Buffer.from(entry.name)))
      if (entry.isDirectory()) hits.push(...(await sweep(path, skip)))
      if (entry.isFile()) hits.push(...(await searchFile(path)))
    }
    return hits
  }
  return sweep
}
