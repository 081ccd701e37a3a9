/**
 * Measures `findSpans` on generated clinical text: `node test/bench/detect-text.ts [--seed N] [--count N] [--show FAMILY]`. Prints recall and
 * precision of identifier tokens per class, for the family that is developed on and for the one that is not. `--show develop`
 * also prints what was missed and what was found wrongly; `validate` is not for looking at.
 */
import { parseArgs } from 'node:util'
import { loadGazetteer } from '../../config/identifiers/load.ts'
import { findSpans } from '../../daemon/deidentify/detect.ts'
import { type Family, generate } from './detect/generate.ts'
import { type Score, scoreOf } from './detect/score.ts'

const percent = (share: number): string => (Number.isNaN(share) ? '-' : `${(share * 100).toFixed(2)} %`)

const print = (family: Family, score: Score, kilobytes: number, seconds: number): void => {
  console.log(
    `\n${family}: recall ${percent(score.recall)}, precision ${percent(score.precision)}; ${kilobytes.toFixed(0)} kB in ${seconds.toFixed(2)} s`,
  )
  console.log('class         tokens   recall   under its label   wrongly found')
  for (const name of [...new Set([...score.classes.keys(), ...score.wrong.keys()])].sort()) {
    const { gold = 0, found = 0, labelled = 0 } = score.classes.get(name) ?? {}
    const cells = [
      String(gold).padStart(6),
      percent(found / gold).padStart(10),
      percent(labelled / gold).padStart(14),
      String(score.wrong.get(name) ?? 0).padStart(14),
    ]
    console.log(`${name.padEnd(12)} ${cells.join(' ')}`)
  }
}

const show = (score: Score): void => {
  for (const { class: name, token, line } of new Map(score.missed.map(miss => [miss.line, miss])).values())
    console.log(`missed ${name} ${token}: ${line}`)
  for (const { class: name, rule, token, line } of new Map(
    score.extra.map(one => [`${one.rule}${one.token}`, one]),
  ).values())
    console.log(`wrong ${name} ${rule} ${token}: ${line}`)
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1500' },
    show: { type: 'string' },
  },
})
const gazetteer = loadGazetteer()
for (const family of ['develop', 'validate'] as const) {
  const samples = generate(family, Number(values.seed), Number(values.count))
  const started = performance.now()
  const score = scoreOf(samples, text => findSpans(text, gazetteer))
  print(
    family,
    score,
    samples.reduce((sum, { text }) => sum + text.length, 0) / 1000,
    (performance.now() - started) / 1000,
  )
  if (values.show === family && family === 'develop') show(score)
}
