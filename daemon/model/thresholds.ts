/**
 * Every number that trades leaks against pages held for a person, in one place, so that the curve between the two can be
 * measured by passing others. The two that a clinic may set (`minWordConfidence`, `minInkUnderstood`) stand in its policy.
 */

export type GateThresholds = {
  /** 0…1: words read below this are noise. */
  readonly minWordConfidence: number
  /** 0…1: the same for what is read turned, inverted or enlarged, where print that stands upright becomes words of nonsense. */
  readonly minAgainConfidence: number
  /** 0…1: a finding of a class with a shape of its own (numbers, dates, addresses of mail and net) counts from here. */
  readonly minShapeScore: number
  /** 0…1: names and places are made of words that other contexts make ordinary, so more is asked of them. */
  readonly minNameScore: number
  /** 0…1: known words read at least so surely, with no doubt near them, are not read twice. Above 1, all are. */
  readonly minTrustedConfidence: number
  /** Of the lines that need no second reading, one in this many is read again all the same. */
  readonly sampleEvery: number
}

export type TriageThresholds = {
  /** 0…1: below this a page may stand on its head, and nothing read of it can be trusted. */
  readonly minOrientationConfidence: number
  /** 0…1: a page with more of its area than this in pictures is a picture. */
  readonly mostPicture: number
  /** 0…1: a word to which the tagger gives less than this, and which no rule names, is an ordinary word though no list holds it. */
  readonly ordinaryBelow: number
  /**
   * 0…1: a word to which the tagger gives this much is masked though no rule names it. The coarser the page was sent, the
   * less is enough: the first whose resolution the page does not reach.
   */
  readonly guessFrom: readonly { readonly belowDpi: number; readonly share: number }[]
  /** 0…1: the same for a word without a letter, of which the rules know more. */
  readonly figuresFrom: number
}

export type Thresholds = { readonly gate: GateThresholds; readonly triage: TriageThresholds }

export const gateThresholds: GateThresholds = {
  minWordConfidence: 0.3,
  minAgainConfidence: 0.55,
  minShapeScore: 0.6,
  minNameScore: 0.8,
  minTrustedConfidence: 0.88,
  sampleEvery: 12,
}

export const triageThresholds: TriageThresholds = {
  minOrientationConfidence: 0.4,
  mostPicture: 0.15,
  ordinaryBelow: 0.01,
  guessFrom: [
    { belowDpi: 150, share: 0.02 },
    { belowDpi: 250, share: 0.04 },
    { belowDpi: Infinity, share: 0.07 },
  ],
  figuresFrom: 0.5,
}

export const thresholds: Thresholds = { gate: gateThresholds, triage: triageThresholds }
