/**
 * The three-digit ZIP areas of 20,000 people or fewer, whose first digits must not leave: 45 CFR
 * 164.514(b)(2)(i)(B). HHS names these seventeen from Census 2000 and says not to rely on them once newer figures
 * are out: replace the whole object, version and all, when they are.
 */
export const zip3 = {
  version: 'census-2000',
  source:
    'HHS OCR, Guidance Regarding Methods for De-identification of PHI, 2012: seventeen restricted ZCTA prefixes',
  restricted: [
    '036',
    '059',
    '063',
    '102',
    '203',
    '556',
    '692',
    '790',
    '821',
    '823',
    '830',
    '831',
    '878',
    '879',
    '884',
    '890',
    '893',
  ],
} as const
