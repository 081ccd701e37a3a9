/**
 * `npm run bench:deid`: how much of what identifies somebody can still be seen in what the box releases, and how much of the rest
 * is kept. Draws clinic paper of known truth, damages it, sends it through the whole of `deidentify`, scores the pixels
 * that come out and sets readers on them that are not ours.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { familyNamed } from './deid/families.ts'
import { jobsOf } from './deid/jobs.ts'
import { exiftool } from './deid/readers.ts'
import { runAll } from './deid/run.ts'
import { headingOf, sectionOf } from './deid/section.ts'
import { replaceSection } from './measured.ts'

const usage = `usage: npm run bench:deid -- [options]

  --family develop|validate  the paper; validate is for measuring only (validate)
  --documents N              documents of each level, and as many again damaged (200)
  --levels clean,fine,...    levels and 'damaged' (clean,fine,standard,damaged)
  --kinds a,b                only these kinds
  --seed N                   (2026)
  --jobs N                   processes (one per core)
  --readers N                documents of each level that tesseract and zbarimg look at (50)
  --curve              release each document again with other word thresholds (slow)
  --out DIR                  keep the outputs and results.jsonl there
  --write                    write the table to docs/measured.md`

const { values } = parseArgs({
  options: {
    family: { type: 'string', default: 'validate' },
    documents: { type: 'string', default: '200' },
    levels: { type: 'string', default: 'clean,fine,standard,damaged' },
    kinds: { type: 'string' },
    seed: { type: 'string', default: '2026' },
    jobs: { type: 'string' },
    readers: { type: 'string', default: '50' },
    out: { type: 'string' },
    curve: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const main = async (): Promise<void> => {
  const family = await familyNamed(values.family)
  const outFolder = values.out ?? mkdtempSync(join(tmpdir(), 'cordon-deid-'))
  mkdirSync(outFolder, { recursive: true })
  const jobs = jobsOf(family, {
    documents: Number(values.documents),
    levels: values.levels.split(','),
    kinds: values.kinds?.split(',') ?? null,
    seed: Number(values.seed),
    readers: Number(values.readers),
    curve: values.curve,
  })
  const started = performance.now()
  const { results, failed } = await runAll(jobs, family.name, outFolder, values.jobs)
  const seconds = (performance.now() - started) / 1000
  const metadata = await exiftool(outFolder)
  const section = sectionOf(family, results, { failed, metadata, seconds, seed: Number(values.seed) })
  console.log(`\n${section}`)
  if (values.write) write(headingOf(family.name), section)
  if (values.out === undefined) rmSync(outFolder, { recursive: true })
  process.exitCode = failed.length > 0 ? 1 : 0
}

const write = (heading: string, section: string): void => {
  const path = join(import.meta.dirname, '../../docs/measured.md')
  writeFileSync(path, replaceSection(readFileSync(path, 'utf8'), heading, section))
}

if (values.help) console.log(usage)
else await main()
