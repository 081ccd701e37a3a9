/**
 * Parses what the child says into frames. Every integer is held against the limits before a byte is allocated for it;
 * anything that is not the protocol is `corrupt`. Knows nothing of processes.
 */
import type { Inlet } from './bytes.ts'
import { DecodeFault, type FaultCode } from './fault.ts'
import {
  type Bounds,
  childFaults,
  END,
  FAULT,
  FRAME,
  frameIntegers,
  type MetadataKind,
  maxMilliDpi,
  maxSidePx,
  metadataKinds,
  PAGES,
  READY,
} from './protocol.ts'

/** One page, upright by its orientation tag. Resolutions are dots per inch, 0 where the file does not say. */
export type Frame = {
  readonly raster: {
    readonly widthPx: number
    readonly heightPx: number
    readonly pixels: Uint8Array<ArrayBuffer>
  }
  readonly xDpi: number
  readonly yDpi: number
  /** The source has one bit per sample. */
  readonly bilevel: boolean
  readonly metadata: readonly MetadataKind[]
}

type FrameHeader = Omit<Frame, 'raster'> & { readonly widthPx: number; readonly heightPx: number }

const faultOf = async (inlet: Inlet): Promise<FaultCode> => {
  const untrustedFault = await inlet.integers(1)
  const code = childFaults[untrustedFault?.[0] ?? -1]
  if (untrustedFault === null) return 'decoder-died'
  return code !== undefined && (await inlet.ended()) ? code : 'corrupt'
}

/** Reads the tag of the next message. @throws DecodeFault when it is not `wanted` */
const expectTag = async (inlet: Inlet, wanted: number): Promise<void> => {
  const untrustedTag = await inlet.integers(1)
  if (untrustedTag === null) throw new DecodeFault('decoder-died')
  if (untrustedTag[0] === FAULT) throw new DecodeFault(await faultOf(inlet))
  if (untrustedTag[0] !== wanted) throw new DecodeFault('corrupt')
}

const parseHeader = (untrustedIntegers: readonly number[], bounds: Bounds): FrameHeader => {
  const [width = 0, height = 0, xMilliDpi = 0, yMilliDpi = 0, bilevel = 2, metadata = 0] = untrustedIntegers
  const within = (value: number, least: number, most: number) => value >= least && value <= most
  if (width * height > bounds.pixelsPerPage) throw new DecodeFault('too-many-pixels')
  const sound =
    within(width, 1, maxSidePx) &&
    within(height, 1, maxSidePx) &&
    within(xMilliDpi, 0, maxMilliDpi) &&
    within(yMilliDpi, 0, maxMilliDpi) &&
    within(bilevel, 0, 1) &&
    within(metadata, 0, 2 ** metadataKinds.length - 1)
  if (!sound) throw new DecodeFault('corrupt')
  return {
    widthPx: width,
    heightPx: height,
    xDpi: xMilliDpi / 1000,
    yDpi: yMilliDpi / 1000,
    bilevel: bilevel === 1,
    metadata: metadataKinds.filter((_, bit) => (metadata & (1 << bit)) !== 0),
  }
}

const readFrame = async (inlet: Inlet, bounds: Bounds): Promise<Frame> => {
  await expectTag(inlet, FRAME)
  const untrustedIntegers = await inlet.integers(frameIntegers)
  if (untrustedIntegers === null) throw new DecodeFault('decoder-died')
  const { widthPx, heightPx, ...rest } = parseHeader(untrustedIntegers, bounds)
  const pixels = await inlet.exactly(widthPx * heightPx)
  if (pixels === null) throw new DecodeFault('decoder-died')
  return { raster: { widthPx, heightPx, pixels }, ...rest }
}

/** The child stands, and has not seen the document. @throws DecodeFault `engine-unavailable` */
export const readReady = async (inlet: Inlet): Promise<void> => {
  const untrustedTag = await inlet.integers(1)
  if (untrustedTag?.[0] !== READY) throw new DecodeFault('engine-unavailable')
}

/** @throws DecodeFault */
export const readFrames = async function* (inlet: Inlet, bounds: Bounds): AsyncGenerator<Frame, void, void> {
  await expectTag(inlet, PAGES)
  const untrustedCount = await inlet.integers(1)
  if (untrustedCount === null) throw new DecodeFault('decoder-died')
  const [count = 0] = untrustedCount
  if (count > bounds.pages) throw new DecodeFault('too-many-pages')
  if (count === 0) throw new DecodeFault('corrupt')
  for (let page = 0; page < count; page++) yield await readFrame(inlet, bounds)
  await expectTag(inlet, END)
  if (!(await inlet.ended())) throw new DecodeFault('corrupt')
}
