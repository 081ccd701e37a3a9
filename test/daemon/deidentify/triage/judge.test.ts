/** Verdicts where a guess of the tagger counts: masked from a share on, shown where it is sure, and never against a rule. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pageText } from '../../../../daemon/deidentify/detect/text.ts'
import { type IsKnownSafe, judgeWords } from '../../../../daemon/deidentify/triage/judge.ts'
import type { Finding, IdentifierClass } from '../../../../daemon/model/identifier.ts'
import { type Guess, type Page, pageAt } from '../../../../daemon/model/page.ts'
import type { Policy } from '../../../../daemon/model/policy.ts'
import { triageThresholds } from '../../../../daemon/model/thresholds.ts'
import { linesOf, readPage } from '../detect/page.ts'

const strict: Policy = {
  profile: 'strict',
  minWordConfidence: 0.6,
  minInkUnderstood: 0.5,
  treatments: {} as Policy['treatments'],
  fingerprint: '',
}
const balanced: Policy = { ...strict, profile: 'balanced' }

/** What the tagger says of the words that are named here; of all others, that they are no identifier. */
type Shares = Readonly<Record<string, number>>

const pageOf = (
  line: string,
  {
    shares,
    findings = [],
    ...rest
  }: { shares?: Shares; findings?: readonly Finding[]; sentDpi?: number } = {},
): Page<'detected'> => {
  const words = linesOf([line])
  const guesses = words.map(({ text }): Guess => ({ share: shares?.[text] ?? 0, class: 'LOCATION' }))
  return pageAt('detected', {
    ...readPage(words),
    text: pageText(words),
    findings,
    ...(shares === undefined ? {} : { guesses }),
    ...rest,
  })
}

const all: IsKnownSafe = () => true
const none: IsKnownSafe = () => false

const hidden = (
  page: Page<'detected'>,
  isKnownSafe = all,
  policy = strict,
  thresholds = triageThresholds,
) => {
  const verdicts = judgeWords(page, policy, isKnownSafe, [], thresholds)
  return page.words.flatMap(({ text }, i) => (verdicts[i] === null ? [] : [text])).join(' ')
}

describe('a word that the tagger alone takes for an identifier', () => {
  const { guessFrom } = triageThresholds
  for (const [i, { belowDpi, share }] of guessFrom.entries()) {
    const from = guessFrom[i - 1]?.belowDpi ?? 72
    for (const sentDpi of [from, Math.min(belowDpi, 1200) - 1])
      test(`sent with ${sentDpi} dpi is masked from ${share} on`, () => {
        const at = (said: number) => hidden(pageOf('seen quaid today', { shares: { quaid: said }, sentDpi }))
        assert.equal(at(share), 'quaid')
        assert.equal(at(share * 0.99), '')
        assert.equal(at(1), 'quaid')
      })
  }

  test('the coarser the page was sent, the less is enough', () => {
    const shares = guessFrom.map(({ share }) => share)
    assert.ok(shares.length > 1)
    assert.deepEqual(
      shares,
      shares.toSorted((one, other) => one - other),
    )
    assert.equal(new Set(shares).size, shares.length)
  })

  test('where it is not known how the page was sent, its own resolution counts', () => {
    const thresholds = {
      ...triageThresholds,
      guessFrom: [
        { belowDpi: 200, share: 0.1 },
        { belowDpi: 201, share: 0.5 },
        { belowDpi: Infinity, share: 0.9 },
      ],
    }
    const at = (quaid: number, sent: { sentDpi?: number } = {}) =>
      hidden(pageOf('seen quaid today', { shares: { quaid }, ...sent }), all, strict, thresholds)
    assert.deepEqual([at(0.4), at(0.6)], ['', 'quaid'])
    assert.deepEqual([at(0.4, { sentDpi: 98 }), at(0.6, { sentDpi: 300 })], ['quaid', ''])
  })

  test('is masked as what it likeliest is, as sure as the tagger', () => {
    const page = pageOf('seen quaid today', { shares: { quaid: 0.75 } })
    assert.deepEqual(judgeWords(page, strict, all, [])[1], {
      class: 'LOCATION',
      reason: 'identifier',
      confidence: 0.75,
    })
  })

  test('is shown in the profile balanced, and where there is no tagger', () => {
    assert.equal(hidden(pageOf('seen quaid today', { shares: { quaid: 1 } }), all, balanced), '')
    assert.equal(hidden(pageOf('seen quaid today')), '')
  })

  for (const text of ['10:30', '(10:30)', '9:05,', '10:30:15', '10:30pm', 'PM', 'a.m.', 'hrs', '-', '•'])
    test(`${text} is none, however sure`, () =>
      assert.equal(hidden(pageOf(`seen ${text} today`, { shares: { [text]: 1 } })), ''))
})

describe('a word that no list holds', () => {
  const { ordinaryBelow } = triageThresholds
  const shownWith = (word: string, share: number): boolean => {
    const page = pageOf(`${word}`, { shares: { [word]: share } })
    return hidden(page, none) === ''
  }

  for (const word of ['quaiding', 'Quaiding', 'quaiding.', '(quaiding)', 'qu', 'quaid-like'])
    test(`${word} is shown where the tagger is sure that it is nobody`, () => {
      assert.ok(shownWith(word, 0))
      assert.ok(shownWith(word, ordinaryBelow * 0.99))
      assert.ok(!shownWith(word, ordinaryBelow))
    })

  for (const word of ['quaid7', '4471', '7quaid', '12-quaiding', 'A1', 'quaid²', 'Q'])
    test(`${word} is masked, however sure the tagger`, () => assert.ok(!shownWith(word, 0)))

  test('is masked where there is no tagger', () => assert.equal(hidden(pageOf('quaiding'), none), 'quaiding'))

  test('is masked where a rule finds it', () => {
    const findings: Finding[] = [{ start: 0, end: 8, class: 'NAME', score: 0.6, rule: 'name-single' }]
    assert.equal(hidden(pageOf('quaiding', { shares: {}, findings }), none), 'quaiding')
  })

  test('is masked where it was not surely read', () => {
    const page = pageOf('quaiding', { shares: {} })
    const words = page.words.map(word => ({ ...word, confidence: 0.4 }))
    assert.equal(hidden({ ...page, words }, none), 'quaiding')
  })
})

