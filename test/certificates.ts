/** Certificates for tests, by the laboratory's own CA: a broker's, a device's, a gateway's, expired ones. */
import { createLabCa, type Issued, type LabCa, type Validity } from '../drivers/keys/ca.ts'

const dayMs = 24 * 60 * 60_000

export const valid = (): Validity => ({
  notBefore: new Date(Date.now() - dayMs),
  notAfter: new Date(Date.now() + dayMs),
})
export const expired = (): Validity => ({
  notBefore: new Date(Date.now() - 3 * dayMs),
  notAfter: new Date(Date.now() - dayMs),
})

export type Pem = { readonly ca: string; readonly cert: string; readonly key: string }

export type Authority = {
  readonly ca: string
  readonly client: (commonName: string, validity?: Validity) => Promise<Pem>
  /** For `localhost` and 127.0.0.1 unless named otherwise. */
  readonly server: (name?: string) => Promise<Pem>
}

export const createAuthority = async (): Promise<Authority> => {
  const ca = await createLabCa({
    notBefore: new Date(Date.now() - 4 * dayMs),
    notAfter: new Date(Date.now() + dayMs),
  })
  const pem = ({ certificatePem, keyPem }: Issued) => ({
    ca: ca.certificatePem,
    cert: certificatePem,
    key: keyPem,
  })
  const issue = async (...args: Parameters<LabCa['issue']>) => pem(await ca.issue(...args))
  return {
    ca: ca.certificatePem,
    client: (commonName, validity = valid()) => issue({ role: 'client', commonName }, validity),
    server: (name = 'localhost') =>
      issue(
        {
          role: 'server',
          commonName: name,
          names: [name],
          addresses: name === 'localhost' ? ['127.0.0.1'] : [],
        },
        valid(),
      ),
  }
}
