/** The other side: an embedded broker that demands client certificates, and a gateway that opens, verifies and signs. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type EmbeddedBroker, startEmbeddedBroker } from '../drivers/mqtt/embedded.ts'
import {
  createGateway,
  createKeyring,
  createReceiptSigner,
  type Gateway,
  type GatewayEvent,
} from '../gateway/index.ts'
import { type Clinic, device, gatewayId } from './clinic.ts'

export const openBroker = async (labDir: string): Promise<EmbeddedBroker> => {
  const pem = (name: string) => readFile(join(labDir, name), 'utf8')
  return startEmbeddedBroker({
    key: await pem('server.key.pem'),
    cert: await pem('server.cert.pem'),
    ca: await pem('ca.cert.pem'),
    gateways: [gatewayId],
  })
}

export const openGateway = async (
  { labDir, keysDir, receivedDir }: Clinic,
  port: number,
  onEvent: (event: GatewayEvent) => void,
): Promise<Gateway> => {
  const own = (name: string) => readFile(join(labDir, 'gateways', gatewayId, name), 'utf8')
  const json = async (text: Promise<string>): Promise<unknown> => JSON.parse(await text)
  const boxKey = await json(readFile(join(keysDir, 'box-signing.pub.jwk'), 'utf8'))
  return createGateway({
    broker: {
      host: 'localhost',
      port,
      ca: await own('mqtt-ca.cert.pem'),
      cert: await own('mqtt-client.cert.pem'),
      key: await own('mqtt-client.key.pem'),
      clientId: 'demo-gateway',
    },
    keyring: await createKeyring(
      [await json(own(`gateway-${gatewayId}.enc.jwk`))],
      [{ jwk: boxKey, device }],
    ),
    signReceipt: await createReceiptSigner(await json(own(`gateway-${gatewayId}.sig.jwk`))),
    directory: receivedDir,
    onEvent,
  })
}
