/**
 * Two or three capitals by themselves at the end of a line, in a cell of their own or behind an hour are how a clinic signs: `0900 AB`,
 * `tube to lab JAW`. Abbreviations stand there as well; those that are written every day are listed, and what is not listed is
 * taken for somebody. Said with little score: enough to mask a word of a page. Pure.
 */
import type { Finding } from '../../../model/identifier.ts'
import { found, type Scan, type Token } from '../scan.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Doses, ways, results, tests, services, places of a hospital, units, states of a form: none of them signs. */
const everyday = words(
  `PRN BID TID QID QD QHS QOD QAM QPM HS AC PC STAT NOW PO IV IM SQ SC SL PR PV NG GT IVP INH TOP OD OS OU AD AS AU RLE LLE RUE LUE
  RUQ LUQ RLQ LLQ NEG POS NAD WNL NKA NL ABN HI LO OK NA ND NR TBD QNS UNK YES NO RA NC NRB VM CPR DNR DNI MD DO RN NP PA LPN LVN CNA
  PT OT ST SLP RT RD SW CM MA PhD DDS DMD ENT GI GU OB GYN ID ED ER ICU OR PICU CCU ICU LD PCP EMS CT MRI US XR CXR EKG ECG EEG EMG
  PET NM PFT CBC CMP BMP TSH UA PSA INR PTT BUN ALT AST ALP GGT LDL HDL HIV HCV HBV HPV TB RPR ANA ESR CRP BNP CK MB LDH IGE IGG TIBC
  MCV MCH RBC WBC HGB HCT PLT RDW MPV GFR HTN DM CAD CHF CKD COPD CVA TIA MI AF DVT PE UTI URI OA RA GERD ADL ROM DTR BP HR RR SPO
  O2 BMI HT WT LB KG CM MM IN FT ML DL MG MCG MEQ GM IU CC HRS HR MIN SEC AM PM EST CST MST PST EDT CDT MDT PDT UTC ET CPT ICD NDC
  NPI MRN DOB SSN SEX AGE RX DX HX TX SX FX PX DOS LOC POS FAX TEL EXT USA HMO PPO POS EPO HSA EOB COB BCBS VA CMS FDA CDC TTY TDD
  II III IV VI VII FFP PCA PEG NGT JP TPN SNF ALF LTC HHA NPO DAT ADA NAS MAR CSF ABG VBG PCR IGM DNA RNA SOB DOE CP HA NV LMP EDC EDD GA
  FHT FHR NST AFI BPP GBS RPR SVD CS VBAC TDAP MMR IPV HIB FLU PPD CC HPI ROS PMH PSH FH SH PE AP QTY PCN BIN GRP REF REQ SIG DAW RFL
  SR SB NSR SVT VT VF PVC PAC PCT TTY SST LAV BLU GRN RED GRY YEL SPEC
  END AND THE FOR NOT PER VIA MAX AVG LOW MID TOP LT RT LFT BIL L R W O X`,
)

const isShort = ({ text, shape }: Token): boolean => shape === 'UPPER' && /^\p{Lu}{2,3}$/u.test(text)

const hour =
  /(?:^|[^\d])(?:(?:[01]?\d|2[0-3]):?[0-5]\d(?: ?[AaPp]\.?[Mm]\.?)?|\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?)[\s,;-]{0,3}$/
/** An edge of a cell, of a line, of brackets or of a slash. */
const edge = /[\n\t()/;]| {2}/

/** How many of the marks of a signature its place has. */
const isPlaceOfSigning = ({ tokens, text }: Scan, index: number): boolean => {
  const [before, token, after] = [tokens[index - 1], tokens[index] as Token, tokens[index + 1]]
  const closes = after === undefined || edge.test(after.gap) || /^[.,] ?$/.test(after.gap)
  const opens = before === undefined || edge.test(token.gap)
  const isBehindHour = hour.test(text.slice(Math.max(0, token.start - 12), token.start))
  if (isBehindHour) return true
  // `BP HR RR` are the heads of columns.
  const isHead = (other: Token | undefined): boolean =>
    other !== undefined && other.shape === 'UPPER' && other.text.length > 1
  if (opens && closes) return !(isHead(before) && isHead(after))
  return closes && !isHead(before) && (after === undefined || after.gap.includes('\n'))
}

/** The tokens of lines in capitals; a row of figures with abbreviations between them is none. */
const headings = ({ tokens }: Scan): ReadonlySet<number> => {
  const found = new Set<number>()
  let line: number[] = []
  let isHeading = false
  for (const [index, token] of tokens.entries()) {
    if (token.gap.includes('\n')) {
      if (isHeading) for (const at of line) found.add(at)
      line = []
      isHeading = false
    }
    line.push(index)
    if (token.shouted && token.shape === 'UPPER' && token.text.length > 3) isHeading = true
  }
  if (isHeading) for (const at of line) found.add(at)
  return found
}

const isFigure = (token: Token | undefined): boolean => token !== undefined && /^\d/.test(token.text)

/** The same capitals behind a figure in row after row: the column of those who signed. */
const inColumn = ({ tokens }: Scan, candidates: readonly number[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const index of candidates) {
    const { text } = tokens[index] as Token
    if (isFigure(tokens[index - 1]) && isFigure(tokens[index + 1]))
      counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([text]) => text))
}

export function* loneInitialsRule(scan: Scan): Generator<Finding> {
  const headed = headings(scan)
  const candidates = [...scan.tokens.keys()].filter(index => {
    const token = scan.tokens[index] as Token
    return isShort(token) && !headed.has(index) && !everyday.has(token.text)
  })
  const columns = inColumn(scan, candidates)
  for (const index of candidates) {
    const { text, start, end } = scan.tokens[index] as Token
    const isOfColumn = columns.has(text) && isFigure(scan.tokens[index - 1])
    if (isOfColumn || isPlaceOfSigning(scan, index)) yield found('NAME', 'name-typist', start, end, 0.3)
  }
}
