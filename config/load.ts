/**
 * From an untrusted text or file to a checked configuration, and from there to the slice of one service.
 * Reads one bounded regular file; never writes. A fault is a value (one line each), never an exception.
 */
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { z } from 'zod'
import type { ServiceName } from '../daemon/model/document.ts'
import { faultLines, type KnownKeys } from './faults.ts'
import { type Config, schema } from './schema.ts'
import { maxConfigBytes, parseYaml, tooLarge } from './yaml.ts'

export type { Config } from './schema.ts'

/** Where the units look for the configuration. */
export const defaultConfigFile = '/etc/cordon/cordon.yaml'

export type Faults = { readonly faults: readonly string[] }
export type Loaded = { readonly config: Config } | Faults

type Node = { properties?: Record<string, Node>; items?: Node }

/** The keys that a schema knows at a path, from its own JSON Schema. */
export const knownKeysOf = (type: z.ZodType): KnownKeys => {
  const root = z.toJSONSchema(type, { io: 'input' }) as Node
  return path => {
    const found = path.reduce<Node | undefined>(
      (node, step) => (typeof step === 'number' ? node?.items : node?.properties?.[String(step)]),
      root,
    )
    return Object.keys(found?.properties ?? {})
  }
}

/** Any text to the value of a schema, or to its faults. */
export const parseWith = <S extends z.ZodType>(
  type: S,
  untrustedYaml: string,
): { readonly value: z.output<S> } | Faults => {
  const yaml = parseYaml(untrustedYaml)
  if ('faults' in yaml) return yaml
  const parsed = type.safeParse(yaml.value)
  if (parsed.success) return { value: parsed.data }
  return { faults: faultLines(parsed.error.issues, yaml.value, knownKeysOf(type)) }
}

/** `faults` has one line per fault, each with the path of its field, or with its line where it is no YAML. */
export const parseConfig = (untrustedYaml: string): Loaded => {
  const parsed = parseWith(schema, untrustedYaml)
  return 'faults' in parsed ? parsed : { config: parsed.value }
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ELOOP: 'too many symbolic links',
}

const readBounded = async (file: string): Promise<{ readonly text: string } | Faults> => {
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const facts = await handle.stat()
    if (!facts.isFile()) return { faults: ['it is no regular file'] }
    const buffer = Buffer.alloc(maxConfigBytes + 1)
    let length = 0
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length)
      length += bytesRead
      if (length > maxConfigBytes) return { faults: [tooLarge] }
      if (bytesRead === 0) break
    }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, length)) }
  } catch (thrown) {
    if (thrown instanceof TypeError) return { faults: ['it is not UTF-8 text'] }
    throw thrown
  } finally {
    await handle.close()
  }
}

/** The text of a bounded regular file, or why there is none. */
export const readText = async (file: string): Promise<{ readonly text: string } | Faults> => {
  try {
    return await readBounded(file)
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code
    if (code === undefined) throw thrown
    return { faults: [reasons[code] ?? code] }
  }
}

/** As `parseConfig`, from a file; a file that cannot be read is a fault as well, with the name of the file. */
export const loadConfig = async (file: string): Promise<Loaded> => {
  const read = await readText(file)
  return 'faults' in read ? { faults: read.faults.map(fault => `${file}: ${fault}`) } : parseConfig(read.text)
}

type Box = Pick<Config, 'site' | 'device' | 'stateDir' | 'keysDir'>

/** What one service gets to know: the box, and its own fields. */
export type Slice<S extends ServiceName> = Box & Config[S]

export const sliceFor = <S extends ServiceName>(config: Config, service: S): Slice<S> => {
  const { site, device, stateDir, keysDir } = config
  return { ...config[service], site, device, stateDir, keysDir }
}
