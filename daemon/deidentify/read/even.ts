/**
 * The gray page as the reader should see it: the paper brought to white by dividing by its own level, so that a shadow, a
 * tinted sheet or a lamp's falloff does not move the reader's threshold; faint ink stretched to black.
 */
import type { GrayRaster } from '../../model/raster.ts'
import { eachRun, type Ink } from '../ink.ts'

/** Paper that varies less than this over the page, and is no darker than `brightPaper`, needs nothing. Gray levels. */
const evenPaper = 14
const brightPaper = 228
/** Ink that reaches this level needs no stretching. Gray levels, on paper of 255. */
const darkEnough = 96
/** Paper is white from this share of its level on: half of a noisy sheet lies below it. */
const whiteShare = 0.93

/** The same raster where the paper is even, the ink dark, and nothing shines through. */
export const evened = (raster: GrayRaster, ink: Ink, dpi: number): GrayRaster => {
  const grid = paperGrid(raster, ink.paperAt, Math.max(16, Math.round(dpi / 9)))
  const inkLevel = inkLevelOf(raster, ink)
  const [lowest, highest] = rangeOf(grid.levels)
  const even = highest - lowest < evenPaper && lowest >= brightPaper
  const isThin = inkLevel !== null && inkLevel < darkEnough && shinesThrough(raster, ink)
  if (inkLevel === null || (even && inkLevel <= darkEnough && !isThin)) return raster
  return divided(raster, grid, Math.min(200, inkLevel), isThin ? shownShare : whiteShare)
}

/** Of a sheet through which the other side shows, what is lighter than this share of the paper is paper. */
const shownShare = 0.66
/** The other side is lighter than this, and this share of the letters at the least. */
const [faint, leastFaint] = [165, 0.15]

const shinesThrough = ({ widthPx, pixels }: GrayRaster, { marks, kinds, paperAt }: Ink): boolean => {
  let [letters, light] = [0, 0]
  for (let i = 0; i < marks.count; i++) {
    if (kinds[i] !== 'letter') continue
    let sum = 0
    eachRun(marks, i, (y, start, end) => {
      for (let at = y * widthPx + start; at < y * widthPx + end; at++) sum += pixels[at] as number
    })
    const paper = paperAt(marks.left[i] as number, marks.top[i] as number)
    letters++
    if (((sum / (marks.area[i] as number)) * 255) / Math.max(1, paper) > faint) light++
  }
  return letters >= fewestLetters && light >= leastFaint * letters
}

/** With fewer there is no telling one side from the other. */
const fewestLetters = 40

type Grid = {
  readonly columns: number
  readonly rows: number
  readonly pitchPx: number
  readonly levels: Uint8Array
}

/** The paper's level in the middle of each tile. */
const paperGrid = ({ widthPx, heightPx }: GrayRaster, paperAt: Ink['paperAt'], pitchPx: number): Grid => {
  const [columns, rows] = [Math.ceil(widthPx / pitchPx), Math.ceil(heightPx / pitchPx)]
  const levels = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    const y = Math.min(heightPx - 1, (row + 0.5) * pitchPx)
    for (let column = 0; column < columns; column++) {
      levels[row * columns + column] = paperAt(Math.min(widthPx - 1, (column + 0.5) * pitchPx), y)
    }
  }
  return { columns, rows, pitchPx, levels }
}

/** All but the hundredth part at either end. */
const rangeOf = (levels: Uint8Array): [number, number] => {
  const sorted = levels.toSorted()
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 255
  return [at(0.01), at(0.99)]
}

/** How dark the darker part of the ink is, 0…255, on paper of 255; null on a page without ink. */
const inkLevelOf = ({ widthPx, pixels }: GrayRaster, { bitmap, paperAt }: Ink): number | null => {
  const counts = new Uint32Array(256)
  let total = 0
  for (let at = bitmap.bits.indexOf(1); at !== -1; at = bitmap.bits.indexOf(1, at + 7)) {
    const paper = paperAt(at % widthPx, Math.floor(at / widthPx))
    const level = Math.min(255, Math.round(((pixels[at] as number) * 255) / Math.max(1, paper)))
    counts[level] = (counts[level] as number) + 1
    total++
  }
  if (total === 0) return null
  let left = 0.25 * total
  return counts.findIndex(count => {
    left -= count
    return left <= 0
  })
}

/** Paper between the tiles' middles is interpolated, so that no edge of a tile shows. */
const divided = (raster: GrayRaster, grid: Grid, inkLevel: number, white: number): GrayRaster => {
  const gain = 255 / Math.max(32, white * 255 - inkLevel)
  const { widthPx, heightPx, pixels: from } = raster
  const pixels = new Uint8Array(from.length)
  const across = new Float32Array(widthPx)
  for (let y = 0; y < heightPx; y++) {
    paperAlong(across, grid, y)
    const row = y * widthPx
    for (let x = 0; x < widthPx; x++) {
      const level = (((from[row + x] as number) * 255) / (across[x] as number) - inkLevel) * gain
      pixels[row + x] = level < 0 ? 0 : level > 255 ? 255 : level
    }
  }
  return { widthPx, heightPx, pixels }
}

const paperAlong = (across: Float32Array, { columns, rows, pitchPx, levels }: Grid, y: number): void => {
  const v = Math.min(rows - 1, Math.max(0, y / pitchPx - 0.5))
  const [above, down] = [Math.floor(v), v - Math.floor(v)]
  const below = Math.min(rows - 1, above + 1)
  const levelAt = (column: number) =>
    (levels[above * columns + column] as number) * (1 - down) +
    (levels[below * columns + column] as number) * down
  for (let x = 0; x < across.length; x++) {
    const u = Math.min(columns - 1, Math.max(0, x / pitchPx - 0.5))
    const left = Math.floor(u)
    const right = u - left
    const level =
      right === 0
        ? levelAt(left)
        : levelAt(left) * (1 - right) + levelAt(Math.min(columns - 1, left + 1)) * right
    across[x] = Math.max(1, level)
  }
}
