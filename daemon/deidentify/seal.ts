/**
 * Seals a released document: every part becomes a FHIR bundle, signed by the box, encrypted to the gateways, one line
 * each. A pure stage: keys stay behind the ports. It takes verified pages only, and it must never seal a page with a
 * hit of the gate, a field in clear, or bytes that are not the image they are said to be: it throws, which is a bug
 * of the caller, and nothing leaves.
 */
import { createHash } from 'node:crypto'
import { type Filing, isClosedFiling, noFiling } from '../model/filing.ts'
import { type Field, identifierClasses } from '../model/identifier.ts'
import { documentKinds } from '../model/kind.ts'
import { heldReasons, maskReasons, type Page } from '../model/page.ts'
import type { ManifestFacts, PartFacts, ReleaseFacts } from '../model/release.ts'

declare const releasable: unique symbol

/** A verified page's finished PNG. Only `pageToSeal` makes one, so nothing else can be sealed. */
export type SealablePage = {
  readonly number: number
  readonly png: Uint8Array
  readonly held: boolean
  readonly [releasable]: true
}

export type SealPorts = {
  /** Part 0 and part n as FHIR bundles (`bundle.ts`). */
  readonly manifest: (facts: ManifestFacts) => object
  readonly part: (
    release: ReleaseFacts,
    facts: Pick<PartFacts, 'part' | 'mediaType'>,
    bytes: Uint8Array,
  ) => object
  /** A compact JWS by the box's key: ES256, `kid`, typ `cordon-part+jws`. */
  readonly sign: (payload: string) => Promise<string>
  /** A JWE in general JSON serialisation, one line, one recipient per gateway key. */
  readonly encrypt: (jws: string) => Promise<string>
}

export type SealInput = {
  readonly release: ReleaseFacts
  readonly pages: readonly SealablePage[]
  readonly pdf: Uint8Array
  /** What became of each page and region, as JSON (`report.ts`). */
  readonly report: object
  readonly fields: readonly Field[]
  /** Kind, codes and medications; a document without them is of unknown kind. */
  readonly filing?: Filing
}

/** Pairs a verified page with its PNG, and lets the raster go. @throws Error where the page may not leave. */
export const pageToSeal = (page: Page<'verified'>, png: Uint8Array): SealablePage => {
  if (page.hits.length > 0) throw new Error('a page with a hit of the gate cannot be sealed')
  const { widthPx, heightPx } = pngSize(png)
  if (widthPx !== page.raster.widthPx || heightPx !== page.raster.heightPx)
    throw new Error('the PNG is not of this page')
  return { number: page.number, png, held: page.held !== null } as SealablePage
}

/** Number of lines that `seal` will give: the manifest, the pages, the PDF, the report. */
export const partCount = (pages: readonly SealablePage[]): number => pages.length + 3

/**
 * The [sealed] job's body: one JWE per line, the manifest first, then the pages in order, the PDF, last the report.
 * Lines end in `\n` but for the last.
 * @throws Error (a bug) on pages out of order, a held page that nobody decided, or a value that could be clear text.
 */
export async function* seal(input: SealInput, ports: SealPorts): AsyncGenerator<Uint8Array> {
  check(input)
  const { release, pages, pdf, report, fields, filing = noFiling } = input
  const contents = [...pages.map(page => page.png), pdf, Buffer.from(JSON.stringify(report))]
  const parts = contents.map((bytes, at) => partFacts(at + 1, pages.length, bytes))
  yield await sealed(ports.manifest({ release, fields, parts, filing }), ports)
  for (const [at, part] of parts.entries()) {
    yield newline
    yield await sealed(ports.part(release, part, contents[at]!), ports)
  }
}

const newline = Uint8Array.of(0x0a)

const sealed = async (bundle: object, { sign, encrypt }: SealPorts): Promise<Uint8Array> => {
  const line = await encrypt(await sign(JSON.stringify(bundle)))
  if (line.includes('\n')) throw new Error('a sealed part must be one line')
  return Buffer.from(line)
}

