/** Which pixels of a page, as it left the box, each drawn word had: its own ink, laid over the output pixel by pixel. */
import sharp from 'sharp'
import type { Affine } from '../../../daemon/model/geometry.ts'
import type { DrawnPage } from '../../../demo/paper/page.ts'

export type Labels = {
  readonly widthPx: number
  readonly heightPx: number
  /** Index of the word plus one at each pixel of its ink; 0 where no word has ink. */
  readonly wordAt: Uint32Array
}

/** @param toOutput from points of the paper to pixels of the output. */
export const labelsOf = async (
  { words }: DrawnPage,
  toOutput: Affine,
  widthPx: number,
  heightPx: number,
): Promise<Labels> => {
  const [[a, b, c], [d, e, f]] = toOutput
  const inks = words.map(({ ink, text }, i) => {
    const colour = `#${(i + 1).toString(16).padStart(6, '0')}`
    return text === '' ? `<g stroke="${colour}">${ink}</g>` : `<g fill="${colour}">${ink}</g>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#000"/><g transform="matrix(${[a, d, b, e, c, f].join(' ')})">${inks.join('')}</g></svg>`
  const data = await sharp(Buffer.from(svg), { unlimited: true }).removeAlpha().raw().toBuffer()
  const wordAt = new Uint32Array(widthPx * heightPx)
  for (let i = 0; i < wordAt.length; i++)
    wordAt[i] = ((data[3 * i] ?? 0) << 16) | ((data[3 * i + 1] ?? 0) << 8) | (data[3 * i + 2] ?? 0)
  return { widthPx, heightPx, wordAt }
}
