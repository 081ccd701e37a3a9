/**
 * `cordon detect`: identifiers in text, line by line. Each line `{ "id", "text" }` gives a line `{ "id", "spans": [{ "start", "end",
 * "label", "score" }] }`; offsets are UTF-16 units, spans do not overlap and are in order. A contract for measuring: its form
 * must stay. An error names the line's number and never its text.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { loadGazetteer } from '../config/identifiers/load.ts'
import { findSpans } from '../daemon/deidentify/detect.ts'
import type { Gazetteer } from '../daemon/model/gazetteer.ts'
import { exitCodes, Failure } from './exit.ts'

type Options = { readonly jsonl: string; readonly out: string }

const help = `
Each line of IN is a JSON object with "id" (a string or a number) and "text" (a string). OUT gets one line for each,
in the same order: {"id":…,"spans":[{"start","end","label","score"}]}. Offsets count UTF-16 units, end excluded.
Empty lines are passed over. OUT is complete or not there.

Labels: NAME LOCATION DATE AGE_90 PHONE FAX EMAIL SSN MRN HEALTH_PLAN ACCOUNT LICENSE VEHICLE DEVICE URL IP BIOMETRIC
PHOTO OTHER_ID.

Exit codes: 0 done, 3 a line of IN is not as it must be.

Examples:
  cordon detect --jsonl notes.jsonl --out spans.jsonl
  cordon detect --jsonl - --out - < notes.jsonl`

export default (program: Command): void => {
  program
    .command('detect')
    .description('find identifiers in text lines')
    .requiredOption('--jsonl <in>', 'a file of JSON lines, or - for standard input')
    .requiredOption('--out <out>', 'where the spans go, or - for standard output')
    .addHelpText('after', help)
    .action((options: Options) => detect(options))
}

const detect = async ({ jsonl, out }: Options): Promise<void> => {
  const input = jsonl === '-' ? process.stdin : createReadStream(jsonl)
  const spans = () => spanLines(input, loadGazetteer(), showProgress())
  if (out === '-') {
    // The end of a pipe belongs to the process, not to this command.
    for await (const line of spans()) await written(process.stdout, line)
    return
  }
  const part = `${out}.part`
  try {
    await pipeline(Readable.from(spans()), createWriteStream(part, { mode: 0o600 }))
    await rename(part, out)
  } catch (thrown) {
    await rm(part, { force: true })
    throw thrown
  }
}

const written = (to: Writable, line: string): Promise<void> =>
  new Promise((resolve, reject) => {
    to.write(line, fault => (fault ? reject(fault) : resolve()))
  })

/** A count that renews itself on a terminal; silent elsewhere. */
const showProgress = (): ((lines: number, ended: boolean) => void) => {
  if (!process.stderr.isTTY) return () => {}
  return (lines, ended) => {
    if (ended || lines % 100 === 0) process.stderr.write(`\r${lines} lines${ended ? '\n' : ''}`)
  }
}

async function* spanLines(
  input: AsyncIterable<Uint8Array>,
  gazetteer: Gazetteer,
  progress: (lines: number, ended: boolean) => void,
): AsyncGenerator<string> {
  let number = 0
  for await (const untrustedLine of linesOf(input)) {
    number++
    if (untrustedLine.length > 0) yield `${JSON.stringify(spansOf(untrustedLine, number, gazetteer))}\n`
    progress(number, false)
  }
  progress(number, true)
}

const spansOf = (untrustedLine: Uint8Array, number: number, gazetteer: Gazetteer) => {
  const { id, text } = parseLine(untrustedLine, number)
  const spans = findSpans(text, gazetteer).map(({ start, end, class: label, score }) => ({
    start,
    end,
    label,
    score: Math.round(score * 1000) / 1000,
  }))
  return { id, spans }
}

const badLine = (number: number, what: string): Failure =>
  new Failure(exitCodes.rejected, `line ${number} ${what}`, 'correct the line and run the command again')

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

const parseLine = (
  untrustedLine: Uint8Array,
  number: number,
): { readonly id: string | number; readonly text: string } => {
  let untrusted: unknown
  try {
    untrusted = JSON.parse(decoder.decode(untrustedLine))
  } catch {
    // The parser's message quotes the line.
    throw badLine(number, 'is not JSON in UTF-8')
  }
  const { id, text } = (typeof untrusted === 'object' && untrusted !== null ? untrusted : {}) as Record<
    string,
    unknown
  >
  if (typeof id !== 'string' && typeof id !== 'number')
    throw badLine(number, 'has no "id" that is a string or a number')
  if (typeof text !== 'string') throw badLine(number, 'has no "text" that is a string')
  return { id, text }
}

const newline = 10
const maxLineBytes = 64 * 1024 * 1024

/** Lines without their end, the carriage return included; blank lines come as empty. @throws Failure at a line of more than 64 MiB. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = []
  let restBytes = 0
  let number = 0
  for await (const chunk of input) {
    let from = 0
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      yield trimmed(Buffer.concat([...rest, chunk.subarray(from, at)]))
      ;[rest, restBytes, from] = [[], 0, at + 1]
      number++
    }
    rest.push(chunk.subarray(from))
    restBytes += chunk.length - from
    if (restBytes > maxLineBytes) throw badLine(number + 1, 'is longer than 64 MiB')
  }
  if (restBytes > 0) yield trimmed(Buffer.concat(rest))
}

const trimmed = (line: Buffer): Uint8Array => {
  const isBlank = (byte: number | undefined): boolean => byte === 32 || byte === 13 || byte === 9
  let end = line.length
  while (end > 0 && isBlank(line[end - 1])) end--
  return line.subarray(0, end)
}
