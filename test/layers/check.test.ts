/** The rules catch what they are for: each violation is written into a scratch checkout and must be told. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { layerFaults, lengthFaults, nameFaults, reachFaults, ringFaults } from './check.ts'
import { readTree } from './tree.ts'

let root = ''
before(() => {
  root = mkdtempSync(join(tmpdir(), 'cordon-layers-'))
})
after(() => rmSync(root, { recursive: true, force: true }))

/** Writes a checkout of these files and reads it back as the real one is read. */
const checkout = (files: Readonly<Record<string, string>>) => {
  rmSync(root, { recursive: true, force: true })
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(join(root, dirname(file)), { recursive: true })
    writeFileSync(join(root, file), source)
  }
  return readTree(root)
}

const faultsOf = (files: Readonly<Record<string, string>>): string[] =>
  layerFaults(checkout(files), file => existsSync(join(root, file)))

const target = 'export const a = 1\n'

const violations: readonly [string, string, string, RegExp][] = [
  ['the model may import nothing of Node', 'daemon/model/a.ts', `import 'node:fs'`, /node:fs, but the model/],
  ['the model may not look at the clock', 'daemon/model/a.ts', `Date.now()`, /uses Date\.now/],
  [
    'a stage may not import another',
    'daemon/deidentify/mask.ts',
    `import './seal.ts'`,
    /seal\.ts, but a stage/,
  ],
  [
    'a stage may not import a driver',
    'daemon/deidentify/read.ts',
    `import type { A } from '../../drivers/ocr.ts'`,
    /drivers\/ocr\.ts/,
  ],
  [
    'a stage may not do I/O',
    'daemon/deidentify/read/a.ts',
    `import { open } from 'node:fs/promises'`,
    /node:fs\/promises/,
  ],
  [
    'a stage may not draw random bytes',
    'daemon/deidentify/seal.ts',
    `import { randomBytes } from 'node:crypto'`,
    /randomBytes of node:crypto/,
  ],
  [
    'a stage may not take all of node:crypto',
    'daemon/deidentify/seal.ts',
    `import * as c from 'node:crypto'`,
    /\* of node:crypto/,
  ],
  [
    'a stage may not use a package',
    'daemon/deidentify/seal.ts',
    `import { a } from 'jose'`,
    /the package jose/,
  ],
  ['a stage may not read the clock', 'daemon/deidentify/seal.ts', `const now = new Date()`, /uses Date\(\)/],
  [
    'a service may not import another',
    'daemon/forward/outbox.ts',
    `import '../deidentify/seal.ts'`,
    /but a service folder/,
  ],
  [
    'a service may not read its configuration itself',
    'daemon/forward/outbox.ts',
    `import '../../config/load.ts'`,
    /config\/load\.ts/,
  ],
  [
    'a service may not read the environment',
    'daemon/review/desk.ts',
    `const a = process.env.HOME`,
    /uses process\.env/,
  ],
  [
    'deidentify has no network',
    'daemon/deidentify/service.ts',
    `import { connect } from 'node:net'`,
    /node:net/,
  ],
  ['capture has no network', 'daemon/capture/take.ts', `await import('node:tls')`, /node:tls/],
  ['capture may not fetch', 'daemon/capture/take.ts', `await fetch(url)`, /uses fetch/],
  [
    'an entry joins its own service only',
    'daemon/forward.ts',
    `import './deidentify/seal.ts'`,
    /no other service/,
  ],
  [
    'a contract imports no implementation',
    'daemon/log.ts',
    `import './deidentify/seal.ts'`,
    /but a contract/,
  ],
  [
    'a driver imports nothing of ours',
    'drivers/ocr.ts',
    `import type { Page } from '../daemon/model/page.ts'`,
    /but a driver/,
  ],
  [
    'a driver imports no other driver',
    'drivers/pdf/a.ts',
    `import '../ocr.ts'`,
    /drivers\/ocr\.ts, but a driver/,
  ],
  [
    'a driver starts no child of another',
    'drivers/pdf/a.ts',
    `fork(new URL('../ocr.ts', import.meta.url))`,
    /drivers\/ocr\.ts/,
  ],
  [
    'the gateway kit imports only itself',
    'gateway/open.ts',
    `import '../daemon/errors.ts'`,
    /but the gateway kit/,
  ],
  [
    'the configuration imports no service',
    'config/load.ts',
    `import '../daemon/deidentify/seal.ts'`,
    /but the configuration/,
  ],
  ['the set-up uses no package', 'setup/run.mjs', `import 'zod'`, /the package zod/],
  ['nothing but a test imports a test', 'demo/main.ts', `import '../test/a.ts'`, /but the demo/],
  ['an import may not be computed', 'demo/main.ts', 'await import(`./${a}.ts`)', /computed name/],
  [
    'an import must lead somewhere',
    'demo/main.ts',
    `import './nowhere.ts'`,
    /demo\/nowhere\.ts, which does not exist/,
  ],
]

