/**
 * JPEG (ITU-T T.81, JFIF 1.02, Exif 2.32). All application segments but Adobe's, which says how the colours are coded,
 * and all comments are left out before libjpeg sees the file; Exif's orientation is applied.
 */
import type { MetadataKind } from '../protocol.ts'
import { openTiffFile, readDirectory } from './directory.ts'
import { grayOf } from './gray.ts'
import { ChildRejection, checkSize, type OpenDocument, tellableDpi } from './page.ts'
import { type Placement, placementOf } from './resolution.ts'
import { swapsSides, upright } from './upright.ts'

const SOI = 0xd8
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP13 = 0xed
const APP14 = 0xee
const APP15 = 0xef
const COM = 0xfe

type Segment = { readonly marker: number; readonly data: Uint8Array; readonly whole: Uint8Array }

/** The segments up to the first scan, which is the last: it holds the rest of the file. */
const segmentsOf = function* (bytes: Uint8Array): Generator<Segment, void, void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; ; ) {
    if (at + 4 > bytes.length) throw new ChildRejection('truncated')
    if (view.getUint8(at) !== 0xff) throw new ChildRejection('corrupt')
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = marker === SOS ? bytes.length : at + 2 + view.getUint16(at + 2)
    if (end > bytes.length) throw new ChildRejection('truncated')
    if (end < at + 4) throw new ChildRejection('corrupt')
    yield { marker, data: bytes.subarray(at + 4, end), whole: bytes.subarray(at, end) }
    if (marker === SOS) return
    at = end
  }
}

const startsWith = ({ data }: Segment, text: string): boolean =>
  String.fromCharCode(...data.subarray(0, text.length)) === text

const kindOf = (segment: Segment): MetadataKind | null => {
  const { marker } = segment
  if (marker === COM) return 'jpeg-comment'
  if (marker < APP0 || marker > APP15 || marker === APP14) return null
  if (marker === APP0 && startsWith(segment, 'JFIF\0')) return null
  if (marker === APP2 && startsWith(segment, 'ICC_PROFILE\0')) return 'icc'
  if (marker === APP13) return 'iptc'
  return marker === APP1 && !startsWith(segment, 'Exif\0') ? 'xmp' : 'exif'
}

/** SOF0…SOF15, which are all of C0…CF but DHT, JPG and DAC. */
const isFrame = ({ marker }: Segment): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const jfifOf = (segment: Segment | undefined): { xDpi: number; yDpi: number } => {
  if (segment === undefined || segment.data.length < 12) return { xDpi: 0, yDpi: 0 }
  const view = new DataView(segment.data.buffer, segment.data.byteOffset, 12)
  const perInch = [0, 1, 2.54][view.getUint8(7)] ?? 0
  return { xDpi: tellableDpi(view.getUint16(8) * perInch), yDpi: tellableDpi(view.getUint16(10) * perInch) }
}

/** Exif is a hint: where it is damaged the page is taken as it lies. */
const exifOf = (segment: Segment | undefined): Placement => {
  try {
    const file = openTiffFile(segment?.data.subarray(6) ?? new Uint8Array(0))
    return placementOf(file, readDirectory(file, file.view.getUint32(4, file.littleEndian)).directory)
  } catch {
    return { xDpi: 0, yDpi: 0, orientation: 1 }
  }
}

export const openJpeg: OpenDocument = (untrustedBytes, bounds) => {
  if (untrustedBytes[0] !== 0xff || untrustedBytes[1] !== SOI || untrustedBytes[2] !== 0xff) {
    throw new ChildRejection(
      untrustedBytes[0] === 0xff && untrustedBytes.length < 4 ? 'truncated' : 'unknown-format',
    )
  }
  const segments = [...segmentsOf(untrustedBytes)]
  const frame = segments.find(isFrame)
  if (frame === undefined || frame.data.length < 6) throw new ChildRejection('corrupt')
  const sides = new DataView(frame.data.buffer, frame.data.byteOffset, 6)
  checkSize(sides.getUint16(3), sides.getUint16(1), bounds)
  const jfif = jfifOf(segments.find(one => one.marker === APP0 && startsWith(one, 'JFIF\0')))
  const exif = exifOf(segments.find(one => one.marker === APP1 && startsWith(one, 'Exif\0')))
  const { xDpi, yDpi } = jfif.xDpi > 0 ? jfif : exif
  const [acrossDpi, downDpi] = swapsSides(exif.orientation) ? [yDpi, xDpi] : [xDpi, yDpi]
  const metadata = new Set(segments.map(kindOf).filter(kind => kind !== null))
  const isTelling = ({ marker }: Segment) =>
    marker === COM || (marker >= APP0 && marker <= APP15 && marker !== APP14)
  const plain = Buffer.concat([
    Uint8Array.of(0xff, SOI),
    ...segments.filter(segment => !isTelling(segment)).map(({ whole }) => whole),
  ])
  return {
    count: 1,
    pages: async function* () {
      const image = await grayOf(plain, 'Jpeg', 'warning', bounds)
      const turned = upright(image, exif.orientation)
      yield { ...turned, xDpi: acrossDpi, yDpi: downDpi, bilevel: false, metadata }
    },
  }
}
