/** Proves that a capture killed at any step loses nothing, and that after a restart each file is one document. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Settings, Step } from './crashing.ts'
import { createRig, type Rig } from './rig.ts'
import { png, tiff } from './samples.ts'

const run = (rig: Rig, step: Step): ChildProcess => {
  const publicKeyPem = rig.publicKey.export({ type: 'spki', format: 'pem' }) as string
  const { root, edgeFolder, config } = rig
  const settings: Settings = { root, edgeFolder, config, publicKeyPem, step }
  writeFileSync(join(root, 'settings.json'), JSON.stringify(settings))
  const program = join(import.meta.dirname, 'crashing.ts')
  return spawn(process.execPath, [program, join(root, 'settings.json')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

const steps: readonly Step[] = [
  'before-audit',
  'after-audit',
  'after-recorded',
  'in-body',
  'after-put',
  'after-sealed',
  'before-remove',
  'after-remove',
]
/** From here on the seen store knows, and a job that was taken meanwhile does not come again. */
const known: readonly Step[] = ['after-sealed', 'before-remove', 'after-remove']

suite('kill -9', { concurrency: 2 }, () => {
  for (const step of steps)
    test(step, async () => {
      const rig = await createRig({ speed: 10 })
      try {
        const bytes = await tiff()
        writeFileSync(join(rig.drop(), 'fax.tif'), bytes)
        const [, signal] = await once(run(rig, step), 'exit')
        assert.equal(signal, 'SIGKILL')
        assert.equal(rig.left().length, step === 'after-remove' ? 0 : 1)
        const before = known.includes(step) ? await rig.sealed() : []
        await (await rig.start()).idle()
        assert.deepEqual(rig.left(), [])
        assert.deepEqual(readdirSync(join(rig.edgeFolder, 'tmp')), [], 'no half job is left')
        const sealed = [...before, ...(await rig.sealed())]
        assert.equal(sealed.length, 1)
        assert.ok(sealed[0]!.bytes.equals(bytes))
        const audit = join(rig.root, 'audit')
        const first = existsSync(audit) ? readFileSync(audit, 'utf8') : ''
        assert.ok(first.includes('captured') || rig.actions().includes('captured'), 'its record is written')
      } finally {
        await rig.remove()
      }
    })

  test('a job that ran before the record of its sealing comes again under the same id', async () => {
    const rig = await createRig({ speed: 10 })
    try {
      writeFileSync(join(rig.drop(), 'fax.tif'), await tiff())
      await once(run(rig, 'after-put'), 'exit')
      const first = await rig.sealed()
      await (await rig.start()).idle()
      const second = await rig.sealed()
      assert.deepEqual(
        second.map(job => job.documentId),
        first.map(job => job.documentId),
      )
    } finally {
      await rig.remove()
    }
  })

  test('at moments of its own, many times, over forty files', async () => {
    const rig = await createRig({ speed: 10 })
    try {
      const files = await Promise.all(
        Array.from({ length: 40 }, (_, gray) => (gray % 2 ? png(gray) : tiff(gray))),
      )
      for (const [index, bytes] of files.entries()) writeFileSync(join(rig.drop(), `fax-${index}`), bytes)
      for (let round = 0; round < 5; round++) {
        const child = run(rig, 'never')
        const exited = once(child, 'exit')
        await sleep(500 + 173 * round)
        child.kill('SIGKILL')
        await exited
      }
      await (await rig.start()).idle()
      assert.deepEqual(rig.left(), [])
      const sealed = await rig.sealed()
      assert.equal(sealed.length, files.length)
      for (const bytes of files) assert.equal(sealed.filter(job => job.bytes.equals(bytes)).length, 1)
    } finally {
      await rig.remove()
    }
  })
})
