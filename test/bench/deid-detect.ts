/**
 * `node test/bench/deid-detect.ts`: what detection alone lets through on the same paper, as if every printed word had been read
 * perfectly: no pixels, so that hundreds of documents take seconds. For finding out what to mend, on `develop`.
 */
import { parseArgs } from 'node:util'
import { loadGazetteer } from '../../config/identifiers/load.ts'
import { parseConfig } from '../../config/load.ts'
import { policyFrom } from '../../config/policy.ts'
import { detect, knowledgeOf } from '../../daemon/deidentify/detect.ts'
import { withCombs } from '../../daemon/deidentify/triage/combs.ts'
import { judgeWords } from '../../daemon/deidentify/triage/judge.ts'
import { identity } from '../../daemon/model/geometry.ts'
import { type Page, pageAt, type Word } from '../../daemon/model/page.ts'
import { createFonts } from '../../demo/paper/font.ts'
import type { DrawnPage, TruthWord } from '../../demo/paper/page.ts'
import { seeded } from '../../demo/paper/random.ts'
import { familyNamed } from './deid/families.ts'
import { either } from './deid/family.ts'
import { linesOf, type PlacedWord } from './deid/lines.ts'

const { values } = parseArgs({
  options: {
    family: { type: 'string', default: 'develop' },
    documents: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
    kinds: { type: 'string' },
    /** Prints each leak with the words around it; never for validate. */
    show: { type: 'boolean', default: false },
    lost: { type: 'boolean', default: false },
  },
})

const dpi = 200
const loaded = parseConfig('{}')
if ('faults' in loaded) throw new Error(loaded.faults.join('\n'))
const policy = policyFrom(loaded.config.deidentify)
const knowledge = knowledgeOf(loadGazetteer())
const family = await familyNamed(values.family)
const fonts = createFonts()

type Count = { hits: number; of: number }
const leaks = new Map<string, Count>()
const kinds = new Map<string, { leaked: Count; kept: Count }>()
const lost: string[] = []

const wordOf = ({ parts, box, block, line }: PlacedWord): Word => {
  const [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom].map(pt =>
    Math.round((pt * dpi) / 72),
  ) as [number, number, number, number]
  return {
    text: parts.map(({ text }) => text).join(''),
    box: { left, top, right, bottom },
    confidence: 0.95,
    block,
    line,
  }
}

/** Text at an angle stands in no line. */
const isTurned = ({ ink }: TruthWord): boolean => /rotate\((?!0\))/.test(ink)

const readPage = (
  drawn: DrawnPage,
  number: number,
): { page: Page<'read'>; truth: { word: TruthWord; at: number }[] } => {
  const placed = linesOf(drawn.words.filter(word => word.text !== '' && !word.handwritten && !isTurned(word)))
  const [widthPx, heightPx] = [drawn.widthPt, drawn.heightPt].map(pt => Math.round((pt * dpi) / 72)) as [
    number,
    number,
  ]
  const raster = { widthPx, heightPx, pixels: new Uint8Array(0) }
  const common = {
    number,
    raster,
    bilevel: false,
    dpi,
    transform: identity,
    orientationConfidence: 1,
    barcodes: [],
  }
  return {
    page: pageAt('read', { ...common, words: placed.map(wordOf) }),
    truth: placed.flatMap(({ parts }, at) => parts.map(word => ({ word, at }))),
  }
}

const count = (map: Map<string, Count>, key: string, hit: boolean): void => {
  const before = map.get(key) ?? { hits: 0, of: 0 }
  map.set(key, { hits: before.hits + Number(hit), of: before.of + 1 })
}

/** The rule whose finding touches a word. */
const ruleAt = ({ text, findings }: Page<'detected'>, w: number): string | undefined => {
  const span = text.spans[w]
  return findings.find(({ start, end }) => span !== undefined && start < span.end && end > span.start)?.rule
}

const add = (to: Count, hit: boolean): void => {
  to.of++
  if (hit) to.hits++
}

const names = values.kinds?.split(',') ?? family.kinds.map(({ name }) => name)
const chosen = family.kinds.filter(({ name }) => names.includes(name))
for (let i = 0; i < Number(values.documents); i++) {
  const kind = chosen[i % chosen.length]
  if (kind === undefined) throw new RangeError('no such kind')
  const drawn = kind.draw(seeded(Number(values.seed) * 100_003 + i * 7919), fonts)
  const read = drawn.map((page, at) => readPage(page, at + 1))
  const detected = detect(
    read.map(({ page }) => page),
    knowledge,
  )
  const tally = kinds.get(kind.name) ?? { leaked: { hits: 0, of: 0 }, kept: { hits: 0, of: 0 } }
  kinds.set(kind.name, tally)
  for (const [at, page] of detected.entries()) {
    const truth = read[at]?.truth ?? []
    const verdicts = withCombs(page.words, judgeWords(page, policy, knowledge.isKnownSafe, []))
    truth.forEach(({ word, at: w }, t) => {
      if (word.class === either || !/[\p{L}\p{N}]/u.test(word.text)) return
      const shown = verdicts[w] === null
      if (word.class === null) {
        add(tally.kept, shown)
        if (!shown && values.lost) {
          const around = truth
            .slice(Math.max(0, t - 3), t + 4)
            .map(one =>
              one.word === word
                ? `[[${word.text}]]`
                : verdicts[one.at] === null
                  ? one.word.text
                  : `<${one.word.text}>`,
            )
          lost.push(`LOST ${ruleAt(page, w) ?? verdicts[w]?.reason}: ${around.join(' ')}`)
        }
        return
      }
      add(tally.leaked, shown)
      count(leaks, word.class, shown)
      if (shown && values.show && family.name !== 'validate') {
        const around = truth
          .slice(Math.max(0, t - 4), t + 5)
          .map(({ word: one, at: v }) =>
            one === word ? `[[${one.text}]]` : verdicts[v] === null ? one.text : `<${one.text}>`,
          )
        console.log(`${kind.name} ${i} ${word.class}: ${around.join(' ')}`)
      }
    })
  }
}

const percent = ({ hits, of }: Count): string =>
  `${((100 * hits) / Math.max(1, of)).toFixed(2).padStart(6)} % ${hits}/${of}`
if (family.name !== 'validate') for (const line of lost) console.log(line)
if (family.name !== 'validate')
  for (const [name, { leaked, kept }] of kinds)
    console.log(name.padEnd(22), 'leaked', percent(leaked), ' kept', percent(kept))
for (const [label, leak] of [...leaks].sort()) console.log(label.padEnd(22), 'leaked', percent(leak))
const sum = (pick: (one: { leaked: Count; kept: Count }) => Count): Count =>
  [...kinds.values()]
    .map(pick)
    .reduce((a, b) => ({ hits: a.hits + b.hits, of: a.of + b.of }), { hits: 0, of: 0 })
console.log(
  'all'.padEnd(22),
  'leaked',
  percent(sum(one => one.leaked)),
  ' kept',
  percent(sum(one => one.kept)),
)
