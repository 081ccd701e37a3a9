/**
 * Is a PDF whole? Its end says so: `%%EOF`, before it `startxref N`, and at N a cross-reference table or stream
 * (ISO 32000-2, 7.5.5 and 7.5.8). Opens no stream and follows no reference; an encrypted file is as whole as any.
 */
import { ascii, type Bytes, incomplete, type Look } from './bytes.ts'

/** ISO 32000-1, annex H.3.4.4: readers accept `%%EOF` anywhere in the last 1024 bytes; scanners pad further. */
const tailBytes = 4096
/** Annex H.3.4.1: the header may stand anywhere in the first 1024 bytes. */
export const headBytes = 1024

type Tail = { readonly xrefOffset: number; readonly behind: string }

const tailOf = (text: string): Tail | null => {
  const end = text.lastIndexOf('%%EOF')
  if (end < 0) return null
  const start = /startxref[\s\0]+(\d{1,15})[\s\0]*$/.exec(text.slice(0, end))
  return start === null ? null : { xrefOffset: Number(start[1]), behind: text.slice(end + 5) }
}

const isXrefAt = async (bytes: Bytes, offset: number): Promise<boolean> => {
  const head = await bytes.at(offset, Math.max(0, Math.min(64, bytes.size - offset)))
  return head !== null && /^[\s\0]*(xref[\s\0]|\d{1,10}[\s\0]+\d{1,5}[\s\0]+obj)/.test(ascii(head))
}

/** The length that a linearised file says it has (`/L`, annex F.2.2), or 0. */
const linearisedLength = (head: string): number =>
  Number(/\/Linearized[\s\S]{0,200}?\/L[\s\0]+(\d{1,15})/.exec(head)?.[1] ?? 0)

export const lookAtPdf = async (bytes: Bytes): Promise<Look> => {
  const head = ascii((await bytes.at(0, Math.min(headBytes, bytes.size))) ?? new Uint8Array(0))
  if (bytes.size < linearisedLength(head)) return incomplete
  const tailStart = Math.max(0, bytes.size - tailBytes)
  const tail = tailOf(ascii((await bytes.at(tailStart, bytes.size - tailStart)) ?? new Uint8Array(0)))
  if (tail === null || tail.xrefOffset === 0) return incomplete
  const shift = Math.max(0, head.indexOf('%PDF-'))
  const found =
    (await isXrefAt(bytes, tail.xrefOffset)) ||
    (shift > 0 && (await isXrefAt(bytes, tail.xrefOffset + shift)))
  if (!found) return incomplete
  return { outcome: 'complete', mediaType: 'application/pdf', more: !/^[\s\0]*$/.test(tail.behind) }
}
