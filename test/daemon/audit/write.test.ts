/** The writer: what is acknowledged is on disk, in order, chained and signed; what does not fit is refused. */
import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash, verify } from 'node:crypto'
import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  rename,
  stat,
  symlink,
  truncate,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import test from 'node:test'
import { ownMark } from '../../../daemon/alive.ts'
import { auditLines } from '../../../daemon/audit/lines.ts'
import { headOf } from '../../../daemon/audit/tail.ts'
import { verifyAudit } from '../../../daemon/audit/verify.ts'
import { openAudit } from '../../../daemon/audit/write.ts'
import type { AuditEntry } from '../../../daemon/audit.ts'
import { entries, idOf, makeChain } from './fixture.ts'

const unavailable = { code: 'audit-unavailable' }

test('records are one JSON line each, numbered, chained and signed as documented', async t => {
  const { open, lines, keys } = await makeChain(t)
  const audit = await open()
  for (const entry of entries) await audit(entry)
  await audit.close()
  let prev = '0'.repeat(64)
  for (const [n, line] of (await lines()).entries()) {
    const { hash, sig, ...rest } = JSON.parse(line)
    assert.deepEqual(rest, { ...entries[n], seq: n + 1, at: rest.at, service: 'capture', prev })
    const spelled = JSON.stringify(Object.fromEntries(Object.entries(rest).sort()))
    assert.equal(hash, createHash('sha256').update(spelled).digest('hex'))
    assert.ok(verify(null, Buffer.from(hash, 'hex'), keys.publicKey, Buffer.from(sig, 'base64url')))
    prev = hash
  }
})

test('the hash can be had with jq and sha256sum alone', {
  skip: spawnSync('jq', ['-V']).error && 'needs jq',
}, async t => {
  const { open, lines } = await makeChain(t)
  const audit = await open()
  for (const entry of entries) await audit(entry)
  for (const line of await lines()) {
    const spelled = execFileSync('jq', ['-cjS', 'del(.hash,.sig)'], { input: line })
    const [sum] = execFileSync('sha256sum', { input: spelled, encoding: 'utf8' }).split(' ')
    assert.equal(sum, JSON.parse(line).hash)
  }
})

test('a record that is acknowledged is in the file', async t => {
  const { open, lines } = await makeChain(t)
  const audit = await open()
  for (let n = 1; n <= 5; n++) {
    await audit({ action: 'captured', documentId: idOf(n) })
    assert.equal((await lines()).length, n)
    assert.equal(audit.head()?.seq, n)
  }
})

test('the chain goes on after a restart', async t => {
  const { open, file, keys } = await makeChain(t)
  for (let run = 0; run < 4; run++) {
    const audit = await open()
    for (const entry of entries) await audit(entry)
    await audit.close()
  }
  const verdict = await verifyAudit(auditLines(file), keys.publicKey)
  assert.deepEqual(verdict, { ok: true, records: 24, head: await headOf(file) })
})

test('calls made at once keep their order, and each waits for its own record', async t => {
  const { open, lines } = await makeChain(t)
  const audit = await open()
  const done: number[] = []
  await Promise.all(
    Array.from({ length: 600 }, (_, n) =>
      audit({ action: 'captured', documentId: idOf(n) }).then(() => void done.push(n)),
    ),
  )
  const order = Array.from({ length: 600 }, (_, n) => n)
  assert.deepEqual(done, order)
  assert.deepEqual(
    (await lines()).map(line => Number(JSON.parse(line).documentId)),
    order,
  )
})

