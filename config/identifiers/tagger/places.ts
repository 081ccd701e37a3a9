/** Places that identify: streets, towns, facilities, employers, schools. Pure. */
import type { Chance } from './chance.ts'
import type { Lists } from './lists.ts'

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
const saints = words('St.|St|Saint|Mt.|Mount|Holy|Sister|Fort|Good')

const facilityKinds = words(
  "Hospital|Hospital|General Hospital|Community Hospital|Memorial Hospital|Regional Hospital|Medical Center|Medical Center|Regional Medical Center|Health System|Healthcare|Health|Health Center|Clinic|Clinic|Family Clinic|Family Medicine|Family Practice|Family Health Center|Medical Group|Medical Associates|Physicians|Primary Care|Internal Medicine|Pediatrics|Cardiology|Cardiology Associates|Orthopedics|Orthopaedic Institute|Dermatology|Eye Center|Eye Institute|Dental|Dental Care|Surgery Center|Surgical Associates|Imaging|Imaging Center|Radiology|Radiology Associates|Laboratory|Laboratories|Labs|Pathology Group|Pharmacy|Pharmacy|Drug|Nursing Home|Nursing Center|Nursing and Rehabilitation|Rehab|Rehabilitation Center|Rehabilitation Hospital|Skilled Nursing Facility|Care Center|Manor|Assisted Living|Retirement Village|Senior Living|Hospice|Home Health|Home Care|Home Health Agency|Dialysis|Dialysis Center|Kidney Center|Cancer Center|Cancer Institute|Heart Institute|Heart and Vascular|Women's Center|Women's Health|OB/GYN|Children's Hospital|Urgent Care|Walk-In Clinic|Behavioral Health|Counseling Center|Counseling Services|Recovery Center|Treatment Center|Psychiatric Associates|Physical Therapy|Sports Medicine|Spine Center|Pain Management|Sleep Center|Neurology|Oncology|Urology Associates|Endocrinology|Gastroenterology|Pulmonary Associates|ENT|Allergy and Asthma|Wound Care Center|Birth Center|Fertility Center|Veterans Hospital|VA Medical Center|Medical Plaza|Infirmary|Sanatorium|Ambulance|EMS|Medical Supply|Hearing Center|Vision",
)
const employerKinds = words(
  'Elementary School|Elementary|Middle School|High School|Academy|Preschool|Daycare|Child Care Center|University|College|Community College|Public Library|Public Schools|School District|ISD|Church|Baptist Church|Lutheran Church|Presbyterian Church|Methodist Church|Parish|Synagogue|Mosque|Fire Department|Police Department|Correctional Facility|County Jail|Shelter|Apartments|Towers|Mobile Home Park|Trailer Park|Mall|Inn|Motel|Diner|Cafe|Restaurant|Bakery|Grill|Brewing|Foods|Grocery|Market|Supermarket|Hardware|Lumber|Construction|Builders|Roofing|Plumbing|Electric|Heating and Air|Auto Body|Auto Repair|Motors|Trucking|Freight|Logistics|Transport|Airlines|Railroad|Steel|Metals|Foundry|Manufacturing|Industries|Mills|Plastics|Packaging|Chemicals|Energy|Oil|Gas|Power|Mining|Farms|Dairy|Orchards|Vineyards|Landscaping|Bank|Credit Union|Savings|Insurance Agency|Realty|Properties|Law Offices|Law Group|Accounting|Consulting|Technologies|Software|Systems|Telecom|Media|News|Press|Printing|Design|Staffing|Security|Cleaning Services|Salon|Fitness|Gym|Golf Club|Country Club|Casino|Theater|Warehouse|Distribution Center|Post Office|Army Base|Air Force Base|Naval Station|Park|Stadium|Arena|Commons|Estates|Village|Landing|Gardens|Lodge|Club|Outfitters|Marina|Ranch|Nursery|Studios|Solutions|Services|Partners|Holdings|Enterprises|Brothers|Tavern|Supply|Campground|Riding Stables|Cemetery|Funeral Home|Boys and Girls Club|Senior Center|Community Center|Treatment Plant|Boat Yard',
)
const tails = words(
  'Inc|Inc.|LLC|L.L.C.|Co|Co.|Corp|Corp.|Corporation|Company|PC|P.C.|PLLC|PA|Group|& Sons|Associates|of America|Ltd|LP',
)
const chains = words(
  'Walgreens|CVS|Rite Aid|Walmart|Costco|Kroger|Publix|Target|Home Depot|Safeway|Wegmans|Amazon|FedEx|UPS|Starbucks|Quest Diagnostics|Labcorp|Sonic Healthcare|Kaiser Permanente|DaVita|Fresenius|Mayo Clinic|Cleveland Clinic|Johns Hopkins|Mass General|Mount Sinai|Cedars-Sinai|Sutter Health|Baylor|Intermountain|Geisinger|Ochsner|Banner Health|Dignity Health|Kindred',
)

/** What stands before the kind of a facility. */
const properName = (chance: Chance, lists: Lists): string => {
  const way = chance.next()
  if (way < 0.2) return lists.town(chance).city
  if (way < 0.38) return chance.is(0.5) ? lists.surname(chance) : lists.anySurname(chance)
  if (way < 0.5) return chance.pick(natures)
  if (way < 0.62) return `${chance.pick(natures)} ${chance.pick(natures)}`
  if (way < 0.72) return `${chance.pick(natures).split(' ')[0]}${chance.pick(joints)}`
  if (way < 0.84) return `${chance.pick(saints)} ${lists.given(chance)}${chance.is(0.4) ? "'s" : ''}`
  if (way < 0.88) return `${lists.town(chance).county} County`
  if (way < 0.92) return `${lists.surname(chance)}-${lists.surname(chance)}`
  if (way < 0.95) return `${lists.surname(chance)} & ${lists.surname(chance)}`
  if (way < 0.97) return lists.newSurname(chance)
  return `${lists.given(chance)} ${lists.surname(chance)}`
}

export const facility = (chance: Chance, lists: Lists): string => {
  if (chance.is(0.05)) return chance.pick(chains)
  if (chance.is(0.03))
    return `University of ${lists.town(chance).state} ${chance.pick(['Hospital', 'Medical Center', 'Health', 'Clinics'])}`
  const name = `${properName(chance, lists)} ${chance.pick(facilityKinds)}`
  const way = chance.next()
  if (way < 0.06) return `${name} of ${lists.town(chance).city}`
  if (way < 0.1) return `${name}, ${chance.pick(tails)}`
  if (way < 0.12) return `${name} at ${lists.town(chance).city}`
  return name
}

/** How speech shortens it: `at Mercy`, `from St. Luke's`. */
export const shortFacility = (chance: Chance, lists: Lists): string =>
  chance.is(0.5)
    ? `${chance.pick(['St.', 'Saint'])} ${lists.given(chance)}${chance.is(0.6) ? "'s" : ''}`
    : properName(chance, lists)

export const employer = (chance: Chance, lists: Lists): string => {
  if (chance.is(0.06)) return chance.pick(chains)
  const name = `${properName(chance, lists)} ${chance.pick(employerKinds)}`
  return chance.is(0.15) ? `${name} ${chance.pick(tails)}` : name
}

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
