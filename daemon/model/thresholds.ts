/**
 * Every number that trades leaks against pages held for a person, in one place, so that the curve between the two can be
 * measured by passing others. The two that a clinic may set (`minWordConfidence`, `minInkUnderstood`) stand in its policy.
 */

export type GateThresholds = {
  /** 0…1: words read below this are noise. */
  readonly minWordConfidence: number
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
}

export type Thresholds = { readonly gate: GateThresholds; readonly triage: TriageThresholds }

export const gateThresholds: GateThresholds = {
  minWordConfidence: 0.3,
  minShapeScore: 0.6,
  minNameScore: 0.8,
  minTrustedConfidence: 0.88,
  sampleEvery: 12,
}

export const triageThresholds: TriageThresholds = { minOrientationConfidence: 0.4, mostPicture: 0.15 }

export const thresholds: Thresholds = { gate: gateThresholds, triage: triageThresholds }
