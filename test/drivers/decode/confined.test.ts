/** The decoder's own confinement holds against a child that tries to get out of it, however much the host permits. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { confinements, createSandbox, sandboxOf } from '../../../drivers/sandbox/sandbox.ts'
import { decodeAll } from './fixtures.ts'

const attempts = [
  'connect',
  'read /etc/passwd',
  'read a secret',
  'list the root',
  'write',
  'make a folder',
  'remove',
  'start a program',
  'start a thread',
  'signal us',
  'make code from text',
  'see our environment',
]

const strongest = (await createSandbox()).confinement
const permitted = confinements.slice(confinements.indexOf(strongest))

for (const confinement of permitted) {
  test(`${confinement}: what a child that was taken over by script can do`, async t => {
    const folder = mkdtempSync(join(tmpdir(), 'cordon-confined-'))
    const server = createServer(socket => socket.destroy())
    t.after(() => {
      server.close()
      rmSync(folder, { recursive: true })
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const secret = join(folder, 'secret')
    writeFileSync(secret, 'x', { mode: 0o666 })
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const told = [port, secret, folder, process.pid].join('\n')
    const [frame] = await decodeAll(Buffer.from(told), 'image/tiff', {
      program: fileURLToPath(new URL('programs/probe.ts', import.meta.url)),
      within: sandboxOf(confinement),
    })
    const possible = attempts.filter((_, index) => frame!.raster.pixels[index] === 255)
    // Without namespaces the network and signals are open: the service's unit has to close them.
    assert.deepEqual(possible, confinement === 'limits' ? ['connect', 'signal us'] : [])
    assert.ok(existsSync(secret))
  })
}
