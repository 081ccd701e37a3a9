/** The part of opentype.js 2 that the paper uses; the package ships no types of its own. */
declare module 'opentype.js' {
  type Path = {
    toPathData(options: { decimalPlaces: number; optimize: boolean }): string
    getBoundingBox(): { x1: number; y1: number; x2: number; y2: number }
  }
  type Glyph = { readonly advanceWidth: number; getPath(x: number, y: number, fontSize: number): Path }
  export type Font = { readonly unitsPerEm: number; charToGlyph(character: string): Glyph }
  const opentype: { parse(bytes: ArrayBuffer): Font }
  export default opentype
}
