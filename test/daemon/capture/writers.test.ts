/** Proves that no way of writing a file is read too early: what is sealed is the last state, once, at the wall's own pace. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { copyFileSync, truncateSync, writeFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { skip, tiffs } from './encoders.ts'
import { createRig, until } from './rig.ts'
import { pdf, png, tiff } from './samples.ts'

type Writer = (path: string, bytes: Buffer) => Promise<void>

const inPieces = async (path: string, bytes: Buffer, pieces: number, gapMs: number): Promise<void> => {
  const file = await open(path, 'a')
  const size = Math.ceil(bytes.length / pieces)
  for (let at = 0; at < bytes.length; at += size) {
    await file.write(bytes.subarray(at, at + size))
    await sleep(gapMs)
  }
  await file.close()
}

const writers: Record<string, Writer> = {
  'one write': async (path, bytes) => writeFileSync(path, bytes),
  'a slow drip': (path, bytes) => inPieces(path, bytes, 40, 60),
  'long gaps': (path, bytes) => inPieces(path, bytes, 3, 1_500),
  'closed and opened again between the parts': async (path, bytes) => {
    for (let part = 0; part < 4; part++) {
      const size = Math.ceil(bytes.length / 4)
      writeFileSync(path, bytes.subarray(part * size, (part + 1) * size), { flag: 'a' })
      await sleep(400)
    }
  },
  'truncated and written again': async (path, bytes) => {
    writeFileSync(path, bytes.subarray(0, bytes.length - 20))
    await sleep(300)
    truncateSync(path, 0)
    await sleep(1_200)
    writeFileSync(path, bytes)
  },
  'a temporary name, then renamed': async (path, bytes) => {
    await inPieces(`${path}.part`, bytes, 4, 200)
    await rename(`${path}.part`, path)
  },
  'no byte for a while': async (path, bytes) => {
    writeFileSync(path, '')
    await sleep(2_000)
    writeFileSync(path, bytes)
  },
  'laid out in full, then filled': async (path, bytes) => {
    const file = await open(path, 'w')
    await file.truncate(bytes.length)
    await sleep(1_200)
    await file.write(bytes, 0, bytes.length, 0)
    await file.close()
  },
  'the end first': async (path, bytes) => {
    const file = await open(path, 'w')
    const half = bytes.length >> 1
    await file.write(bytes, half, bytes.length - half, half)
    await sleep(1_200)
    await file.write(bytes, 0, half, 0)
    await file.close()
  },
  'whole, but still held open': async (path, bytes) => {
    const file = await open(path, 'w')
    await file.write(bytes)
    await sleep(2_000)
    await file.close()
  },
}

suite('ways to write a file', { concurrency: true }, () => {
  for (const [name, write] of Object.entries(writers))
    test(name, async () => {
      const rig = await createRig()
      try {
        const capture = await rig.start()
        const files = [await tiff(), await png(), await pdf()]
        await Promise.all(files.map((bytes, index) => write(join(rig.drop(), `file-${index}`), bytes)))
        await until(() => rig.left().length === 0)
        await capture.idle()
        const sealed = await rig.sealed()
        assert.equal(sealed.length, files.length)
        for (const bytes of files) assert.ok(sealed.some(job => job.bytes.equals(bytes)))
        assert.deepEqual(rig.rejectedNames(), [])
      } finally {
        await rig.remove()
      }
    })

  test('a fax that grows page by page, held open for 10 s', async () => {
    const rig = await createRig()
    try {
      await rig.start()
      const bytes = await tiff()
      const file = await open(join(rig.drop(), 'fax.tif'), 'w')
      await file.write(bytes)
      for (let second = 0; second < 10; second++) {
        await sleep(1_000)
        await file.write(Buffer.alloc(100, second + 1))
        assert.deepEqual(await rig.sealed(), [])
      }
      await file.truncate(bytes.length)
      await file.close()
      await until(() => rig.left().length === 0)
      assert.ok((await rig.sealed())[0]!.bytes.equals(bytes))
    } finally {
      await rig.remove()
    }
  })

  test('tiffcp -a appends pages to a closed file', { skip }, async () => {
    const rig = await createRig()
    try {
      tiffs(rig.root)
      await rig.start()
      const path = join(rig.drop(), 'fax.tif')
      copyFileSync(join(rig.root, 'g4.tif'), path)
      for (const page of ['p2.tif', 'p3.tif']) {
        await sleep(400)
        await promisify(execFile)('tiffcp', ['-a', '-c', 'g4', join(rig.root, page), path])
      }
      await until(() => rig.left().length === 0)
      const sealed = await rig.sealed()
      assert.equal(sealed.length, 1)
      writeFileSync(join(rig.root, 'sealed.tif'), sealed[0]!.bytes)
      const { stdout } = await promisify(execFile)('tiffinfo', [join(rig.root, 'sealed.tif')])
      assert.equal(stdout.match(/Image Width/g)?.length, 3)
    } finally {
      await rig.remove()
    }
  })
})
