/**
 * The token keys: one per epoch, the newest named. `{ "epoch": 2, "keys": { "1": "…", "2": "…" } }`, each key 32 bytes
 * in base64url. Old epochs stay, so that old tokens can be made again and compared.
 */
import { randomBytes } from 'node:crypto'
import { KeyFault, type KeyPlace, readKeyFile, replaceKeyFile } from './file.ts'

export const tokensFile = 'tokens.json'

export type TokenKeys = { readonly epoch: number; readonly keys: ReadonlyMap<number, Uint8Array> }

const keyBytes = 32

const spell = ({ epoch, keys }: TokenKeys): string => {
  const spelled = [...keys].map(([number, key]) => [number, Buffer.from(key).toString('base64url')])
  return `${JSON.stringify({ epoch, keys: Object.fromEntries(spelled) })}\n`
}

export const freshTokens = (): string => spell({ epoch: 1, keys: new Map([[1, randomBytes(keyBytes)]]) })

const parseKey = ([epoch, untrustedKey]: [string, unknown]): [number, Uint8Array] | null => {
  if (!/^[1-9]\d{0,5}$/.test(epoch) || typeof untrustedKey !== 'string') return null
  const key = Buffer.from(untrustedKey, 'base64url')
  return key.length === keyBytes && key.toString('base64url') === untrustedKey ? [Number(epoch), key] : null
}

const parse = (untrustedBytes: Uint8Array): TokenKeys | null => {
  const untrusted: unknown = JSON.parse(Buffer.from(untrustedBytes).toString('utf8'))
  if (typeof untrusted !== 'object' || untrusted === null) return null
  const { epoch, keys, ...rest } = untrusted as Record<string, unknown>
  if (Object.keys(rest).length > 0 || typeof keys !== 'object' || keys === null) return null
  const parsed = Object.entries(keys).map(parseKey)
  const map = new Map(parsed.filter(entry => entry !== null))
  if (map.size !== parsed.length || typeof epoch !== 'number') return null
  // The current epoch is the newest: a file that points back would make new tokens under a retired key.
  return map.has(epoch) && Math.max(...map.keys()) === epoch ? { epoch, keys: map } : null
}

/** @throws KeyFault. */
export const loadTokenKeys = async (place: KeyPlace): Promise<TokenKeys> => {
  const bytes = await readKeyFile(place, tokensFile, 'secret')
  try {
    const tokens = parse(bytes)
    if (tokens) return tokens
  } catch {
    // A parser's message could quote the key.
  } finally {
    bytes.fill(0)
  }
  throw new KeyFault('malformed', tokensFile)
}

/** Begins a new epoch: one more key, the old ones kept. Gives its number. @throws KeyFault. */
export const rotateTokenKeys = async (directory: string): Promise<number> => {
  const { epoch, keys } = await loadTokenKeys({ directory })
  const next = epoch + 1
  const all = new Map<number, Uint8Array>([...keys, [next, randomBytes(keyBytes)]])
  await replaceKeyFile(directory, tokensFile, spell({ epoch: next, keys: all }))
  for (const key of all.values()) key.fill(0)
  return next
}