const mediaTypeOf = (part: number, pages: number): PartFacts['mediaType'] => {
  if (part <= pages) return 'image/png'
  return part === pages + 1 ? 'application/pdf' : 'application/json'
}

const partFacts = (part: number, pages: number, bytes: Uint8Array): PartFacts => ({
  part,
  page: part <= pages ? part : null,
  mediaType: mediaTypeOf(part, pages),
  sizeBytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

const check = ({ release, pages, pdf, report, fields, filing = noFiling }: SealInput): void => {
  if (pages.length === 0) throw new Error('a document has at least one page')
  if (pages.some((page, at) => page.number !== at + 1)) throw new Error('pages out of order')
  if (release.reviewerRole === null && pages.some(page => page.held))
    throw new Error('a held page needs a decision')
  if (Buffer.from(pdf.subarray(0, 5)).toString('latin1') !== '%PDF-') throw new Error('not a PDF')
  if (!/^[0-9a-f]{64}$/.test(release.policy.fingerprint)) throw new Error('not a fingerprint')
  const { site, device } = release.box
  for (const id of [site, device, release.source, release.reviewerRole ?? 'box'])
    if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(id)) throw new Error('not a configured id')
  for (const field of fields) checkField(field, pages.length)
  checkFiling(filing, pages.length)
  checkReport(report)
}

const reportWords: ReadonlySet<string> = new Set([
  ...heldReasons,
  ...maskReasons,
  ...identifierClasses,
  ...documentKinds,
  'UNREAD',
  'released',
  'review',
])

/** Codes and medications leave in clear: only what is of their closed grammars may. */
const checkFiling = (filing: Filing, pages: number): void => {
  if (!isClosedFiling(filing)) throw new Error('what is filed must be of a closed grammar')
  for (const { page } of [...filing.codes, ...filing.medications])
    if (!Number.isInteger(page) || page < 1 || page > pages) throw new Error('a field must be of a page')
}

/** A report holds numbers, words of closed lists and the policy's fingerprint: no string of the document can be in it. */
const checkReport = (value: unknown, called = ''): void => {
  const isFingerprint = called === 'policy' && /^[0-9a-f]{64}$/.test(String(value))
  if (typeof value === 'string' && !reportWords.has(value) && !isFingerprint)
    throw new Error('a report holds closed words only')
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (!/^[A-Za-z]{1,24}$|^\d+$/.test(name)) throw new Error('a report holds closed words only')
    checkReport(inner, name)
  }
}

/** What a value may look like after each treatment. */
const fieldShapes: Readonly<Record<Field['treatment'], RegExp>> = {
  token: /^t1\.[A-Za-z0-9_-]{1,32}\.[A-Za-z0-9_-]{16,128}$/,
  generalise: /^\d{1,4}\+?$/,
  ff1: /^(?=.{4,192}$)[0-9A-Z ()./+-]*[0-9A-Z][0-9A-Z ()./+-]*$/,
  shift: /^(?:18|19|20|21)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  surrogate: /^[A-Za-z0-9][A-Za-z0-9 @.:/-]{0,63}$/,
}

/** Nothing leaves as a field that does not have the form of its treatment. */
const checkField = ({ value, treatment, page }: Field, pages: number): void => {
  if (!fieldShapes[treatment].test(value)) throw new Error('a field must have the form of its treatment')
  if (!Number.isInteger(page) || page < 1 || page > pages) throw new Error('a field must be of a page')
}

/** Width and height of a PNG (PNG 3rd edition, 11.2.1 IHDR). @throws Error where the bytes are no PNG. */
const pngSize = (png: Uint8Array): { widthPx: number; heightPx: number } => {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  if (bytes.length < 33 || bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n')
    throw new Error('not a PNG')
  return { widthPx: bytes.readUInt32BE(16), heightPx: bytes.readUInt32BE(20) }
}
