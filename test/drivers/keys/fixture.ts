/** A folder for keys, removed after the test. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'

export const keyFolder = async (t: TestContext): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'cordon-keys-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'keys')
}
