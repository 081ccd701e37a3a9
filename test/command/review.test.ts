/** Proves that pages which were written for a person to look at are gone however the look ends. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { startReview } from '../../daemon/review/service.ts'
import { createEdge } from '../../daemon/spool/edge.ts'
import { facts, idOf, makeKeys, readEdge, temporaryFolder, writeEdge } from '../daemon/spool/fixture.ts'

const command = fileURLToPath(new URL('../../command/main.ts', import.meta.url))
const picture = Buffer.from('a page in clear').toString('base64')
const heldPage = {
  ...{ page: 1, widthPx: 10, heightPx: 10, dpi: 200, reasons: ['photo'], hits: [], masked: [] },
  ...{ inkUnderstood: 0.2, original: picture, proposed: picture, seen: '1'.repeat(64) },
}

const setUp = async (t: TestContext): Promise<string> => {
  const folder = await temporaryFolder(t)
  const [keys, stopping] = [makeKeys(), new AbortController()]
  for (const edge of ['review', 'decided']) await createEdge(join(folder, edge))
  const socketPath = join(folder, 's')
  const service = await startReview({
    review: await readEdge('review', join(folder, 'review'), keys),
    decided: await writeEdge('decided', join(folder, 'decided'), keys),
    ...{ socketPath, reviewers: ['reviewer-1'], signal: stopping.signal },
    ...{ audit: async () => {}, log: () => {}, fail: thrown => assert.fail(String(thrown)) },
  })
  t.after(async () => {
    stopping.abort()
    await service.stop()
  })
  const writer = await writeEdge('review', join(folder, 'review'), keys)
  await writer.put(idOf(1), facts.review, Buffer.from(`${JSON.stringify(heldPage)}\n`))
  const configFile = join(folder, 'cordon.yaml')
  await writeFile(configFile, `review:\n  socketPath: ${socketPath}\n  reviewers: [reviewer-1]\n`)
  return configFile
}

/** The folder that the command names, once it waits for the person to have looked. */
const looking = async (t: TestContext, configFile: string) => {
  for (;;) {
    const args = ['review', 'show', idOf(1), '--pictures', '--config', configFile]
    const child = spawn(process.execPath, [command, ...args], { stdio: ['pipe', 'pipe', 'ignore'] })
    t.after(() => child.kill('SIGKILL'))
    const ended = new Promise<number | null>(resolve => child.once('close', code => resolve(code)))
    let said = ''
    for await (const chunk of child.stdout) {
      said += chunk
      const folder = /Pictures: (\S+) /.exec(said)?.[1]
      if (folder !== undefined && said.includes('Press Enter')) return { child, ended, folder }
    }
    // The service had not taken the job yet.
  }
}

const isThere = async (folder: string): Promise<boolean> =>
  (await readdir('/dev/shm')).includes(folder.replace('/dev/shm/', ''))

for (const end of ['Enter', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  test(`${end} removes the pictures`, async t => {
    const { child, ended, folder } = await looking(t, await setUp(t))
    assert.equal((await readdir(folder)).length, 2)
    if (end === 'Enter') child.stdin.end('\n')
    else child.kill(end)
    await ended
    assert.ok(!(await isThere(folder)))
  })
