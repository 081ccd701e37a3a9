/**
 * Everything that is checked, in order: lint, types, layers, then the tests from the fast to the slow. Prints a line
 * per stage and file, failures in full, why a test was skipped, and at the end `N passed, N failed, N skipped`.
 * `--only lint,types,layers` runs those stages alone; further arguments name the test files or folders to run.
 */
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { runFiles } from './run/files.ts'
import { add, type Counts, none, secondsSince } from './run/tally.ts'

const root = dirname(import.meta.dirname)

type Program = { readonly name: string; readonly args: readonly string[] }
const programs: readonly Program[] = [
  {
    name: 'lint',
    args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings', '.'],
  },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', '.'] },
]

/** Groups of test files; a file belongs to the first whose pattern fits. A group ends before the next begins. */
const groups: readonly { readonly name: string; readonly files: RegExp; readonly atOnce: number }[] = [
  { name: 'layers', files: /^test\/layers[/.]/, atOnce: 1 },
  { name: 'drivers', files: /^test\/(?:drivers|contract|fuzz)\//, atOnce: 2 },
  { name: 'end to end', files: /^test\/(?:e2e|demo|bench|systemd)\//, atOnce: 1 },
  { name: 'unit', files: /./, atOnce: 2 },
]
const order = ['layers', 'unit', 'drivers', 'end to end']

const runProgram = ({ name, args }: Program): Promise<Counts> =>
  new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const output: Buffer[] = []
    child.stdout.on('data', chunk => output.push(chunk))
    child.stderr.on('data', chunk => output.push(chunk))
    child.on('error', reject)
    child.on('close', code => {
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${secondsSince(startedAt)})`)
      if (code !== 0) console.log(Buffer.concat(output).toString())
      const failures = code === 0 ? [] : [name]
      resolve({ ...none, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures })
    })
  })

const testFiles = (wanted: readonly string[]): string[] =>
  globSync('test/**/*.test.ts', { cwd: root })
    .filter(file => wanted.length === 0 || wanted.some(part => file.startsWith(part.replace(/^\.\//, ''))))
    .sort()

const groupOf = (file: string) => groups.find(({ files }) => files.test(file))

const runStages = async (isWanted: (stage: string) => boolean, files: readonly string[]): Promise<Counts> => {
  let counts = none
  for (const program of programs) if (isWanted(program.name)) counts = add(counts, await runProgram(program))
  for (const name of order) {
    const group = groups.find(group => group.name === name)
    const own = files.filter(file => groupOf(file) === group)
    if (group === undefined || own.length === 0 || !isWanted(name)) continue
    counts = add(counts, await runFiles(root, name, own, group.atOnce))
  }
  return counts
}

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true })
const only = values.only?.split(',')
const startedAt = performance.now()
const isWanted = (stage: string): boolean =>
  only === undefined
    ? positionals.length === 0 || !programs.some(({ name }) => name === stage)
    : only.includes(stage)
const { passed, failed, skipped, reasons, failures } = await runStages(isWanted, testFiles(positionals))

console.log('')
for (const reason of reasons) console.log(`skipped: ${reason}`)
for (const failure of failures) console.log(`failed: ${failure}`)
console.log(`time: ${secondsSince(startedAt)}`)
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
