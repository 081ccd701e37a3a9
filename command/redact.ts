/**
 * `cordon redact`: the same stages as the services, here and now, for files given by name. Writes only under --out:
 * pages that may leave as PNG, one PDF, and the report. It seals and sends nothing, and keeps no copy.
 */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { type Command, Option } from 'commander'
import { parseConfig } from '../config/load.ts'
import { policyFrom, withProfile } from '../config/policy.ts'
import { lookAt } from '../daemon/capture/complete.ts'
import { heldFor, type RedactedPage, redactPages, understand } from '../daemon/deidentify/pipeline.ts'
import { thresholdsBy } from '../daemon/deidentify/policy.ts'
import { finish } from '../daemon/deidentify/release.ts'
import { type DocumentReport, rejectedReport, reportOf } from '../daemon/deidentify/report.ts'
import { type Engine, openEngine } from '../daemon/engine.ts'
import { Rejected } from '../daemon/errors.ts'
import type { MediaType } from '../daemon/model/document.ts'
import type { KindGuess } from '../daemon/model/kind.ts'
import type { Policy, PolicyInForce } from '../daemon/model/policy.ts'
import { type ExitCode, exitCodes, Failure } from './exit.ts'
import { languageFolder, policyOfFile, settings } from './settings.ts'

type Options = {
  readonly out: string
  readonly profile?: Policy['profile']
  readonly policy?: string
  readonly config?: string
  readonly includeHeld?: boolean
}

const help = `
For NAME.ext it writes DIR/NAME/page-001.png … for pages that may leave, DIR/NAME/document.pdf when the whole document
may, and DIR/NAME/report.json with the fingerprint of the policy, every masked region, its class and reason, the kind of
document, and the stages' times.

Exit codes: 0 all released, 2 something is held for a person, 3 something was rejected as bad input, 1 a file could
not be read or a result not be written.

Examples:
  cordon redact fax.tif --out out
  cordon redact *.pdf --out out --profile balanced
  cordon redact form.jpg --out out --include-held     also writes the (masked) pages that a person should look at`

export default (program: Command): void => {
  program
    .command('redact')
    .description('de-identify files here and now, without the services')
    .argument('<file...>', 'TIFF, PDF, PNG or JPEG; the content decides, not the name')
    .requiredOption('--out <dir>', 'where results go')
    .addOption(new Option('--profile <profile>', 'how much is released').choices(['strict', 'balanced']))
    .option('--policy <file>', 'a policy file (cordon policy new), signed or not')
    .option('--config <file>', 'take limits, engine and policy from a configuration')
    .option('--include-held', 'write the masked pages of held documents too')
    .addHelpText('after', help)
    .action((files: string[], options: Options) => redact(files, options))
}

const redact = async (files: readonly string[], options: Options): Promise<void> => {
  const names = outNames(files)
  const { deidentify } = options.config === undefined ? defaults() : await settings(options.config)
  const policy = await policyOf(options, deidentify)
  const engine = await openEngine(deidentify, languageFolder())
  const exits: ExitCode[] = []
  try {
    for (const [i, file] of files.entries()) {
      const name = names[i] as string
      process.stderr.write(`${i + 1}/${files.length} ${printable(name)}: `)
      exits.push(await redactOne(file, join(options.out, name), policy, engine, options))
    }
  } finally {
    await engine.close()
  }
  const gravest = [exitCodes.failure, exitCodes.rejected, exitCodes.held].find(exit => exits.includes(exit))
  if (gravest !== undefined) process.exitCode = gravest
}

/** One file's failure is told and costs the others nothing. */
const redactOne = async (...args: Parameters<typeof redactFile>): Promise<ExitCode> => {
  try {
    const { verdict, reason } = await redactFile(...args)
    process.stderr.write(`${verdict}${reason === null ? '' : ` (${reason}; see docs/errors.md)`}\n`)
    if (verdict === 'rejected') return exitCodes.rejected
    return verdict === 'review' ? exitCodes.held : exitCodes.ok
  } catch (thrown) {
    const { syscall, code } = (thrown ?? {}) as NodeJS.ErrnoException
    if (syscall === undefined) throw thrown
    process.stderr.write(
      `not done: ${code === 'ENOENT' ? 'there is no such file' : `the system refused with ${code}`}\n`,
    )
    return exitCodes.failure
  }
}

const printable = (name: string): string => name.replace(/[^\p{L}\p{N} ._-]/gu, '?')

