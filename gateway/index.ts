/** What a gateway imports. */
export type { ListedPart, Manifest, ManifestField, PartMediaType } from './bundle.ts'
export { type FaultCode, faultCodes, GatewayFault } from './fault.ts'
export { createGateway, type Gateway, type GatewayEvent, type GatewayOptions } from './gateway.ts'
export { createKeyring, type Key, type Keyring, readKey } from './keys.ts'
export { defaultMaxMessageBytes, openPart, type Part } from './open.ts'
export { createReceiptSigner, type Receipt, receiptType, type SignReceipt, verifyReceipt } from './receipt.ts'
export { BrokerFault, type BrokerOptions } from './session.ts'
export { documentsFilter, type PartAddress, parsePartTopic, receiptTopic } from './topics.ts'
