/** Barcodes as SVG fragments whose unit is a point. */
import { toSVG } from 'bwip-js/node'

/** @param bcid the symbology by BWIPP's name: `code128`, `qrcode`, `pdf417`… */
export const symbolSvg = (bcid: string, text: string, options: Record<string, number> = {}): string => {
  const svg = toSVG({ bcid, text, scale: 1, ...options })
  return svg.replace(/^<svg[^>]*>/, '<g>').replace(/<\/svg>\s*$/, '</g>')
}