/** Defaults of the configuration, as a box without a file would have them. */
const defaults = () => {
  const loaded = parseConfig('{}')
  if ('faults' in loaded)
    throw new Failure(exitCodes.config, 'the defaults are faulty', 'report this', loaded.faults)
  return loaded.config
}

const policyOf = async (
  { profile, policy: file }: Options,
  fields: Parameters<typeof policyFrom>[0],
): Promise<PolicyInForce> => {
  const policy = file === undefined ? policyFrom(fields) : await policyOfFile(file)
  return profile === undefined ? policy : withProfile(policy, profile)
}

const outNames = (files: readonly string[]): readonly string[] => {
  const names = files.map(file => basename(file, extname(file)))
  if (names.some(name => name === '.' || name === '..'))
    throw new Failure(exitCodes.usage, 'a file has no name of its own', 'rename it')
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined)
    throw new Failure(
      exitCodes.usage,
      'two of the files would have the same folder under --out',
      'rename one, or redact them apart',
    )
  return names
}

const redactFile = async (
  file: string,
  folder: string,
  policy: PolicyInForce,
  engine: Engine,
  options: Options,
): Promise<DocumentReport> => {
  await stat(file)
  await mkdir(folder, { recursive: true })
  await removeResults(folder)
  const report = await reportOrRejected(async () => {
    const { bytes, mediaType } = await readInput(file, engine.maxDocumentBytes)
    const detected = await understand(bytes, mediaType, engine.ports(progress))
    const ports = { ...engine.ports(progress), thresholds: thresholdsBy(policy) }
    const redacted = await redactPages(detected, policy, ports)
    return writePages(redacted, detected.filing.kind, policy, folder, engine, options.includeHeld === true)
  })
  await writeWhole(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
  return report
}

/** What an earlier run left: a page of then must not stand beside a verdict of now. */
const removeResults = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder))
    if (/^(page-\d{3,}\.png|document\.pdf|report\.json)(\.part)?$/.test(name)) await rm(join(folder, name))
}

const progress = (page: number, place: 'read' | 'verified'): void => {
  process.stderr.write(place === 'read' ? `page ${page} read, ` : `page ${page} masked and checked, `)
}

const reportOrRejected = async (work: () => Promise<DocumentReport>): Promise<DocumentReport> => {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof Rejected) return rejectedReport(thrown.code)
    throw thrown
  }
}

const readInput = async (
  file: string,
  maxBytes: number,
): Promise<{ bytes: Buffer; mediaType: MediaType }> => {
  const facts = await stat(file)
  if (!facts.isFile()) throw new Rejected('not-a-file')
  if (facts.size > maxBytes) throw new Rejected('too-many-bytes')
  const bytes = await readFile(file)
  const look = await lookAt({
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  })
  if (look.outcome === 'complete') return { bytes, mediaType: look.mediaType }
  throw new Rejected(look.outcome === 'rejected' ? look.code : 'truncated')
}

/** Pages of a held document are written only on demand; a page is never written unmasked. */
const writePages = async (
  redacted: readonly RedactedPage[],
  kind: KindGuess,
  { fingerprint }: Policy,
  folder: string,
  engine: Engine,
  includeHeld: boolean,
): Promise<DocumentReport> => {
  const held = heldFor(redacted) !== null
  if (!held) {
    const { pages, pdf, hits } = await finish(redacted, engine.encoder)
    const [hit] = hits
    if (hit !== undefined) return reportOf(redacted, hit.reason, kind, fingerprint)
    for (const { number, png } of pages) await writeWhole(pngPath(folder, number), png)
    await writeWhole(join(folder, 'document.pdf'), pdf)
    return reportOf(redacted, null, kind, fingerprint)
  }
  for (const { verified } of redacted) {
    const isHeld = verified.hits.length > 0 || verified.held !== null
    if (isHeld && !includeHeld) continue
    await writeWhole(
      pngPath(folder, verified.number),
      await engine.encoder.encodePng(verified.raster, verified.bilevel),
    )
  }
  return reportOf(redacted, null, kind, fingerprint)
}

const pngPath = (folder: string, page: number): string =>
  join(folder, `page-${String(page).padStart(3, '0')}.png`)

const writeWhole = async (path: string, content: string | Uint8Array): Promise<void> => {
  await writeFile(`${path}.part`, content)
  await rename(`${path}.part`, path)
}
