/** The verifier: every edit, deletion, move and cut of a chain of thirty is found, and named for what it is. */
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import test, { type TestContext } from 'node:test'
import fc from 'fast-check'
import { auditLines } from '../../../daemon/audit/lines.ts'
import { signRecord, spellRecord } from '../../../daemon/audit/record.ts'
import { headOf } from '../../../daemon/audit/tail.ts'
import { verifyAudit } from '../../../daemon/audit/verify.ts'
import { entries, makeChain } from './fixture.ts'

const length = 30

const chainOfThirty = async (t: TestContext) => {
  const chain = await makeChain(t)
  const audit = await chain.open()
  for (let n = 0; n < length; n++) await audit(entries[n % entries.length]!)
  await audit.close()
  const head = audit.head()!
  const good = await chain.lines()
  const verify = (lines: readonly string[]) => verifyAudit(lines, chain.keys.publicKey, head)
  return { ...chain, good, head, verify }
}

test('a sound chain is sound, with and without a head, also when it has grown since', async t => {
  const { good, head, keys, file, verify } = await chainOfThirty(t)
  assert.deepEqual(await verify(good), { ok: true, records: length, head })
  assert.deepEqual(await verifyAudit(auditLines(file), keys.publicKey), { ok: true, records: length, head })
  assert.deepEqual(await headOf(file), head)
  const earlier = JSON.parse(good[10]!)
  assert.ok((await verifyAudit(good, keys.publicKey, { seq: 11, hash: earlier.hash })).ok)
  assert.deepEqual(await verifyAudit([], keys.publicKey), { ok: true, records: 0, head: null })
})

test('each record deleted is found', async t => {
  const { good, verify } = await chainOfThirty(t)
  for (let n = 0; n < length; n++) {
    const fault = n === length - 1 ? 'truncated' : 'out-of-order'
    assert.deepEqual(await verify(good.toSpliced(n, 1)), { ok: false, records: n, line: n + 1, fault })
  }
})

test('each record repeated, and each two swapped, are found', async t => {
  const { good, verify } = await chainOfThirty(t)
  for (let n = 0; n < length; n++) {
    const repeated = await verify(good.toSpliced(n, 0, good[n]!))
    assert.deepEqual(repeated, { ok: false, records: n + 1, line: n + 2, fault: 'out-of-order' })
    for (let m = n + 1; m < length; m++) {
      const swapped = good.with(n, good[m]!).with(m, good[n]!)
      assert.deepEqual(await verify(swapped), { ok: false, records: n, line: n + 1, fault: 'out-of-order' })
    }
  }
})

test('each cut is found with a head, and only with one', async t => {
  const { good, keys, verify } = await chainOfThirty(t)
  for (let n = 0; n < length; n++) {
    assert.deepEqual(await verify(good.slice(0, n)), {
      ok: false,
      records: n,
      line: n + 1,
      fault: 'truncated',
    })
    assert.ok((await verifyAudit(good.slice(0, n), keys.publicKey)).ok)
  }
})

test('every byte of every record changed is found', async t => {
  const { good, keys } = await chainOfThirty(t)
  const text = good.join('')
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length - 1), fc.nat(7), async (at, bit) => {
      const changed = String.fromCharCode(text.charCodeAt(at) ^ (1 << bit))
      const lines = `${text.slice(0, at)}${changed}${text.slice(at + 1)}`.split(/(?<=\n)/)
      const verdict = await verifyAudit(lines, keys.publicKey)
      assert.equal(verdict.ok, false)
      assert.ok(verdict.records <= text.slice(0, at).split('\n').length - 1)
    }),
    { numRuns: 600 },
  )
})

test('every single bit of one record changed is found', async t => {
  const { good, keys } = await chainOfThirty(t)
  const line = good[2]!
  for (let at = 0; at < line.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const changed = `${line.slice(0, at)}${String.fromCharCode(line.charCodeAt(at) ^ (1 << bit))}${line.slice(at + 1)}`
      const lines = [...good.slice(0, 2), changed, ...good.slice(3, 5)].join('').split(/(?<=\n)/)
      assert.equal((await verifyAudit(lines, keys.publicKey)).ok, false, `byte ${at} bit ${bit}`)
    }
  }
})

test('each record written anew, hashed again and signed with another key is found', async t => {
  const { good, verify } = await chainOfThirty(t)
  const forger = generateKeyPairSync('ed25519').privateKey
  for (let n = 0; n < length; n++) {
    const { hash: _h, sig: _s, ...record } = JSON.parse(good[n]!)
    const forged = `${spellRecord(signRecord({ ...record, at: '2020-01-01T00:00:00.000Z' }, forger))}\n`
    const verdict = await verify(good.with(n, forged))
    assert.deepEqual(verdict, { ok: false, records: n, line: n + 1, fault: 'bad-signature' })
  }
})

test('a chain written anew with the right key is found by a head that was published before', async t => {
  const { good, head, keys } = await chainOfThirty(t)
  let prev = '0'.repeat(64)
  const forged = good.map(line => {
    const { hash: _h, sig: _s, ...record } = JSON.parse(line)
    const again = signRecord({ ...record, at: '2020-01-01T00:00:00.000Z', prev }, keys.privateKey)
    prev = again.hash
    return `${spellRecord(again)}\n`
  })
  assert.ok((await verifyAudit(forged, keys.publicKey)).ok)
  assert.deepEqual(await verifyAudit(forged, keys.publicKey, head), {
    ok: false,
    records: length - 1,
    line: length,
    fault: 'other-history',
  })
})

test('a record with its content changed, its hash kept or made again, is named', async t => {
  const { good, keys, verify } = await chainOfThirty(t)
  const changed = good[1]!.replace('"source":"fax"', '"source":"fay"')
  assert.equal(((await verify(good.with(1, changed))) as { fault: string }).fault, 'altered')
  const { hash: _h, sig: _s, ...record } = JSON.parse(good[1]!)
  const relinked = `${spellRecord(signRecord({ ...record, source: 'fay' }, keys.privateKey))}\n`
  assert.deepEqual(await verify(good.with(1, relinked)), {
    ok: false,
    records: 2,
    line: 3,
    fault: 'broken-link',
  })
  const other = `${spellRecord(signRecord({ ...record, service: 'forward' }, keys.privateKey))}\n`
  assert.equal(((await verify(good.with(1, other))) as { fault: string }).fault, 'other-service')
})

test('another spelling of the same record is found', async t => {
  const { good, verify } = await chainOfThirty(t)
  const line = good[1]!.slice(0, -1)
  const spellings = [
    `${line} \n`,
    `${line}\r\n`,
    `${line.replace(':', ': ')}\n`,
    `${line.replace('"fax"', '"f\\u0061x"')}\n`,
    `${line.replace('{', '{"action":"captured",')}\n`,
    `${JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line)).reverse()))}\n`,
    `${line.replace('}', ',"x":1}')}\n`,
    line,
    '\n',
    `${' '.repeat(5000)}\n`,
  ]
  for (const spelling of spellings) {
    const verdict = await verify(good.with(1, spelling))
    assert.deepEqual(verdict, { ok: false, records: 1, line: 2, fault: 'unreadable' })
  }
})

test('a file of one endless line is read no further than it need be', async t => {
  const { file, keys } = await chainOfThirty(t)
  await writeFile(file, 'x'.repeat(5_000_000))
  const verdict = await verifyAudit(auditLines(file), keys.publicKey)
  assert.deepEqual(verdict, { ok: false, records: 0, line: 1, fault: 'unreadable' })
})
