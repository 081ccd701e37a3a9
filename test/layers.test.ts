/** The layers hold in this checkout, and so do the bounds on files and names, and the page of error codes. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { exitCodes } from '../command/exit.ts'
import { deferredCodes, rejectedCodes } from '../daemon/errors.ts'
import { heldReasons } from '../daemon/model/page.ts'
import { layerFaults, lengthFaults, nameFaults, reachFaults, ringFaults } from './layers/check.ts'
import { readTree } from './layers/tree.ts'

const root = dirname(import.meta.dirname)
const tree = readTree(root)
const none = (faults: readonly string[]): void => assert.ok(faults.length === 0, faults.join('\n'))

test('every import obeys the rule of its folder', () => {
  assert.ok(tree.size > 50, 'the tree was read')
  none(layerFaults(tree, file => existsSync(join(root, file))))
})

test('no service reaches what it must never hold, over any number of imports', () => none(reachFaults(tree)))

test('imports form no ring', () => none(ringFaults(tree)))

test('files hold one idea: at most 300 lines, entries at most 80', () => none(lengthFaults(tree)))

test('names say what is in a file', () => none(nameFaults(tree)))

/** The codes in the tables under a heading of docs/errors.md. */
const documented = (heading: string): string[] => {
  const text = readFileSync(join(root, 'docs', 'errors.md'), 'utf8')
  const section = text.split(/^## /m).find(part => part.startsWith(heading)) ?? ''
  return [...section.matchAll(/^\| `?([\w-]+)`? \|/gm)]
    .map(([, code]) => code ?? '')
    .filter(code => code !== 'code')
}

for (const [heading, codes] of [
  ['Rejected', rejectedCodes],
  ['Deferred', deferredCodes],
  ['Held', heldReasons],
  ['Exit codes', Object.values(exitCodes).map(String)],
] as const)
  test(`docs/errors.md: the codes under ${heading} are those of the code, in its order`, () =>
    assert.deepEqual(documented(heading), [...codes]))
