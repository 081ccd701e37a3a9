/** Proves that the demonstration's broker keeps the same rules as Mosquitto with its ACL file. */
import { after, before } from 'node:test'
import { type EmbeddedBroker, startEmbeddedBroker } from '../../../drivers/mqtt/embedded.ts'
import { type Authority, createAuthority } from '../../certificates.ts'
import { sessionContract } from './contract.ts'

let broker: EmbeddedBroker
let authority: Authority
before(async () => {
  authority = await createAuthority()
  broker = await startEmbeddedBroker({ ...(await authority.server()), gateways: ['main'] })
})
after(async () => {
  await broker.close()
})

sessionContract('embedded', () => ({ port: broker.port, authority }), {
  skip: false,
  protocol: '3.1.1',
  refusal: 'broker-refused',
})
