/** The model's file is read back as it was written, and refused when one byte of it is not. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { readTagger, writeTagger } from '../../../../config/identifiers/tagger/format.ts'
import { featureSpec } from '../../../../daemon/deidentify/detect/tagger/features.ts'
import type { TaggerModel } from '../../../../daemon/model/gazetteer.ts'

const small: TaggerModel = {
  spec: 'window-test',
  scale: 0.02,
  biases: [-1, -2, -3, -4],
  thresholds: [0.5, 0.5, 0.9, 0.9],
  weights: Int8Array.from({ length: 64 }, (_, index) => index - 32),
}

const shipped = join(import.meta.dirname, '../../../../config/identifiers/data/tagger.br')

test('what was written is read', () => {
  assert.deepEqual(readTagger(writeTagger(small)), small)
})

test('the shipped model: its features, its size, its thresholds', () => {
  const model = readTagger(brotliDecompressSync(readFileSync(shipped)))
  assert.equal(model.spec, featureSpec)
  assert.ok(statSync(shipped).size < 3 * 1024 * 1024)
  for (const threshold of model.thresholds) assert.ok(threshold > 0 && threshold < 1)
})

test('a model with any byte changed, cut short or longer is refused', () => {
  const bytes = writeTagger(small)
  for (let at = 0; at < bytes.length; at++) {
    const broken = Uint8Array.from(bytes)
    broken[at] = (broken[at] ?? 0) ^ 0x11
    assert.throws(() => readTagger(broken), `byte ${at}`)
  }
  for (let length = 0; length < bytes.length; length++)
    assert.throws(() => readTagger(bytes.subarray(0, length)))
  assert.throws(() => readTagger(Buffer.concat([bytes, Buffer.alloc(4)])))
})

test('headers that lie are refused', () => {
  const lies: readonly ((text: string) => string)[] = [
    text => text.replace('"buckets":16', '"buckets":15'),
    text => text.replace('"buckets":16', '"buckets":32'),
    text => text.replace('"scale":0.02', '"scale":-0.2'),
    text => text.replace('"name"', '"game"'),
    text => text.replace('"spec":', '"spek":'),
    text => text.replace('0.5', '1.5'),
  ]
  const content = Buffer.from(writeTagger(small)).subarray(40)
  const length = content.readUInt32LE()
  const header = content.subarray(4, 4 + length).toString()
  const file = (text: string, size: number) => {
    const sizeBytes = Buffer.alloc(4)
    sizeBytes.writeUInt32LE(size)
    const lying = Buffer.concat([sizeBytes, Buffer.from(text), content.subarray(4 + length)])
    return Buffer.concat([Buffer.from('CORDONT1'), createHash('sha256').update(lying).digest(), lying])
  }
  assert.deepEqual(readTagger(file(header, header.length)), small)
  for (const lie of lies) {
    const told = lie(header)
    assert.notEqual(told, header)
    assert.throws(() => readTagger(file(told, told.length)), told)
  }
  assert.throws(() => readTagger(file(header, 0xfffffff0)))
  assert.throws(() => readTagger(file(header, header.length - 1)))
})
