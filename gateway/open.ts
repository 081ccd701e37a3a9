/**
 * Opens one message of a document's part, all the way: size, topic, decryption, signature, FHIR, and that the signed
 * content is the part which the topic names. A part is either returned whole or refused with a code.
 */
import { createHash } from 'node:crypto'
import { type Manifest, type MediaType, readBundle } from './bundle.ts'
import { decrypt, verifySignature } from './envelope.ts'
import { GatewayFault } from './fault.ts'
import { type Keyring, parseObject } from './keys.ts'
import { type PartAddress, parsePartTopic } from './topics.ts'

export type Part = PartAddress & {
  /** The key that signed it. */
  readonly boxKid: string
  /** SHA-256, hex, of the message as it came; for part 0 this is what the receipt names. */
  readonly messageSha256: string
} & (
    | { readonly kind: 'manifest'; readonly manifest: Manifest; readonly bundleJson: string }
    | {
        readonly kind: 'binary'
        readonly mediaType: MediaType
        readonly bytes: Uint8Array
        /** SHA-256, hex, of `bytes`. */
        readonly sha256: string
      }
  )

/** MQTT's own bound on a packet (3.1.1, 2.2.3) is 256 MiB. */
export const defaultMaxMessageBytes = 128 * 1024 * 1024

/** @throws GatewayFault with the code that says why. */
export const openPart = async (
  untrustedTopic: string,
  untrustedMessage: Uint8Array,
  keyring: Keyring,
  maxMessageBytes: number = defaultMaxMessageBytes,
): Promise<Part> => {
  if (untrustedMessage.length > maxMessageBytes) throw new GatewayFault('too-many-bytes')
  const address = parsePartTopic(untrustedTopic)
  const jws = await decrypt(Buffer.from(untrustedMessage).toString('latin1'), keyring)
  const { box, payload } = await verifySignature(jws, keyring)
  if (box.device !== null && box.device !== address.device) throw new GatewayFault('wrong-device')
  const bundleJson = Buffer.from(payload).toString('utf8')
  const { identifier, ...content } = readBundle(parseObject(bundleJson))
  if (identifier !== `${address.documentId}/${address.part}`) throw new GatewayFault('wrong-part')
  if ((content.kind === 'manifest') !== (address.part === 0)) throw new GatewayFault('wrong-part')
  const known = { ...address, boxKid: box.kid, messageSha256: sha256(untrustedMessage) }
  if (content.kind === 'binary') return { ...known, ...content, sha256: sha256(content.bytes) }
  if (content.manifest.box !== `${address.site}/${address.device}`) throw new GatewayFault('wrong-device')
  return { ...known, ...content, bundleJson }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
