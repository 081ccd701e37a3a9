/**
 * A key pair as two files, `<stem>.jwk` and `<stem>.pub.jwk`. The private file is the truth: a public one that a crash
 * left out is made from it, and one that does not fit it is a fault.
 */
import { createPublicKey } from 'node:crypto'
import { KeyFault, readKeyFile, writeKeyFile } from './file.ts'
import { generateJwkPair, jwkText, type KeyKind, parseJwk, publicHalfOf } from './jwk.ts'

/** True where the pair is new; one that is there is not touched. @throws KeyFault where it is not as it must be. */
export const writePair = async (
  directory: string,
  stem: string,
  kind: KeyKind,
  kid?: string,
): Promise<boolean> => {
  const [privateFile, publicFile] = [`${stem}.jwk`, `${stem}.pub.jwk`]
  const { privateJwk } = await generateJwkPair(kind, kid)
  const isNew = await writeKeyFile(directory, privateFile, jwkText(privateJwk), 'secret')
  const bytes = await readKeyFile({ directory }, privateFile, 'secret')
  const own = await parseJwk(bytes, kind, 'private', privateFile)
  bytes.fill(0)
  await writeKeyFile(directory, publicFile, jwkText(await publicHalfOf(own, kind)), 'public')
  const there = await parseJwk(
    await readKeyFile({ directory }, publicFile, 'public'),
    kind,
    'public',
    publicFile,
  )
  if (there.kid !== own.kid || !there.key.equals(createPublicKey(own.key))) {
    throw new KeyFault('malformed', publicFile)
  }
  return isNew
}
