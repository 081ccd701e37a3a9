/** The part of opentype.js 2 that the paper uses; the package ships no types of its own. */
declare module 'opentype.js' {
  type Command = {
    readonly type: 'M' | 'L' | 'Q' | 'C' | 'Z'
    readonly x1?: number
    readonly y1?: number
    readonly x2?: number
    readonly y2?: number
    readonly x?: number
    readonly y?: number
  }
  export type Path = {
    readonly commands: readonly Command[]
    getBoundingBox(): { x1: number; y1: number; x2: number; y2: number }
  }
  type Glyph = { readonly advanceWidth: number; getPath(x: number, y: number, fontSize: number): Path }
  export type Font = { readonly unitsPerEm: number; charToGlyph(character: string): Glyph }
  const opentype: { parse(bytes: ArrayBuffer): Font }
  export default opentype
}