test('two processes on one file make one chain', async t => {
  const { file, folder, keys, open } = await makeChain(t)
  const keyFile = join(folder, 'key.pem')
  await writeFile(keyFile, keys.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  const child = join(import.meta.dirname, 'audit-process.ts')
  const others = [1, 2].map(() =>
    spawn(process.execPath, [child, file, keyFile, '40'], { stdio: ['ignore', 'ignore', 'inherit'] }),
  )
  const ends = others.map(other => new Promise(resolve => other.once('exit', resolve)))
  const audit = await open()
  for (let n = 0; n < 40; n++) await audit({ action: 'captured', documentId: idOf(n) })
  assert.deepEqual(await Promise.all(ends), [0, 0])
  await audit({ action: 'stopped' })
  const verdict = await verifyAudit(auditLines(file), keys.publicKey)
  assert.deepEqual(verdict, { ok: true, records: 121, head: audit.head() })
  assert.deepEqual(await readdir(dirname(file)), ['capture.jsonl'], 'no lock is left')
})

test('the lock of a process that died is broken, that of a living one is not', async t => {
  const { file, open } = await makeChain(t)
  const audit = await open()
  await symlink('4194304-1.0123456789abcdef', `${file}.lock`)
  await audit({ action: 'started' })
  await symlink(`${await ownMark()}.0123456789abcdef`, `${file}.lock`)
  let done = false
  const waiting = audit({ action: 'stopped' }).then(() => {
    done = true
  })
  for (let n = 0; n < 50; n++) await new Promise(resolve => setImmediate(resolve))
  assert.equal(done, false)
  await unlink(`${file}.lock`)
  await waiting
})

test('a last line torn in a crash is cut, recorded, and the chain goes on', async t => {
  const { open, file, keys, lines } = await makeChain(t)
  const first = await open()
  for (const entry of entries) await first(entry)
  await first.close()
  const [whole] = (await lines()).slice(-1)
  const torn = [
    '{"action":"capt',
    whole!.slice(0, -1),
    'x',
    '\0'.repeat(300),
    `\0\0${whole}`,
    `{"action"\0\0\0\n${whole}`,
  ]
  for (const [n, rest] of torn.entries()) {
    await appendFile(file, rest, 'latin1')
    const audit = await open()
    assert.equal(JSON.parse((await lines()).at(-1)!).action, 'tail-cut', `case ${n}`)
    await audit({ action: 'started' })
    await audit.close()
    const verdict = await verifyAudit(auditLines(file), keys.publicKey)
    assert.deepEqual(verdict, { ok: true, records: 6 + 2 * (n + 1), head: await headOf(file) })
  }
})

test('a file that is torn before its first record is cut to nothing', async t => {
  const { open, file, lines } = await makeChain(t)
  await mkdir(dirname(file))
  await writeFile(file, '{"act')
  await (await open()).close()
  assert.deepEqual(
    (await lines()).map(line => JSON.parse(line).action),
    ['tail-cut'],
  )
})

test('kill -9 in the middle of appending: the next start goes on over what was acknowledged', async t => {
  const { file, folder, keys, open, lines } = await makeChain(t)
  const keyFile = join(folder, 'key.pem')
  await writeFile(keyFile, keys.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  const child = join(import.meta.dirname, 'audit-process.ts')
  for (const after of [1, 7]) {
    const writer = spawn(process.execPath, [child, file, keyFile, '100000'])
    let told = 0
    await new Promise<void>(resolve => {
      writer.stdout.on('data', (chunk: Buffer) => {
        told += chunk.toString().split('\n').length - 1
        if (told >= after) resolve()
      })
    })
    writer.kill('SIGKILL')
    await new Promise(resolve => writer.once('close', resolve))
    const audit = await open()
    await audit({ action: 'started' })
    await audit.close()
    const verdict = await verifyAudit(auditLines(file), keys.publicKey)
    assert.ok(verdict.ok)
    assert.ok((await lines()).length > told, 'all that was told is there')
  }
})

test('an end that is whole and not sound is not built upon', async t => {
  const { open, file, lines } = await makeChain(t)
  const audit = await open()
  for (const entry of entries) await audit(entry)
  await audit.close()
  const good = await lines()
  const bad = [
    [...good.slice(0, -2), good.at(-1)],
    [...good, good.at(-1)],
    [...good.slice(0, -1), good.at(-1)!.replace('corrupt', 'too-slow')],
    [...good, 'not a record\n'],
    [...good, '\n'],
  ]
  for (const text of bad) {
    await writeFile(file, text.join(''))
    await assert.rejects(open(), unavailable)
    assert.equal((await readFile(file)).toString(), text.join(''), 'nothing is touched')
  }
})

test('a chain signed by another key is not built upon', async t => {
  const { open, file } = await makeChain(t)
  const audit = await open()
  await audit({ action: 'started' })
  await audit.close()
  const other = await makeChain(t)
  await assert.rejects(
    openAudit(file, 'capture', other.keys.privateKey, () => new Date()),
    unavailable,
  )
})

test('an end longer than what is read at the start is taken up all the same', async t => {
  const { open, file, keys } = await makeChain(t)
  const first = await open()
  await Promise.all(Array.from({ length: 400 }, () => first({ action: 'captured', documentId: idOf(1) })))
  await first.close()
  assert.ok((await stat(file)).size > 128 * 1024)
  await appendFile(file, '{"torn')
  const again = await open()
  await again({ action: 'started' })
  assert.equal(again.head()?.seq, 402)
  assert.ok((await verifyAudit(auditLines(file), keys.publicKey)).ok)
})

test('a chain that is cut, removed or replaced while the service runs stops it', async t => {
  for (const attack of [
    (file: string) => truncate(file, 100),
    (file: string) => truncate(file, 0),
    (file: string) => rename(file, `${file}.old`),
    async (file: string) => {
      const bytes = await readFile(file)
      await rename(file, `${file}.old`)
      await writeFile(file, bytes)
    },
    (file: string) => appendFile(file, '{"a whole line": "of somebody else"}\n'),
  ]) {
    const { open, file } = await makeChain(t)
    const audit = await open()
    await audit({ action: 'started' })
    await attack(file)
    await assert.rejects(audit({ action: 'stopped' }), unavailable)
    await assert.rejects(audit({ action: 'stopped' }), unavailable)
  }
})

test('a full disk: the record is refused, the chain stays sound, and goes on when there is room', {
  skip: process.getuid?.() !== 0 && 'needs root, to mount a small tmpfs',
}, async t => {
  const { folder, keys } = await makeChain(t)
  const mount = join(folder, 'small')
  await mkdir(mount)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mount])
  try {
    const file = join(mount, 'capture.jsonl')
    const audit = await openAudit(file, 'capture', keys.privateKey, () => new Date())
    await audit({ action: 'started' })
    const filler = join(mount, 'filler')
    await writeFile(filler, Buffer.alloc(100_000)).catch(() => {})
    const many = Array.from({ length: 20 }, () => audit({ action: 'captured', documentId: idOf(1) }))
    const results = await Promise.allSettled(many)
    assert.ok(
      results.some(result => result.status === 'rejected' && result.reason.code === 'audit-unavailable'),
    )
    await truncate(filler, 0)
    await audit({ action: 'stopped' })
    const written = results.filter(result => result.status === 'fulfilled').length
    assert.deepEqual(await verifyAudit(auditLines(file), keys.publicKey), {
      ok: true,
      records: written + 2,
      head: audit.head(),
    })
    await audit.close()
  } finally {
    execFileSync('umount', ['--lazy', mount])
  }
})

