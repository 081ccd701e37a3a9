/** Ink that no word accounts for, gathered into regions: a signature, a stamp, a scribbled line is one region, not fifty. */
import { type Box, overlaps } from '../../model/geometry.ts'
import { indexOf, padded } from '../ink/boxes.ts'
import { boxOf, type Components, cellsToPage, clustersOf, eachRun, type Ink } from '../ink.ts'
import { around } from './cover.ts'
import { nobody, type Owners } from './owner.ts'

/** Regions end on a grid of this pitch. Inches. */
const cellIn = 0.08
/** Smaller marks with no other unread mark near are noise: they are not released, and need no region. Inches. */
const tinyIn = 0.03

/** The components that belong to no word and say more than noise does. */
export const unreadMarks = (ink: Ink, owners: Owners, dpi: number): number[] => {
  const marks = [...owners.keys()].filter(i => owners[i] === nobody && ink.kinds[i] !== 'speck')
  const boxes = marks.map(i => boxOf(ink.marks, i))
  const near = indexOf(boxes, Math.ceil(dpi / 4))
  const reach = 0.1 * dpi
  return marks.filter((_, n) => {
    const box = boxes[n] as Box
    const tiny = Math.max(box.right - box.left, box.bottom - box.top) <= tinyIn * dpi
    return !tiny || near(padded(box, reach, reach / 2)).length > 1
  })
}

/**
 * @param released A region goes around these boxes: unread ink inside them is left out by the mask, pixel by pixel.
 * @returns boxes on the grid that hold the marks.
 */
export const coverUnread = (
  ink: Ink,
  marks: readonly number[],
  released: readonly Box[],
  dpi: number,
): Box[] => {
  const cellPx = Math.max(2, Math.round(cellIn * dpi))
  const clusters = clustersOf(ink.marks, marks, ink.bitmap, cellPx)
  const near = indexOf(released, Math.ceil(dpi / 4))
  const regions: Box[] = []
  for (let i = 0; i < clusters.count; i++) {
    const box = cellsToPage(boxOf(clusters, i), cellPx, ink.bitmap)
    const inWay = near(box).map(n => released[n] as Box)
    if (inWay.length === 0) regions.push(box)
    else {
      for (const slab of slabsOf(clusters, i, cellPx, ink)) {
        const holes = inWay.filter(hole => overlaps(hole, slab))
        regions.push(...around(slab, holes, Math.max(2, dpi / 60)))
      }
    }
  }
  return regions
}

/** As high as a line of handwriting: finer steps would draw the outline of a signature. Inches. */
const slabIn = 0.32

/** The cluster in slabs, each as wide as the cluster is anywhere in it. */
const slabsOf = (clusters: Components, i: number, cellPx: number, ink: Ink): Box[] => {
  const rows = Math.max(1, Math.round(slabIn / cellIn))
  const { top: first } = boxOf(clusters, i)
  const slabs = new Map<number, Box>()
  eachRun(clusters, i, (y, left, right) => {
    const n = Math.floor((y - first) / rows)
    const known = slabs.get(n) ?? { left, top: y, right, bottom: y + 1 }
    const wide = { left: Math.min(known.left, left), right: Math.max(known.right, right) }
    slabs.set(n, { ...wide, top: known.top, bottom: y + 1 })
  })
  return [...slabs.values()].map(slab => cellsToPage(slab, cellPx, ink.bitmap))
}
