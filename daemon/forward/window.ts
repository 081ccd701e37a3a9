/**
 * Bounds what is on its way to the broker at once, by count and by bytes, so that memory stays the same however much
 * is queued. One message larger than the whole bound goes alone.
 */

export type Window = {
  /** Resolves when there is room; give the room back with the function it resolves to. */
  readonly enter: (bytes: number) => Promise<() => void>
}

export const createWindow = (maxMessages: number, maxBytes: number): Window => {
  let messages = 0
  let bytes = 0
  const waiting: { size: number; admit: () => void }[] = []
  const fits = (size: number) => messages === 0 || (messages < maxMessages && bytes + size <= maxBytes)
  const leaveOnce = (size: number) => {
    let left = false
    return () => {
      if (left) return
      left = true
      messages -= 1
      bytes -= size
      for (let first = waiting[0]; first !== undefined && fits(first.size); first = waiting[0]) {
        waiting.shift()
        first.admit()
      }
    }
  }
  const occupy = (size: number) => {
    messages += 1
    bytes += size
    return leaveOnce(size)
  }
  return {
    enter: size =>
      new Promise(resolve => {
        if (waiting.length === 0 && fits(size)) resolve(occupy(size))
        else waiting.push({ size, admit: () => resolve(occupy(size)) })
      }),
  }
}
