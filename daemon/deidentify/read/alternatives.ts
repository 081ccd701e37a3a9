/** Two readings of one place: how far their boxes lie on each other, and what the other one made of a word. */
import { area, type Box } from '../../model/geometry.ts'
import type { Word } from '../../model/page.ts'

/** The share of the smaller box that lies in the other, 0…1. */
export const sharedShare = (one: Box, two: Box): number => {
  const width = Math.min(one.right, two.right) - Math.max(one.left, two.left)
  const height = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top)
  return width > 0 && height > 0 ? (width * height) / Math.max(1, Math.min(area(one), area(two))) : 0
}

/** Words lie in the same place from here on. */
const samePlace = 0.4

/** What another reading saw in the same place, where it is not the same text. */
export const withAlternatives = (word: Word, others: readonly Word[]): Word => {
  const texts = others
    .filter(other => sharedShare(other.box, word.box) > samePlace)
    .map(other => other.text)
    .filter(text => text !== word.text && /[\p{L}\p{N}]{2}/u.test(text))
  if (texts.length === 0) return word
  return { ...word, alternatives: [...new Set([...(word.alternatives ?? []), ...texts])] }
}
