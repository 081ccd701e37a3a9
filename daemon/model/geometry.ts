/** Pixel geometry. x grows right, y grows down; the origin is the top left corner of the page's raster. */

export type Point = { readonly x: number; readonly y: number }

/** Half-open rectangle in pixels: `left`/`top` belong to it, `right`/`bottom` do not. */
export type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Four corners in drawing order: top left, top right, bottom right, bottom left (of the upright text). */
export type Quad = readonly [Point, Point, Point, Point]

/** `[[a, b, c], [d, e, f]]`: x' = a·x + b·y + c, y' = d·x + e·y + f. */
export type Affine = readonly [readonly [number, number, number], readonly [number, number, number]]

export const identity: Affine = [
  [1, 0, 0],
  [0, 1, 0],
]

/** The transform that applies `first`, then `second`. */
export const compose = (first: Affine, second: Affine): Affine => {
  const [[a, b, c], [d, e, f]] = first
  const row = ([p, q, r]: readonly [number, number, number]): [number, number, number] => [
    p * a + q * d,
    p * b + q * e,
    p * c + q * f + r,
  ]
  return [row(second[0]), row(second[1])]
}

export const applyTo = ([[a, b, c], [d, e, f]]: Affine, { x, y }: Point): Point => ({
  x: a * x + b * y + c,
  y: d * x + e * y + f,
})

/** @throws RangeError when the transform has no inverse (a bug: every page transform is invertible). */
export const invert = ([[a, b, c], [d, e, f]]: Affine): Affine => {
  const det = a * e - b * d
  if (Math.abs(det) < 1e-12) throw new RangeError('singular transform')
  return [
    [e / det, -b / det, (b * f - c * e) / det],
    [-d / det, a / det, (c * d - a * f) / det],
  ]
}

export const quadOf = ({ left, top, right, bottom }: Box): Quad => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
]

/** The smallest box that holds the quad. */
export const boundsOf = (quad: Quad): Box => ({
  left: Math.floor(Math.min(...quad.map(p => p.x))),
  top: Math.floor(Math.min(...quad.map(p => p.y))),
  right: Math.ceil(Math.max(...quad.map(p => p.x))),
  bottom: Math.ceil(Math.max(...quad.map(p => p.y))),
})

export const overlaps = (one: Box, two: Box): boolean =>
  one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom

export const area = ({ left, top, right, bottom }: Box): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top)
