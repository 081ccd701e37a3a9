/**
 * Small synthetic pages for end-to-end tests, drawn so that reading them costs little. Each says what is planted in it.
 * Nobody here exists.
 */
import { encodePng, encodeTiff } from '../../demo/paper/encode.ts'
import { createFonts } from '../../demo/paper/font.ts'
import { createSheet, type Sheet } from '../../demo/paper/page.ts'
import { type Gray, renderPage, threshold } from '../../demo/paper/render.ts'

export type Patient = {
  readonly given: string
  readonly family: string
  readonly mrn: string
  readonly ssn: string
  readonly phone: string
  readonly email: string
}

const fonts = createFonts()
const dpi = 200
const size = { widthPt: 300, heightPt: 168 }

const digits = (n: number, length: number): string => String(n).padStart(length, '0')

/** Another patient for each number; no word of theirs is a word of any dictionary. */
export const patient = (n: number): Patient => ({
  given: `Zyphrex${letters(n)}`,
  family: `Quillabar${letters(n)}`,
  mrn: `7${digits(n * 7919 + 4_100_233, 7)}`,
  ssn: `9${digits((n * 37 + 12) % 100, 2)}-7${n % 10}-${digits(3_141 + n, 4)}`,
  phone: `(${digits(417 + (n % 300), 3)}) 555-01${digits((n * 13 + 27) % 100, 2)}`,
  email: `zyphrex${letters(n)}@quillabar.example`,
})

const letters = (n: number): string => `${'bdfgklmnprst'[n % 12]}o${'bdfgklmnprst'[Math.floor(n / 12) % 12]}`

/** Every planted string as written. */
export const plantedOf = ({ given, family, mrn, ssn, phone, email }: Patient): readonly string[] => [
  given,
  family,
  mrn,
  ssn,
  phone,
  email,
]

const draw = async (paint: (sheet: Sheet) => void): Promise<Gray> => {
  const sheet = createSheet(fonts, size)
  paint(sheet)
  return threshold(await renderPage(sheet.finish(), dpi), 150)
}

/** A short printed report that the box is sure of. */
export const letterPage = (p: Patient, page = 1): Promise<Gray> =>
  draw(sheet => {
    sheet.text(16, 24, ['Patient: ', { NAME: `${p.given} ${p.family}` }], { sizePt: 11 })
    sheet.text(16, 42, ['MRN: ', { MRN: p.mrn }, '  SSN: ', { SSN: p.ssn }], { sizePt: 11 })
    sheet.text(16, 60, ['Phone: ', { PHONE: p.phone }], { sizePt: 11 })
    sheet.text(16, 78, ['Email: ', { EMAIL: p.email }], { sizePt: 11 })
    sheet.text(16, 104, 'The blood test results are normal.', { sizePt: 11 })
    sheet.text(16, 122, 'Please repeat the test in six months.', { sizePt: 11 })
    sheet.text(16, 140, `Results are complete on this page ${page}.`, { sizePt: 11 })
  })

/** A page that a person must look at: a scrawl over a printed head. */
export const scrawlPage = (p: Patient): Promise<Gray> =>
  draw(sheet => {
    sheet.text(16, 24, ['Patient: ', { NAME: `${p.given} ${p.family}` }, '  MRN: ', { MRN: p.mrn }], {
      sizePt: 9,
    })
    const loops = Array.from(
      { length: 20 },
      (_, i) => `q6 -${16 + (i % 3) * 7} 12 0 t1${i % 3} ${(i % 2) * 8 - 4}`,
    )
    for (const y of [40, 66, 92, 118])
      sheet.picture(
        12,
        y,
        `<path d="M0 20 ${loops.join(' ')}" fill="none" stroke="#000" stroke-width="2.4"/>`,
      )
  })

export const asFax = (pages: readonly Gray[]): Promise<Buffer> =>
  encodeTiff(pages, 'ccittfax4', { xDpi: dpi, yDpi: dpi })

export const asPng = (page: Gray): Promise<Buffer> => encodePng(page, dpi)

/** A fax of one sure page, of another patient for each number. */
export const letter = async (n: number): Promise<Buffer> => asFax([await letterPage(patient(n))])
export const scrawl = async (n: number): Promise<Buffer> => asFax([await scrawlPage(patient(n))])
