/** Holds a tree of sources against the rules; each fault is a sentence that names the offending edge. Pure. */
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { type Import, importsOf, usesOf } from './imports.ts'
import { emptyNames, longest, type Reach, type Rule, reaches, rules } from './rules.ts'
import type { Tree } from './tree.ts'

type Edge = Import & { readonly from: string }

const isOurs = (specifier: string): boolean => /^\.{0,2}\//.test(specifier)

const targetOf = ({ from, specifier }: Edge): string =>
  posix.normalize(posix.join(posix.dirname(from), specifier ?? ''))

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const ruleOf = (file: string): Rule | undefined => rules.find(({ from }) => from.test(file))

const isAllowed = (rule: Rule, from: string, target: string): boolean => {
  const own = rule.from.exec(from)?.[1] ?? ''
  return rule.may
    .map(pattern => pattern.replace('$1', own))
    .some(pattern => (pattern.endsWith('/') ? target.startsWith(pattern) : target === pattern))
}

const builtinFault = (rule: Rule, { names }: Edge, name: string): string | null => {
  if (rule.builtins !== 'any' && !rule.builtins.includes(name)) return `node:${name}`
  if (rule.neverBuiltins?.includes(name)) return `node:${name}`
  if (name !== 'crypto' || rule.cryptoNames === undefined) return null
  const impure = names.filter(imported => !rule.cryptoNames?.includes(imported))
  return impure.length > 0 || names.length === 0 ? `${impure.join(', ') || 'all'} of node:crypto` : null
}

/** What is wrong with one edge, as the object of the sentence; null where nothing is. */
const faultOf = (rule: Rule, edge: Edge): string | null => {
  const { specifier, from } = edge
  if (specifier === null) return rule.mayCompute ? null : 'a computed name, which no reader can follow'
  if (isBuiltin(specifier)) return builtinFault(rule, edge, specifier.replace(/^node:/, ''))
  if (!isOurs(specifier)) {
    const isKnown = rule.packages === 'any' || rule.packages.includes(packageOf(specifier))
    return isKnown ? null : `the package ${packageOf(specifier)}`
  }
  return isAllowed(rule, from, targetOf(edge)) ? null : targetOf(edge)
}

const edgesOf = (from: string, source: string): Edge[] => importsOf(source).map(found => ({ ...found, from }))

const usesFaults = (rule: Rule, file: string, source: string): string[] =>
  (rule.neverUse ?? []).length === 0
    ? []
    : usesOf(source).flatMap(({ text, line }) => {
        const used = rule.neverUse?.find(use => text === use || text.startsWith(use))
        return used === undefined
          ? []
          : [`${file}:${line} uses ${used.replaceAll(' ', '')}, but ${rule.says}.`]
      })

const fileFaults = (file: string, source: string, exists: (file: string) => boolean): string[] => {
  const rule = ruleOf(file)
  if (rule === undefined) return [`${file} fits no rule of the layers: it stands in no known folder.`]
  const imports = edgesOf(file, source).flatMap(edge => {
    const fault = faultOf(rule, edge)
    if (fault !== null) return [`${file}:${edge.line} imports ${fault}, but ${rule.says}.`]
    const isLost = edge.specifier !== null && isOurs(edge.specifier) && !exists(targetOf(edge))
    return isLost ? [`${file}:${edge.line} imports ${targetOf(edge)}, which does not exist.`] : []
  })
  return [...imports, ...usesFaults(rule, file, source)]
}

/** Every import or global that the rules forbid. `exists` answers for files that are no sources (JSON, data). */
export const layerFaults = (tree: Tree, exists: (file: string) => boolean): string[] =>
  [...tree].flatMap(([file, source]) => fileFaults(file, source, exists))

/** Rings of imports, each told once; a type-only import closes a ring as well. */
export const ringFaults = (tree: Tree): string[] => {
  const next = (file: string): string[] =>
    edgesOf(file, tree.get(file) ?? '')
      .filter(({ specifier }) => specifier !== null && isOurs(specifier))
      .map(targetOf)
      .filter(target => tree.has(target))
  const done = new Set<string>()
  const faults: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      faults.push(`${[...path.slice(path.indexOf(file)), file].join(' → ')}: these imports form a ring.`)
      return
    }
    if (done.has(file)) return
    for (const target of next(file)) visit(target, [...path, file])
    done.add(file)
  }
  for (const file of tree.keys()) visit(file, [])
  return faults
}

const reachFaultsFrom = ({ from, says, never, neverBuiltins }: Reach, tree: Tree): string[] => {
  const seen = new Set<string>()
  const faults: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (seen.has(file)) return
    seen.add(file)
    const way = [...path, file]
    if (never.some(folder => file.startsWith(folder))) {
      faults.push(`${way.join(' → ')}, but ${says}.`)
      return
    }
    for (const edge of edgesOf(file, tree.get(file) ?? '')) {
      const builtin = edge.specifier?.replace(/^node:/, '') ?? ''
      if (neverBuiltins.includes(builtin)) faults.push(`${way.join(' → ')} → node:${builtin}, but ${says}.`)
      else if (isOurs(edge.specifier ?? '')) visit(targetOf(edge), way)
    }
  }
  visit(from, [])
  return faults
}

/** What an entry reaches over any number of imports and must not, each told once with the way to it. */
export const reachFaults = (tree: Tree): string[] => reaches.flatMap(reach => reachFaultsFrom(reach, tree))

/** Files that are too long to hold one idea. */
export const lengthFaults = (tree: Tree): string[] =>
  [...tree].flatMap(([file, source]) => {
    const most = longest.find(({ files }) => files.test(file))?.lines ?? 0
    const lines = source.trimEnd().split('\n').length
    return lines > most ? [`${file} has ${lines} lines; the most is ${most}.`] : []
  })

/** Files and folders whose names say nothing. */
export const nameFaults = (tree: Tree): string[] =>
  [...tree.keys()].flatMap(file => {
    const names = file.split('/').map(part => part.split('.')[0] ?? '')
    const empty = names.find(name => emptyNames.includes(name))
    return empty === undefined ? [] : [`${file}: the name ${empty} does not say what is in it.`]
  })
