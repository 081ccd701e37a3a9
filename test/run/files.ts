/**
 * Runs a group of test files, each in its own process, and prints a line per file and each failure in full.
 * A file that ends without having run a test is a failure: it proves nothing.
 */
import { relative, resolve } from 'node:path'
import { run } from 'node:test'
import { inspect } from 'node:util'
import { type Counts, secondsSince } from './tally.ts'

const longestFileMs = 15 * 60_000

type Event = {
  readonly name: string
  readonly file?: string | undefined
  readonly line?: number | undefined
  readonly skip?: string | boolean | undefined
  readonly todo?: string | boolean | undefined
  readonly details: { readonly error?: Error & { failureType?: string } }
}

/** Node reports a file as a test of its own where it died, or where it held none. */
const isWholeFile = ({ name, file }: Event): boolean => name === file

/** Collects what happens, and prints it as it happens. */
const createReport = (root: string) => {
  const spoken = new Map<string, string>()
  const reasons: string[] = []
  const failures: string[] = []
  let empty = 0
  const place = ({ file = '', line }: Event): string =>
    `${relative(root, file)}${line === undefined ? '' : `:${line}`}`
  const fail = (event: Event, why: string): void => {
    const failure = `${place(event)} ${isWholeFile(event) ? '(the file)' : event.name}`
    failures.push(failure)
    console.log(`FAIL ${failure}\n${why.trimEnd().replace(/^/gm, '       ')}`)
  }
  return {
    spoke: (file = '', message = ''): void => {
      spoken.set(file, `${spoken.get(file) ?? ''}${message}`.slice(-8_192))
    },
    passed: (event: Event): void => {
      if (event.skip !== undefined || event.todo !== undefined)
        reasons.push(`${place(event)} ${event.name}: ${event.skip ?? event.todo}`)
      else if (isWholeFile(event)) {
        empty += 1
        fail(event, 'the file holds no test')
      }
    },
    failed: (event: Event): void => {
      const { error } = event.details
      if (error?.failureType === 'subtestsFailed') return
      const output = isWholeFile(event) ? (spoken.get(event.file ?? '') ?? '') : ''
      const cause = error?.cause ?? error
      const told =
        cause instanceof Error && cause.stack !== undefined ? cause.stack : inspect(cause, { depth: 4 })
      fail(event, `${told}\n${output}`)
    },
    facts: () => ({ reasons, failures, empty }),
  }
}

type Tests = { readonly passed: number; readonly failed: number; readonly cancelled: number }
type AllTests = Tests & { readonly skipped: number; readonly todo: number }

const fileLine = (
  file: string,
  { passed, failed, cancelled, skipped, todo }: AllTests,
  ms: number,
): string => {
  const parts = [
    `${passed} passed`,
    failed + cancelled > 0 ? `${failed + cancelled} failed` : null,
    skipped + todo > 0 ? `${skipped + todo} skipped` : null,
  ]
  return `       ${file}: ${parts.filter(part => part !== null).join(', ')} (${(ms / 1000).toFixed(1)} s)`
}

/** `files` are relative to `root`; `atOnce` of them run at the same time. */
export const runFiles = async (
  root: string,
  name: string,
  files: readonly string[],
  atOnce: number,
): Promise<Counts> => {
  const startedAt = performance.now()
  const report = createReport(root)
  let all: AllTests = { passed: 0, failed: 0, cancelled: 0, skipped: 0, todo: 0 }
  const paths = files.map(file => resolve(root, file))
  for await (const { type, data } of run({
    files: paths,
    concurrency: atOnce,
    cwd: root,
    timeout: longestFileMs,
  })) {
    if (type === 'test:stderr' || type === 'test:stdout') report.spoke(data.file, data.message)
    else if (type === 'test:pass') report.passed(data)
    else if (type === 'test:fail') report.failed(data)
    else if (type === 'test:summary' && data.file === undefined) all = data.counts
    else if (type === 'test:summary')
      console.log(fileLine(relative(root, data.file ?? ''), data.counts, data.duration_ms))
  }
  const { reasons, failures, empty } = report.facts()
  const failed = all.failed + all.cancelled + empty
  const passed = all.passed - empty
  console.log(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${files.length} files, ${passed} passed (${secondsSince(startedAt)})`,
  )
  return { passed, failed, skipped: all.skipped + all.todo, reasons, failures }
}
