/** What every page of the dental office has in common: its case, the dentist's license, and the foot that names the practice. */
import { pick, type Random } from '../../../../demo/paper/random.ts'
import { type Case, createCase } from './case.ts'
import type { Furniture } from './desk.ts'
import * as mouth from './mouth.ts'
import { oneLine, type Runs, runsOf } from './slots.ts'
import { between, chance, listedNames, numbered } from './values.ts'

const lettersOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase()

/** The case in a dental office: its own practice, plan, titles, and chart numbers that begin with the surname. */
export const dentalCase = (random: Random): Case => {
  const c = createCase(random)
  const facility = pick(random, mouth.practices).replace('*', c.provider.family)
  return {
    ...c,
    facility,
    slug: facility.normalize('NFD').toLowerCase().replace(/[^a-z]/g, ''),
    insurer: pick(random, mouth.dentalPlans),
    provider: { ...c.provider, credential: pick(random, ['DDS', 'DMD', 'D.D.S.', 'D.M.D., M.S.']) },
    nurse: { ...c.nurse, credential: pick(random, ['RDH', 'CDA', 'EFDA', 'RDH, BS']) },
    mrn: chance(random, 0.6)
      ? `${lettersOf(c.patient.family).slice(0, 3)}${numbered(random, pick(random, ['00##', '####', '-###-#']))}`
      : c.mrn,
  } // biome-ignore format: short
}

export const dentalLicence = (random: Random): Runs => [
  { LICENSE: numbered(random, pick(random, ['DN-####', 'D.#####', 'DEN 0####', '#####-DDS', '0##-#####'])) },
]

/** The practice at the foot of each page, and whose page it is from the second on. */
export const dentalFrame = (random: Random): Furniture => {
  const form = between(random, 0, 2)
  let foot: readonly Runs[] | undefined
  return (desk, page, pages) => {
    const { slots } = desk
    foot ??= [
      slots.of('fac'),
      runsOf(oneLine(slots.case.facilityPlace), ['   '], slots.of('phone2'), ['   '], slots.of('url')),
      [{ NAME: pick(random, listedNames)(slots.case.patient) }],
    ]
    const [practice = [], calls = [], whose = []] = foot
    const y = desk.heightPt - 40
    const [left, right] = [42, desk.widthPt - 42]
    if (form === 0) {
      desk.putCentre(desk.widthPt / 2, y, practice, { font: desk.look.head, sizePt: 11 }, right - left)
      desk.putCentre(desk.widthPt / 2, y + 12, calls, { sizePt: 7.5 }, right - left)
    } else if (form === 1) {
      desk.sheet.fill(left, y - 9, right - left, 26, '#000')
      desk.put(
        left + 6,
        y + 1,
        practice,
        { font: desk.look.bold, sizePt: 9, fill: '#fff' },
        right - left - 80,
      )
      desk.put(left + 6, y + 12, calls, { sizePt: 7.5, fill: '#fff' }, right - left - 80)
    } else {
      desk.sheet.rule(left, y - 10, right, y - 10, 1.6)
      desk.put(left, y + 2, practice, { font: desk.look.italic, sizePt: 10 }, right - left - 60)
      desk.putRight(right, y + 14, calls, { sizePt: 7.5 }, right - left)
    }
    desk.putRight(right - 6, y + 2, `${page} / ${pages}`, {
      sizePt: 8,
      ...(form === 1 ? { fill: '#fff' } : {}),
    })
    if (page === 1) return
    desk.putRight(right, 32, runsOf(whose, ['  chart '], [{ MRN: slots.case.mrn }], ["  cont'd"]), {
      sizePt: 8,
    })
  }
}
