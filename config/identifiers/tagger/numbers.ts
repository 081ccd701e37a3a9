/** Dates, numbers and codes that identify, in many written forms. Pure. */
import type { Chance } from './chance.ts'

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'.split(
  '|',
)
const two = (number: number): string => String(number).padStart(2, '0')

export const date = (chance: Chance): string => {
  const [year, month, day] = [chance.number(1925, 2027), chance.number(1, 12), chance.number(1, 28)]
  const name = months[month - 1] as string
  const short = name.slice(0, 3)
  const forms = [
    `${two(month)}/${two(day)}/${year}`,
    `${two(month)}/${two(day)}/${year}`,
    `${month}/${day}/${year}`,
    `${month}/${day}/${two(year % 100)}`,
    `${two(month)}/${two(day)}/${two(year % 100)}`,
    `${two(month)}-${two(day)}-${year}`,
    `${month}-${day}-${two(year % 100)}`,
    `${two(month)}.${two(day)}.${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${year}/${two(month)}/${two(day)}`,
    `${name} ${day}, ${year}`,
    `${name} ${day}, ${year}`,
    `${short} ${day}, ${year}`,
    `${short}. ${day}, ${year}`,
    `${day} ${name} ${year}`,
    `${day} ${short} ${year}`,
    `${two(day)}-${short}-${year}`,
    `${two(day)}${short.toUpperCase()}${year}`,
    `${name} ${day}${day === 1 ? 'st' : day === 2 ? 'nd' : day === 3 ? 'rd' : 'th'}`,
    `${name} ${day}`,
    `${short} ${day}`,
    `${month}/${day}`,
    `${name} ${year}`,
    `${short} ${year}`,
    `${month}/${year}`,
    `the ${day}th of ${name}`,
    `${year}${two(month)}${two(day)}`,
  ]
  return chance.pick(forms)
}

/** A day without its year, in figures. */
export const monthDay = (chance: Chance): string => {
  const [month, day] = [chance.number(1, 12), chance.number(1, 28)]
  return chance.pick([
    `${month}/${day}`,
    `${month}/${day}`,
    `${month}-${day}`,
    `${two(month)}/${two(day)}`,
    `${two(month)}-${two(day)}`,
  ])
}

export const phone = (chance: Chance): string => {
  const form = chance.pick([
    '(###) ###-####',
    '(###)###-####',
    '###-###-####',
    '###-###-####',
    '###.###.####',
    '### ### ####',
    '##########',
    '1-###-###-####',
    '+1 ### ### ####',
    '###-####',
    '(###) ###-#### x###',
    '###-###-#### ext. ####',
    'x####',
    'ext. ####',
    '1-8##-###-####',
  ])
  return chance.pattern(form)
}

export const ssn = (chance: Chance): string =>
  chance.pattern(
    chance
      .pick(['###-##-####', '### ## ####', '#########', 'XXX-XX-####', '***-**-####'])
      .replaceAll('***-**', 'xxx-xx'),
  )

export const mrn = (chance: Chance): string =>
  chance.pattern(
    chance.pick([
      '######',
      '#######',
      '########',
      '##########',
      '###-##-##',
      '##-##-##',
      'M######',
      'MR#######',
      'E########',
      '00######',
      '@@######',
      '@-######',
      'H#########',
    ]),
  )

export const code = (chance: Chance): string =>
  chance.pattern(
    chance.pick([
      '@@@#########',
      '@#########',
      '@@########',
      '###-@@-####',
      '@@-####-####',
      '####-######',
      '##-#######',
      '############',
      '@@@@######',
      '#@@####',
      '@@##-#####',
      'S##-#####',
      'CL-######',
      'A##########',
      '#@##@@#@@##',
      '**********',
      '@##@##@###',
      '########-##',
      '@@@-#####',
      '######@',
      '@########',
      '######-###-##',
      '(##)##############',
    ]),
  )

export const card = (chance: Chance): string =>
  chance.pattern(
    chance.pick([
      '4### #### #### ####',
      '5###-####-####-####',
      '4###############',
      '3### ###### #####',
      'ending in ####',
      'xxxx-xxxx-xxxx-####',
    ]),
  )

const mailHosts = [
  'gmail.com',
  'yahoo.com',
  'aol.com',
  'hotmail.com',
  'icloud.com',
  'outlook.com',
  'comcast.net',
  'health.org',
  'clinic.net',
  'mail.example',
]

export const email = (chance: Chance, first: string, last: string): string => {
  const [one, two] = [first, last].map(name => name.toLowerCase().replace(/[^a-z]/g, ''))
  const user = chance.pick([
    `${one}.${two}`,
    `${one?.[0]}${two}`,
    `${one}${two}${chance.number(1, 99)}`,
    `${one}_${two}`,
    `${two}${one?.[0]}`,
    `${one}${chance.number(1950, 2010)}`,
  ])
  return `${user}@${chance.pick(mailHosts)}`
}

export const url = (chance: Chance): string =>
  chance.pick([
    `https://portal.${chance.pattern('@@@@').toLowerCase()}health.org/results/${chance.pattern('######')}`,
    `www.${chance.pattern('@@@@@').toLowerCase()}clinic.com`,
    `http://${chance.pattern('@@@@@').toLowerCase()}.net/u/${chance.pattern('@@@##').toLowerCase()}`,
  ])

export const ip = (chance: Chance): string => Array.from({ length: 4 }, () => chance.number(1, 254)).join('.')
