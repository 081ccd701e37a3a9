/**
 * Runs in a worker thread: ZXing-C++ as WebAssembly, loaded from the installed package. It can fetch nothing and says
 * nothing but what it found.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes } from 'zxing-wasm/reader'
import type { Found, Raster } from './finder.ts'

Reflect.deleteProperty(globalThis, 'fetch')

const wasmFile = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
const prepared = (async () => {
  const file = await readFile(wasmFile)
  const wasmBinary = new Uint8Array(file).buffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
})()

const options: ReaderOptions = {
  formats: [
    ...(['Code128', 'Code39', 'Code93', 'ITF', 'EAN8', 'EAN13', 'UPCA', 'UPCE', 'Codabar'] as const),
    ...(['DataBar', 'DataBarExp', 'DataBarLtd'] as const),
    ...([
      'QRCode',
      'MicroQRCode',
      'RMQRCode',
      'DataMatrix',
      'PDF417',
      'MicroPDF417',
      'Aztec',
      'MaxiCode',
    ] as const),
  ],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  returnErrors: true,
  textMode: 'Plain',
  maxNumberOfSymbols: 255,
}

/** A portable graymap (PGM, P5), which the package's image reader takes as it is. */
const pgmOf = ({ widthPx, heightPx, pixels }: Raster): Uint8Array => {
  const header = Buffer.from(`P5\n${widthPx} ${heightPx}\n255\n`)
  const bytes = new Uint8Array(header.length + pixels.length)
  bytes.set(header)
  bytes.set(pixels, header.length)
  return bytes
}

/**
 * Where error correction fails, ZXing may have taken a few loops of print for a matrix's corners: such a quad is sheared.
 * True for a parallelogram within 15 degrees of a rectangle.
 */
const isUpright = ({ topLeft, topRight, bottomLeft }: ReadResult['position']): boolean => {
  const [across, down] = [
    { x: topRight.x - topLeft.x, y: topRight.y - topLeft.y },
    { x: bottomLeft.x - topLeft.x, y: bottomLeft.y - topLeft.y },
  ]
  const lengths = Math.hypot(across.x, across.y) * Math.hypot(down.x, down.y)
  return Math.abs(across.x * down.x + across.y * down.y) <= lengths * Math.sin((15 * Math.PI) / 180)
}

const foundOf = ({ position, format, isValid, text }: ReadResult): Found => ({
  quad: [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft],
  symbology: format,
  payload: isValid ? text : null,
})

const find = async (raster: Raster): Promise<readonly Found[]> => {
  await prepared
  const results = await readBarcodes(pgmOf(raster), options)
  return results.filter(({ isValid, position }) => isValid || isUpright(position)).map(foundOf)
}

/** After a failure the engine's state is unknown: the thread ends, and its owner starts another. */
parentPort?.on('message', (raster: Raster) => {
  find(raster).then(
    found => parentPort?.postMessage(found),
    () => process.exit(1),
  )
})
