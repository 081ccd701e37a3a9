/** Words of runs measured and set: the class of punctuation glued to an identifier, glyphs a font lacks, lines, shrinking. */
import { advanceOf, type Font, type FontName } from '../../../../demo/paper/font.ts'
import type { Run, Sheet } from '../../../../demo/paper/page.ts'
import type { Runs } from './slots.ts'

export type Word = { readonly text: string; readonly class: string | null }
/** Words that no space parts: `(`, `Delgado`, `).` */
export type Cluster = readonly Word[]
export type Setting = { readonly font: FontName; readonly sizePt: number; readonly fill?: string }
export type Fonts = (name: FontName) => Font

const identifying = (label: string | null): boolean => label !== null && label !== 'EITHER'

/** What clings to an identifier (a comma, a bracket, `-year-old`) goes with it or stays: it counts as neither. */
const settled = (cluster: Cluster): Cluster => {
  const last = cluster.findLastIndex(word => identifying(word.class))
  return cluster.map((word, i) => {
    if (last < 0 || word.class !== null) return word
    return i < last && /[\p{L}\d]/u.test(word.text) ? word : { ...word, class: 'EITHER' }
  })
}

/** Words and the spaces between them. */
const partsOf = (run: Run): Word[] =>
  (typeof run === 'string' ? [[null, run] as const] : Object.entries(run)).flatMap(([label, text]) =>
    text
      .split(/(\s+)/)
      .filter(part => part !== '')
      .map(part => ({ text: part, class: label })),
  )

export const clustersOf = (runs: Run | Runs): Cluster[] => {
  const list: readonly Run[] = Array.isArray(runs) ? (runs as Runs) : [runs as Run]
  const clusters: Word[][] = []
  let open = false
  for (const run of list) {
    for (const part of partsOf(run)) {
      const blank = part.text.trim() === ''
      if (!blank && open) clusters.at(-1)?.push(part)
      else if (!blank) clusters.push([part])
      open = !blank
    }
  }
  return clusters.map(settled)
}

/** A font answers with one and the same glyph for every character that it lacks. */
const hasGlyph = (font: Font, char: string): boolean =>
  font.charToGlyph(char) !== font.charToGlyph('\u{10fffd}')

/** The letter without its accent where the font has none, as on paper from an old system. */
export const inFont = (font: Font, text: string): string =>
  [...text]
    .map(char => (hasGlyph(font, char) ? char : char.normalize('NFD').replace(/\p{M}/gu, '')))
    .map(char => ({ '’': "'", '–': '-', '·': '-' })[char] ?? char)
    .join('')

const widthOfCluster = (fonts: Fonts, cluster: Cluster, { font, sizePt }: Setting): number =>
  cluster.reduce((sum, word) => sum + advanceOf(fonts(font), inFont(fonts(font), word.text), sizePt), 0)

const spaceOf = (fonts: Fonts, { font, sizePt }: Setting): number => advanceOf(fonts(font), ' ', sizePt)

export const lineWidth = (fonts: Fonts, clusters: readonly Cluster[], setting: Setting): number =>
  clusters.reduce((sum, cluster) => sum + widthOfCluster(fonts, cluster, setting), 0) +
  Math.max(0, clusters.length - 1) * spaceOf(fonts, setting)

export const linesOf = (fonts: Fonts, runs: Run | Runs, width: number, setting: Setting): Cluster[][] => {
  const lines: Cluster[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const cluster of clustersOf(runs)) {
    const wide = widthOfCluster(fonts, cluster, setting)
    if (used + spaceOf(fonts, setting) + wide > width) {
      lines.push([cluster])
      used = wide
    } else {
      lines.at(-1)?.push(cluster)
      used += spaceOf(fonts, setting) + wide
    }
  }
  return lines
}

/** @returns the x behind the last word. */
export const drawLine = (
  fonts: Fonts,
  sheet: Sheet,
  at: { readonly x: number; readonly y: number },
  clusters: readonly Cluster[],
  setting: Setting,
): number => {
  let x = at.x
  clusters.forEach((cluster, i) => {
    if (i > 0) x += spaceOf(fonts, setting)
    for (const word of cluster) {
      const text = inFont(fonts(setting.font), word.text)
      x = sheet.text(x, at.y, word.class === null ? text : { [word.class]: text }, setting)
    }
  })
  return x
}

/** The setting in a size at which the line fits, not under `floorPt`. */
export const shrunk = (
  fonts: Fonts,
  runs: Run | Runs,
  width: number,
  setting: Setting,
  floorPt = 5.8,
): Setting => {
  const wide = lineWidth(fonts, clustersOf(runs), setting)
  if (wide <= width) return setting
  return { ...setting, sizePt: Math.max(floorPt, Math.floor(((setting.sizePt * width) / wide) * 20) / 20) }
}
