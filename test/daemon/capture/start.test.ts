/** Proves what becomes of files in a drop folder: good ones are sealed and gone, bad ones are kept sealed, the rest is left. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { Deferred } from '../../../daemon/errors.ts'
import { createRig, type Rig, type RigOptions, until } from './rig.ts'
import { jpeg, loopedTiff, pdf, png, tiff } from './samples.ts'

const fast: RigOptions = { speed: 10 }

const withRig = async (options: RigOptions, work: (rig: Rig) => Promise<void>): Promise<void> => {
  const rig = await createRig(options)
  try {
    await work(rig)
  } finally {
    await rig.remove()
  }
}

const put = (rig: Rig, name: string, bytes: Uint8Array | string, source = 'fax'): void =>
  writeFileSync(join(rig.drop(source), name), bytes)

suite('what is whole is sealed', () => {
  test('each format, by content and not by extension, byte for byte; the source is gone', () =>
    withRig(fast, async rig => {
      const files = { 'a.tif': await tiff(), 'b.txt': await pdf(), 'c.jpg': await png(), d: await jpeg() }
      for (const [name, bytes] of Object.entries(files)) put(rig, name, bytes)
      const capture = await rig.start()
      await capture.idle()
      const sealed = await rig.sealed()
      assert.deepEqual(sealed.map(({ facts }) => facts.mediaType).sort(), [
        'application/pdf',
        'image/jpeg',
        'image/png',
        'image/tiff',
      ])
      for (const bytes of Object.values(files)) assert.ok(sealed.some(job => job.bytes.equals(bytes)))
      assert.ok(sealed.every(job => job.facts.source === 'fax'))
      assert.deepEqual(rig.left(), [])
      assert.deepEqual(rig.actions(), Array(4).fill('captured'))
    }))

  test('a file that comes while it runs is found by the watch', () =>
    withRig({ ...fast, sources: [{ id: 'fax', pollIntervalMs: 60_000 }] }, async rig => {
      const capture = await rig.start()
      await capture.idle()
      put(rig, 'late.tif', await tiff())
      await until(() => rig.left().length === 0)
      assert.equal((await rig.sealed()).length, 1)
    }))

  test('a polled folder', () =>
    withRig({ ...fast, sources: [{ id: 'share', polling: true }] }, async rig => {
      await rig.start()
      put(rig, 'a.tif', await tiff(), 'share')
      await until(() => rig.left('share').length === 0)
      assert.equal((await rig.sealed()).length, 1)
    }))

  test('the same file twice is one document; the same content from another source is another', () =>
    withRig({ ...fast, sources: [{ id: 'fax' }, { id: 'scan' }] }, async rig => {
      const bytes = await tiff()
      put(rig, 'one.tif', bytes)
      put(rig, 'two.tif', bytes)
      put(rig, 'one.tif', bytes, 'scan')
      const capture = await rig.start()
      await capture.idle()
      const sealed = await rig.sealed()
      assert.equal(new Set(sealed.map(job => job.documentId)).size, 2)
      assert.equal(sealed.length, 2)
      assert.deepEqual(rig.actions().sort(), ['captured', 'captured', 'duplicate'])
      put(rig, 'again.tif', bytes)
      await capture.idle()
      await rig.stop()
      put(rig, 'after-restart.tif', bytes)
      await (await rig.start()).idle()
      assert.deepEqual(await rig.sealed(), [], 'the job was taken and does not come again')
      assert.equal(rig.actions().filter(action => action === 'duplicate').length, 3)
      assert.deepEqual([...rig.left(), ...rig.left('scan')], [])
    }))

  test('a file renamed into the folder; ignored names stay', () =>
    withRig(fast, async rig => {
      put(rig, 'fax.part', await tiff(1))
      put(rig, '.hidden', await tiff(2))
      const capture = await rig.start()
      await capture.idle()
      assert.deepEqual(rig.left(), ['.hidden', 'fax.part'])
      renameSync(join(rig.drop(), 'fax.part'), join(rig.drop(), 'fax.tif'))
      await until(() => rig.left().length === 1)
      assert.equal((await rig.sealed()).length, 1)
    }))
})

suite('what is bad is kept sealed, with a code', () => {
  test('empty, text, ZIP, cut off, looped: each under rejected/, none of it a job, none in clear', () =>
    withRig({ ...fast, incompleteAfterMs: 1_000, rejectedIncompleteAfterMs: 1_500 }, async rig => {
      const [whole, image, photo, document] = [await tiff(), await png(), await jpeg(), await pdf()]
      const bad: Record<string, readonly [Buffer, string]> = {
        empty: [Buffer.alloc(0), 'empty-file'],
        text: [Buffer.from('Dear colleague, SYNTHETIC-CANARY'), 'unknown-format'],
        zip: [Buffer.from('PK\x03\x04 SYNTHETIC-CANARY'), 'unknown-format'],
        tiff: [whole.subarray(0, whole.length - 9), 'truncated'],
        png: [image.subarray(0, image.length - 9), 'truncated'],
        jpeg: [photo.subarray(0, photo.length - 9), 'truncated'],
        pdf: [document.subarray(0, document.length - 40), 'truncated'],
        loop: [loopedTiff(), 'corrupt'],
      }
      for (const [name, [bytes]] of Object.entries(bad)) put(rig, `${name}.tif`, bytes)
      const capture = await rig.start()
      await until(() => rig.left().length === 0)
      await capture.idle()
      assert.ok(rig.written().every(bytes => !bytes.includes('SYNTHETIC-CANARY')))
      assert.deepEqual(await rig.sealed(), [])
      const kept = await rig.rejected()
      for (const [name, [bytes, code]] of Object.entries(bad))
        assert.ok(
          kept.some(job => job.code === code && job.bytes.equals(bytes)),
          name,
        )
      assert.equal(kept.length, 8)
      assert.deepEqual(
        rig.actions().sort(),
        Object.values(bad)
          .map(([, code]) => `rejected ${code}`)
          .sort(),
      )
      assert.ok(
        rig
          .events()
          .filter(({ event }) => event === 'rejected')
          .every(({ code }) => code),
      )
    }))

  test('a bad file that comes again is a duplicate', () =>
    withRig(fast, async rig => {
      put(rig, 'one.txt', 'text')
      const capture = await rig.start()
      await until(() => rig.left().length === 0)
      put(rig, 'two.txt', 'text')
      await until(() => rig.left().length === 0)
      await capture.idle()
      assert.deepEqual(rig.actions(), ['rejected unknown-format', 'duplicate'])
      assert.equal(rig.rejectedNames().length, 1)
    }))

  test('an incomplete file is reported once, waited for, and taken when the rest comes', () =>
    withRig({ speed: 20, incompleteAfterMs: 2_000, rejectedIncompleteAfterMs: 3_600_000 }, async rig => {
      const bytes = await tiff()
      put(rig, 'slow.tif', bytes.subarray(0, bytes.length - 9))
      put(rig, 'good.png', await png())
      const capture = await rig.start()
      await until(() => rig.events().some(({ event }) => event === 'source-incomplete'))
      await capture.idle()
      await capture.idle()
      assert.deepEqual(rig.left(), ['slow.tif'], 'it did not hold up the other')
      assert.equal(rig.events().filter(({ event }) => event === 'source-incomplete').length, 1)
      writeFileSync(join(rig.drop(), 'slow.tif'), bytes.subarray(bytes.length - 9), { flag: 'a' })
      await until(() => rig.left().length === 0)
      assert.equal((await rig.sealed()).length, 2)
    }))

  test('bytes behind the end delay, and do not prevent', () =>
    withRig({ speed: 20, incompleteAfterMs: 2_000 }, async rig => {
      put(rig, 'a.png', Buffer.concat([await png(), Buffer.alloc(100, 'x')]))
      const capture = await rig.start()
      await capture.idle()
      assert.equal((await rig.sealed()).length, 1)
    }))
})

suite('what is no file of a fax is left', () => {
  test('a link, a FIFO, a socket, a directory: not opened, not removed, recorded once, over a restart too', () =>
    withRig(fast, async rig => {
      const target = join(rig.root, 'outside.tif')
      writeFileSync(target, await tiff())
      symlinkSync(target, join(rig.drop(), 'link.tif'))
      symlinkSync('/nowhere', join(rig.drop(), 'dangling'))
      execFileSync('mkfifo', [join(rig.drop(), 'fifo.tif')])
      mkdirSync(join(rig.drop(), 'folder'))
      writeFileSync(join(rig.drop(), 'folder', 'inner.tif'), await tiff())
      const server = createServer().listen(join(rig.drop(), 'socket'))
      put(rig, 'good.tif', await tiff())
      await (await rig.start()).idle()
      await rig.stop()
      await (await rig.start()).idle()
      server.close()
      assert.deepEqual(
        rig.left().filter(name => name !== 'socket'),
        ['dangling', 'fifo.tif', 'folder', 'link.tif'],
      )
      assert.ok(existsSync(target) && existsSync(join(rig.drop(), 'folder', 'inner.tif')))
      assert.equal(rig.actions().filter(action => action === 'rejected not-a-file').length, 5)
      assert.equal(rig.events().filter(({ code }) => code === 'not-a-file').length, 5)
      assert.equal((await rig.sealed()).length, 1)
    }))

  test('a file above the limit is never read, recorded once, and left', () =>
    withRig({ ...fast, maxFileBytes: 1000 }, async rig => {
      put(rig, 'large.tif', Buffer.alloc(1001))
      const capture = await rig.start()
      await capture.idle()
      await capture.idle()
      assert.deepEqual(rig.left(), ['large.tif'])
      assert.deepEqual(rig.actions(), ['rejected too-many-bytes'])
    }))
})

test('hostile names work, and appear nowhere', () =>
  withRig({ ...fast, sources: [{ id: 'fax', ignore: [] }] }, async rig => {
    const canary = 'SYNTHETIC'
    const names = [
      `${canary}\nline\r\t\x1b[31m`,
      `..${canary}..`,
      `-rf ${canary} $(reboot) \`x\` "q" 'q'`,
      `%2e%2e%2f${canary}`,
      `..\\..\\${canary}`,
      canary.padEnd(255, 'n'),
    ].map(name => Buffer.from(name))
    names.push(Buffer.concat([Buffer.from(canary), Buffer.from([0xff, 0xfe, 0xc3, 0x28])]))
    for (const [index, name] of names.entries())
      writeFileSync(Buffer.concat([Buffer.from(`${rig.drop()}/`), name]), await tiff(index))
    await (await rig.start()).idle()
    assert.deepEqual(rig.left(), [])
    assert.equal((await rig.sealed()).length, names.length)
    for (const bytes of rig.written()) assert.ok(!bytes.includes(canary))
  }))

suite('when the world is not ready', () => {
  test('no record, no action: the file stays until its record can be written', () => {
    let broken = true
    const override: RigOptions['override'] = dependencies => ({
      ...dependencies,
      audit: async entry => {
        if (broken && entry.action === 'captured') throw new Deferred('audit-unavailable')
        await dependencies.audit(entry)
      },
    })
    return withRig({ ...fast, override }, async rig => {
      put(rig, 'a.tif', await tiff())
      await rig.start()
      await until(() => rig.events().some(({ code }) => code === 'audit-unavailable'))
      assert.deepEqual(rig.left(), ['a.tif'])
      assert.deepEqual(await rig.sealed(), [])
      broken = false
      await until(() => rig.left().length === 0)
      assert.equal((await rig.sealed()).length, 1)
    })
  })

  test('short of space by its own count: nothing is begun, and it says so', () => {
    let free = 1000
    const override: RigOptions['override'] = dependencies => ({
      ...dependencies,
      freeBytes: async () => free,
    })
    return withRig({ ...fast, override }, async rig => {
      put(rig, 'a.tif', await tiff())
      await rig.start()
      await until(() => rig.events().some(({ code }) => code === 'disk-full'))
      assert.deepEqual(rig.left(), ['a.tif'])
      free = 1e9
      await until(() => rig.left().length === 0)
      assert.deepEqual(rig.actions(), ['captured'], 'one record, however many tries')
    })
  })

  test('a bug that one file shows does not stop the others', () => {
    const override: RigOptions['override'] = dependencies => ({
      ...dependencies,
      edge: {
        ...dependencies.edge,
        put: async (id, facts, body) => {
          if (facts.mediaType === 'image/tiff') throw new TypeError('SYNTHETIC-CANARY')
          await dependencies.edge.put(id, facts, body)
        },
      },
    })
    return withRig({ ...fast, override }, async rig => {
      put(rig, 'a.tif', await tiff())
      put(rig, 'b.png', await png())
      await rig.start()
      await until(() => rig.left().length === 1)
      assert.ok(rig.events().some(({ event }) => event === 'bug'))
      assert.ok(!rig.logged.join('').includes('SYNTHETIC-CANARY'))
      assert.equal((await rig.sealed()).length, 1)
    })
  })

  test('a folder that is not there is waited for', () =>
    withRig(fast, async rig => {
      rmSync(rig.drop(), { recursive: true })
      const capture = await rig.start()
      await capture.idle()
      assert.deepEqual(
        rig.events().map(({ code }) => code),
        ['source-unavailable'],
      )
      mkdirSync(rig.drop())
      put(rig, 'a.tif', await tiff())
      await until(() => rig.left().length === 0)
      assert.equal((await rig.sealed()).length, 1)
    }))

  test('asked to stop in the middle of sealing, it hands back and leaves the file', () => {
    let sealing = false
    const override: RigOptions['override'] = dependencies => ({
      ...dependencies,
      edge: {
        ...dependencies.edge,
        put: (id, facts, body) =>
          dependencies.edge.put(
            id,
            facts,
            (async function* () {
              sealing = true
              await new Promise(resolve => setTimeout(resolve, 100))
              yield* body as AsyncIterable<Uint8Array>
            })(),
          ),
      },
    })
    return withRig({ ...fast, override }, async rig => {
      put(rig, 'a.tif', await tiff())
      await rig.start()
      await until(() => sealing)
      await rig.stop()
      assert.deepEqual(rig.left(), ['a.tif'])
      assert.deepEqual(await rig.sealed(), [])
      await rig.start()
      await until(() => rig.left().length === 0)
      assert.equal((await rig.sealed()).length, 1)
    })
  })
})

const canMount = process.getuid?.() === 0
test('a disk that is full while sealing', {
  skip: canMount ? false : 'needs root, to mount 1 MiB',
}, async () => {
  const outer = await createRig()
  const disk = join(outer.root, 'disk')
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk])
  try {
    await withRig({ ...fast, edgeFolder: join(disk, 'captured') }, async rig => {
      const noise = Buffer.from(Array.from({ length: 700_000 }, (_, at) => (at * 31 + (at >> 8)) & 0xff))
      writeFileSync(join(disk, 'filler'), noise)
      put(rig, 'large.png', Buffer.concat([await png(), Buffer.alloc(16), noise]))
      put(rig, 'small.tif', await tiff())
      await rig.start()
      await until(() => rig.events().some(({ code }) => code === 'disk-full'))
      await until(() => rig.left().length === 1)
      assert.deepEqual(rig.left(), ['large.png'], 'the small one fits')
      assert.deepEqual(
        (await rig.sealed()).map(({ facts }) => facts.mediaType),
        ['image/tiff'],
      )
      assert.equal(readFileSync(join(rig.drop(), 'large.png')).length > 700_000, true)
      rmSync(join(disk, 'filler'))
      await until(() => rig.left().length === 0)
      assert.equal((await rig.sealed()).length, 1)
    })
  } finally {
    execFileSync('umount', [disk])
    await outer.remove()
  }
})
