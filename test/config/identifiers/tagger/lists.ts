/** Lists of a few entries each, for what is proved of templates and grammars whatever the real lists hold. */
import type { Draw, Lists } from '../../../../config/identifiers/tagger/lists.ts'

const from =
  (entries: string): Draw =>
  chance =>
    chance.pick(entries.split(' '))

const towns = [
  { city: 'Springfield', code: 'IL', state: 'Illinois', county: 'Sangamon' },
  { city: 'Dayton', code: 'OH', state: 'Ohio', county: 'Montgomery' },
  { city: 'El Paso', code: 'TX', state: 'Texas', county: 'El Paso' },
  { city: 'Bangor', code: 'ME', state: 'Maine', county: 'Penobscot' },
] as const

export const lists: Lists = {
  surname: from('Smith Garcia Nguyen Quist'),
  anySurname: from('Okafor Delgado Kimball'),
  given: from('Linda Omar Rosa'),
  anyGiven: from('Theo Priya'),
  wordSurname: from('Baker Weaver'),
  wordGiven: from('Rose Hope'),
  newSurname: from('Zylo Quarrin'),
  newGiven: from('Zyla Oyin'),
  newDrug: from('zylomab quarriprim'),
  town: chance => chance.pick(towns),
  drug: from('metformin digoxin'),
  term: from('fracture sinusitis'),
  common: from('table chair'),
  rare: from('gantry ferrule'),
}
