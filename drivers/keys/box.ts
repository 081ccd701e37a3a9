/**
 * The keys of a box, one file each. `initKeys` makes those that are not there and leaves those that are; the loaders
 * read one each, so that a service can be given no more than its own.
 */
import { randomBytes } from 'node:crypto'
import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { KeyFault, type KeyPlace, makeKeyDirectory, readKeyFile, type Secrecy, writeKeyFile } from './file.ts'
import { type KeyKind, type NamedKey, parseJwk } from './jwk.ts'
import { writePair } from './pair.ts'
import { freshTokens, tokensFile } from './tokens.ts'

/** Every key pair of a box: `<name>.jwk` and `<name>.pub.jwk`. */
export const boxKeys = {
  'deidentify-spool': 'seal',
  'forward-spool': 'seal',
  'review-spool': 'seal',
  'box-signing': 'sign',
  'audit-capture': 'audit',
  'audit-deidentify': 'audit',
  'audit-forward': 'audit',
  'audit-review': 'audit',
} as const satisfies Record<string, KeyKind>
export type BoxKeyName = keyof typeof boxKeys

export const documentIdFile = 'document-id.key'
export const scheduleKeyFile = 'schedule.key'
const plainKeyBytes = 32

/** @throws KeyFault. */
export const loadPrivateKey = async (place: KeyPlace, name: BoxKeyName): Promise<NamedKey> => {
  const bytes = await readKeyFile(place, `${name}.jwk`, 'secret')
  try {
    return await parseJwk(bytes, boxKeys[name], 'private', `${name}.jwk`)
  } finally {
    bytes.fill(0)
  }
}

/** @throws KeyFault. */
export const loadPublicKey = async (place: KeyPlace, name: BoxKeyName): Promise<NamedKey> =>
  parseJwk(await readKeyFile(place, `${name}.pub.jwk`, 'public'), boxKeys[name], 'public', `${name}.pub.jwk`)

const loadPlainKey = async (place: KeyPlace, file: string): Promise<Uint8Array> => {
  const bytes = await readKeyFile(place, file, 'secret')
  if (bytes.length !== plainKeyBytes) throw new KeyFault('malformed', file)
  return bytes
}

/** The 32 bytes that document ids are derived with. @throws KeyFault. */
export const loadDocumentIdKey = (place: KeyPlace): Promise<Uint8Array> => loadPlainKey(place, documentIdFile)

/** The 32 bytes that the schedule is hashed with. @throws KeyFault. */
export const loadScheduleKey = (place: KeyPlace): Promise<Uint8Array> => loadPlainKey(place, scheduleKeyFile)

/** A PEM file of the MQTT client: its key (secret), its certificate, its CA. @throws KeyFault. */
export const loadPem = async (
  place: KeyPlace,
  file: 'mqtt-client.key.pem' | 'mqtt-client.cert.pem' | 'mqtt-ca.cert.pem',
): Promise<string> => {
  const bytes = await readKeyFile(place, file, file === 'mqtt-client.key.pem' ? 'secret' : 'public')
  const text = bytes.toString('utf8')
  if (!/^-----BEGIN [A-Z ]+-----\r?$/m.test(text)) throw new KeyFault('malformed', file)
  return text
}

/** What a crash may have left of `writeKeyFile`. */
const sweepDrafts = async (directory: string): Promise<void> => {
  for (const name of await readdir(directory)) {
    if (/^\.draft-[0-9a-f]{16}$/.test(name)) await unlink(join(directory, name))
  }
}

/**
 * Makes every key of the box that is not there, in a directory of mode 0700; never writes over one. Safe to repeat
 * and to interrupt. Gives the names of the files made. @throws KeyFault where one that is there is not as it must be.
 */
export const initKeys = async (directory: string): Promise<readonly string[]> => {
  await makeKeyDirectory(directory)
  await sweepDrafts(directory)
  const made: string[] = []
  for (const name of Object.keys(boxKeys) as BoxKeyName[]) {
    if (await writePair(directory, name, boxKeys[name])) made.push(`${name}.jwk`)
  }
  if (await writeKeyFile(directory, tokensFile, freshTokens(), 'secret')) made.push(tokensFile)
  for (const file of [documentIdFile, scheduleKeyFile]) {
    const key = randomBytes(plainKeyBytes)
    if (await writeKeyFile(directory, file, key, 'secret')) made.push(file)
    key.fill(0)
  }
  return made
}

/** The content of a JWK file as parsed JSON, for who reads keys in its own way. @throws KeyFault. */
export const readJwk = async (place: KeyPlace, file: string, secrecy: Secrecy): Promise<unknown> => {
  const bytes = await readKeyFile(place, file, secrecy)
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new KeyFault('malformed', file)
  } finally {
    bytes.fill(0)
  }
}

const receiptKeyFile = /^gateway-[a-z0-9-]{1,40}\.sig\.pub\.jwk$/

/**
 * The receipt keys of every gateway whose public half was put among the box's keys, as parsed JSON. Who lets go of a
 * document goes by all of them: a receipt may come after its gateway is no recipient any more.
 * @throws KeyFault `missing` where there is none.
 */
export const readReceiptKeys = async (place: KeyPlace): Promise<readonly unknown[]> => {
  const names: string[] = []
  for (const directory of [place.directory, place.credentialsDirectory])
    if (directory !== undefined) names.push(...(await readdir(directory).catch(() => [])))
  const files = [...new Set(names)].filter(name => receiptKeyFile.test(name)).sort()
  if (files.length === 0) throw new KeyFault('missing', 'gateway-<kid>.sig.pub.jwk')
  return Promise.all(files.map(file => readJwk(place, file, 'public')))
}
