/**
 * Glyphs as paths, from fonts inside npm packages (DejaVu: Bitstream Vera licence; the others: SIL OFL or Apache 2.0), so that
 * a page looks the same on every machine, whatever fonts it has. May read those font files; writes nothing.
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
  arimo: '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
  'arimo-bold': '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
  tinos: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  'tinos-bold': '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  'tinos-italic': '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  cousine: '@expo-google-fonts/cousine/400Regular/Cousine_400Regular.ttf',
  roboto: '@expo-google-fonts/roboto/400Regular/Roboto_400Regular.ttf',
  'roboto-bold': '@expo-google-fonts/roboto/700Bold/Roboto_700Bold.ttf',
  lato: '@expo-google-fonts/lato/400Regular/Lato_400Regular.ttf',
  merriweather: '@expo-google-fonts/merriweather/400Regular/Merriweather_400Regular.ttf',
  'special-elite': '@expo-google-fonts/special-elite/400Regular/SpecialElite_400Regular.ttf',
  'archivo-narrow': '@expo-google-fonts/archivo-narrow/400Regular/ArchivoNarrow_400Regular.ttf',
  'open-sans': '@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf',
  'open-sans-bold': '@expo-google-fonts/open-sans/700Bold/OpenSans_700Bold.ttf',
  'source-serif': '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-italic':
    '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'pt-sans': '@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf',
  'pt-sans-bold': '@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf',
  'pt-serif': '@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf',
  'courier-prime': '@expo-google-fonts/courier-prime/400Regular/CourierPrime_400Regular.ttf',
  baskerville: '@expo-google-fonts/libre-baskerville/400Regular/LibreBaskerville_400Regular.ttf',
  'plex-sans': '@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
  'plex-mono': '@expo-google-fonts/ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf',
  oswald: '@expo-google-fonts/oswald/400Regular/Oswald_400Regular.ttf',
  'roboto-condensed': '@expo-google-fonts/roboto-condensed/400Regular/RobotoCondensed_400Regular.ttf',
  'homemade-apple': '@expo-google-fonts/homemade-apple/400Regular/HomemadeApple_400Regular.ttf',
  'reenie-beanie': '@expo-google-fonts/reenie-beanie/400Regular/ReenieBeanie_400Regular.ttf',
  shadows: '@expo-google-fonts/shadows-into-light/400Regular/ShadowsIntoLight_400Regular.ttf',
  nothing: '@expo-google-fonts/nothing-you-could-do/400Regular/NothingYouCouldDo_400Regular.ttf',
  handwriting: '@expo-google-fonts/caveat/500Medium/Caveat_500Medium.ttf',
} as const
export type FontName = keyof typeof fontFiles

const handwritten: ReadonlySet<FontName> = new Set<FontName>([
  'handwriting',
  'homemade-apple',
  'reenie-beanie',
  'shadows',
  'nothing',
])
export const isHandwriting = (name: FontName): boolean => handwritten.has(name)

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
