/**
 * Why a page waits, in the words of those who decide: what to look at, where on the page, and what to do next. Says
 * nothing of what stands there.
 */
import { type Box, boundsOf } from '../daemon/model/geometry.ts'
import type { HeldPage } from '../daemon/model/held.ts'
import type { HeldReason, InkDoubts } from '../daemon/model/page.ts'

/** What happened, then what to do. */
export const reasonWords: Readonly<Record<HeldReason, string>> = {
  'gate-identifier':
    'the redacted page was read again, and something in it still looks like a name, number or date of somebody. ' +
    'Look at each marked place: the box masks it on release. Mask what else shows with --mask; reject if the page shows more than that',
  'gate-barcode':
    'something in the redacted page looks like a barcode, which may hold a name or number. ' +
    'Look at each marked place: the box masks it on release',
  'gate-metadata':
    'the finished file carried data beside the picture. Reject it and report it: this is a fault in Cordon',
  'little-understood':
    'too little of the page could be read, so most of it is masked. If the redacted page is still of use, release it; ' +
    'otherwise ask for a better copy, or reject it and file the original by hand',
  'orientation-doubtful':
    'no side of the page is surely the top, so words may have been misread. ' +
    'Look whether the redacted page shows a name on its side or on its head; reject and scan it again, top first, if unsure',
  photo:
    'a large part of the page is a photograph or a picture, and is masked. ' +
    'Look that no face, wristband or label shows beside the masked place; then release or reject',
  'page-error':
    'a step failed on the page, so all of it is masked or unchecked. Reject it and scan it again; report it if it recurs',
  'decision-outdated':
    'the pages are not those that somebody decided on: the software or the policy has changed since. Look again and decide again',
}

const doubtWords: Readonly<Record<keyof InkDoubts, string>> = {
  drawn: 'looks drawn by hand or stamped (handwriting, signatures, stamps)',
  unread: 'is as large as letters, but no word was read (handwriting, another script, broken print)',
  unsure: 'was read, but not surely (poor fax, faint or tiny print, another script)',
  unknown: 'was read, but is not known to be safe (another language, unusual words)',
  noise: 'is noise',
}

/** Shares below this are not worth a line. */
const leastShare = 0.03

/** What the ink that was not understood seems to be, most of it first. */
export const doubtLines = (doubts: InkDoubts): string[] =>
  (Object.entries(doubts) as [keyof InkDoubts, number][])
    .filter(([, share]) => share >= leastShare)
    .sort(([, one], [, two]) => two - one)
    .map(([name, share]) => `${Math.round(share * 100)} % of the ink ${doubtWords[name]}`)

const third = (at: number, size: number, words: readonly [string, string, string]): string =>
  words[Math.min(2, Math.max(0, Math.floor((3 * at) / Math.max(1, size))))] ?? words[1]

/** `top left, 1.2 in from the left, 0.8 in from the top`: the middle of the place. */
export const placeWords = (
  { left, top, right, bottom }: Box,
  { widthPx, heightPx, dpi }: Pick<HeldPage, 'widthPx' | 'heightPx' | 'dpi'>,
): string => {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const side = `${third(y, heightPx, ['top', 'middle', 'bottom'])} ${third(x, widthPx, ['left', 'middle', 'right'])}`
  const inches = (px: number) => (px / Math.max(1, dpi)).toFixed(1)
  return `${side}, ${inches(x)} in from the left, ${inches(y)} in from the top`
}

/** More places than this are told by their number. */
const mostPlaces = 8

/** Where to look: what the gate hit, the pictures of a page held for one, and the largest unread regions of one little understood. */
export const placeLines = (page: HeldPage): string[] => {
  const boxes = [...page.hits.map(boundsOf), ...maskedPlaces(page)]
  const told = boxes.slice(0, mostPlaces).map(box => placeWords(box, page))
  return boxes.length > mostPlaces ? [...told, `and ${boxes.length - mostPlaces} more`] : told
}

const area = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top)

const maskedPlaces = ({ reasons, masked }: HeldPage): Box[] => {
  const regionsOf = (isMeant: (reason: string) => boolean) =>
    masked
      .filter(({ reason }) => isMeant(reason))
      .map(({ quad }) => boundsOf(quad))
      .sort((one, two) => area(two) - area(one))
  return [
    ...(reasons.includes('photo') ? regionsOf(reason => reason === 'photo') : []),
    ...(reasons.includes('little-understood')
      ? regionsOf(reason => reason === 'unread-ink' || reason === 'low-confidence').slice(0, 3)
      : []),
  ]
}
