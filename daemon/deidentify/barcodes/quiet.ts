/**
 * The quiet zone: the clear margin that a symbology asks for. Nothing of the symbol lies in it, but a finder's corners
 * may lie up to a module inside the symbol, and what masks one masks its margin as well.
 */
import type { Point, Quad } from '../../model/geometry.ts'

type Share = { readonly across: number; readonly along: number }

/**
 * Margins as shares of the symbol's own sides, for the smallest symbol of each (so never too small): QR has 4 of 21
 * modules (ISO/IEC 18004), Data Matrix 1 of 10 (16022), PDF417 2 of 86 (15438), Aztec none (24778), linear symbols
 * 10 modules beside their bars (15417, 16388, 15420).
 */
const shares: Readonly<Record<string, Share>> = {
  QRCode: { across: 0.2, along: 0.2 },
  MicroQRCode: { across: 0.2, along: 0.2 },
  RMQRCode: { across: 0.1, along: 0.2 },
  DataMatrix: { across: 0.1, along: 0.1 },
  PDF417: { across: 0.05, along: 0.1 },
  MicroPDF417: { across: 0.05, along: 0.1 },
  Aztec: { across: 0.05, along: 0.05 },
  MaxiCode: { across: 0.1, along: 0.1 },
}
const linear: Share = { across: 0.15, along: 0.05 }

/** Grows the quad on all sides by its symbology's quiet zone. It may reach beyond the page. */
export const withQuietZone = (quad: Quad, symbology: string): Quad => {
  const { across, along } = shares[symbology] ?? linear
  const [topLeft, topRight, bottomRight, bottomLeft] = quad
  const moved = (point: Point, beside: Point, below: Point): Point => ({
    x: point.x + (point.x - beside.x) * across + (point.x - below.x) * along,
    y: point.y + (point.y - beside.y) * across + (point.y - below.y) * along,
  })
  return [
    moved(topLeft, topRight, bottomLeft),
    moved(topRight, topLeft, bottomRight),
    moved(bottomRight, bottomLeft, topRight),
    moved(bottomLeft, bottomRight, topLeft),
  ]
}