test('free text cannot enter: values out of their patterns are a bug of the caller', async t => {
  const { open, lines } = await makeChain(t)
  const audit = await open()
  const wrong = [
    { action: 'looked' },
    { action: 'captured', note: 'Jane Doe' },
    { action: 'captured', source: 'Jane Doe' },
    { action: 'captured', source: '/srv/fax/Doe.tif' },
    { action: 'captured', documentId: 'Doe' },
    { action: 'rejected', code: 'because' },
    { action: 'decided', person: 'Jane Doe' },
    { action: 'decided', person: 'x'.repeat(65) },
    { action: 'held', pages: -1 },
    { action: 'held', pages: 1.5 },
    { action: 'sealed', policy: 'strict' },
    { documentId: idOf(1) },
    { action: 'captured', seq: 7 },
  ] as unknown as AuditEntry[]
  for (const entry of wrong) await assert.rejects(audit(entry), RangeError)
  await audit({ action: 'captured', source: undefined } as unknown as AuditEntry)
  assert.equal((await lines()).length, 1)
})

test('a link, a directory or a FIFO in the place of the file is refused', async t => {
  const { folder, keys } = await makeChain(t)
  const open = (name: string) => openAudit(join(folder, name), 'capture', keys.privateKey, () => new Date())
  await writeFile(join(folder, 'target'), '')
  await symlink(join(folder, 'target'), join(folder, 'link'))
  await mkdir(join(folder, 'directory'))
  execFileSync('mkfifo', [join(folder, 'fifo')])
  for (const name of ['link', 'directory', 'fifo']) await assert.rejects(open(name), unavailable, name)
})

test('after close, nothing is taken', async t => {
  const { open } = await makeChain(t)
  const audit = await open()
  const last = audit({ action: 'stopped' })
  await audit.close()
  await last
  await audit.close()
  await assert.rejects(audit({ action: 'started' }), unavailable)
})
