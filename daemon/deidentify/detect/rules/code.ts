/** Where a number is a code that identifies no one (ICD-10, CPT, HCPCS, NDC, LOINC, SNOMED CT) or an amount. Pure. */
import { before, type Match } from '../pattern.ts'
import type { Scan } from '../scan.ts'

const codeBefore =
  /(?:snomed(?:[ -]?ct)?|loinc|rxnorm|rxcui|ndc|icd(?:-?10)?(?:-cm|-pcs)?|icd-o|cpt|hcpcs|drg|cvx|mvx|gtin|upc|taxonomy|mesh|umls|cui|omim|atc|revenue code|rev code|modifier|nct|doi|isbn|pmid|ref(?:erence)? range)(?: codes?)?[\s:#=(]{0,4}$/
const countAfter =
  /^\s?(?:cells?|copies|iu\b|units?|cfu|\/|x ?10|k\b|mg|mcg|ml|kcal|mmol|mEq|ng|pg|mL|mm|cm|U\b|g\b|L\b|steps|particles|platelets|rbc|wbc|per\b|%|lbs?|years|days|hours|feet|dollars|people|patients)/i

export const isCodeContext = (scan: Scan, { start, end }: Match): boolean =>
  codeBefore.test(before(scan, start, 30)) || countAfter.test(scan.text.slice(end, end + 12))
