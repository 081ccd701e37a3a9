/** Each way of moving pixels puts a mark where its transform says, and loses none of the page. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  bilevelOf,
  crop,
  type Resampled,
  rotate,
  scale,
  turn,
  whiteRaster,
} from '../../../daemon/deidentify/resample.ts'
import { applyTo, type Point } from '../../../daemon/model/geometry.ts'
import type { GrayRaster } from '../../../daemon/model/raster.ts'

/** A white page with one black square of `side` pixels; its middle. */
const marked = (widthPx: number, heightPx: number, left: number, top: number, side: number) => {
  const raster = whiteRaster(widthPx, heightPx)
  for (let y = top; y < top + side; y++) raster.pixels.fill(0, y * widthPx + left, y * widthPx + left + side)
  return { raster, middle: { x: left + side / 2, y: top + side / 2 } }
}

const middleOfInk = ({ widthPx, pixels }: GrayRaster): Point => {
  let [x, y, weight] = [0, 0, 0]
  pixels.forEach((value, at) => {
    x += (255 - value) * ((at % widthPx) + 0.5)
    y += (255 - value) * (Math.floor(at / widthPx) + 0.5)
    weight += 255 - value
  })
  return { x: x / weight, y: y / weight }
}

const agrees = ({ raster, transform }: Resampled, middle: Point, within: number) => {
  const [said, seen] = [applyTo(transform, middle), middleOfInk(raster)]
  assert.ok(Math.hypot(said.x - seen.x, said.y - seen.y) <= within, `${JSON.stringify({ said, seen })}`)
}

const place = fc.record({ left: fc.integer({ min: 10, max: 70 }), top: fc.integer({ min: 10, max: 40 }) })

test('quarter turns: the mark is where the transform says, and four of them are the page itself', () => {
  fc.assert(
    fc.property(place, fc.constantFrom(0, 1, 2, 3), ({ left, top }, turns) => {
      const { raster, middle } = marked(90, 60, left, top, 5)
      agrees(turn(raster, turns as 0 | 1 | 2 | 3), middle, 1e-6)
      const around = turn(turn(raster, turns as 1).raster, ((4 - turns) % 4) as 1).raster
      assert.deepEqual(around, raster)
    }),
    { numRuns: 40 },
  )
})

test('scaling, each axis by itself, down and up', () => {
  fc.assert(
    fc.property(place, fc.integer({ min: 30, max: 250 }), fc.integer({ min: 20, max: 200 }), (at, w, h) => {
      const { raster, middle } = marked(90, 60, at.left, at.top, 9)
      const scaled = scale(raster, w, h)
      assert.deepEqual([scaled.raster.widthPx, scaled.raster.heightPx], [w, h])
      agrees(scaled, middle, 0.12 * Math.max(w / 90, h / 60, 1))
    }),
    { numRuns: 60 },
  )
})

test('shrinking keeps the mean level of the page', () => {
  const { raster } = marked(300, 200, 31, 47, 50)
  const mean = ({ pixels }: GrayRaster) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length
  assert.ok(Math.abs(mean(raster) - mean(scale(raster, 97, 61).raster)) < 0.6)
})

test('rotation by any small angle, either way, keeps the mark and the corners of the page', () => {
  fc.assert(
    fc.property(place, fc.double({ min: -7, max: 7, noNaN: true }), ({ left, top }, degrees) => {
      const { raster, middle } = marked(90, 60, left, top, 7)
      const turned = rotate(raster, degrees)
      agrees(turned, middle, 0.05)
      for (const corner of [0, 90].flatMap(x => [0, 60].map(y => ({ x, y })))) {
        const { x, y } = applyTo(turned.transform, corner)
        assert.ok(x > -1 && y > -1 && x < turned.raster.widthPx + 1 && y < turned.raster.heightPx + 1)
      }
    }),
    { numRuns: 40 },
  )
})

test('a crop that reaches out of the page is cut to it; an empty one is a bug', () => {
  const { raster, middle } = marked(90, 60, 20, 30, 5)
  const cut = crop(raster, { left: -5, top: 10, right: 40.2, bottom: 99 })
  assert.deepEqual([cut.raster.widthPx, cut.raster.heightPx], [41, 50])
  agrees(cut, middle, 1e-6)
  assert.throws(() => crop(raster, { left: 95, top: 0, right: 99, bottom: 9 }), RangeError)
})

test('a raster beyond the fixed point of the rotation is refused, not garbled', () => {
  assert.throws(() => rotate(whiteRaster(32_001, 1), 1), RangeError)
})

test('a bilevel raster has only black and white', () => {
  const { pixels } = bilevelOf({ widthPx: 4, heightPx: 1, pixels: Uint8Array.of(0, 127, 128, 255) })
  assert.deepEqual([...pixels], [0, 0, 255, 255])
})
