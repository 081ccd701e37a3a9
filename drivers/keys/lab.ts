/**
 * A laboratory's folder: the authority, the broker's certificate, a folder per device with the three files its box
 * needs, and a folder per gateway with its keys and certificate. Adds what is missing, writes over nothing.
 *
 *     ca.cert.pem  ca.key.pem  server.cert.pem  server.key.pem
 *     devices/<device>/   mqtt-client.key.pem  mqtt-client.cert.pem  mqtt-ca.cert.pem
 *     gateways/<kid>/     the same three, gateway-<kid>.{enc,sig}.jwk and gateway-<kid>.{enc,sig}.pub.jwk
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createLabCa, type Issued, type LabCa, openLabCa, type Subject, type Validity } from './ca.ts'
import { KeyFault, makeKeyDirectory, readKeyFile, type Secrecy, writeKeyFile } from './file.ts'
import { writePair } from './pair.ts'

export type LabOptions = {
  readonly directory: string
  /** Each becomes the common name of a client certificate. */
  readonly devices: readonly string[]
  /** Key ids of gateways. */
  readonly gateways: readonly string[]
  readonly validity: Validity
}

export const slugPattern = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/

const readText = async (directory: string, file: string, secrecy: Secrecy): Promise<string> =>
  (await readKeyFile({ directory }, file, secrecy)).toString('utf8')

/** The key first. One without its certificate is what a crash left: nothing has ever trusted it, so it goes. */
const writeIssued = async (directory: string, name: string, { keyPem, certificatePem }: Issued) => {
  await rm(join(directory, `${name}.key.pem`), { force: true })
  await writeKeyFile(directory, `${name}.key.pem`, keyPem, 'secret')
  await writeKeyFile(directory, `${name}.cert.pem`, certificatePem, 'public')
}

const isThere = async (directory: string, file: string): Promise<boolean> => {
  try {
    await readKeyFile({ directory }, file, 'public')
    return true
  } catch (thrown) {
    if (thrown instanceof KeyFault && thrown.code === 'missing') return false
    throw thrown
  }
}

const openOrCreateCa = async (directory: string, validity: Validity): Promise<LabCa> => {
  if (await isThere(directory, 'ca.cert.pem')) {
    return openLabCa({
      certificatePem: await readText(directory, 'ca.cert.pem', 'public'),
      keyPem: await readText(directory, 'ca.key.pem', 'secret'),
    })
  }
  const ca = await createLabCa(validity)
  await writeIssued(directory, 'ca', ca)
  return ca
}

const writeClient = async (ca: LabCa, directory: string, commonName: string, validity: Validity) => {
  await makeKeyDirectory(directory)
  if (!(await isThere(directory, 'mqtt-client.cert.pem'))) {
    await writeIssued(directory, 'mqtt-client', await ca.issue({ role: 'client', commonName }, validity))
  }
  await writeKeyFile(directory, 'mqtt-ca.cert.pem', ca.certificatePem, 'public')
}

const server: Subject = {
  role: 'server',
  commonName: 'localhost',
  names: ['localhost'],
  addresses: ['127.0.0.1', '::1'],
}

/** @throws RangeError for an id that is no slug; KeyFault where a file that is there is not as it must be. */
export const writeLab = async ({ directory, devices, gateways, validity }: LabOptions): Promise<void> => {
  if (![...devices, ...gateways].every(id => slugPattern.test(id))) throw new RangeError('id out of bounds')
  for (const folder of ['.', 'devices', 'gateways']) await makeKeyDirectory(join(directory, folder))
  const ca = await openOrCreateCa(directory, validity)
  if (!(await isThere(directory, 'server.cert.pem'))) {
    await writeIssued(directory, 'server', await ca.issue(server, validity))
  }
  for (const id of devices) await writeClient(ca, join(directory, 'devices', id), id, validity)
  for (const kid of gateways) {
    await writeClient(ca, join(directory, 'gateways', kid), kid, validity)
    await writePair(join(directory, 'gateways', kid), `gateway-${kid}.enc`, 'seal', kid)
    await writePair(join(directory, 'gateways', kid), `gateway-${kid}.sig`, 'sign', kid)
  }
}

/** Copies a device's three files and each gateway's public halves into a box's key directory. @throws KeyFault. */
export const installLab = async (
  directory: string,
  device: string,
  gateways: readonly string[],
  keysDirectory: string,
): Promise<void> => {
  if (![device, ...gateways].every(id => slugPattern.test(id))) throw new RangeError('id out of bounds')
  await makeKeyDirectory(keysDirectory)
  const copy = async (from: string, file: string, secrecy: Secrecy) => {
    await writeKeyFile(keysDirectory, file, await readText(from, file, secrecy), secrecy)
  }
  const own = join(directory, 'devices', device)
  await copy(own, 'mqtt-client.key.pem', 'secret')
  for (const file of ['mqtt-client.cert.pem', 'mqtt-ca.cert.pem']) await copy(own, file, 'public')
  for (const kid of gateways) {
    for (const label of ['enc', 'sig']) {
      await copy(join(directory, 'gateways', kid), `gateway-${kid}.${label}.pub.jwk`, 'public')
    }
  }
}
