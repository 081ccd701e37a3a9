/**
 * A finished PDF (ISO 32000-1), token by token against the little that an image-only document needs. Nothing is searched
 * for by name: every name, operator and byte outside the images must be on the list, so that an Info dictionary,
 * XMP, a font, a string, a comment, an object stream, a second revision or trailing bytes fail alike.
 */

const header = /^%PDF-1\.\d\r?\n%[\x80-\xff]{4}\r?\n/
const names = new Set([
  ...[
    'Type',
    'Catalog',
    'Pages',
    'Kids',
    'Count',
    'Page',
    'Parent',
    'MediaBox',
    'Resources',
    'XObject',
    'Contents',
  ],
  ...[
    'Subtype',
    'Image',
    'Width',
    'Height',
    'ColorSpace',
    'DeviceGray',
    'BitsPerComponent',
    'Length',
    'Size',
    'Root',
  ],
  ...[
    'Filter',
    'FlateDecode',
    'CCITTFaxDecode',
    'DecodeParms',
    'Predictor',
    'Colors',
    'Columns',
    'Rows',
    'K',
    'BlackIs1',
  ],
  ...['ProcSet', 'PDF', 'ImageB', 'I'],
])
const token =
  /\s*(?:(?<name>\/[A-Za-z0-9]+)|(?<number>[-+]?(?:\d+\.?\d*|\.\d+))(?![\w.])|(?<word>obj|endobj|R|xref|trailer|startxref|n|f|true|false|stream(?=\r?\n))(?![\w.])|(?<mark><<|>>|\[|\])|(?<end>%%EOF\s*$))/y
/** Places one image and does nothing else. */
const content = /^q(?: -?\d+(?:\.\d+)?){6} cm \/I Do Q\s*$/

export const pdfIsBare = (bytes: Uint8Array): boolean => {
  const text = latin1(bytes)
  const start = header.exec(text)
  if (!start) return false
  const scan = { text, at: start[0].length, dictionary: [] as string[] }
  for (;;) {
    token.lastIndex = scan.at
    const match = token.exec(text)
    if (!match?.groups) return false
    scan.at = token.lastIndex
    const { name, mark, word, end } = match.groups
    if (end !== undefined) return scan.at === text.length
    if (name !== undefined && !names.has(name.slice(1))) return false
    if (word === 'stream') {
      if (!skipStream(scan)) return false
    } else if (word === 'obj') scan.dictionary = []
    else scan.dictionary.push(name ?? mark ?? match[0].trim())
  }
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** Past a stream of the length that its dictionary states: an image, or the one content that may be. */
const skipStream = (scan: {
  readonly text: string
  at: number
  readonly dictionary: readonly string[]
}): boolean => {
  const { text, dictionary } = scan
  const length = Number(dictionary[dictionary.indexOf('/Length') + 1])
  const from = scan.at + (text[scan.at] === '\r' ? 2 : 1)
  if (!Number.isSafeInteger(length) || length < 0 || from + length > text.length) return false
  const isImage = dictionary[dictionary.indexOf('/Subtype') + 1] === '/Image'
  if (!isImage && (dictionary.includes('/Filter') || !content.test(text.slice(from, from + length))))
    return false
  const end = /\r?\nendstream\s/y
  end.lastIndex = from + length
  if (!end.test(text)) return false
  scan.at = end.lastIndex
  return true
}
