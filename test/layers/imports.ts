/**
 * Every way in which a file names another: static and dynamic imports, type-only imports, `import('…').T` in types,
 * re-exports, `require`, `import.meta.resolve`, and `new URL('…', import.meta.url)` as workers and children use it.
 * Pure.
 */
import { type Token, tokensOf } from './tokens.ts'

export type Import = {
  /** Null where the specifier is computed, so that it cannot be read. */
  readonly specifier: string | null
  /** The imported names as the other file calls them; `*` for all, none for a bare or dynamic import. */
  readonly names: readonly string[]
  readonly line: number
}

const isSign = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'sign' && token.text === text
const isWord = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'word' && token.text === text

/** The names between the braces: of `a as b` and `type a as b` the first that the other file knows. */
const namesOf = (clause: readonly Token[]): string[] => {
  const names: string[] = []
  if (clause.some(token => isSign(token, '*'))) names.push('*')
  const open = clause.findIndex(token => isSign(token, '{'))
  const before = clause.slice(0, open < 0 ? clause.length : open)
  if (
    before.some(token => token.kind === 'word' && !['type', 'as', 'from'].includes(token.text)) &&
    names.length === 0
  )
    names.push('default')
  let atStart = true
  for (const token of open < 0 ? [] : clause.slice(open + 1)) {
    if (isSign(token, ',')) atStart = true
    else if (atStart && (token.kind === 'word' || token.kind === 'string') && token.text !== 'type') {
      names.push(token.text)
      atStart = false
    }
  }
  return names
}

/** `import … from '…'` or `export … from '…'`, beginning at `from`; null where it is another kind of statement. */
const statementAt = (tokens: readonly Token[], from: number): Import | null => {
  const line = tokens[from]?.line ?? 0
  const first = tokens[from + 1]
  if (first?.kind === 'string') return { specifier: first.text, names: [], line }
  const end = tokens.findIndex(
    (token, at) => at > from && token.kind === 'string' && isWord(tokens[at - 1], 'from'),
  )
  if (end < 0) return null
  const clause = tokens.slice(from + 1, end - 1)
  const isClause = clause.every(
    token =>
      token.kind === 'word' ||
      token.kind === 'string' ||
      (token.kind === 'sign' && '{},*'.includes(token.text)),
  )
  return isClause ? { specifier: tokens[end]?.text ?? null, names: namesOf(clause), line } : null
}

/** The call whose opening bracket stands at `open`: its first argument, if that is a plain string. */
const callAt = (tokens: readonly Token[], open: number): Import => {
  const argument = tokens[open + 1]
  const after = tokens[open + 2]
  const isPlain = argument?.kind === 'string' && (isSign(after, ')') || isSign(after, ','))
  return { specifier: isPlain ? argument.text : null, names: [], line: tokens[open]?.line ?? 0 }
}

/** A computed `import.meta.resolve` names no code by itself: what is then imported is computed as well, and seen there. */
const importAt = (tokens: readonly Token[], at: number): Import | null => {
  const next = tokens[at + 1]
  if (isSign(tokens[at - 1], '.') || isSign(next, ':')) return null
  if (isSign(next, '(')) return callAt(tokens, at + 1)
  if (!isSign(next, '.')) return statementAt(tokens, at)
  if (!isWord(tokens[at + 4], 'resolve')) return null
  const resolved = callAt(tokens, at + 5)
  return resolved.specifier === null ? null : resolved
}

/** `new URL('./x.ts', import.meta.url)`. A folder or a data file is no import and is left out. */
const urlAt = (tokens: readonly Token[], at: number): Import | null => {
  if (!isWord(tokens[at + 1], 'URL') || !isSign(tokens[at + 2], '(')) return null
  const { specifier, line } = callAt(tokens, at + 2)
  return specifier !== null && /^\.{1,2}\/.*\.[cm]?[jt]s$/.test(specifier)
    ? { specifier, names: [], line }
    : null
}

const found = (tokens: readonly Token[], at: number): Import | null => {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  if (token.text === 'import') return importAt(tokens, at)
  if (token.text === 'export') {
    const next = isWord(tokens[at + 1], 'type') ? tokens[at + 2] : tokens[at + 1]
    return isSign(next, '{') || isSign(next, '*') ? exportAt(tokens, at) : null
  }
  if (token.text === 'new') return urlAt(tokens, at)
  const isRequire = token.text === 'require' && isSign(tokens[at + 1], '(') && !isSign(tokens[at - 1], '.')
  return isRequire ? callAt(tokens, at + 1) : null
}

/** `export { a }` ends at its brace; only with `from` behind it does it name another file. */
const exportAt = (tokens: readonly Token[], at: number): Import | null => {
  const close = tokens.findIndex((token, index) => index > at && isSign(token, '}'))
  const isList = !tokens.slice(at, at + 3).some(token => isSign(token, '*'))
  return isList && !isWord(tokens[close + 1], 'from') ? null : statementAt(tokens, at)
}

/** All imports of a source text, in order. */
export const importsOf = (source: string): readonly Import[] => {
  const tokens = tokensOf(source)
  return tokens.flatMap((_token, at) => found(tokens, at) ?? [])
}

/** A word that is no member and no key, with the three tokens behind it: `Date . now (`. */
export type Use = { readonly text: string; readonly line: number }

/** The words of a source text among which globals can be looked for. */
export const usesOf = (source: string): readonly Use[] => {
  const tokens = tokensOf(source)
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'word' || isSign(tokens[at - 1], '.') || isSign(tokens[at + 1], ':')) return []
    const rest = tokens.slice(at, at + 4).map(({ text }) => text)
    return [{ text: rest.join(' '), line: token.line }]
  })
}
