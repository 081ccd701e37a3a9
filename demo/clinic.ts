/** A throw-away clinic in one folder: a laboratory CA, keys, a configuration, a fax folder, state. Nothing of it outlives the folder. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { prepareState } from '../command/run.ts'
import { initKeys } from '../drivers/keys/box.ts'
import { installLab, writeLab } from '../drivers/keys/lab.ts'

export type Clinic = {
  readonly configFile: string
  readonly faxDir: string
  readonly keysDir: string
  readonly labDir: string
  readonly stateDir: string
  readonly receivedDir: string
  readonly socketPath: string
  readonly remove: () => Promise<void>
}

export const device = 'demo-box'
export const site = 'demo-clinic'
export const gatewayId = 'main'
export const reviewer = 'demo-reviewer'

const dayMs = 86_400_000

/** @param folder empty, or not there yet. */
export const openClinic = async (folder: string, brokerPort: () => Promise<number>): Promise<Clinic> => {
  const in_ = (name: string) => join(folder, name)
  for (const name of ['fax', 'received']) await mkdir(in_(name), { recursive: true })
  const validity = { notBefore: new Date(Date.now() - dayMs), notAfter: new Date(Date.now() + dayMs) }
  await writeLab({ directory: in_('lab'), devices: [device], gateways: [gatewayId], validity })
  await initKeys(in_('keys'))
  await installLab(in_('lab'), device, [gatewayId], in_('keys'))
  await prepareState({ stateDir: in_('state') })
  const socketDir = await mkdtemp(join(tmpdir(), 'cordon-demo-'))
  const socketPath = join(socketDir, 'review.sock')
  const config = {
    site,
    device,
    stateDir: in_('state'),
    keysDir: in_('keys'),
    capture: {
      sources: [{ id: 'fax', path: in_('fax') }],
      incompleteAfterMs: 1_000,
      rejectedIncompleteAfterMs: 5_000,
    },
    deidentify: { recipients: [gatewayId] },
    forward: { broker: { host: 'localhost', port: await brokerPort() } },
    review: { reviewers: [reviewer], socketPath },
  }
  await writeFile(in_('cordon.yaml'), stringify(config))
  return {
    configFile: in_('cordon.yaml'),
    faxDir: in_('fax'),
    keysDir: in_('keys'),
    labDir: in_('lab'),
    stateDir: in_('state'),
    receivedDir: in_('received'),
    socketPath,
    remove: () => rm(socketDir, { recursive: true, force: true }),
  }
}
