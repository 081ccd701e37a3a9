/**
 * Watches the resident memory of a process and of all that descend from it, and says once when it is too much.
 * Reads /proc only; kills nothing itself. RLIMIT_AS would do the same in the kernel, but V8 and WebAssembly reserve
 * address space by the gigabyte.
 */
import { readFile } from 'node:fs/promises'

const pollMs = 100
const deepest = 8

const childrenOf = async (pid: number): Promise<number[]> => {
  const untrustedPids = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return untrustedPids.split(' ').filter(Boolean).map(Number)
}

/** Resident bytes of `pid` and its descendants; 0 for a process that is gone. */
export const residentBytes = async (pid: number, depth = 0): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const own = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024
  if (depth === deepest) return own
  const below = await Promise.all((await childrenOf(pid)).map(child => residentBytes(child, depth + 1)))
  return below.reduce((sum, bytes) => sum + bytes, own)
}

export type MemoryWatch = { readonly stop: () => void; readonly peakBytes: () => number }

/** Calls `exceeded` once, when the memory is seen above `limitBytes`. A process without a pid never ran: pass 0. */
export const watchMemory = (pid: number, limitBytes: number, exceeded: () => void): MemoryWatch => {
  let peak = 0
  let looking = false
  const look = async () => {
    if (looking) return
    looking = true
    peak = Math.max(peak, await residentBytes(pid))
    looking = false
    if (peak > limitBytes) {
      clearInterval(timer)
      exceeded()
    }
  }
  const timer = setInterval(() => void look(), pollMs)
  timer.unref()
  return { stop: () => clearInterval(timer), peakBytes: () => peak }
}
