/** Reads exact numbers of bytes from the child's pipe; takes nothing from it that was not asked for (back-pressure). */
import type { Readable } from 'node:stream'

export type Inlet = {
  /** Exactly `length` bytes in a buffer of its own, or null where the pipe ends before. */
  readonly exactly: (length: number) => Promise<Uint8Array<ArrayBuffer> | null>
  /** `count` unsigned integers of 32 bits. */
  readonly integers: (count: number) => Promise<number[] | null>
  /** True where the pipe ends without another byte. */
  readonly ended: () => Promise<boolean>
}

export const createInlet = (stream: Readable): Inlet => {
  const chunks = stream.iterator({ destroyOnReturn: false })
  let rest: Uint8Array = new Uint8Array(0)

  const more = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const { done, value } = await chunks.next()
      if (done) return false
      rest = value
    }
    return true
  }

  const exactly = async (length: number) => {
    const bytes = new Uint8Array(length)
    for (let filled = 0; filled < length; ) {
      if (!(await more())) return null
      const part = rest.subarray(0, length - filled)
      bytes.set(part, filled)
      filled += part.length
      rest = rest.subarray(part.length)
    }
    return bytes
  }

  const integers = async (count: number) => {
    const bytes = await exactly(count * 4)
    if (bytes === null) return null
    const view = new DataView(bytes.buffer)
    return Array.from({ length: count }, (_, index) => view.getUint32(index * 4))
  }

  return { exactly, integers, ended: async () => !(await more()) }
}
