/**
 * Hostile YAML to a plain value, or to one line per fault with its line. Pure.
 * Refuses what a configuration never needs: anchors and aliases, tags, several documents, keys that are no text,
 * the same key twice, private keys, more than 256 KiB.
 */
import { isAlias, isNode, LineCounter, parseDocument, visit } from 'yaml'

export const maxConfigBytes = 256 * 1024

/** The refusal of a file that is larger: no configuration that people write comes near. */
export const tooLarge = `the file is larger than ${maxConfigBytes / 1024} KiB`

export type Yaml = { readonly value: unknown } | { readonly faults: readonly string[] }

type Position = { readonly line: number; readonly col: number }
const lineOf = ({ line, col }: Position): string => `line ${line}, column ${col}`

const parse = (untrustedYaml: string): Yaml => {
  const lines = new LineCounter()
  const document = parseDocument(untrustedYaml, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    stringKeys: true,
    uniqueKeys: true,
    version: '1.2',
  })
  const faults = [...document.errors, ...document.warnings].map(
    ({ pos, code }) =>
      `${lineOf(lines.linePos(pos[0]))}: not valid YAML (${code.toLowerCase().replaceAll('_', ' ')})`,
  )
  visit(document, (_key, node) => {
    if (isAlias(node) || (isNode(node) && node.anchor !== undefined))
      faults.push(`${lineOf(lines.linePos(node.range?.[0] ?? 0))}: anchors and aliases are not accepted`)
  })
  if (faults.length > 0) return { faults: [...new Set(faults)].slice(0, 20) }
  return { value: document.toJS({ maxAliasCount: 0 }) ?? {} }
}

/** An empty text is the empty group. */
export const parseYaml = (untrustedYaml: string): Yaml => {
  if (Buffer.byteLength(untrustedYaml) > maxConfigBytes) return { faults: [tooLarge] }
  if (/PRIVATE KEY-----/.test(untrustedYaml))
    return { faults: ['a private key has no place in a configuration: put it in keysDir, mode 0600'] }
  try {
    return parse(untrustedYaml)
  } catch (thrown) {
    if (thrown instanceof RangeError) return { faults: ['not valid YAML (nested too deeply)'] }
    throw thrown
  }
}
