/**
 * What capture needs of the world, as shapes: its slice of the configuration, a drop folder, and the store of what was
 * done. The drivers have these shapes and know nothing of them. Note what is missing: a file's name.
 */

export type SourceConfig = {
  /** The configured name of the source: the only thing about a file's origin that is ever written down. */
  readonly id: string
  readonly path: string
  readonly polling: boolean
  readonly pollIntervalMs: number
  readonly ignore: readonly string[]
}

export type CaptureConfig = {
  readonly sources: readonly SourceConfig[]
  readonly maxFileBytes: number
  readonly incompleteAfterMs: number
  readonly rejectedIncompleteAfterMs: number
}

/** What tells one state of a file from another. */
export type Version = {
  readonly dev: bigint
  readonly ino: bigint
  readonly size: number
  readonly mtimeNs: bigint
  readonly ctimeNs: bigint
}

export const isSameVersion = (one: Version, two: Version): boolean =>
  one.dev === two.dev &&
  one.ino === two.ino &&
  one.size === two.size &&
  one.mtimeNs === two.mtimeNs &&
  one.ctimeNs === two.ctimeNs

export type OpenFile = {
  readonly version: Version
  /** Up to `length` bytes; fewer only at the end of the file. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>
  /** The version now, of the same open file. */
  readonly look: () => Promise<Version>
  readonly close: () => Promise<void>
}

export type Entry = {
  /** Tells the entry from all others of its folder, for this process; says nothing of its name. */
  readonly key: string
  readonly kind: 'file' | 'directory' | 'other'
  readonly version: Version
  /** When the entry came to be, in nanoseconds since 1970, where the file system knows. */
  readonly bornNs: bigint
  readonly sparse: boolean
  /** Null where it is another file by now, or none. */
  readonly open: () => Promise<OpenFile | null>
  readonly hasWriter: () => Promise<boolean>
  /** Removes the file if it is still this version, and fsyncs the folder. False where it is another by now. */
  readonly remove: (version: Version) => Promise<boolean>
}

export type DropFolder = {
  /** Everything that is not ignored, oldest first. */
  readonly list: () => Promise<readonly Entry[]>
  /** Resolves at a hint, after `timeoutMs`, or when the signal aborts. */
  readonly changed: (signal: AbortSignal, timeoutMs: number) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * How far an id has come. `recorded`: its audit record is written, its job perhaps. `sealed` and `rejected`: its sealed
 * copy is on disk. `left`: an entry that stays where it lies was recorded.
 */
export type SeenState = 'recorded' | 'sealed' | 'rejected' | 'left'

export type Seen = {
  readonly state: (id: string) => SeenState | null
  /** Durable when it returns. */
  readonly mark: (id: string, state: SeenState) => void
}
