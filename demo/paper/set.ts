/** The demo's set: what a clinic's fax folder holds on a morning, each file as a real machine would have written it. */

import { insuranceCard, intake, lab, label, note, prescription } from './documents/forms.ts'
import { discharge, radiology, referral } from './documents/letters.ts'
import { encodeJpeg, encodePng, encodeScanPdf, encodeTextPdf, encodeTiff } from './encode.ts'
import { createFonts } from './font.ts'
import { createSheet, type DrawnPage, type Sheet, type TruthWord } from './page.ts'
import { inventPerson, type Person } from './person.ts'
import { type Random, seeded } from './random.ts'
import { type Gray, renderPage, resample, scanNoise, speckle, threshold } from './render.ts'
import { symbolSvg } from './symbol.ts'

export type PaperFile = {
  readonly name: string
  readonly bytes: Uint8Array
  /** Truth per page, in points; empty where the file is not meant to be released. */
  readonly pages: readonly (readonly TruthWord[])[]
  /** Every identifier string planted in the file, as written. */
  readonly planted: readonly string[]
}

type Drawer = (sheet: Sheet, person: Person) => void

const faxWidthPx = 1728
/** Lines of a letter page: T.4 fine is 7.7 lines/mm (196 an inch), standard half of it. */
const fine = { xDpi: 204, yDpi: 196, heightPx: 2156 }
const standard = { xDpi: 204, yDpi: 98, heightPx: 1078 }

export const drawSet = async (seed: number): Promise<readonly PaperFile[]> => {
  const random = seeded(seed)
  const fonts = createFonts()
  const draw = (drawer: Drawer, person: Person, size?: { widthPt: number; heightPt: number }): DrawnPage => {
    const sheet = createSheet(fonts, size)
    drawer(sheet, person)
    return sheet.finish()
  }
  const people = Array.from({ length: 9 }, () => inventPerson(random))
  const person = (i: number): Person => people[i] as Person

  const files = [
    faxed('fax000000101.tif', [draw(referral, person(0))], fine, random),
    faxed('fax000000102.tif', [draw(page(lab, 1), person(1)), draw(page(lab, 2), person(1))], fine, random),
    faxed('fax000000103.tif', [draw(prescription, person(2))], standard, random),
    scannedPdf(
      'Discharge',
      [draw(page(discharge, 1), person(3)), draw(page(discharge, 2), person(3))],
      person(3),
    ),
    upsideDown('scan-0007.tif', draw(radiology, person(4))),
    card(
      'card.png',
      draw((sheet, p) => insuranceCard(sheet, p, symbolSvg('pdf417', `${p.plan}|${p.family}`)), person(5)),
    ),
    labelScan(
      'label.png',
      draw((sheet, p) => label(sheet, p, symbolSvg('code128', p.mrn, { height: 10 })), person(6), {
        widthPt: 216,
        heightPt: 112,
      }),
    ),
    flatbedScan('intake.jpg', draw(intake, person(7)), random),
    flatbedScan('note.jpg', draw(note, person(7)), random),
    printedPdf('letter.pdf', person(8)),
  ]
  const whole = await Promise.all(files)
  const first = whole[0] as PaperFile
  return [
    ...whole,
    { ...first, name: 'fax000000104.tif' },
    { name: 'fax000000105.tif', bytes: first.bytes.slice(0, first.bytes.length / 2), pages: [], planted: [] },
    { name: 'notes.tif', bytes: Buffer.from('not an image at all\n'), pages: [], planted: [] },
  ]
}

const page =
  (drawer: (sheet: Sheet, person: Person, page: 1 | 2) => void, number: 1 | 2): Drawer =>
  (sheet, person) =>
    drawer(sheet, person, number)

const plantedIn = (pages: readonly DrawnPage[]): string[] =>
  pages.flatMap(({ words }) => words.filter(word => word.class !== null).map(word => word.text))

const paper = (name: string, bytes: Uint8Array, pages: readonly DrawnPage[]): PaperFile => ({
  name,
  bytes,
  pages: pages.map(({ words }) => words),
  planted: [...new Set(plantedIn(pages))],
})

const faxed = async (
  name: string,
  pages: readonly DrawnPage[],
  resolution: typeof fine,
  random: Random,
): Promise<PaperFile> => {
  const lines: Gray[] = []
  for (const drawn of pages) {
    const sent = threshold(await resample(await renderPage(drawn, 204), faxWidthPx, resolution.heightPx), 150)
    lines.push(speckle(sent, 0.0002, random))
  }
  return paper(name, await encodeTiff(lines, 'ccittfax4', resolution), pages)
}

const scannedPdf = async (title: string, pages: readonly DrawnPage[], person: Person): Promise<PaperFile> => {
  const scans = await Promise.all(pages.map(drawn => renderPage(drawn, 200)))
  const info = { title: `${title} ${person.given} ${person.family}`, author: person.provider }
  return paper('scan-0006.pdf', await encodeScanPdf(scans, 200, info), pages)
}

const upsideDown = async (name: string, drawn: DrawnPage): Promise<PaperFile> => {
  const turned = await renderPage(drawn, 300, 180)
  return paper(name, await encodeTiff([turned], 'lzw', { xDpi: 300, yDpi: 300 }), [drawn])
}

const card = async (name: string, drawn: DrawnPage): Promise<PaperFile> =>
  paper(name, await encodePng(await renderPage(drawn, 300, 1.5), 300), [drawn])

const labelScan = async (name: string, drawn: DrawnPage): Promise<PaperFile> =>
  paper(name, await encodePng(await renderPage(drawn, 300), 300), [drawn])

const flatbedScan = async (name: string, drawn: DrawnPage, random: Random): Promise<PaperFile> => {
  const scan = await scanNoise(await renderPage(drawn, 200, 0.8), 4, random)
  return paper(name, await encodeJpeg(scan, 200), [drawn])
}

const printedPdf = async (name: string, p: Person): Promise<PaperFile> => {
  const lines = [
    `Patient: ${p.given} ${p.family}    DOB: ${p.birthDate}    MRN: ${p.mrn}`,
    '',
    `Dear ${p.given} ${p.family},`,
    'your blood test results are normal. Please continue taking levothyroxine 50 mcg',
    'every morning on an empty stomach and repeat the test in six months.',
    `If you have questions, call ${p.phone} or write to ${p.email}.`,
    '',
    `Dr. ${p.provider}`,
  ]
  const planted = [p.given, p.family, p.birthDate, p.mrn, p.phone, p.email, ...p.provider.split(' ')]
  return { name, bytes: await encodeTextPdf(lines), pages: [], planted }
}
