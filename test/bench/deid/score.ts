/**
 * How much of each word's own ink is still to be seen in the output. Ink is seen where the output differs from its
 * surroundings there, dark on light or light on dark: a solid mask shows nothing, nor does bare paper. Pixels only:
 * nothing that the box says of its masks is believed.
 */
import { type Affine, applyTo, invert } from '../../../daemon/model/geometry.ts'
import type { DrawnPage, TruthMark, TruthWord } from '../../../demo/paper/page.ts'
import type { Gray } from '../../../demo/paper/render.ts'
import { type Labels, labelsOf } from './truth.ts'

export type ScoredWord = {
  readonly word: TruthWord
  /** 0…1 of the drawn ink that the output shows; null where the page was too damaged for the word to be on it. */
  readonly shown: number | null
  /** 0…1 of the ink that reached the box which the output shows. */
  readonly kept: number | null
  /** On the output, in pixels. */
  readonly box: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
}
export type ScoredMark = { readonly mark: TruthMark; readonly shown: number }
export type ScoredPage = { readonly words: readonly ScoredWord[]; readonly marks: readonly ScoredMark[] }

export type Alignment = {
  /** From points of the paper to pixels of the input, and on to pixels of the output. */
  readonly toInput: Affine
  readonly toOutput: Affine
  readonly outputDpi: number
}

/** A word counts as present when so much of its ink reached the box. */
const leastPresent = 0.5
/** Misalignment that is allowed, in inches. */
const slackIn = 1 / 130
const outputDark = 200
const inputDark = 160

export const scorePage = async (
  page: DrawnPage,
  input: Gray,
  output: Gray,
  { toInput, toOutput, outputDpi }: Alignment,
): Promise<ScoredPage> => {
  const labels = await labelsOf(page, toOutput, output.widthPx, output.heightPx)
  const seen = seenMap(output, labels, outputDpi)
  const back = invert(toOutput)
  const words = page.words.map(() => ({ ink: 0, shown: 0, present: 0, presentShown: 0, ...emptyBox() }))
  eachInk(labels, (index, x, y) => stretch(words[index] as Tally, x, y))
  const inputNear = nearInput(input)
  eachInk(labels, (index, x, y) => {
    const [tally, word] = [words[index] as Tally, page.words[index] as TruthWord]
    const onInput = applyTo(toInput, applyTo(back, { x: x + 0.5, y: y + 0.5 }))
    const present = inputNear(onInput.x, onInput.y, word.light)
    const shown = seen(x, y, radiusOf(word, outputDpi), tally, word.light)
    tally.ink++
    if (shown) tally.shown++
    if (present) tally.present++
    if (present && shown) tally.presentShown++
  })
  return {
    words: words.map((tally, i) => scored(page.words[i] as TruthWord, tally)),
    marks: page.marks.map(mark => ({ mark, shown: structureIn(output, mark, toOutput) })),
  }
}

/** Calls `visit` with each pixel of ink and the index of its word. */
const eachInk = ({ wordAt, widthPx }: Labels, visit: (index: number, x: number, y: number) => void): void => {
  for (let at = 0; at < wordAt.length; at++)
    if (wordAt[at] !== 0) visit((wordAt[at] as number) - 1, at % widthPx, Math.floor(at / widthPx))
}

type Tally = { ink: number; shown: number; present: number; presentShown: number } & ReturnType<
  typeof emptyBox
>

const emptyBox = () => ({ left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity })

const stretch = (box: ReturnType<typeof emptyBox>, x: number, y: number): void => {
  box.left = Math.min(box.left, x)
  box.top = Math.min(box.top, y)
  box.right = Math.max(box.right, x + 1)
  box.bottom = Math.max(box.bottom, y + 1)
}

const scored = (word: TruthWord, tally: Tally): ScoredWord => {
  const { ink, shown, present, presentShown, left, top, right, bottom } = tally
  const isPresent = ink > 0 && present >= leastPresent * ink
  return {
    word,
    shown: ink === 0 ? null : shown / ink,
    kept: isPresent ? presentShown / present : null,
    box: { left, top, right, bottom },
  }
}

/** How far around a pixel its surroundings reach: a quarter of the word's height. */
const radiusOf = ({ box, text }: TruthWord, dpi: number): number =>
  text === '' ? 6 : Math.max(3, Math.min(14, Math.round(((box.bottom - box.top) * dpi) / 72 / 4)))

/** No stroke of a letter is so long and so straight, in inches. */
const ruleIn = 0.4

/** The dark pixels but for those of rules, upright and level: a rule that cuts the foot of a masked letter shows nothing of it. */
const withoutRules = (
  dark: Uint8Array | readonly number[],
  widthPx: number,
  heightPx: number,
  longestPx: number,
): Uint8Array => {
  const left = Uint8Array.from(dark)
  const sweep = (lines: number, length: number, at: (line: number, along: number) => number): void => {
    for (let line = 0; line < lines; line++)
      for (let from = 0, along = 0; along <= length; along++) {
        if (along < length && dark[at(line, along)] === 1) continue
        if (along - from >= longestPx) for (let i = from; i < along; i++) left[at(line, i)] = 0
        from = along + 1
      }
  }
  sweep(heightPx, widthPx, (y, x) => y * widthPx + x)
  sweep(widthPx, heightPx, (x, y) => y * widthPx + x)
  return left
}

