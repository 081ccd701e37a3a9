/** Ordinary clinical matter, which identifies nobody: conditions, drugs, values, codes, and words that only look like names. */
import type { Chance } from './chance.ts'
import type { Runs } from './runs.ts'

const split = (text: string): readonly string[] =>
  text
    .trim()
    .split(/[|\n]/)
    .map(item => item.trim())
    .filter(item => item !== '')

export const conditions = split(`
I10 Essential (primary) hypertension|E11.9 Type 2 diabetes mellitus without complications|E78.5 Hyperlipidemia, unspecified
J45.40 Moderate persistent asthma|G20.A1 Parkinson's disease|E27.1 Primary adrenocortical insufficiency (Addison disease)
K50.90 Crohn's disease|E05.00 Graves disease|G51.0 Bell's palsy|M05.79 Rheumatoid arthritis|I48.91 Unspecified atrial fibrillation
N18.31 Chronic kidney disease, stage 3a|K21.9 Gastro-esophageal reflux disease|F41.1 Generalized anxiety disorder
M17.11 Unilateral primary osteoarthritis, right knee|J44.9 Chronic obstructive pulmonary disease|E03.9 Hypothyroidism
E06.3 Hashimoto thyroiditis|I73.00 Raynaud's syndrome|M35.00 Sjogren syndrome|H81.01 Meniere's disease, right ear
G30.9 Alzheimer's disease|C81.90 Hodgkin lymphoma|K22.70 Barrett's esophagus|M88.9 Paget disease of bone|G43.909 Migraine
L40.0 Psoriasis vulgaris|R07.9 Chest pain, unspecified|M54.50 Low back pain|G47.33 Obstructive sleep apnea|D50.9 Iron deficiency anemia`)
export const drugs = split(`
metformin 500 mg|lisinopril 20 mg|atorvastatin 40 mg|amlodipine 5 mg|levothyroxine 88 mcg|albuterol HFA 90 mcg|omeprazole 20 mg
carbidopa-levodopa 25-100 mg|sertraline 50 mg|gabapentin 300 mg|hydrocortisone 10 mg|mesalamine 1.2 g|apixaban 5 mg
metoprolol succinate 50 mg|furosemide 40 mg|prednisone 10 mg|tamsulosin 0.4 mg|warfarin 2.5 mg|insulin glargine 18 units
montelukast 10 mg|hydrochlorothiazide 12.5 mg|methimazole 5 mg|donepezil 10 mg|tramadol 50 mg|cholecalciferol 1000 IU
Xarelto 20 mg|Jardiance 10 mg|Eliquis 2.5 mg|Humira 40 mg/0.4 mL|Allegra 180 mg|Ozempic 0.5 mg|Advair 250/50|Lasix 20 mg`)
export const sigs = split(`
1 tab PO daily|1 tablet by mouth twice a day with food|2 puffs every 4-6 h as needed|one capsule at bedtime|take 1/2 tab every morning
inject subcutaneously once weekly|PO BID|PO TID PRN pain|1 tab every 8 hours for 7 days|once daily before breakfast|q6h PRN`)
/** Name, low, high, unit, decimals. */
export const analytes: readonly (readonly [string, number, number, string, number])[] = [
  ['Glucose', 70, 99, 'mg/dL', 0],
  ['Sodium', 136, 145, 'mmol/L', 0],
  ['Potassium', 3.5, 5.1, 'mmol/L', 1],
  ['Chloride', 98, 107, 'mmol/L', 0],
  ['Carbon dioxide', 21, 31, 'mmol/L', 0],
  ['Urea nitrogen (BUN)', 7, 25, 'mg/dL', 0],
  ['Creatinine', 0.6, 1.3, 'mg/dL', 2],
  ['Calcium', 8.6, 10.3, 'mg/dL', 1],
  ['Albumin', 3.5, 5.7, 'g/dL', 1],
  ['Bilirubin, total', 0.3, 1.0, 'mg/dL', 1],
  ['Alk phosphatase', 34, 104, 'U/L', 0],
  ['AST (SGOT)', 13, 39, 'U/L', 0],
  ['ALT (SGPT)', 7, 52, 'U/L', 0],
  ['Hemoglobin A1c', 4.0, 5.6, '%', 1],
  ['TSH', 0.45, 4.5, 'uIU/mL', 2],
  ['WBC', 4.0, 11.0, 'x10E3/uL', 1],
  ['RBC', 4.2, 5.8, 'x10E6/uL', 2],
  ['Hemoglobin', 12.0, 17.5, 'g/dL', 1],
  ['Hematocrit', 36.0, 50.0, '%', 1],
  ['MCV', 80, 100, 'fL', 0],
  ['Platelets', 150, 400, 'x10E3/uL', 0],
  ['LDL Cholesterol', 0, 99, 'mg/dL', 0],
  ['HDL Cholesterol', 40, 60, 'mg/dL', 0],
  ['Triglycerides', 0, 149, 'mg/dL', 0],
  ['Vitamin D, 25-OH', 30, 100, 'ng/mL', 0],
  ['Cortisol, a.m.', 6.2, 19.4, 'ug/dL', 1],
  ['Ferritin', 24, 336, 'ng/mL', 0],
  ['INR', 0.9, 1.1, '', 1],
]
export const procedures = split(`
99213 Office visit, established|99214 Office visit, est., moderate|93000 ECG, 12 lead|80053 Comprehensive metabolic panel
85025 CBC with differential|36415 Venipuncture|71046 X-ray chest, 2 views|70551 MRI brain w/o contrast|45378 Colonoscopy
20610 Arthrocentesis, major joint|90686 Influenza vaccine, quad|J1030 Methylprednisolone 40 mg|G0439 Annual wellness visit
97110 Therapeutic exercise|93306 Echocardiogram, complete|A4253 Blood glucose test strips|E0601 CPAP device`)
export const vaccines = split(`
Influenza, IIV4|Tdap (Boostrix)|MMR|Varicella|Hepatitis A|Hepatitis B (Engerix-B)|IPV|HPV9 (Gardasil 9)|PCV20|PPSV23
Zoster (Shingrix)|COVID-19, mRNA|MenACWY|MenB|Rotavirus|DTaP|Hib (PRP-T)|RSV (Arexvy)`)
const traps = split(`
a Foley catheter was placed|the Addison crisis protocol was reviewed|a Colles fracture was ruled out
Graves ophthalmopathy was considered and excluded|a Babinski sign was absent|Murphy's sign was negative|Romberg was steady
she may take ibuprofen with food|the wound will be checked weekly|her pressure rose after exercise and fell at rest
Homans sign was negative|Tinel and Phalen tests were positive on the right|the Glasgow Coma Scale was 15|a Holter monitor was worn for 48 hours
the Apgar scores were 8 and 9|the Epley maneuver was taught|Kussmaul respirations were not seen|Lyme titers were ordered
West Nile virus was considered unlikely|a Penrose drain was removed|Doppler signals were strong|Ringer's lactate was given
an Ace wrap was applied|a Baker cyst was seen behind the knee|Dix-Hallpike was negative|a Whipple procedure is not planned
the Braden score was 19|Wright stain was normal|the rose bengal test was negative|a Norwood airway score of 2 was recorded`)
const trapsCapital = split(`
May repeat in six months if symptoms persist|Will continue current therapy|May drive short distances|Will recheck labs before the next visit
Rose from a chair without help|Grant of extra therapy visits is requested from the plan|Will follow the Mediterranean diet
Bill for durable equipment as usual|Mark the site before the procedure|May shower after 48 hours|Drew blood from the left arm without trouble`)

