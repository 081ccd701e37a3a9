/**
 * Glyphs as paths, from fonts inside npm packages (DejaVu: Bitstream Vera licence; Caveat: SIL OFL), so that a page looks the
 * same on every machine, whatever fonts it has. May read those font files; writes nothing.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import opentype, { type Font, type Path } from 'opentype.js'

export type { Font }

export const fontFiles = {
  sans: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'sans-bold': 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  condensed: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  serif: 'dejavu-fonts-ttf/ttf/DejaVuSerif.ttf',
  'serif-bold': 'dejavu-fonts-ttf/ttf/DejaVuSerif-Bold.ttf',
  mono: 'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
  handwriting: '@expo-google-fonts/caveat/500Medium/Caveat_500Medium.ttf',
} as const
export type FontName = keyof typeof fontFiles

/** @returns a loader that reads each font once. */
export const createFonts = (): ((name: FontName) => Font) => {
  const loaded = new Map<FontName, Font>()
  return name => {
    const known = loaded.get(name)
    if (known) return known
    const bytes = readFileSync(fileURLToPath(import.meta.resolve(fontFiles[name])))
    const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
    loaded.set(name, font)
    return font
  }
}

/** SVG path data. opentype.js 2's own `toPathData` loses outlines at some positions. */
const pathData = ({ commands }: Path): string =>
  commands
    .map(({ type, x1, y1, x2, y2, x, y }) => {
      const numbers = [x1, y1, x2, y2, x, y].filter(value => value !== undefined)
      return type + numbers.map(value => value.toFixed(2)).join(' ')
    })
    .join('')

export type Ink = {
  /** SVG path data, one per glyph. */
  readonly paths: readonly string[]
  readonly box: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  readonly advance: number
}

export const advanceOf = (font: Font, text: string, size: number): number =>
  [...text].reduce((sum, char) => sum + (font.charToGlyph(char).advanceWidth * size) / font.unitsPerEm, 0)

/** Glyph by glyph along the baseline, without kerning or substitution: DejaVu's feature tables are beyond opentype.js 2. */
export const inkOf = (font: Font, text: string, x: number, y: number, size: number): Ink => {
  let pen = x
  const paths: string[] = []
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const char of text) {
    const glyph = font.charToGlyph(char)
    const outline = glyph.getPath(pen, y, size)
    const { x1, y1, x2, y2 } = outline.getBoundingBox()
    paths.push(pathData(outline))
    if (x2 > x1 || y2 > y1) {
      box.left = Math.min(box.left, x1)
      box.top = Math.min(box.top, y1)
      box.right = Math.max(box.right, x2)
      box.bottom = Math.max(box.bottom, y2)
    }
    pen += (glyph.advanceWidth * size) / font.unitsPerEm
  }
  return { paths, box, advance: pen - x }
}
