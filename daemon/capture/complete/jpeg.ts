/**
 * Is a JPEG whole? Walks the marker segments by their lengths and the scans by their bytes to EOI (ITU-T T.81, B.1 and
 * B.2). A thumbnail inside an APP1 segment carries an EOI of its own, which is stepped over with its segment.
 */
import { type Bytes, incomplete, isPadding, type Look, rejected } from './bytes.ts'

const maxTrailingBytes = 32 * 1024 * 1024
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const TEM = 0x01

const isRestart = (code: number): boolean => code >= 0xd0 && code <= 0xd7
/** Markers that stand alone, without a length (T.81, table B.1). */
const isBare = (code: number): boolean => isRestart(code) || code === TEM

type Marker = { readonly code: number; readonly end: number }

/** Neither a stuffed zero nor a fill byte nor, inside a scan, a restart (T.81, B.1.1.2, B.1.1.5 and B.2.1). */
const isMarker = (code: number | undefined): code is number =>
  code !== undefined && code !== 0x00 && code !== 0xff && !isBare(code)

/** Where in these bytes a marker begins, or -1; the last byte alone cannot tell. */
const markerIn = (run: Uint8Array): number => {
  let at = run.indexOf(0xff)
  while (at >= 0 && !isMarker(run[at + 1])) at = run.indexOf(0xff, at + 1)
  return at
}

const nextMarker = async (bytes: Bytes, offset: number): Promise<Marker | null> => {
  for (let from = offset; ; ) {
    if ((await bytes.at(from, 2)) === null) return null
    const run = await bytes.run(from)
    if (run === null) return null
    const at = markerIn(run)
    if (at >= 0) return { code: run[at + 1]!, end: from + at + 2 }
    from += Math.max(1, run.length - 1)
  }
}

const endAt = async (bytes: Bytes, end: number): Promise<Look> =>
  bytes.size - end > maxTrailingBytes
    ? rejected('corrupt')
    : { outcome: 'complete', mediaType: 'image/jpeg', more: !(await isPadding(bytes, end)) }

export const lookAtJpeg = async (bytes: Bytes): Promise<Look> => {
  let hasScan = false
  for (let offset = 2; ; ) {
    const marker = await nextMarker(bytes, offset)
    if (marker === null) return incomplete
    if (marker.code === EOI) return hasScan ? endAt(bytes, marker.end) : rejected('corrupt')
    if (marker.code === SOI) return rejected('corrupt')
    const length = await bytes.at(marker.end, 2)
    if (length === null) return incomplete
    const segmentBytes = length[0]! * 256 + length[1]!
    if (segmentBytes < 2) return rejected('corrupt')
    hasScan ||= marker.code === SOS
    offset = marker.end + segmentBytes
  }
}
