/** Peak resident memory of a process and all its descendants, sampled from /proc. */
import { readdirSync, readFileSync } from 'node:fs'

const pageBytes = 4096

const residentBytes = (pid: number): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes
  } catch {
    return 0
  }
}

const parents = (): Map<number, number> => {
  const found = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      found.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // It ended while we looked.
    }
  }
  return found
}

const treeOf = (root: number): number[] => {
  const byPid = parents()
  const tree = [root]
  for (const pid of tree) for (const [child, parent] of byPid) if (parent === pid) tree.push(child)
  return tree
}

/** @returns a function that stops the sampling and gives the peak in bytes, shared pages counted once per process. */
export const watchPeak = (root: number, everyMs = 100): (() => number) => {
  let peak = 0
  const look = () => {
    peak = Math.max(
      peak,
      treeOf(root).reduce((sum, pid) => sum + residentBytes(pid), 0),
    )
  }
  look()
  const timer = setInterval(look, everyMs)
  return () => {
    look()
    clearInterval(timer)
    return peak
  }
}
