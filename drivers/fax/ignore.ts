/**
 * Ignore patterns of a drop folder: `*` stands for any bytes, `?` for one, everything else for itself. Works on bytes,
 * for a name need not be UTF-8. Linear in the length of name and pattern: no regular expression, no back-tracking blow-up.
 */

const star = 0x2a
const question = 0x3f

/** The classic two-pointer match: on a mismatch the last `*` takes one byte more. */
const matches = (pattern: Uint8Array, name: Uint8Array): boolean => {
  let [at, index, starAt, starIndex] = [0, 0, -1, 0]
  while (index < name.length) {
    if (pattern[at] === star) {
      starAt = at++
      starIndex = index
    } else if (pattern[at] === question || pattern[at] === name[index]) {
      at += 1
      index += 1
    } else if (starAt >= 0) {
      at = starAt + 1
      index = ++starIndex
    } else return false
  }
  while (pattern[at] === star) at += 1
  return at === pattern.length
}

/** True for a name that one of the patterns matches whole. */
export const ignoring = (patterns: readonly string[]): ((name: Uint8Array) => boolean) => {
  const raw = patterns.map(pattern => Buffer.from(pattern, 'utf8'))
  return name => raw.some(pattern => matches(pattern, name))
}
