/** The benchmark's page of docs/measured.md. Reads the commit's date and the machine's name; otherwise pure. */
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import type { Job, Result } from './box.ts'
import type { Family } from './family.ts'
import {
  byClass,
  byDamage,
  byKind,
  byLevel,
  byReason,
  confidenceCurve,
  hardNegatives,
  inkCurve,
  marksLine,
  readersLines,
} from './table.ts'

export const headingOf = (family: string): string =>
  family === 'validate' ? 'De-identification: npm run bench:deid' : `De-identification, family ${family}`

export type Run = {
  readonly failed: readonly Job[]
  readonly metadata: readonly string[]
  readonly seconds: number
  readonly seed: number
}

export const sectionOf = (family: Family, results: readonly Result[], run: Run): string => {
  const characters = results.reduce((sum, { pdfCharacters }) => sum + pdfCharacters, 0)
  const pages = results.reduce((sum, result) => sum + result.pages, 0)
  return [
    `Family \`${family.name}\`, seed ${run.seed}, commit of ${commitDate()}, ${machine()}; ${results.length} documents, ${pages} pages, ${Math.round(run.seconds)} s, ${run.failed.length} failed.`,
    `An identifier word leaks if more than 15 % of its ink can be seen in the output, an ordinary word is kept if 85 % of it can. The columns of faxes are one-bit, with line noise.`,
    byLevel(results),
    [
      ...readersLines(results),
      `Metadata that \`exiftool\` finds in the output beside the raster's own: ${[...new Set(run.metadata)].join(', ') || 'none'}; characters that \`pdftotext\` finds: ${characters}.`,
      marksLine(results),
      `Words that only look like identifiers (eponyms, drugs, codes, \`May\`, \`Rose\`), kept: ${hardNegatives(results, family.hardNegatives)}.`,
    ].join('\n'),
    byReason(results),
    byClass(results),
    byDamage(results),
    byKind(results),
    'How leak and hold move with the least share of understood ink (all documents without another reason to be held):',
    inkCurve(results),
    confidenceCurve(results),
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

const commitDate = (): string => {
  try {
    return execFileSync('git', ['log', '-1', '--format=%cs'], { encoding: 'utf8' }).trim()
  } catch {
    return 'an unknown date'
  }
}

const machine = (): string => {
  const [cpu] = cpus()
  return `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), Node ${process.versions.node}`
}
