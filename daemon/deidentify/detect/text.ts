/** Joins the words of a page into one text and keeps where each word went. Pure. */
import type { PageText, Word } from '../../model/page.ts'

/** A gap wider than this many line heights parts two cells of a table or two fields of a form. */
const cellGap = 1.6

const height = ({ box }: Word): number => Math.max(1, box.bottom - box.top)

const between = (before: Word, word: Word): string => {
  if (before.block !== word.block) return '\n\n'
  if (before.line !== word.line) return '\n'
  return word.box.left - before.box.right > cellGap * Math.max(height(before), height(word)) ? '\t' : ' '
}

/**
 * One blank between the words of a line (a tab where the gap is as wide as between cells), a newline between lines, two
 * between blocks. `words[i]` occupies `[spans[i].start, spans[i].end)`.
 */
export const pageText = (words: readonly Word[]): PageText => {
  let text = ''
  const spans = words.map((word, index) => {
    const before = words[index - 1]
    if (before !== undefined) text += between(before, word)
    const start = text.length
    text += word.text
    return { start, end: text.length }
  })
  return { text, spans }
}
