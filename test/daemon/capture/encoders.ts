/** Files of real encoders for the tests of completeness and capture: libtiff, ImageMagick, Ghostscript, QPDF, ExifTool. */
import { execFileSync } from 'node:child_process'
import { accessSync, constants, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const programs = ['tiffcp', 'tiffset', 'tiff2pdf', 'convert', 'gs', 'qpdf', 'exiftool'] as const

const isInstalled = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })

/** What the tests skip for, or false where all is there. */
export const skip = ((): string | false => {
  const missing = programs.filter(program => !isInstalled(program))
  return missing.length > 0 && `needs ${missing.join(', ')}`
})()

const run = (program: (typeof programs)[number], ...words: string[]): void => {
  execFileSync(program, words, { stdio: ['ignore', 'ignore', 'pipe'] })
}

const widthPx = 320
const heightPx = 240

/** A bilevel page of bars and dots that differs by its number. */
const pbm = (page: number): Buffer => {
  const rows = Buffer.alloc((widthPx / 8) * heightPx)
  for (let at = 0; at < rows.length; at++) rows[at] = (at * (page + 3)) % 11 < 2 ? (at * 37 + page) & 0xff : 0
  return Buffer.concat([Buffer.from(`P4\n${widthPx} ${heightPx}\n`), rows])
}

const ppm = (): Buffer => {
  const pixels = Buffer.alloc(widthPx * heightPx * 3)
  for (let at = 0; at < pixels.length; at++) pixels[at] = (at * at + (at >> 7) * 31) & 0xff
  return Buffer.concat([Buffer.from(`P6\n${widthPx} ${heightPx}\n255\n`), pixels])
}

export type Sample = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }

export const tiffs = (folder: string): Sample[] => {
  const at = (name: string) => join(folder, name)
  for (const page of [1, 2, 3]) {
    writeFileSync(at(`p${page}.pbm`), pbm(page))
    run('convert', at(`p${page}.pbm`), '-compress', 'none', at(`p${page}.tif`))
  }
  writeFileSync(at('c.ppm'), ppm())
  run('convert', at('c.ppm'), '-compress', 'none', at('c.tif'))
  const samples: Sample[] = []
  const add = (name: string, options: readonly string[], ...inputs: readonly string[]) => {
    run('tiffcp', ...options, ...inputs.map(at), at(`${name}.tif`))
    samples.push({ name, mediaType: 'image/tiff', bytes: readFileSync(at(`${name}.tif`)) })
  }
  add('g3-1d', ['-c', 'g3:1d'], 'p1.tif')
  add('g3-2d', ['-c', 'g3:2d'], 'p1.tif')
  add('g3-fill', ['-c', 'g3:1d:fill', '-r', '1'], 'p2.tif')
  add('g4', ['-c', 'g4'], 'p1.tif')
  add('g4-lsb2msb', ['-c', 'g4', '-f', 'lsb2msb'], 'p1.tif')
  add('g4-three-pages', ['-c', 'g4'], 'p1.tif', 'p2.tif', 'p3.tif')
  add('g4-big-endian', ['-c', 'g4', '-B', '-r', '16'], 'p1.tif', 'p2.tif')
  add('lzw', ['-c', 'lzw'], 'c.tif')
  add('zip-tiled', ['-c', 'zip', '-t', '-w', '64', '-l', '64'], 'c.tif')
  add('jpeg', ['-c', 'jpeg', '-r', '16'], 'c.tif')
  add('none-many-strips', ['-c', 'none', '-r', '1'], 'c.tif')
  add('bigtiff', ['-8', '-c', 'g4', '-r', '8'], 'p1.tif', 'p2.tif')
  add('bigtiff-big-endian', ['-8', '-B', '-c', 'lzw'], 'c.tif', 'p2.tif')
  run('convert', at('p1.pbm'), '-negate', '-compress', 'none', at('n.tif'))
  run('tiffset', '-s', '262', '0', at('n.tif'))
  add('min-is-white', ['-c', 'g4'], 'n.tif')
  run('tiffset', '-s', '262', '1', at('n.tif'))
  add('min-is-black', ['-c', 'g4'], 'n.tif')
  return samples
}

