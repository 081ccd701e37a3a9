/** Says what the document it is given names, in place of what a decoder says. Kept free of imports of ours. */
import { readSync, writeSync } from 'node:fs'

const say = (...integers: number[]): void => {
  const bytes = Buffer.alloc(integers.length * 4)
  integers.forEach((integer, index) => {
    bytes.writeUInt32BE(integer >>> 0, index * 4)
  })
  writeSync(1, bytes)
}
const [READY, PAGES, FRAME, END, FAULT] = [0x52454459, 0x50414745, 0x4652414d, 0x454e4421, 0x4641554c]
const readAll = (): string => {
  const chunks: Buffer[] = []
  for (;;) {
    const chunk = Buffer.alloc(65536)
    const length = readSync(0, chunk)
    if (length === 0) return Buffer.concat(chunks).toString('latin1', 4)
    chunks.push(chunk.subarray(0, length))
  }
}
const forEver = (): never => {
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}
const page = (width: number, height: number, more: number[] = [0, 0, 0, 0]): void => {
  say(FRAME, width, height, ...more)
  writeSync(1, new Uint8Array(Math.min(width * height, 10_000)))
}

const lies: Record<string, () => void> = {
  honest: () => {
    say(PAGES, 2)
    page(10, 10)
    page(10, 10)
    say(END)
  },
  'no-pages': () => say(PAGES, 0, END),
  'many-pages': () => say(PAGES, 0xffffffff),
  'huge-frame': () => say(PAGES, 1, FRAME, 0xffffffff, 0xffffffff, 0, 0, 0, 0),
  'long-frame': () => say(PAGES, 1, FRAME, 70_000, 1, 0, 0, 0, 0),
  'empty-frame': () => say(PAGES, 1, FRAME, 0, 10, 0, 0, 0, 0),
  'bad-dpi': () => say(PAGES, 1, FRAME, 10, 10, 0xffffffff, 0, 0, 0),
  'bad-bilevel': () => say(PAGES, 1, FRAME, 10, 10, 0, 0, 2, 0),
  'bad-metadata': () => say(PAGES, 1, FRAME, 10, 10, 0, 0, 0, 1 << 9),
  'bad-fault': () => say(FAULT, 4711),
  'chatty-fault': () => say(FAULT, 0, 1, 2, 3),
  garbage: () => {
    writeSync(1, Buffer.from('%PDF-1.7 name of a patient'))
  },
  zeros: () => {
    for (;;) writeSync(1, new Uint8Array(65536))
  },
  'more-than-said': () => {
    lies.honest?.()
    writeSync(1, new Uint8Array(1))
  },
  'fewer-than-said': () => {
    say(PAGES, 3)
    page(10, 10)
    say(END)
  },
  'half-a-page': () => {
    say(PAGES, 1, FRAME, 100, 100, 0, 0, 0, 0)
    writeSync(1, new Uint8Array(5000))
  },
  'early-exit': () => {},
  crash: () => process.kill(process.pid, 'SIGSEGV'),
  silent: forEver,
  'half-silent': () => {
    say(PAGES, 2)
    page(10, 10)
    forEver()
  },
  spin: () => {
    for (;;) Math.random()
  },
  hoard: () => {
    const kept: Buffer[] = []
    for (;;) kept.push(Buffer.alloc(16 * 2 ** 20, 1))
  },
}

say(READY)
lies[readAll()]?.()
