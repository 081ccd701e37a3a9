/**
 * Readers that are not ours, set on the output: `tesseract` at two page modes, `zbarimg`, `exiftool`, `pdftotext`. An
 * identifier counts as read where the reader sees its letters at its place.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const options = { maxBuffer: 1 << 28, env: { ...process.env, OMP_THREAD_LIMIT: '1' } }

export type ReadWord = { readonly text: string; readonly x: number; readonly y: number }

/** `3`: fully automatic; `11`: sparse text, wherever it stands. */
export const pageModes = ['3', '11'] as const

/** Words with the middle of each, in pixels. */
export const tesseract = async (
  imagePath: string,
  mode: (typeof pageModes)[number],
  dpi: number,
): Promise<ReadWord[]> => {
  const { stdout } = await run(
    'tesseract',
    [imagePath, '-', '--psm', mode, '--dpi', String(Math.round(dpi)), 'tsv'],
    options,
  ).catch(() => ({ stdout: '' }))
  return stdout.split('\n').flatMap((line): ReadWord[] => {
    const [level, , , , , , left, top, width, height, , text = ''] = line.split('\t')
    if (level !== '5' || text.trim() === '') return []
    return [{ text, x: Number(left) + Number(width) / 2, y: Number(top) + Number(height) / 2 }]
  })
}

/** Payloads that can be read, as many lines as symbols. Exit code 4: nothing found. */
export const zbarimg = async (imagePath: string): Promise<string[]> => {
  const { stdout } = await run('zbarimg', ['-q', '--raw', imagePath], options).catch(() => ({ stdout: '' }))
  return stdout.split('\n').filter(line => line !== '')
}

const ofTheFile =
  /^(?:SourceFile|ExifTool:|File:|PNG:(?:ImageWidth|ImageHeight|BitDepth|ColorType|Compression|Filter|Interlace|PixelsPerUnit[XY]|PixelUnits)|PDF:(?:PDFVersion|PageCount|Linearized)|Composite:)/

/** Names of the tags in the files of a folder that are not the raster's or the file system's own. */
export const exiftool = async (folder: string): Promise<string[]> => {
  const { stdout } = await run('exiftool', ['-j', '-G', '-r', '-q', folder], options)
  const files = JSON.parse(stdout || '[]') as Record<string, unknown>[]
  return files.flatMap(tags => Object.keys(tags).filter(tag => !ofTheFile.test(tag)))
}

/** Characters of text that a PDF still holds. */
export const pdftotext = async (pdfPath: string): Promise<number> => {
  const { stdout } = await run('pdftotext', ['-q', pdfPath, '-'], options)
  return stdout.replace(/\s/g, '').length
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const fewestLetters = 3

/** Whether one of the words read within the box says what stands there. Shorter words are read into any noise. */
export const isReadAt = (
  text: string,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
  read: readonly ReadWord[],
): boolean => {
  const wanted = plain(text)
  if (wanted.length < fewestLetters) return false
  const slack = (bottom - top) / 2
  const here = read.filter(
    word =>
      word.x >= left - slack && word.x <= right + slack && word.y >= top - slack && word.y <= bottom + slack,
  )
  return here.some(word => {
    const found = plain(word.text)
    return (
      found === wanted ||
      (wanted.length >= 5 && found.length >= 5 && (found.includes(wanted) || wanted.includes(found)))
    )
  })
}
