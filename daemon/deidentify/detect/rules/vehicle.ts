/** Vehicle identification numbers by their check digit, and plates where a word names them: 45 CFR 164.514(b)(2)(i)(L). */
import { isVin } from '../checksums.ts'
import { before, matching } from '../pattern.ts'
import { found } from '../scan.ts'

const vin = /(?<![\w-])[A-Z\d]{17}(?![\w-])/gi
const plate =
  /\b(?:license plates?|licence plates?|plates?|tags?|registration|lp)(?: (?:number|no|#|of|is|was|reads?|reading|with))*[\s.:#]{1,4}(?:\(?(?:[A-Z]{2}|\w{4,14})\)?[ :]{1,2})?(?<value>(?=[A-Z -]{0,6}\d|\d{1,4}[ \n-]?[A-Z])[A-Z\d]{1,4}[- ·\n]?[A-Z\d]{2,5}(?:[- ][A-Z]{2,3}(?=\)))?)(?![\w-])/gi

const restored = (value: string): string => value.toUpperCase().replace(/[OQ]/g, '0').replace(/I/g, '1')

export const vehicleRules = [
  matching('text', vin, ({ value, start, end }, scan) => {
    if (!/\d/.test(value) || !/[A-Z]/i.test(value)) return null
    if (isVin(restored(value))) return found('VEHICLE', 'vin', start, end, 0.97)
    return /\b(?:vin|vehicle)\b/.test(before(scan, start, 40))
      ? found('VEHICLE', 'vin', start, end, 0.85)
      : null
  }),
  matching('text', plate, ({ value, start, end }) =>
    /\d/.test(value) && /[A-Z]/.test(value) ? found('VEHICLE', 'plate', start, end, 0.85) : null,
  ),
]