/** What a reader of a PDF would append to change one object: object, cross-reference section, trailer. */
const incremental = (original: Buffer): Buffer => {
  const text = original.toString('latin1')
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)![1]
  const root = /\/Root\s+(\d+ \d+ R)/.exec(text)![1]
  const size = Number(/\/Size\s+(\d+)/.exec(text)![1])
  const object = `${size} 0 obj\n<< /Note (appended) >>\nendobj\n`
  const xref = original.length + object.length
  const entry = `${String(original.length).padStart(10, '0')} 00000 n \n`
  const trailer = `trailer\n<< /Size ${size + 1} /Root ${root} /Prev ${previous} >>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.concat([original, Buffer.from(`${object}xref\n${size} 1\n${entry}${trailer}`, 'latin1')])
}

export const pdfs = (folder: string): Sample[] => {
  const at = (name: string) => join(folder, name)
  writeFileSync(at('scan.pbm'), pbm(1))
  run('convert', at('scan.pbm'), '-compress', 'none', at('scan.tif'))
  run('tiff2pdf', '-o', at('image-only.pdf'), at('scan.tif'))
  const ps = '/Helvetica findfont 24 scalefont setfont 72 700 moveto (Synthetic page) show showpage '
  writeFileSync(at('page.ps'), `%!PS\n${ps}${ps}`)
  run('gs', '-q', '-dBATCH', '-dNOPAUSE', '-sDEVICE=pdfwrite', '-o', at('vector.pdf'), at('page.ps'))
  run('qpdf', '--object-streams=disable', at('vector.pdf'), at('table.pdf'))
  run('qpdf', '--object-streams=generate', at('vector.pdf'), at('xref-stream.pdf'))
  run('qpdf', '--linearize', at('vector.pdf'), at('linearised.pdf'))
  run('qpdf', '--linearize', '--object-streams=generate', at('image-only.pdf'), at('linearised-stream.pdf'))
  run('qpdf', '--encrypt', 'user', 'owner', '256', '--', at('vector.pdf'), at('encrypted.pdf'))
  const names = 'image-only vector table xref-stream linearised linearised-stream encrypted'.split(' ')
  return names.map(name => ({ name, mediaType: 'application/pdf', bytes: readFileSync(at(`${name}.pdf`)) }))
}

/** A PDF with an update appended, and where its first revision ends. */
export const updatedPdf = (folder: string): { readonly sample: Sample; readonly firstBytes: number } => {
  const first = pdfs(folder).find(({ name }) => name === 'table')!.bytes
  const sample = { name: 'incremental', mediaType: 'application/pdf', bytes: incremental(first) }
  return { sample, firstBytes: first.length }
}

export const pngs = (folder: string): Sample[] => {
  const at = (name: string) => join(folder, name)
  writeFileSync(at('c.ppm'), ppm())
  writeFileSync(at('b.pbm'), pbm(1))
  run('convert', at('c.ppm'), at('rgb.png'))
  run('convert', at('c.ppm'), '-interlace', 'PNG', '-set', 'comment', 'synthetic', at('adam7.png'))
  run('convert', at('b.pbm'), at('one-bit.png'))
  return ['rgb', 'adam7', 'one-bit'].map(name => ({
    name,
    mediaType: 'image/png',
    bytes: readFileSync(at(`${name}.png`)),
  }))
}

export const jpegs = (folder: string): Sample[] => {
  const at = (name: string) => join(folder, name)
  writeFileSync(at('c.ppm'), ppm())
  run('convert', at('c.ppm'), '-quality', '75', at('baseline.jpg'))
  run('convert', at('c.ppm'), '-interlace', 'JPEG', at('progressive.jpg'))
  run('convert', at('c.ppm'), '-colorspace', 'Gray', '-define', 'jpeg:restart-interval=4', at('gray.jpg'))
  run('convert', at('c.ppm'), '-resize', '80x60', at('thumbnail.jpg'))
  run('convert', at('c.ppm'), at('exif-thumbnail.jpg'))
  run(
    'exiftool',
    '-q',
    '-overwrite_original',
    `-ThumbnailImage<=${at('thumbnail.jpg')}`,
    at('exif-thumbnail.jpg'),
  )
  return ['baseline', 'progressive', 'gray', 'exif-thumbnail'].map(name => ({
    name,
    mediaType: 'image/jpeg',
    bytes: readFileSync(at(`${name}.jpg`)),
  }))
}
