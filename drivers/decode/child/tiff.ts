/**
 * TIFF of one or many pages: CCITT G3 (T.4, 1-D and 2-D), G4 (T.6), LZW, deflate, PackBits, JPEG, none. Each page is
 * first rebuilt as a TIFF of its own that holds the allow-listed fields and its strips, so that libtiff meets no other
 * directory, no unknown tag and no offset that was not checked.
 */
import type { Bounds, MetadataKind } from '../protocol.ts'
import {
  type Directory,
  directoryOffsets,
  numberOf,
  numbersOf,
  openTiffFile,
  readDirectory,
  type TiffFile,
} from './directory.ts'
import { type FailOn, type GrayImage, grayOf } from './gray.ts'
import { ChildRejection, checkSize, type DecodedPage, type OpenDocument, onlyBlackAndWhite } from './page.ts'
import { placementOf } from './resolution.ts'
import { rebuilt } from './strips.ts'
import { swapsSides, upright } from './upright.ts'

const WIDTH = 256
const HEIGHT = 257
const BITS_PER_SAMPLE = 258
const COMPRESSION = 259
const SAMPLES_PER_PIXEL = 277

const G3_RLE = 2
const G3 = 3
const G4 = 4

/**
 * By compression: what to do when the decoder complains. A Group 3 page from a noisy line has damaged lines and is
 * still a page, so its complaints are counted. Other compressions: nothing may be wrong.
 */
const failOn: Readonly<Record<number, FailOn>> = {
  1: 'error',
  [G3_RLE]: 'none',
  [G3]: 'none',
  [G4]: 'error',
  5: 'error',
  7: 'warning',
  8: 'error',
  32773: 'error',
  32946: 'error',
}

/** As HylaFAX's default, PercentGoodLines: 95. */
const mostBadLines = 0.05

/** Tags that tell nothing but the pixels, their place and their coding. */
const plainTags = new Set([
  254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284,
  286, 287, 290, 291, 292, 293, 296, 297, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 326, 327, 328,
  332, 338, 339, 347, 529, 530, 531, 532,
])
const tellingTags: Readonly<Record<number, MetadataKind>> = {
  700: 'xmp',
  33723: 'iptc',
  34377: 'iptc',
  34665: 'exif',
  34675: 'icc',
  34853: 'exif',
}

const metadataOf = (directory: Directory): Set<MetadataKind> => {
  const telling = [...directory.keys()].filter(tag => !plainTags.has(tag))
  return new Set(telling.map(tag => tellingTags[tag] ?? 'tiff-tags'))
}

/**
 * libtiff says of each damaged line, once, that it is too short (`Premature EOL`) or too long (`mismatch`).
 * @throws ChildRejection where a fax page breaks off, or has more damaged lines than a received page may have
 */
const checkLines = ({ untrustedWarnings, heightPx }: GrayImage, mostBad: number): void => {
  const said = (pattern: RegExp) => untrustedWarnings.filter(warning => pattern.test(warning)).length
  if (said(/Premature EOL|Line length mismatch/) <= heightPx * mostBad) return
  throw new ChildRejection(said(/Premature EOF/) > 0 ? 'truncated' : 'corrupt')
}

const checkKind = (file: TiffFile, directory: Directory): void => {
  const samples = numberOf(file, directory.get(SAMPLES_PER_PIXEL), 1)
  const bits = numbersOf(file, directory.get(BITS_PER_SAMPLE))
  if (samples < 1 || samples > 8 || bits.length > 8) throw new ChildRejection('corrupt')
  if (bits.some(depth => ![1, 2, 4, 8, 16].includes(depth))) throw new ChildRejection('unknown-format')
}

const decodePage = async (file: TiffFile, offset: number, bounds: Bounds): Promise<DecodedPage> => {
  const { directory } = readDirectory(file, offset)
  const [widthPx, heightPx] = [WIDTH, HEIGHT].map(tag => numberOf(file, directory.get(tag), 0)) as [
    number,
    number,
  ]
  checkSize(widthPx, heightPx, bounds)
  checkKind(file, directory)
  const compression = numberOf(file, directory.get(COMPRESSION), 1)
  const strictness = failOn[compression]
  if (strictness === undefined) throw new ChildRejection('unknown-format')
  const image = await grayOf(rebuilt(file, directory), 'Tiff', strictness, bounds)
  if (image.widthPx !== widthPx || image.heightPx !== heightPx) throw new ChildRejection('corrupt')
  checkLines(image, strictness === 'none' ? mostBadLines : 0)
  const { xDpi, yDpi, orientation } = placementOf(file, directory)
  const [acrossDpi, downDpi] = swapsSides(orientation) ? [yDpi, xDpi] : [xDpi, yDpi]
  const oneBit = numberOf(file, directory.get(BITS_PER_SAMPLE), 1) === 1
  return {
    ...upright(image, orientation),
    xDpi: acrossDpi,
    yDpi: downDpi,
    bilevel: oneBit && onlyBlackAndWhite(image.pixels),
    metadata: metadataOf(directory),
  }
}

export const openTiff: OpenDocument = (untrustedBytes, bounds) => {
  const file = openTiffFile(untrustedBytes)
  const offsets = directoryOffsets(file, bounds.pages)
  return {
    count: offsets.length,
    pages: async function* () {
      for (const offset of offsets) yield await decodePage(file, offset, bounds)
    },
  }
}