const strip = (condition: string): string => condition.replace(/^\S+ /, '')
export const diagnosisName = strip
export const diagnosisCode = (condition: string): string => condition.split(' ')[0] ?? ''

export type Result = {
  readonly name: string
  readonly value: string
  readonly flag: string
  readonly range: string
  readonly unit: string
}
export const resultOf = (
  chance: Chance,
  [name, low, high, unit, decimals]: (typeof analytes)[number],
): Result => {
  const spread = high - low
  const value = Math.max(0, low - spread * 0.25 + chance.random() * spread * 1.5)
  return {
    name,
    value: value.toFixed(decimals),
    flag: value < low ? chance.pick(['L', 'LOW']) : value > high ? chance.pick(['H', 'HIGH']) : '',
    range:
      low === 0
        ? `<${high + 1}`
        : `${low.toFixed(decimals)}${chance.pick(['-', ' - '])}${high.toFixed(decimals)}`,
    unit,
  }
}

export const matter = (chance: Chance): Record<string, () => Runs> => {
  const one = (text: () => string) => (): Runs => [text()]
  return {
    dx: one(() => strip(chance.pick(conditions))),
    icd: one(() => diagnosisCode(chance.pick(conditions))),
    dxcode: one(() => chance.pick(conditions)),
    med: one(() => chance.pick(drugs)),
    sig: one(() => chance.pick(sigs)),
    cpt: one(() => chance.pick(procedures)),
    cptcode: one(() => chance.pick(procedures).split(' ')[0] ?? ''),
    bp: one(() => {
      const systolic = chance.int(98, 172)
      return `${systolic}/${chance.int(54, Math.min(104, systolic - 25))}`
    }),
    pulse: one(() => String(chance.int(52, 118))),
    temp: one(() => `${(96.8 + chance.random() * 5).toFixed(1)} F`),
    sat: one(() => `${chance.int(88, 100)}%`),
    weight: one(() => `${chance.int(96, 288)} lb`),
    result: one(() => {
      const result = resultOf(chance, chance.pick(analytes))
      return `${result.name} ${result.value} ${result.unit}`.trim()
    }),
    trap: one(() => chance.pick(traps)),
    Trap: one(() => chance.pick(trapsCapital)),
    time: () => [
      {
        EITHER: chance.pick([
          `${chance.int(7, 18)}:${chance.code('0#')}`,
          `${chance.int(1, 12)}:${chance.int(10, 59)} ${chance.pick(['AM', 'PM', 'a.m.'])}`,
        ]),
      },
    ],
    n: one(() => String(chance.int(2, 12))),
    weeks: one(
      () =>
        `${chance.pick(['two', 'three', 'four', 'six', '2', '3', '8'])} ${chance.pick(['weeks', 'months', 'days'])}`,
    ),
  }
}

/** Words of the pools above that a careless detector takes for somebody or something. */
export const hardNegatives: ReadonlySet<string> = new Set(
  split(`parkinson|parkinson's|addison|crohn's|crohn|graves|bell's|hashimoto|raynaud's|sjogren|meniere's|alzheimer's|hodgkin|barrett's
    paget|foley|colles|babinski|murphy's|romberg|homans|tinel|phalen|glasgow|holter|apgar|epley|kussmaul|lyme|west|nile|penrose
    doppler|ringer's|ace|baker|dix-hallpike|whipple|braden|wright|norwood|may|will|rose|grant|bill|mark|drew|allegra|lasix|humira
    i10|e11.9|e78.5|j45.40|g20.a1|e27.1|k50.90|e05.00|g51.0|m05.79|i48.91|n18.31|k21.9|f41.1|m17.11|99213|99214|93000|80053|85025
    36415|71046|70551|45378|j1030|g0439|e0601|valsalva|swan-ganz|cushing|wilson|trendelenburg|kerley|schmorl|bouchard|heberden
    gleason|hurthle|reed-sternberg|lachman|mcmurray|fowler's|snellen|weber|rinne|hoffmann|kegel|mediterranean`),
)
