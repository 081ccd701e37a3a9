/** What a pen leaves: signatures, handwriting, ticked boxes, letters in comb boxes. */
import type { Run } from '../../../../demo/paper/page.ts'
import { pick, type Random } from '../../../../demo/paper/random.ts'
import type { Desk } from './desk.ts'
import { clustersOf } from './ink.ts'
import type { Runs } from './slots.ts'
import { between, chance } from './values.ts'

/** Loops of a pen, longer for a longer name. */
const penStroke = (random: Random, loops: number): string =>
  Array.from({ length: loops }, () => {
    const [up, down, on] = [between(random, 6, 22), between(random, -4, 9), between(random, 7, 17)]
    return `c${between(random, 1, 6)} -${up} ${between(random, 6, 12)} -${up + between(random, -4, 4)} ${on / 2} ${down}s${between(random, 2, 8)} ${between(random, -6, 6)} ${on} ${-down}`
  }).join(' ')

export const sign = (desk: Desk, x: number, y: number, loops = between(desk.random, 6, 11)): void =>
  desk.sheet.signature(x, y, `M0 0 ${penStroke(desk.random, loops)}`)

/** Handwriting: what identifies keeps its class, the other words count as neither. */
export const hand = (
  desk: Desk,
  x: number,
  y: number,
  runs: Run | Runs,
  sizePt = 17,
  width?: number,
): number => {
  const soft = clustersOf(runs).flatMap(
    (cluster): Runs => [' ', ...cluster.map((word): Run => ({ [word.class ?? 'EITHER']: word.text }))],
  )
  const grow = { 'reenie-beanie': 1.15, shadows: 0.92, nothing: 0.8 }[desk.look.hand as 'shadows'] ?? 1
  return desk.put(
    x,
    y,
    soft,
    { font: desk.look.hand, sizePt: sizePt * grow, fill: pick(desk.random, ['#000', '#222', '#333']) },
    width,
  )
}

export const tick = (desk: Desk, x: number, y: number, on: boolean, sizePt = 8): void => {
  desk.sheet.box(x, y - sizePt, sizePt, sizePt, 0.7)
  if (!on) return
  if (chance(desk.random, 0.5)) {
    desk.sheet.rule(x + 1, y - sizePt + 1, x + sizePt - 1, y - 1, 1.2)
    desk.sheet.rule(x + sizePt - 1, y - sizePt + 1, x + 1, y - 1, 1.2)
  } else
    desk.sheet.picture(
      x,
      y,
      `<path d="M1 -4 L3.5 -1 L${sizePt + 3} -11" fill="none" stroke="#111" stroke-width="1.4"/>`,
    )
}

/** One character per box. Each character is drawn by itself, all in the class. */
export const comb = (
  desk: Desk,
  x: number,
  y: number,
  text: string,
  label: string,
  boxes: number,
  widePt = 14,
): void => {
  for (let i = 0; i < boxes; i++) desk.sheet.box(x + i * widePt, y - 13, widePt, 17, 0.5)
  ;[...text.toUpperCase()].slice(0, boxes).forEach((char, i) => {
    if (char.trim() !== '')
      desk.putCentre(x + (i + 0.5) * widePt, y, { [label]: char }, { font: desk.look.hand, sizePt: 14 })
  })
}

/** A label, a rule, and what a person wrote on it. */
export const written = (
  desk: Desk,
  x: number,
  wide: number,
  label: string,
  value: Runs,
  below: boolean,
): void => {
  const small = { sizePt: below ? 7.5 : 9 }
  const start = below ? x : desk.put(x, desk.y, label, small, wide * 0.5) + 4
  hand(desk, start + 2, desk.y - 1, value, 16, x + wide - start - 4)
  desk.sheet.rule(start, desk.y + 3, x + wide, desk.y + 3, 0.6)
  if (below) desk.put(x, desk.y + 12, label, small, wide)
}

export const signLine = (desk: Desk, byHand: boolean): void => {
  if (!desk.room(54)) return
  const { slots } = desk
  desk.y += 30
  sign(desk, desk.left + 12, desk.y - 10)
  desk.sheet.rule(desk.left, desk.y, desk.left + 230, desk.y)
  desk.sheet.rule(desk.left + 260, desk.y, desk.left + 380, desk.y)
  if (byHand) hand(desk, desk.left + 266, desk.y - 3, slots.of('today.t'), 16, 110)
  else desk.put(desk.left + 266, desk.y - 4, slots.of('today.t'), {}, 110)
  desk.put(
    desk.left,
    desk.y + 14,
    pick(desk.random, ['Signature of patient or guardian', 'Patient / Legal Representative', 'Signature']),
    { sizePt: 8 },
  )
  desk.put(desk.left + 260, desk.y + 14, 'Date', { sizePt: 8 })
  desk.y += 30
}