/** Whether there is ink at a place of the input (or lack of it, for light print), give or take a pixel. */
const nearInput =
  ({ widthPx, heightPx, pixels }: Gray) =>
  (x: number, y: number, light: boolean): boolean => {
    for (let row = Math.max(0, Math.floor(y - 1)); row <= Math.min(heightPx - 1, Math.floor(y + 1)); row++)
      for (
        let column = Math.max(0, Math.floor(x - 1));
        column <= Math.min(widthPx - 1, Math.floor(x + 1));
        column++
      ) {
        const dark = (pixels[row * widthPx + column] as number) <= inputDark
        if (dark !== light) return true
      }
    return false
  }

type Seen = (x: number, y: number, radiusPx: number, word: Window, light: boolean) => boolean

/**
 * Ink is seen where it is dark and most of the paper around it, within the word's own box, is light; of print that was
 * drawn light on dark, also the other way round. The box keeps the paper beside a tight mask out of it.
 */
const seenMap = ({ widthPx, heightPx, pixels }: Gray, labels: Labels, outputDpi: number): Seen => {
  const slackPx = Math.max(1, Math.round(outputDpi * slackIn))
  const dark = pixels.map(value => (value <= outputDark ? 1 : 0))
  const light = dark.map(value => 1 - value)
  const darkNear = sums(withoutRules(dark, widthPx, heightPx, ruleIn * outputDpi), widthPx, heightPx)
  const lightNear = sums(light, widthPx, heightPx)
  const paper = paperOf(labels)
  const paperIn = sums(paper, widthPx, heightPx)
  const lightPaperIn = sums(
    paper.map((value, i) => value & (light[i] as number)),
    widthPx,
    heightPx,
  )
  return (x, y, radiusPx, word, isLight) => {
    const around = surroundings(x, y, radiusPx, word).find(box => paperIn(box) >= fewestPaper)
    if (around === undefined) return darkNear(square(x, y, slackPx)) > 0
    const onLight = 2 * lightPaperIn(around) >= paperIn(around)
    if (onLight) return darkNear(square(x, y, slackPx)) > 0
    return isLight && lightNear(square(x, y, slackPx)) > 0
  }
}

/** First near the pixel, then all of its word, and beyond the word only where the word is a stroke without any paper. */
const surroundings = (x: number, y: number, radiusPx: number, word: Window): Window[] => [
  ...[1, 3, 1000].map(times => windowOf(x, y, times * radiusPx, word, 1)),
  ...[3, 6].map(by => windowOf(x, y, radiusPx, word, by)),
]

/** With less paper than this around a pixel its surroundings say nothing. */
const fewestPaper = 6

type Window = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const square = (x: number, y: number, r: number): Window => ({
  left: x - r,
  top: y - r,
  right: x + r + 1,
  bottom: y + r + 1,
})

const windowOf = (x: number, y: number, r: number, word: Window, by: number): Window => ({
  left: Math.max(x - r, word.left - by),
  top: Math.max(y - r, word.top - by),
  right: Math.min(x + r + 1, word.right + by),
  bottom: Math.min(y + r + 1, word.bottom + by),
})

/** Pixels with no word's ink in them nor beside them. */
const paperOf = ({ wordAt, widthPx }: Labels): Uint8Array => {
  const paper = new Uint8Array(wordAt.length)
  const steps = [0, 1, -1, widthPx, -widthPx, widthPx + 1, widthPx - 1, -widthPx + 1, -widthPx - 1]
  for (let i = 0; i < paper.length; i++) paper[i] = steps.every(step => !wordAt[i + step]) ? 1 : 0
  return paper
}

/** Counts ones in a box, by an integral image. */
const sums = (bits: Uint8Array, widthPx: number, heightPx: number): ((box: Window) => number) => {
  const stride = widthPx + 1
  const integral = new Uint32Array(stride * (heightPx + 1))
  for (let y = 0; y < heightPx; y++) {
    let row = 0
    for (let x = 0; x < widthPx; x++) {
      row += bits[y * widthPx + x] as number
      integral[(y + 1) * stride + x + 1] = (integral[y * stride + x + 1] as number) + row
    }
  }
  const at = (i: number) => integral[i] as number
  return box => {
    const [left, right] = [Math.max(0, box.left), Math.min(widthPx, box.right)]
    const [top, bottom] = [Math.max(0, box.top) * stride, Math.min(heightPx, box.bottom) * stride]
    return at(bottom + right) - at(bottom + left) - at(top + right) + at(top + left)
  }
}

const cellPx = 8

/** The share of a mark's cells that are neither all ink nor all paper. */
const structureIn = ({ widthPx, heightPx, pixels }: Gray, { box }: TruthMark, toOutput: Affine): number => {
  const corners = [box.left, box.right].flatMap(x =>
    [box.top, box.bottom].map(y => applyTo(toOutput, { x, y })),
  )
  const [left, right] = [Math.min(...corners.map(c => c.x)), Math.max(...corners.map(c => c.x))]
  const [top, bottom] = [Math.min(...corners.map(c => c.y)), Math.max(...corners.map(c => c.y))]
  let [cells, mixed] = [0, 0]
  for (let y = Math.max(0, Math.floor(top)); y + cellPx <= Math.min(heightPx, bottom); y += cellPx)
    for (let x = Math.max(0, Math.floor(left)); x + cellPx <= Math.min(widthPx, right); x += cellPx) {
      cells++
      if (isMixed(pixels, widthPx, x, y)) mixed++
    }
  return cells === 0 ? 0 : mixed / cells
}

const isMixed = (pixels: Uint8Array, widthPx: number, left: number, top: number): boolean => {
  let dark = 0
  for (let y = top; y < top + cellPx; y++)
    for (let x = left; x < left + cellPx; x++) if ((pixels[y * widthPx + x] as number) <= outputDark) dark++
  return dark > 0 && dark < cellPx * cellPx
}
