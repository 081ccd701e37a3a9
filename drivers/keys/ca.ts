/**
 * A certificate authority for laboratories and tests: EC P-256, made in memory. It has no revocation, no second
 * person and no hardware; its certificates say so in their names, and it must never issue for a box in a clinic.
 */
import 'reflect-metadata'
import { createPrivateKey, KeyObject, randomBytes, webcrypto } from 'node:crypto'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const organisation = 'Cordon laboratory - not for patient data'

/** When the certificates hold; tests make expired ones by it. */
export type Validity = { readonly notBefore: Date; readonly notAfter: Date }
export type Issued = { readonly certificatePem: string; readonly keyPem: string }

/** `CN` (device or gateway id, or host name) and, for a server, the names and addresses that it answers to. */
export type Subject =
  | { readonly role: 'client'; readonly commonName: string }
  | {
      readonly role: 'server'
      readonly commonName: string
      readonly names: readonly string[]
      readonly addresses: readonly string[]
    }

export type LabCa = Issued & {
  readonly issue: (subject: Subject, validity: Validity) => Promise<Issued>
}

const commonNamePattern = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,62}[A-Za-z0-9])?$/

const nameOf = (commonName: string) => [{ O: [organisation] }, { CN: [commonName] }]

const generate = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])

const keyPemOf = (key: webcrypto.CryptoKey): string =>
  KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }).toString()

const certificatePemOf = (certificate: X509Certificate): string =>
  `${certificate.toString('pem').trimEnd()}\n`

/** 127 random bits, positive (RFC 5280 section 4.1.2.2). */
const serialNumber = (): string => {
  const bytes = randomBytes(16)
  bytes[0] = (bytes[0]! & 0x7f) | 0x40
  return bytes.toString('hex')
}

const purpose = (subject: Subject): readonly Extension[] =>
  subject.role === 'client'
    ? [new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth])]
    : [
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension([
          ...subject.names.map(value => ({ type: 'dns' as const, value })),
          ...subject.addresses.map(value => ({ type: 'ip' as const, value })),
        ]),
      ]

const labCa = (certificate: X509Certificate, signingKey: webcrypto.CryptoKey): LabCa => ({
  certificatePem: certificatePemOf(certificate),
  keyPem: keyPemOf(signingKey),
  issue: async (subject, validity) => {
    if (!commonNamePattern.test(subject.commonName)) throw new RangeError('common name out of bounds')
    const keys = await generate()
    const issued = await X509CertificateGenerator.create({
      ...validity,
      serialNumber: serialNumber(),
      subject: nameOf(subject.commonName),
      issuer: certificate.subjectName,
      publicKey: keys.publicKey,
      signingKey,
      signingAlgorithm: algorithm,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        ...purpose(subject),
        await AuthorityKeyIdentifierExtension.create(certificate),
        await SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    })
    return { certificatePem: certificatePemOf(issued), keyPem: keyPemOf(keys.privateKey) }
  },
})

/** A new authority. */
export const createLabCa = async (validity: Validity): Promise<LabCa> => {
  const keys = await generate()
  const certificate = await X509CertificateGenerator.createSelfSigned({
    ...validity,
    serialNumber: serialNumber(),
    name: nameOf('Cordon laboratory CA'),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return labCa(certificate, keys.privateKey)
}

/** The authority that made these two files. @throws Error where they are no such pair. */
export const openLabCa = async ({ certificatePem, keyPem }: Issued): Promise<LabCa> => {
  const pkcs8 = createPrivateKey(keyPem).export({ type: 'pkcs8', format: 'der' })
  const key = await webcrypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), algorithm, true, ['sign'])
  return labCa(new X509Certificate(certificatePem), key)
}
