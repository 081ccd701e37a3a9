/** A professional claim in the boxes of the paper form. */
import { pick } from '../../../../../demo/paper/random.ts'
import { createCase } from '../case.ts'
import { conditions, procedures } from '../clinical.ts'
import { createDesk, type Draw } from '../desk.ts'
import { shuffled } from '../fields.ts'
import { type Runs, runsOf, slotsOf } from '../slots.ts'
import { between, chance, npi, numbered, ssnOf } from '../values.ts'

/** Boxes as on the paper claim: number and title small, the entry below in typewriter letters. */
export const claim: Draw = (random, fonts) => {
  const c = createCase(random, { kind: pick(random, ['clinic', 'dental', 'dialysis', 'vision']) })
  const slots = slotsOf(random, c)
  const desk = createDesk(random, fonts, slots, { maxPages: 1, marginPt: 32 })
  const entry = {
    font: pick(random, ['courier-prime', 'plex-mono', 'roboto-condensed', 'plex-sans', 'pt-sans'] as const),
    sizePt: 9.5,
  }
  const [low, high] = [desk.left, desk.right]
  desk.putCentre(306, desk.y + 8, 'HEALTH INSURANCE CLAIM FORM', desk.bold)
  desk.putRight(high, desk.y + 8, slots.of('insurer'), { sizePt: 8 })
  const tall = 29
  let y = desk.y + 18
  const row = (cells: readonly (readonly [string, Runs, number])[]) => {
    let x = low
    const unit = (high - low) / cells.reduce((sum, [, , share]) => sum + share, 0)
    for (const [label, value, share] of cells) {
      desk.sheet.box(x, y, share * unit, tall, 0.6)
      desk.put(x + 3, y + 8, label, { sizePt: 6.2, font: 'pt-sans' }, share * unit - 6)
      desk.put(x + 4, y + 22, value, entry, share * unit - 8)
      x += share * unit
    }
    y += tall
  }
  const { patient, relative } = c
  const upper = (runs: Runs): Runs =>
    runs.map(run =>
      typeof run === 'string'
        ? run.toUpperCase()
        : Object.fromEntries(Object.entries(run).map(([k, v]) => [k, v.toUpperCase()])),
    )
  row([
    ['1. MEDICARE  MEDICAID  TRICARE  GROUP  OTHER', ['X'], 3],
    ["1a. INSURED'S I.D. NUMBER", slots.of('plan'), 2],
  ])
  row([
    [
      "2. PATIENT'S NAME (Last, First, Middle)",
      [{ NAME: `${patient.family}, ${patient.given} ${patient.middle[0]}`.toUpperCase() }],
      2.4,
    ],
    ["3. PATIENT'S BIRTH DATE  SEX", runsOf(slots.of('birth.t'), [patient.female ? ' F' : ' M']), 1.4],
    [
      "4. INSURED'S NAME",
      chance(random, 0.4) ? ['SAME'] : [{ NAME: `${relative.family}, ${relative.given}`.toUpperCase() }],
      2,
    ],
  ])
  row([
    ["5. PATIENT'S ADDRESS (No., Street)", upper(slots.of('street')), 2.4],
    ['6. RELATIONSHIP TO INSURED', [pick(random, ['SELF', 'CHILD', 'SPOUSE'])], 1.4],
    ["7. INSURED'S ADDRESS", chance(random, 0.5) ? ['SAME'] : upper(slots.of('street')), 2],
  ])
  row([
    ['CITY', upper(slots.of('town')), 1.6],
    ['STATE', [{ EITHER: c.home.state }], 0.6],
    ['ZIP CODE', slots.of('zip'), 1],
    ['TELEPHONE', slots.of('phone'), 1.4],
    ['8. RESERVED', [''], 1],
  ])
  row([
    ["9. OTHER INSURED'S NAME", chance(random, 0.5) ? upper(slots.of('rel')) : ['NONE'], 2.4],
    ['10. CONDITION RELATED TO: AUTO  WORK', [pick(random, ['NO  NO', 'YES  NO'])], 1.4],
    ['11. GROUP OR FECA NUMBER', slots.of('group'), 2],
  ])
  row([
    ["12. PATIENT'S SIGNATURE", ['SIGNATURE ON FILE'], 2],
    ['DATE', slots.of('today.t'), 1],
    ["11b. EMPLOYER'S NAME", upper(slots.of('emp')), 2],
  ])
  row([
    ['14. DATE OF CURRENT ILLNESS', slots.of('date.t'), 1.3],
    ['16. DATES UNABLE TO WORK', runsOf(slots.of('date.t'), [' TO '], slots.of('recent.t')), 2],
    ['18. HOSPITALIZATION DATES', chance(random, 0.5) ? slots.of('date.t') : [''], 1.4],
  ])
  row([
    ['17. REFERRING PROVIDER', upper(slots.of('prov2')), 2.2],
    ['17b. NPI', slots.of('npi2'), 1.3],
    ['23. PRIOR AUTHORIZATION NO.', slots.of('id'), 1.6],
  ])
  row([0, 1, 2, 3].map(i => [`21. DIAGNOSIS ${'ABCD'[i]}`, [pick(random, conditions)[1]], 1] as const))
  const shares = [1.4, 1.4, 0.6, 1.2, 0.8, 1, 0.6, 1.5]
  const heads = ['24A. FROM', 'TO', 'POS', 'CPT/HCPCS', 'PTR', 'CHARGES', 'UNITS', 'RENDERING NPI']
  let owed = 0
  const used = shuffled(random, procedures).slice(0, between(random, 2, 6))
  for (const [code, , charge] of used) {
    const day = slots.of('recent.t')
    owed += charge
    const values: Runs[] = [
      day,
      day,
      [pick(random, ['11', '22', '65'])],
      [code],
      ['A'],
      [`${charge}.00`],
      ['1'],
      chance(random, 0.7) ? slots.of('npi') : [{ LICENSE: npi(random) }],
    ]
    row(values.map((value, i) => [heads[i] ?? '', value, shares[i] ?? 1] as const))
  }
  row([
    [
      '25. FEDERAL TAX I.D.',
      chance(random, 0.5) ? [{ OTHER_ID: numbered(random, '##-#######') }] : [{ SSN: ssnOf(random, c.ssn) }],
      1.4,
    ],
    ["26. PATIENT'S ACCOUNT NO.", slots.of('acct'), 1.4],
    ['28. TOTAL CHARGE', [`$ ${owed}.00`], 1],
    ['29. PAID', ['0.00'], 0.8],
  ])
  row([
    ['31. SIGNATURE OF PHYSICIAN', slots.of('prov'), 1.7],
    ['32. SERVICE FACILITY', upper(slots.of('fac')), 2],
    ['33. BILLING PROVIDER PH#', slots.of('phone2'), 1.4],
  ])
  row([
    ['32a. NPI', slots.of('npi'), 1],
    ['32b. ADDRESS', upper([{ LOCATION: `${c.facilityPlace.street}, ${c.facilityPlace.city}` }]), 2.4],
    ['33a. NPI', slots.of('npi2'), 1],
  ])
  desk.put(
    low,
    y + 16,
    runsOf(['Claim '], slots.of('id'), ['  received '], slots.of('today.t'), ['  Form 1500 (02-12)']),
    { sizePt: 7.5 },
  )
  return desk.finish()
}
