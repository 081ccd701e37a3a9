/**
 * Is a TIFF whole? Walks the chain of image file directories (TIFF 6.0, section 2; BigTIFF) and asks that every
 * directory, value, strip and tile lies within the file. Classic and Big, both byte orders. Looks at no pixel.
 */
import { type Bytes, incomplete, isPadding, type Look, rejected } from './bytes.ts'
import { type Directory, directoryAt, type Form, formOf } from './directory.ts'
import { strayStrips } from './strips.ts'

/** A safeguard of this walk; how many pages a document may have is for `deidentify` to say. */
export const maxDirectories = 10_000

type Walk = { readonly seen: Set<number>; end: number; pages: number; pagesSaid: number }

const addDirectory = async (
  bytes: Bytes,
  form: Form,
  offset: number,
  walk: Walk,
): Promise<Directory | Look> => {
  if (offset < form.headerBytes || walk.seen.has(offset)) return rejected('corrupt')
  if (walk.seen.size >= maxDirectories) return rejected('too-many-pages')
  walk.seen.add(offset)
  const directory = await directoryAt(bytes, form, offset)
  if ('outcome' in directory) return directory
  walk.end = Math.max(walk.end, directory.end)
  walk.pagesSaid = Math.max(walk.pagesSaid, directory.pagesSaid)
  return directory
}

/** Directories inside a directory (EXIF, GPS, SubIFDs) must lie within the file; what they show is of no interest. */
const addChildren = async (bytes: Bytes, form: Form, page: Directory, walk: Walk): Promise<Look | null> => {
  for (const child of page.children) {
    if (walk.seen.has(child)) continue
    const directory = await addDirectory(bytes, form, child, walk)
    if ('outcome' in directory) return directory
    const strips = await strayStrips(bytes, form, directory)
    if (typeof strips !== 'number') return strips
    walk.end = Math.max(walk.end, strips)
  }
  return null
}

const addPage = async (bytes: Bytes, form: Form, offset: number, walk: Walk): Promise<Directory | Look> => {
  const page = await addDirectory(bytes, form, offset, walk)
  if ('outcome' in page) return page
  if (page.data.length === 0) return rejected('corrupt')
  walk.pages += 1
  const strips = await strayStrips(bytes, form, page)
  if (typeof strips !== 'number') return strips
  walk.end = Math.max(walk.end, strips)
  return (await addChildren(bytes, form, page, walk)) ?? page
}

export const lookAtTiff = async (bytes: Bytes): Promise<Look> => {
  const head = await formOf(bytes)
  if ('outcome' in head) return head
  const walk: Walk = { seen: new Set(), end: head.form.headerBytes, pages: 0, pagesSaid: 0 }
  if (head.first === 0) return incomplete
  for (let offset = head.first; offset !== 0; ) {
    const page = await addPage(bytes, head.form, offset, walk)
    if ('outcome' in page) return page
    offset = page.next
  }
  // Bytes behind all that the chain reaches are a page on its way: libtiff writes a page's strips before its directory.
  const more = walk.pagesSaid > walk.pages || !(await isPadding(bytes, walk.end))
  return { outcome: 'complete', mediaType: 'image/tiff', more }
}
