/**
 * Is a file whole? Tells the format by content, never by name, and asks its walker. Reads within bounds through a port,
 * touches nothing else, and never throws over what a file contains.
 */
import {
  ascii,
  type Bytes,
  bytesOf,
  Exhausted,
  incomplete,
  type Look,
  type RandomAccess,
  rejected,
} from './complete/bytes.ts'
import { lookAtJpeg } from './complete/jpeg.ts'
import { headBytes, lookAtPdf } from './complete/pdf.ts'
import { lookAtPng } from './complete/png.ts'
import { lookAtTiff } from './complete/tiff.ts'

export type { Look, RandomAccess } from './complete/bytes.ts'

type Walker = (bytes: Bytes) => Promise<Look>

const magics: readonly (readonly [magic: string, walker: Walker])[] = [
  ['II*\0', lookAtTiff],
  ['MM\0*', lookAtTiff],
  ['II+\0', lookAtTiff],
  ['MM\0+', lookAtTiff],
  ['\x89PNG\r\n\x1a\n', lookAtPng],
  ['\xff\xd8\xff', lookAtJpeg],
]

/** The walker for these first bytes; `incomplete` where too few are there to tell, or nothing but zeros (a hole). */
const walkerFor = (head: string): Walker | Look => {
  const known = magics.find(([magic]) => head.startsWith(magic))
  if (known !== undefined) return known[1]
  if (head.includes('%PDF-')) return lookAtPdf
  const mayBecome = [...magics.map(([magic]) => magic), '%PDF-'].some(magic => magic.startsWith(head))
  return mayBecome || /^\0+$/.test(head) ? incomplete : rejected('unknown-format')
}

/** Never rejects over content. @throws whatever `read` throws. */
export const lookAt = async (file: RandomAccess): Promise<Look> => {
  if (file.size === 0) return rejected('empty-file')
  const bytes = bytesOf(file)
  try {
    const head = await bytes.at(0, Math.min(headBytes, file.size))
    const walker = head === null ? incomplete : walkerFor(ascii(head))
    return typeof walker === 'function' ? await walker(bytes) : walker
  } catch (thrown) {
    if (thrown instanceof Exhausted) return rejected('corrupt')
    throw thrown
  }
}