for (const [name, file, source, told] of violations)
  test(`caught: ${name}`, () => {
    const others = [
      'daemon/deidentify/seal.ts',
      'drivers/ocr.ts',
      'daemon/errors.ts',
      'config/load.ts',
      'test/a.ts',
    ]
    const faults = faultsOf({
      ...Object.fromEntries(others.map(other => [other, target])),
      [file]: `${source}\n`,
    })
    assert.equal(faults.length, 1, faults.join('\n'))
    assert.ok(faults[0]?.startsWith(`${file}:1 `), faults[0])
    assert.match(faults[0] ?? '', told)
  })

test('what the rules allow passes', () => {
  const faults = faultsOf({
    'daemon/model/page.ts': target,
    'daemon/errors.ts': target,
    'daemon/spool.ts': `import './model/page.ts'\n`,
    'daemon/deidentify/ink.ts': `import '../model/page.ts'\n`,
    'daemon/deidentify/seal/a.ts': `import { createHmac } from 'node:crypto'\nexport const b = new Date(0)\n`,
    'daemon/deidentify/seal.ts': `import './seal/a.ts'\nimport './ink.ts'\nimport '../errors.ts'\n`,
    'daemon/deidentify/pipeline.ts': `import './seal.ts'\nimport '../spool.ts'\nimport 'node:path'\n`,
    'drivers/ocr.ts': `import './ocr/a.ts'\nimport 'tesseract.js'\n`,
    'drivers/ocr/a.ts': target,
    'config/load.ts': `import 'zod'\nimport '../daemon/model/page.ts'\n`,
    'daemon/deidentify.ts': `import './deidentify/pipeline.ts'\nimport '../drivers/ocr.ts'\nimport '../config/load.ts'\n`,
    'command/run.ts': `import '../daemon/deidentify.ts'\nimport 'commander'\n`,
    'test/a.test.ts': `import '../daemon/deidentify/seal.ts'\nimport '../setup/run.mjs'\n`,
    'setup/run.mjs': `import 'node:fs'\n`,
  })
  assert.deepEqual(faults, [])
})

test('a ring of imports is told once, type-only imports included', () => {
  const tree = checkout({
    'gateway/a.ts': `import './b.ts'\n`,
    'gateway/b.ts': `import type { C } from './c.ts'\n`,
    'gateway/c.ts': `export * from './a.ts'\n`,
    'gateway/d.ts': `import './a.ts'\n`,
  })
  assert.deepEqual(ringFaults(tree), [
    'gateway/a.ts → gateway/b.ts → gateway/c.ts → gateway/a.ts: these imports form a ring.',
  ])
})

test('what an entry must never reach is told with the whole way to it', () => {
  const tree = checkout({
    'daemon/forward.ts': `import './forward/service.ts'\nimport './engine.ts'\n`,
    'daemon/forward/service.ts': target,
    'daemon/engine.ts': `import type { A } from './deidentify/seal.ts'\n`,
    'daemon/deidentify/seal.ts': target,
    'daemon/deidentify.ts': `import './engine.ts'\nimport '../drivers/sandbox/run.ts'\n`,
    'drivers/sandbox/run.ts': `import { connect } from 'node:net'\n`,
  })
  assert.deepEqual(reachFaults(tree), [
    'daemon/deidentify.ts → drivers/sandbox/run.ts → node:net, but deidentify has no network at all.',
    'daemon/forward.ts → daemon/engine.ts → daemon/deidentify/seal.ts, but daemon/forward is the complete list of code near the network key.',
  ])
})

test('long files and long entries are told', () => {
  const lines = (count: number): string => '// a\n'.repeat(count)
  const tree = checkout({
    'daemon/forward.ts': lines(81),
    'daemon/review.ts': lines(80),
    'demo/a.ts': lines(300),
    'demo/b.ts': lines(301),
    'test/c.ts': lines(400),
    'test/d.ts': lines(401),
  })
  assert.deepEqual(lengthFaults(tree), [
    'daemon/forward.ts has 81 lines; the most is 80.',
    'demo/b.ts has 301 lines; the most is 300.',
    'test/d.ts has 401 lines; the most is 400.',
  ])
})

test('names that say nothing are told, of files and of folders', () => {
  const tree = checkout({ 'demo/utils.ts': target, 'demo/common/a.ts': target, 'demo/utility.ts': target })
  assert.deepEqual(nameFaults(tree), [
    'demo/common/a.ts: the name common does not say what is in it.',
    'demo/utils.ts: the name utils does not say what is in it.',
  ])
})

test('a source in no known place is told', () =>
  assert.match(faultsOf({ 'daemon/odd/a.ts': target })[0] ?? '', /fits no rule/))
