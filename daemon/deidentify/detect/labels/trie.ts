/**
 * One pattern for many spellings, in which spellings that begin alike share their beginning: a word that begins no label
 * is given up at its first letters. The longest spelling is tried first. Pure.
 */

type Node = { readonly next: Map<string, Node>; ends: boolean }

const fresh = (): Node => ({ next: new Map(), ends: false })

const add = (root: Node, pieces: readonly string[]): void => {
  let node = root
  for (const piece of pieces) {
    const next = node.next.get(piece) ?? fresh()
    node.next.set(piece, next)
    node = next
  }
  node.ends = true
}

const write = ({ next, ends }: Node): string => {
  const branches = [...next].map(([piece, node]) => piece + write(node))
  if (branches.length === 0) return ''
  if (branches.length === 1 && !ends) return branches[0] ?? ''
  return `(?:${branches.join('|')})${ends ? '?' : ''}`
}

/** @param spellings each a list of pieces of pattern source, one per letter. */
export const trieOf = (spellings: readonly (readonly string[])[]): string => {
  const root = fresh()
  for (const pieces of spellings) add(root, pieces)
  return write(root)
}
