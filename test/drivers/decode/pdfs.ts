/** PDFs of our own making, whole and with a sound cross-reference table, for shapes that no encoder would write. */

type Shape = {
  mediaBox?: readonly number[]
  /** The page's content stream as it stands in the file, with further entries of its dictionary. */
  contents?: string | Uint8Array
  filter?: string
  pages?: number
  /** Further objects of the page's resources, from object 4 on. */
  resources?: string
  objects?: readonly (string | Uint8Array)[]
}

export const stream = (dictionary: string, data: string | Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`),
    Buffer.from(data as Uint8Array),
    Buffer.from('\nendstream'),
  ])

export const pdfOf = (shape: Shape): Uint8Array => {
  const {
    mediaBox = [0, 0, 612, 792],
    contents = '',
    filter = '',
    pages = 1,
    resources = '',
    objects = [],
  } = shape
  const firstPage = 4 + objects.length
  const numbers = Array.from({ length: pages }, (_, index) => firstPage + index)
  const bodies: (string | Uint8Array)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${numbers.map(number => `${number} 0 R`).join(' ')}] >>`,
    stream(filter, contents),
    ...objects,
    ...numbers.map(
      () =>
        `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox.join(' ')}] /Contents 3 0 R /Resources << ${resources} >> >>`,
    ),
  ]
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  let length = parts[0]!.length
  const offsets = bodies.map((body, index) => {
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(body as Uint8Array),
      Buffer.from('\nendobj\n'),
    ])
    parts.push(part)
    length += part.length
    return length - part.length
  })
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}`
  const trailer = `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(table + trailer)])
}