/** The page with one finding over a part of its line. */
const foundOn = (line: string, part: string, label: IdentifierClass, rule: Finding['rule']) => {
  const start = line.indexOf(part)
  assert.ok(start !== -1, part)
  return pageOf(line, {
    findings: [{ start, end: start + part.length, class: label, score: 0.7, rule }],
  })
}

describe('the hour behind a date', () => {
  const table: readonly (readonly [hours: string, hidden: string])[] = [
    ['10:30', ''],
    ['10:30 AM', ''],
    ['9:05:10 pm.', ''],
    ['23:59 hrs', ''],
    ['(10:30)', ''],
    ['1030', '1030'],
    ['25:30', '25:30'],
    ['10:75', '10:75'],
    ['10:30x', '10:30x'],
  ]
  for (const [hours, kept] of table)
    test(`${hours} is ${kept === '' ? 'shown' : 'masked'}`, () => {
      const page = foundOn(`seen 03/14/2024 ${hours} resting`, `03/14/2024 ${hours}`, 'DATE', 'date')
      assert.equal(hidden(page), ['03/14/2024', kept].filter(Boolean).join(' '))
    })

  test('is masked in a finding that is no date', () =>
    assert.equal(hidden(foundOn('seen 10:30 resting', '10:30', 'OTHER_ID', 'id-loose')), '10:30'))

  test('is shown only where it is safe by itself', () => {
    const page = foundOn('seen 03/14/2024 10:30 resting', '03/14/2024 10:30', 'DATE', 'date')
    const isKnownSafe: IsKnownSafe = word => !/\d/.test(word)
    assert.equal(hidden(page, isKnownSafe), '03/14/2024 10:30')
  })
})

describe('small words under a guess of the tagger', () => {
  const table: readonly (readonly [
    title: string,
    line: string,
    part: string,
    label: 'LOCATION' | 'NAME' | 'OTHER_ID',
    hidden: string,
  ])[] = [
    ['within a place', 'at Foot of the Plains now', 'Foot of the Plains', 'LOCATION', 'Foot of the Plains'],
    ['within a place, joined', 'at Foot and Ankle now', 'Foot and Ankle', 'LOCATION', 'Foot and Ankle'],
    ['at the edge of a place', 'rests at Plains now', 'at Plains', 'LOCATION', 'Plains'],
    ['behind a place', 'near Plains for now', 'Plains for', 'LOCATION', 'Plains'],
    ['between two people', 'told Rosa and Quill now', 'Rosa and Quill', 'NAME', 'Rosa Quill'],
    [
      'within a place, but no part of names',
      'at Foot with Ankle now',
      'Foot with Ankle',
      'LOCATION',
      'Foot Ankle',
    ],
    ['in a code', 'number KX and 4471 now', 'KX and 4471', 'OTHER_ID', 'KX 4471'],
  ]
  const rules = { LOCATION: 'tagger-place', NAME: 'tagger-name', OTHER_ID: 'tagger-code' } as const
  for (const [title, line, part, label, kept] of table)
    test(title, () => assert.equal(hidden(foundOn(line, part, label, rules[label])), kept))

  test('within a place though its last word is written small', () => {
    const isKnownSafe: IsKnownSafe = word => !/plains/i.test(word)
    const page = foundOn('at Foot of plains now', 'Foot of plains', 'LOCATION', 'tagger-place')
    assert.equal(hidden(page, isKnownSafe), 'Foot of plains')
  })

  test('a rule that is sure masks them wherever they stand', () =>
    assert.equal(
      hidden(foundOn('rests at Plains now', 'at Plains', 'LOCATION', 'address-street')),
      'at Plains',
    ))
})

test('a word beside a name is taken in, but where the tagger is sure of it', () => {
  const findings: Finding[] = [{ start: 5, end: 9, class: 'NAME', score: 0.9, rule: 'name-single' }]
  const at = (Quill: number) => hidden(pageOf('seen Rosa Quill today', { shares: { Quill }, findings }))
  assert.equal(at(triageThresholds.ordinaryBelow), 'Rosa Quill')
  assert.equal(at(0), 'Rosa')
})

describe('a finding of so little score that it is a guess from the place alone', () => {
  const weak = (score: number): Finding => ({ start: 5, end: 9, class: 'NAME', score, rule: 'capital' })
  test('says nothing where the tagger is sure of the word', () =>
    assert.equal(hidden(pageOf('Seen Mark today', { shares: { Mark: 0.001 }, findings: [weak(0.3)] })), ''))
  test('counts where it is not', () =>
    assert.equal(
      hidden(pageOf('Seen Mark today', { shares: { Mark: 0.05 }, findings: [weak(0.3)] })),
      'Mark',
    ))
  test('counts with more score', () =>
    assert.equal(
      hidden(pageOf('Seen Mark today', { shares: { Mark: 0.001 }, findings: [weak(0.5)] })),
      'Mark',
    ))
})
