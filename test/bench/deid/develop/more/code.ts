/** Barcodes and check boxes on a pad. */
import { toSVG } from 'bwip-js/node'
import { tickSvg } from '../pictures.ts'
import type { Pad } from './pad.ts'

export const barcode = (
  pad: Pad,
  x: number,
  y: number,
  widthPt: number,
  bcid: string,
  label: string,
  payload: string,
): void => {
  const square = bcid === 'qrcode' || bcid === 'datamatrix' || bcid === 'pdf417'
  const svg = toSVG({ bcid, text: payload, scale: 1, ...(square ? {} : { height: 8 }) })
  const [, width = '100', height = '40'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  const scale = Math.min(square ? 1.8 : 1.1, widthPt / Number(width))
  const body = svg.replace(/^<svg[^>]*>/, '<g>').replace(/<\/svg>\s*$/, '</g>')
  pad.sheet.mark(
    x,
    y,
    body,
    { kind: 'barcode', class: label, payload },
    { widthPt: Number(width), heightPt: Number(height), scale },
  )
}

/** A box, ticked or not, and its words; gives the end of the words. */
export const check = (
  pad: Pad,
  x: number,
  y: number,
  template: string,
  widthPt = 200,
  ticked = pad.tale.chance.likely(0.3),
): number => {
  const size = pad.sizePt * 0.85
  pad.sheet.box(x, y - size * 0.9, size, size, 0.7)
  if (ticked) pad.sheet.picture(x, y - size * 0.9, tickSvg(pad.tale.chance, size))
  return pad.at(x + size * 1.3 + 3, y, template, pad.plain, widthPt - size - 4)
}
