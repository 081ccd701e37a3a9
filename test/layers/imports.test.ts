/** Every form of import is found, with the names that it takes; what only looks like one is not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importsOf } from './imports.ts'

const forms: readonly [string, string, string | null, readonly string[]][] = [
  ['bare', `import './a.ts'`, './a.ts', []],
  ['default', `import a from './a.ts'`, './a.ts', ['default']],
  ['named', `import { a, b as c } from './a.ts'`, './a.ts', ['a', 'b']],
  ['over several lines', `import {\n  a,\n  type B,\n  c as d,\n} from './a.ts'`, './a.ts', ['a', 'B', 'c']],
  ['with comments inside', `import { a /* from './b.ts' */ } // x\nfrom './a.ts'`, './a.ts', ['a']],
  ['type only', `import type { A } from './a.ts'`, './a.ts', ['A']],
  ['namespace', `import * as a from './a.ts'`, './a.ts', ['*']],
  ['default and named', `import a, { b } from './a.ts'`, './a.ts', ['default', 'b']],
  ['with attributes', `import a from './a.json' with { type: 'json' }`, './a.json', ['default']],
  ['re-export', `export { a } from './a.ts'`, './a.ts', ['a']],
  ['re-export of all', `export * from './a.ts'`, './a.ts', ['*']],
  ['re-export of all under a name', `export * as a from './a.ts'`, './a.ts', ['*']],
  ['re-export of types', `export type { A } from './a.ts'`, './a.ts', ['A']],
  ['dynamic', `const a = await import('./a.ts')`, './a.ts', []],
  ['dynamic by a plain template', 'await import(`./a.ts`)', './a.ts', []],
  ['dynamic and computed', `await import('./' + name)`, null, []],
  ['dynamic by a template', 'await import(`./${name}.ts`)', null, []],
  ['in a type', `type A = import('./a.ts').A`, './a.ts', []],
  ['require', `const a = require('./a.cjs')`, './a.cjs', []],
  ['resolve', `import.meta.resolve('./a.ts')`, './a.ts', []],
  ['worker', `new Worker(new URL('./a.ts', import.meta.url))`, './a.ts', []],
  ['inside a template', '`${await import("./a.ts")}`', './a.ts', []],
]

for (const [name, source, specifier, names] of forms)
  test(`found: ${name}`, () => {
    const found = importsOf(source).map(({ specifier, names }) => ({ specifier, names }))
    assert.deepEqual(found, [{ specifier, names }])
  })

const looksLike: readonly [string, string][] = [
  ['a comment', `// import './a.ts'\n/* export * from './a.ts' */`],
  ['a string', `const a = "import './a.ts'"`],
  ['a template', "const a = `import './a.ts'`"],
  ['a member', `loader.import('./a.ts'); loader.require('./a.ts')`],
  ['a key', `const a = { import: './a.ts' }`],
  ['an export of one’s own', `export { a }\nconst b = from('./a.ts')`],
  ['a declaration', `export const from = './a.ts'`],
  ['import.meta', `const a = import.meta.dirname + './a.ts'`],
  ['the address of a data file', `new URL('./data/', import.meta.url)`],
]

for (const [name, source] of looksLike)
  test(`not taken for an import: ${name}`, () => assert.deepEqual(importsOf(source), []))

test('an export of one’s own before an import does not swallow it', () =>
  assert.deepEqual(
    importsOf(`export { a }\nimport { b } from './b.ts'`).map(({ specifier }) => specifier),
    ['./b.ts'],
  ))
