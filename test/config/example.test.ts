/** The example file is the schema in words: in sync, complete, sound, and equal to the defaults. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { exampleYaml } from '../../config/example.ts'
import { parseConfig } from '../../config/load.ts'
import { schema } from '../../config/schema.ts'

test('config/cordon.example.yaml is in sync with the schema (else: ./cordon config example > it)', () => {
  const file = new URL('../../config/cordon.example.yaml', import.meta.url)
  assert.equal(readFileSync(file, 'utf8'), exampleYaml())
})

test('the example parses, and says the defaults but for its example entries', () => {
  const example = parseConfig(exampleYaml())
  const defaults = parseConfig('')
  assert.ok('config' in example && 'config' in defaults)
  assert.deepEqual(
    example.config.capture.sources.map(({ id }) => id),
    ['fax'],
  )
  const { capture, review } = example.config
  const plain = {
    ...example.config,
    capture: { ...capture, sources: [] },
    review: { ...review, reviewers: [] },
  }
  assert.deepEqual(plain, defaults.config)
})

type Node = {
  readonly description?: string
  readonly unit?: string
  readonly default?: unknown
  readonly type?: unknown
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
}

const leaves = (node: Node, path: string): [string, Node][] =>
  Object.entries(node.properties ?? {}).flatMap(([name, child]): [string, Node][] => {
    const at = path === '' ? name : `${path}.${name}`
    const below = child.properties === undefined ? child.items : child
    return [[at, child], ...(below?.properties === undefined ? [] : leaves(below, at))]
  })

const fields = leaves(z.toJSONSchema(schema, { io: 'input' }) as Node, '')

test('every field says what it is for', () => {
  assert.ok(fields.length > 50)
  for (const [path, { description }] of fields) assert.ok((description ?? '').length > 10, path)
})

test('every field has a default, but the two that make a source', () => {
  const without = fields.filter(([, node]) => node.default === undefined && node.properties === undefined)
  assert.deepEqual(
    without.map(([path]) => path),
    ['capture.sources.id', 'capture.sources.path'],
  )
})

test('every number says its unit', () => {
  for (const [path, { type, unit }] of fields)
    if (type === 'integer' || type === 'number') assert.ok(unit !== undefined, path)
})

test('units in names and units in words agree', () => {
  for (const [path, { unit }] of fields) {
    if (path.endsWith('Ms')) assert.equal(unit, 'milliseconds', path)
    if (path.endsWith('Seconds')) assert.equal(unit, 'seconds', path)
    if (path.endsWith('Bytes')) assert.equal(unit, 'bytes', path)
    if (path.endsWith('MiB')) assert.equal(unit, 'MiB', path)
  }
})

test('no line is wider than the page', () => {
  for (const line of exampleYaml().split('\n')) assert.ok(line.length <= 110, line)
})
