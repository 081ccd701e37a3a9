/**
 * Finger and voice prints and whatever else of a body is kept to know it again: 45 CFR 164.514(b)(2)(i)(P). The words that say so
 * are masked with what stands beside them, up to the end of the clause: a template's number may be written in any form.
 */
import { matching } from '../pattern.ts'
import { found } from '../scan.ts'

const trait =
  '(?:(?:finger|thumb|palm|hand|voice|face|ear|foot|lip)[- ]?prints?|voice ?(?:id|biometrics?|signature|authentication|sample|template|verification)|(?:retinal?|iris|palm|vein|palm[- ]vein|finger|thumb|facial|face|hand)[- ](?:scans?|ids?|templates?|codes?|patterns?|geometry|recognition|maps?|hash(?:es)?)|biometrics?(?: (?:ids?|templates?|identifiers?|enrol\\w+|scans?|records?|hash(?:es)?|keys?))?|gait (?:signature|profile)|dna (?:profile|fingerprint))'
const rest = '(?:[ \\t]*[:#=-]?[ \\t]*[^\\s.;,\\n]+(?:[-.:/][^\\s.;,\\n]+)*){0,4}'
const mention = new RegExp(
  `(?<![\\w-])(?:(?:left|right) )?(?:(?:index|middle|ring|little) )?${trait}(?![\\w-])${rest}`,
  'gi',
)

export const biometricRules = [
  matching('text', mention, ({ start, end }) => found('BIOMETRIC', 'biometric', start, end, 0.7)),
]
