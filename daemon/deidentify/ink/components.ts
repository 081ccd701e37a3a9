/**
 * Connected components of ink (8-connected) as runs: one pass over the rows, with union-find. A component keeps its
 * runs, so that later stages can count it, copy it and erase it exactly.
 */
import type { Box } from '../../model/geometry.ts'
import type { Bitmap } from './binarise.ts'

/** Structure of arrays. The runs of component `i` are `order[first[i]] … order[first[i + 1] - 1]`, top to bottom. */
export type Components = {
  readonly count: number
  readonly left: Int32Array
  readonly top: Int32Array
  readonly right: Int32Array
  readonly bottom: Int32Array
  /** Ink pixels. */
  readonly area: Int32Array
  readonly first: Int32Array
  readonly order: Int32Array
  readonly runs: Runs
}

/** Run `r` is the pixels `[start[r], end[r])` of row `y[r]`. */
export type Runs = {
  readonly count: number
  readonly y: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
}

export const boxOf = (components: Components, i: number): Box => ({
  left: components.left[i] as number,
  top: components.top[i] as number,
  right: components.right[i] as number,
  bottom: components.bottom[i] as number,
})

const grown = (from: Int32Array): Int32Array<ArrayBuffer> => {
  const to = new Int32Array(from.length * 2)
  to.set(from)
  return to
}

export const runsOf = ({ widthPx, heightPx, bits }: Bitmap): Runs => {
  let [y, start, end] = [new Int32Array(4096), new Int32Array(4096), new Int32Array(4096)]
  let count = 0
  const last = widthPx * heightPx
  for (let at = bits.indexOf(1); at !== -1 && at < last; ) {
    const row = Math.floor(at / widthPx)
    const rowEnd = (row + 1) * widthPx
    let stop = at + 1
    while (stop < rowEnd && bits[stop] === 1) stop++
    if (count === y.length) [y, start, end] = [grown(y), grown(start), grown(end)]
    y[count] = row
    start[count] = at - row * widthPx
    end[count] = stop - row * widthPx
    count++
    at = bits.indexOf(1, stop)
  }
  return { count, y, start, end }
}

const rootOf = (parent: Int32Array, i: number): number => {
  let at = i
  while (parent[at] !== at) {
    parent[at] = parent[parent[at] as number] as number
    at = parent[at] as number
  }
  return at
}

/** Joins each run with the runs of the row above that it touches, corners included. */
const join = ({ count, y, start, end }: Runs): Int32Array => {
  const parent = Int32Array.from({ length: count }, (_, i) => i)
  let above = 0
  for (let run = 0; run < count; run++) {
    const row = y[run] as number
    while ((y[above] as number) < row - 1) above++
    while ((y[above] as number) === row - 1 && (end[above] as number) < (start[run] as number)) above++
    for (let other = above; (y[other] as number) === row - 1; other++) {
      if ((start[other] as number) > (end[run] as number)) break
      const a = rootOf(parent, other)
      const b = rootOf(parent, run)
      if (a < b) parent[b] = a
      else parent[a] = b
    }
  }
  return parent
}

/** Numbers the roots from 0 in reading order, and gives each run its component. */
const number = (parent: Int32Array): { readonly label: Int32Array; readonly count: number } => {
  const label = new Int32Array(parent.length)
  let count = 0
  for (let run = 0; run < parent.length; run++) {
    const root = rootOf(parent, run)
    label[run] = root === run ? count++ : (label[root] as number)
  }
  return { label, count }
}

export const componentsOf = (bitmap: Bitmap): Components => {
  const runs = runsOf(bitmap)
  const { label, count } = number(join(runs))
  const [left, top, right, bottom, area, first] = Array.from(
    { length: 6 },
    () => new Int32Array(count + 1),
  ) as [
    Int32Array<ArrayBuffer>,
    Int32Array<ArrayBuffer>,
    Int32Array<ArrayBuffer>,
    Int32Array<ArrayBuffer>,
    Int32Array<ArrayBuffer>,
    Int32Array<ArrayBuffer>,
  ]
  left.fill(bitmap.widthPx)
  top.fill(-1)
  for (let run = 0; run < runs.count; run++) {
    const i = label[run] as number
    const start = runs.start[run] as number
    const end = runs.end[run] as number
    if (start < (left[i] as number)) left[i] = start
    if (end > (right[i] as number)) right[i] = end
    if (top[i] === -1) top[i] = runs.y[run] as number
    bottom[i] = (runs.y[run] as number) + 1
    area[i] = (area[i] as number) + end - start
    first[i + 1] = (first[i + 1] as number) + 1
  }
  for (let i = 0; i < count; i++) first[i + 1] = (first[i + 1] as number) + (first[i] as number)
  const next = first.slice()
  const order = new Int32Array(runs.count)
  for (let run = 0; run < runs.count; run++) {
    const i = label[run] as number
    order[next[i] as number] = run
    next[i] = (next[i] as number) + 1
  }
  return { count, left, top, right, bottom, area, first, order, runs }
}

/** Calls `visit` for each run of component `i`, top to bottom. */
export const eachRun = (
  { first, order, runs }: Components,
  i: number,
  visit: (y: number, start: number, end: number) => void,
): void => {
  for (let at = first[i] as number; at < (first[i + 1] as number); at++) {
    const run = order[at] as number
    visit(runs.y[run] as number, runs.start[run] as number, runs.end[run] as number)
  }
}

/** How many ink pixels of component `i` lie in the box. */
export const inkWithin = (components: Components, i: number, box: Box): number => {
  if ((components.left[i] as number) >= box.left && (components.right[i] as number) <= box.right) {
    if ((components.top[i] as number) >= box.top && (components.bottom[i] as number) <= box.bottom) {
      return components.area[i] as number
    }
  }
  const { first, order, runs } = components
  const end = first[i + 1] as number
  let count = 0
  for (let at = firstRunFrom(components, i, box.top); at < end; at++) {
    const run = order[at] as number
    if ((runs.y[run] as number) >= box.bottom) break
    const shared =
      Math.min(runs.end[run] as number, box.right) - Math.max(runs.start[run] as number, box.left)
    if (shared > 0) count += shared
  }
  return count
}

/** Where among the runs of component `i`, which go from top to bottom, those from this row on begin. */
const firstRunFrom = ({ first, order, runs }: Components, i: number, top: number): number => {
  let [low, high] = [first[i] as number, first[i + 1] as number]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs.y[order[middle] as number] as number) < top) low = middle + 1
    else high = middle
  }
  return low
}
