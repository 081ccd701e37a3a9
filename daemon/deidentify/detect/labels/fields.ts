/** Labels whose values identify no one. They end the field before them, and no value is read where they stand. */
import { type LabelTable, label } from './table.ts'

export const fields: LabelTable = [
  ...label(
    'OTHER_ID',
    'id-label',
    'none',
    'state|country|sex|gender|race|ethnicity|language|preferred language|marital status|religion|occupation|allergies|allergy|weight|height|wt|ht|bmi|room|bed|rm|ward|floor|dx|diagnosis|diagnoses|icd|icd-10|cpt|hcpcs|ndc|reason|reason for visit|reason for referral|relationship|relationship to patient|relation|type|status|specialty|department|dept|service|procedure|test|result|priority|quantity|qty|refills|days supply|dose|dosage|sig|strength|route|frequency|site|pages|page|subject|comments|notes|plan type|copay|deductible|charges|amount|balance|time',
    true,
  ),
]
