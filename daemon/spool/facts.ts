/**
 * What each edge's header may say in clear: one strict reader per edge. Keys are closed, values are bounded, and the
 * result is a new object with its keys in one order. Pure; never lets a value through that it did not check.
 */
import { type EdgeName, type JobFacts, mediaTypes, unknownMediaType } from '../model/document.ts'
import { heldReasons } from '../model/page.ts'

/** A source's configured id; the same bounds as in an audit record. */
const sourcePattern = /^[a-z0-9][a-z0-9_-]{0,63}$/
/** A reviewer's id: a login, never a name with spaces. */
const reviewerPattern = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/
const countLimit = 100_000

type Untrusted = Readonly<Record<string, unknown>>

const isSource = (untrusted: unknown): untrusted is string =>
  typeof untrusted === 'string' && sourcePattern.test(untrusted)

const isCount = (untrusted: unknown): untrusted is number =>
  Number.isInteger(untrusted) && (untrusted as number) >= 0 && (untrusted as number) <= countLimit

const isOneOf = <T>(list: readonly T[], untrusted: unknown): untrusted is T =>
  (list as readonly unknown[]).includes(untrusted)

const areReasons = (untrusted: unknown): untrusted is JobFacts['review']['reasons'] =>
  Array.isArray(untrusted) &&
  new Set(untrusted).size === untrusted.length &&
  untrusted.every(reason => isOneOf(heldReasons, reason))

/** True where the object has these keys and no other. */
export const hasExactly = (untrusted: Untrusted, keys: readonly string[]): boolean => {
  const own = Object.keys(untrusted)
  return own.length === keys.length && keys.every(key => Object.hasOwn(untrusted, key))
}

/** Each gives the facts, or null where a key or value is not as the edge has it. */
export const parseFacts: { readonly [E in EdgeName]: (untrusted: Untrusted) => JobFacts[E] | null } = {
  captured: untrusted => {
    const { source, mediaType } = untrusted
    return hasExactly(untrusted, ['source', 'mediaType']) &&
      isSource(source) &&
      isOneOf([...mediaTypes, unknownMediaType] as const, mediaType)
      ? { source, mediaType }
      : null
  },
  review: untrusted => {
    const { source, pages, reasons } = untrusted
    return hasExactly(untrusted, ['source', 'pages', 'reasons']) &&
      isSource(source) &&
      isCount(pages) &&
      areReasons(reasons)
      ? { source, pages, reasons }
      : null
  },
  decided: untrusted => {
    const { decision, reviewer } = untrusted
    return hasExactly(untrusted, ['decision', 'reviewer']) &&
      isOneOf(['release', 'reject'] as const, decision) &&
      typeof reviewer === 'string' &&
      reviewerPattern.test(reviewer)
      ? { decision, reviewer }
      : null
  },
  sealed: untrusted => {
    const { source, parts } = untrusted
    return hasExactly(untrusted, ['source', 'parts']) && isSource(source) && isCount(parts)
      ? { source, parts }
      : null
  },
  receipts: untrusted => (hasExactly(untrusted, []) ? {} : null),
}
