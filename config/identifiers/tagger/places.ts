/** Places that identify: streets and towns here; facilities, employers and schools by the grammars of `places/`. */
import type { Chance } from './chance.ts'
import type { Lists } from './lists.ts'

export { employer } from './places/employer.ts'
export { facility, shortFacility } from './places/facility.ts'
export { school } from './places/school.ts'

const words = (list: string): readonly string[] => list.split('|')

const kinds = words(
  'Street|St|St.|Avenue|Ave|Ave.|Road|Rd|Rd.|Drive|Dr|Dr.|Lane|Ln|Ln.|Boulevard|Blvd|Blvd.|Court|Ct|Way|Place|Pl|Circle|Cir|Terrace|Trail|Trl|Parkway|Pkwy|Highway|Hwy|Loop|Run|Square|Path|Pike|Turnpike|Row|Ridge|Crossing|Alley',
)
const directions = words('N|S|E|W|N.|S.|E.|W.|NE|NW|SE|SW|North|South|East|West')
const natures = words(
  'Oak|Elm|Maple|Cedar|Pine|Willow|River|Lake|Hill|Valley|Sun|Stone|Brook|Meadow|Spring|Forest|Harbor|Bay|Ocean|Mountain|Prairie|Desert|Canyon|Eagle|Fox|Deer|Golden|Silver|Green|Blue|Red|White|Rose|Grand|Park|Garden|Orchard|Highland|Summit|Crest|Heritage|Liberty|Unity|Harmony|Hope|Grace|Mercy|Providence|Trinity|Pioneer|Frontier|Cornerstone|Keystone|Beacon|Legacy|Premier|Advanced|Advent|Bright|Clear|Cross|Lone Star|Tri-County|Tri-City|Mid-State|Coastal|Northern|Southern|Eastern|Western|Central|Metro|United|First|New Hope|Good Shepherd|Sacred Heart|Holy Family|Our Lady of Peace|Mount Carmel|Bethany|Bethel|Zion|Shalom|Calvary',
)
const joints = words(
  'wood|view|side|field|dale|ridge|brook|land|crest|point|haven|stone|gate|ford|mont|shore',
)

const streetName = (chance: Chance, lists: Lists): string => {
  const way = chance.next()
  if (way < 0.25) return lists.surname(chance)
  if (way < 0.4) return chance.pick(natures)
  if (way < 0.52) return `${chance.pick(natures).split(' ')[0]}${chance.pick(joints)}`
  if (way < 0.62) return `${chance.pick(natures)} ${chance.pick(natures)}`
  if (way < 0.74) return `${chance.number(1, 199)}${chance.pick(['th', 'st', 'nd', 'rd'])}`
  if (way < 0.82) return lists.town(chance).city
  if (way < 0.9) return lists.newSurname(chance)
  return lists.given(chance)
}

export const street = (chance: Chance, lists: Lists): string => {
  if (chance.is(0.06)) return `${chance.pick(['PO Box', 'P.O. Box', 'P. O. Box'])} ${chance.number(1, 99999)}`
  if (chance.is(0.03))
    return `${chance.number(1, 29999)} ${chance.pick(['County Road', 'State Route', 'Highway', 'Route', 'FM', 'CR'])} ${chance.number(1, 999)}`
  const direction = chance.is(0.25) ? `${chance.pick(directions)} ` : ''
  const kind = chance.is(0.9) ? ` ${chance.pick(kinds)}` : ''
  const line = `${chance.number(1, chance.is(0.6) ? 999 : 19999)} ${direction}${streetName(chance, lists)}${kind}`
  if (!chance.is(0.22)) return line
  return `${line}${chance.pick([', ', ' ', ', '])}${chance.pick(['Apt', 'Apt.', 'Unit', 'Suite', 'Ste', 'Ste.', '#', 'Apartment', 'Lot', 'Floor', 'Bldg'])} ${chance.is(0.7) ? chance.number(1, 999) : chance.pattern('#@')}`
}

export const zip = (chance: Chance): string => chance.pattern(chance.is(0.25) ? '#####-####' : '#####')

export const cityState = (chance: Chance, lists: Lists): string => {
  const { city, code, state } = lists.town(chance)
  return `${city}${chance.is(0.9) ? ', ' : ' '}${chance.is(0.75) ? code : state}`
}

export const address = (chance: Chance, lists: Lists): string =>
  `${street(chance, lists)}${chance.pick([', ', ', ', '\n', ' ', '  '])}${cityState(chance, lists)} ${zip(chance)}`
