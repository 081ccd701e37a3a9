/**
 * A fault of the configuration in one line: the path of the field, what was expected, what stood there.
 * Pure. Quotes names of keys and numbers, never a text value: it could be a secret in the wrong place.
 */
import type { z } from 'zod'

type Issue = z.core.$ZodIssue

const kindOf = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' ? 'group of fields' : typeof value
}

/** `capture.sources[0].polling`; keys that are not plain words are quoted and cut. */
export const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    const name = String(step)
    const shown = /^\w{1,60}$/.test(name) ? name : JSON.stringify(name.slice(0, 60))
    return text === '' ? shown : `${text}.${shown}`
  }, '')

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (found, step) =>
      typeof found === 'object' && found !== null ? (found as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  )

const expectedNames: Record<string, string> = {
  object: 'a group of fields',
  array: 'list',
  int: 'whole number',
}

const sizeOf = (found: unknown): string => {
  if (typeof found === 'number') return String(found)
  return Array.isArray(found) ? `${found.length} entries` : `${String(found).length} characters`
}

const sentence = (issue: Issue, found: unknown): string => {
  switch (issue.code) {
    case 'invalid_type': {
      const got = typeof found === 'number' ? `${found}` : kindOf(found)
      return `expected ${expectedNames[issue.expected] ?? issue.expected}, got ${got}`
    }
    case 'invalid_value':
      return `expected ${issue.values.map(String).join(' or ')}, got ${
        typeof found === 'string' ? 'another text' : kindOf(found)
      }`
    case 'too_small':
      return `expected at least ${issue.minimum}, got ${sizeOf(found)}`
    case 'too_big':
      return `expected at most ${issue.maximum}, got ${sizeOf(found)}`
    default:
      return issue.message
  }
}

/** How many letters must be added, dropped or changed to turn one word into the other. */
const distance = (one: string, two: string): number => {
  let row = Array.from({ length: two.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...two].entries())
      next.push(
        Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      )
    row = next
  }
  return row.at(-1) ?? 0
}

const nearest = (name: string, known: readonly string[]): string | undefined => {
  const plain = (text: string): string =>
    text
      .slice(0, 60)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
  return known.find(key => distance(plain(key), plain(name)) <= Math.min(2, plain(key).length / 3))
}

/** The known keys of the group at a path, in the order of the schema. */
export type KnownKeys = (path: readonly PropertyKey[]) => readonly string[]

const unknownKeys = (issue: Issue & { code: 'unrecognized_keys' }, knownKeys: KnownKeys): string[] => {
  const known = knownKeys(issue.path)
  return issue.keys.map(key => {
    const near = nearest(key, known)
    const hint = near === undefined ? `known here: ${known.join(', ')}` : `did you mean ${near}?`
    return `${pathOf([...issue.path, key])}: unknown key; ${hint}`
  })
}

/** One line per fault, in the order of the schema. */
export const faultLines = (
  issues: readonly Issue[],
  untrustedValue: unknown,
  knownKeys: KnownKeys,
): readonly string[] =>
  issues.flatMap(issue => {
    if (issue.code === 'unrecognized_keys') return unknownKeys(issue, knownKeys)
    const path = pathOf(issue.path)
    return [`${path === '' ? 'configuration' : path}: ${sentence(issue, at(untrustedValue, issue.path))}`]
  })
