/** Prose under a head, the end of a letter, and a desk for one kind. */
import type { Random } from '../../../../demo/paper/random.ts'
import { pick } from '../../../../demo/paper/random.ts'
import { type CaseWish, createCase } from './case.ts'
import type { Desk } from './desk.ts'
import { createDesk, type Options } from './desk.ts'
import type { Fonts } from './ink.ts'
import { band, bandForms } from './parts.ts'
import { sign } from './pen.ts'
import { sentences, slotsOf } from './slots.ts'
import { chance } from './values.ts'

const sectionForms = new WeakMap<Desk, (typeof bandForms)[number]>()

const remembered = (desk: Desk) => {
  const form = pick(desk.random, bandForms)
  sectionForms.set(desk, form)
  return form
}

export const section = (desk: Desk, head: string, from: readonly string[], count: number): void => {
  if (band(desk, head, sectionForms.get(desk) ?? remembered(desk)))
    desk.para(sentences(desk.slots, from, count))
}

export const body = (desk: Desk, parts: readonly (readonly [string, readonly string[], number])[]): void => {
  const form = pick(desk.random, bandForms)
  for (const [head, from, count] of parts)
    if (band(desk, head, form)) desk.para(sentences(desk.slots, from, count))
}

export const closing = (desk: Desk): void => {
  if (!desk.room(86)) return
  desk.say(
    pick(desk.random, [
      'Sincerely,',
      'Respectfully,',
      'Thank you for the kind referral.',
      'Electronically signed:',
      'With best regards,',
    ]),
  )
  if (chance(desk.random, 0.6)) {
    sign(desk, desk.left + 8, desk.y + 14)
    desk.y += 44
  }
  desk.say('{prov}')
  desk.say(
    pick(desk.random, [
      'NPI {npi}',
      '{fac}',
      'Signed {today.t} {time}',
      'dictated, not read; {initials}/{today.t}',
    ]),
  )
}

/** A desk about a new case. */
export const open = (random: Random, fonts: Fonts, options: Options = {}, wish: CaseWish = {}): Desk =>
  createDesk(random, fonts, slotsOf(random, createCase(random, wish)), options)
