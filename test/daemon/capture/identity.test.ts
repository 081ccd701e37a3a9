/** Proves the form of document ids against a second derivation, and that key, source and content each change them. */
import assert from 'node:assert/strict'
import { createHash, createHmac, createSecretKey } from 'node:crypto'
import { test } from 'node:test'
import { documentIdOf, leftIdOf } from '../../../daemon/capture/identity.ts'
import type { Entry } from '../../../daemon/capture/ports.ts'
import { parseDocumentId } from '../../../daemon/model/document.ts'

const key = createSecretKey(Buffer.alloc(32, 1))
const sha = (text: string) => createHash('sha256').update(text).digest()

/** Crockford's base32 by way of one big number. */
const base32 = (bytes: Buffer): string =>
  BigInt(`0x${bytes.toString('hex')}`)
    .toString(32)
    .padStart(32, '0')
    .replace(/[i-v]/g, digit => 'jkmnpqrstvwxyz'['ijklmnopqrstuv'.indexOf(digit)]!)

test('the first 160 bits of HMAC-SHA-256(key, source, 0x00, SHA-256(content))', () => {
  for (const content of ['', 'a', 'b', 'some page']) {
    const mac = createHmac('sha256', key)
      .update(Buffer.concat([Buffer.from('fax\0'), sha(content)]))
      .digest()
    const id = documentIdOf(key, 'fax', sha(content))
    assert.equal(id, base32(mac.subarray(0, 20)))
    assert.equal(parseDocumentId(id), id)
  }
})

test('another key, source or content is another id', () => {
  const other = createSecretKey(Buffer.alloc(32, 2))
  const ids = [
    documentIdOf(key, 'fax', sha('a')),
    documentIdOf(other, 'fax', sha('a')),
    documentIdOf(key, 'scan', sha('a')),
    documentIdOf(key, 'fax', sha('b')),
  ]
  assert.equal(new Set(ids).size, 4)
})

const entry = (change: Partial<Entry> = {}): Entry => ({
  key: 'k',
  kind: 'other',
  version: { dev: 1n, ino: 2n, size: 3, mtimeNs: 4n, ctimeNs: 5n },
  bornNs: 6n,
  sparse: false,
  open: async () => null,
  hasWriter: async () => false,
  remove: async () => false,
  ...change,
})

test('what is left keeps its id as long as it is the same entry', () => {
  const id = leftIdOf(key, 'fax', entry())
  const touched = { ...entry().version, mtimeNs: 9n, ctimeNs: 9n }
  assert.equal(leftIdOf(key, 'fax', entry({ key: 'other', version: touched })), id)
  assert.notEqual(leftIdOf(key, 'fax', entry({ bornNs: 7n })), id)
  assert.notEqual(leftIdOf(key, 'fax', entry({ kind: 'directory' })), id)
  const file = leftIdOf(key, 'fax', entry({ kind: 'file' }))
  assert.notEqual(leftIdOf(key, 'fax', entry({ kind: 'file', version: touched })), file)
})
