/** Why a message is refused, as closed codes. Messages of parsers and of TLS are never passed on: they could quote. */

export const faultCodes = [
  'bad-topic', // not a topic of a document's part
  'too-many-bytes',
  'bad-jwe', // not the encryption that the contract names, or altered
  'unknown-recipient', // encrypted to none of our keys
  'unknown-box', // signed by a key that is not pinned
  'bad-signature',
  'wrong-device', // signed by the key of another box than the topic names
  'bad-bundle', // not the FHIR that the contract names
  'wrong-part', // of another document or part than the topic names
  'part-mismatch', // not the bytes that the manifest lists
  'conflict', // a second manifest, with other pages, of a document that is stored
  'stale', // an older manifest than the one at hand
  'bad-key',
  'bad-receipt',
] as const
export type FaultCode = (typeof faultCodes)[number]

export class GatewayFault extends Error {
  readonly code: FaultCode
  constructor(code: FaultCode) {
    super(code)
    this.name = 'GatewayFault'
    this.code = code
  }
}
