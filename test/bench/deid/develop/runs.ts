/** Runs of text with their truth: templates filled, punctuation glued, lines broken to a width. */
import { advanceOf } from '../../../../demo/paper/font.ts'
import type { Run, Style } from '../../../../demo/paper/page.ts'
import type { Fonts } from '../family.ts'

export type Runs = readonly Run[]
type Piece = { text: string; class: string | null }

export const tag = (label: string, text: string): Run => ({ [label]: text })

const piecesOf = (runs: Runs): Piece[] =>
  runs.flatMap((run): Piece[] =>
    typeof run === 'string'
      ? [{ text: run, class: null }]
      : Object.entries(run).map(([label, text]) => ({ text, class: label })),
  )
const runOf = ({ text, class: label }: Piece): Run => (label === null ? text : tag(label, text))

const leading = (text: string): string => /^\S+/.exec(text)?.[0] ?? ''

/** Takes the punctuation after an identifier into it; longer text that touches it becomes a piece of neither kind. */
const closed = (pieces: readonly Piece[]): Piece[] => {
  const done: Piece[] = []
  for (const { text, class: label } of pieces) {
    const last = done.at(-1)
    const touching =
      label === null && last && last.class !== null && !/\s$/.test(last.text) ? leading(text) : ''
    if (last && (touching === "'s" || /^[^\p{L}\p{N}]+$/u.test(touching)))
      last.text += last.text.endsWith('.') && touching.startsWith('.') ? touching.slice(1) : touching
    else if (touching !== '') done.push({ text: touching, class: 'EITHER' })
    done.push({ text: text.slice(touching.length), class: label })
  }
  return done
}

/** Takes a bracket or quotation mark before an identifier into it. */
const opened = (pieces: readonly Piece[]): Piece[] => {
  const done: Piece[] = []
  for (const { text, class: label } of pieces) {
    const last = done.at(-1)
    const before = label !== null && last?.class === null && !/^\s/.test(text) ? last.text : ''
    const [mark = ''] = /[([<“"]$/.exec(before) ?? []
    if (last && mark) last.text = last.text.slice(0, -mark.length)
    done.push({ text: mark + text, class: label })
  }
  return done
}

/**
 * Punctuation that touches an identifier is inked with it, as no box can cover the one and spare the other; longer
 * text that touches it (`93-year-old`) counts as neither.
 */
export const glued = (runs: Runs): Run[] => {
  const filled = (pieces: readonly Piece[]): Piece[] => pieces.filter(({ text }) => text !== '')
  return filled(opened(closed(filled(piecesOf(runs))))).map(runOf)
}

/** `{key}` is replaced by what `value` gives for it. */
export const fill = (template: string, value: (key: string) => Runs): Run[] =>
  glued(
    template
      .split(/(\{[^{}]+\})/)
      .flatMap(part => (/^\{.+\}$/.test(part) ? value(part.slice(1, -1)) : [part])),
  )

type Word = { text: string; class: string | null; spaced: boolean }
const wordsOf = (runs: Runs): Word[] => {
  const pieces = piecesOf(runs)
  return pieces.flatMap(({ text, class: label }, at) => {
    const apart = /^\s/.test(text) || /\s$/.test(pieces[at - 1]?.text ?? '')
    return text
      .split(/\s+/)
      .filter(word => word !== '')
      .map((word, i) => ({ text: word, class: label, spaced: i > 0 || apart }))
  })
}

export const widthOf = (fonts: Fonts, runs: Runs, { font = 'sans', sizePt = 10 }: Style): number =>
  wordsOf(runs).reduce(
    (sum, { text, spaced }, i) =>
      sum +
      advanceOf(fonts(font), text, sizePt) +
      (spaced && i > 0 ? advanceOf(fonts(font), ' ', sizePt) : 0),
    0,
  )

/** Lines no wider than `widthPt`; words that touch stay together. */
export const linesOf = (fonts: Fonts, runs: Runs, style: Style, widthPt: number): Run[][] => {
  const chunks: Word[][] = []
  for (const word of wordsOf(runs)) {
    if (word.spaced || chunks.length === 0) chunks.push([word])
    else chunks.at(-1)?.push(word)
  }
  const lines: { runs: Run[]; width: number }[] = []
  const space = widthOfText(fonts, ' ', style)
  for (const chunk of chunks) {
    const width = chunk.reduce((sum, { text }) => sum + widthOfText(fonts, text, style), 0)
    const line = lines.at(-1)
    const runs = chunk.map((word, i) =>
      runOf({ text: (i === 0 && line ? ' ' : '') + word.text, class: word.class }),
    )
    if (line && line.width + space + width <= widthPt) {
      line.runs.push(...runs)
      line.width += space + width
    } else lines.push({ runs, width })
  }
  return lines.map(line => line.runs)
}
const widthOfText = (fonts: Fonts, text: string, { font = 'sans', sizePt = 10 }: Style): number =>
  advanceOf(fonts(font), text, sizePt)

/** The style made small enough for one line of `widthPt`. */
export const fitted = (fonts: Fonts, runs: Runs, style: Style, widthPt: number): Style => {
  const width = widthOf(fonts, runs, style)
  return width <= widthPt ? style : { ...style, sizePt: ((style.sizePt ?? 10) * widthPt) / width }
}

const plainLetters = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[øØ]/g, 'o')
/** For hands and typewriters without accents. */
export const unaccented = (runs: Runs): Run[] =>
  piecesOf(runs).map(({ text, class: label }) => runOf({ text: plainLetters(text), class: label }))
export const inCapitals = (runs: Runs): Run[] =>
  piecesOf(runs).map(({ text, class: label }) => runOf({ text: text.toUpperCase(), class: label }))
/** Handwritten words that identify nobody count as neither. */
export const byHand = (runs: Runs): Run[] =>
  unaccented(runs).map(run => (typeof run === 'string' ? tag('EITHER', run) : run))
