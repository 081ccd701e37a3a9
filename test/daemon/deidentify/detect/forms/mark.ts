/**
 * Reads the marks of the tables beside this file: `{value}` must be found, every word of it; `<value>` may be; all else must stay.
 * Rows that hold braces or angle brackets of their own do not occur.
 */
export type Marked = {
  readonly text: string
  readonly must: readonly (readonly [start: number, end: number])[]
  readonly may: readonly (readonly [start: number, end: number])[]
}

export const marked = (row: string): Marked => {
  const must: [number, number][] = []
  const may: [number, number][] = []
  let text = ''
  for (const part of row.split(/(\{[^}]*\}|<[^>]*>)/)) {
    const isMust = part.startsWith('{')
    const isMay = part.startsWith('<')
    const value = isMust || isMay ? part.slice(1, -1) : part
    if (isMust) must.push([text.length, text.length + value.length])
    if (isMay) may.push([text.length, text.length + value.length])
    text += value
  }
  return { text, must, may }
}

type Span = { readonly start: number; readonly end: number }

const token = /[\p{L}\p{M}\p{N}]+/gu

const within = (at: number, spans: Marked['must']): boolean =>
  spans.some(([start, end]) => at >= start && at < end)

/** The words that were missed and the words that were found though they must stay. */
export const faultsIn = (
  { text, must, may }: Marked,
  found: readonly Span[],
): { missed: string[]; wrong: string[] } => {
  const missed: string[] = []
  const wrong: string[] = []
  for (const { 0: word, index } of text.matchAll(token)) {
    const isFound = found.some(({ start, end }) => start < index + word.length && index < end)
    if (within(index, must) && !isFound) missed.push(word)
    if (isFound && !within(index, must) && !within(index, may)) wrong.push(word)
  }
  return { missed, wrong }
}
