/**
 * The example configuration and a policy to begin with, written from their schemas: each field with its sentence, unit,
 * range and default. Pure. `config/cordon.example.yaml` is the first of these texts; a test compares them.
 */
import { z } from 'zod'
import { policySchema } from './policy.ts'
import { schema } from './schema.ts'

/** The parts of a JSON Schema that the example shows. */
type Node = {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly unit?: string
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
}

const widthColumns = 110

const wrapped = (text: string, indent: string): string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length + 1 <= widthColumns) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(`${indent}# ${word}`)
  }
  return lines
}

/** A scalar or a list of scalars in YAML's flow form. JSON is YAML; plain words lose their quotes. */
const scalar = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(scalar).join(', ')}]`
  const isPlain =
    typeof value === 'string' && /^[A-Za-z/][\w./-]*$/.test(value) && !/^(?:null|true|false)$/.test(value)
  return isPlain ? value : JSON.stringify(value)
}

const facts = ({ unit, minimum, maximum, default: byDefault, enum: choices, examples }: Node): string => {
  const parts = [
    unit === undefined ? null : `Unit: ${unit}.`,
    choices === undefined ? null : `One of: ${choices.map(scalar).join(', ')}.`,
    minimum === undefined || maximum === undefined ? null : `From ${minimum} to ${maximum}.`,
    byDefault === undefined ? 'Must be given.' : `Default: ${scalar(byDefault)}.`,
    examples === undefined ? null : 'The value here is an example.',
  ]
  return parts.filter(part => part !== null).join(' ')
}

const comment = (node: Node, indent: string): string[] => [
  ...wrapped(node.description ?? '', indent),
  ...(node.properties === undefined ? wrapped(facts(node), indent) : []),
]

const entries = (item: Node, given: readonly unknown[], indent: string): string[] =>
  given.flatMap(entry => {
    const [first = '', ...more] = fields(item, `${indent}    `, entry as Record<string, unknown>)
    return [`${indent}  - ${first.trimStart()}`, ...more]
  })

const field = (name: string, node: Node, indent: string, given: unknown): string[] => {
  const head = comment(node, indent)
  if (node.properties !== undefined) return [...head, `${indent}${name}:`, ...fields(node, `${indent}  `, {})]
  const value = given ?? node.examples?.[0] ?? node.default
  if (node.items?.properties !== undefined && (value as unknown[]).length > 0)
    return [...head, `${indent}${name}:`, ...entries(node.items, value as unknown[], indent)]
  return [...head, `${indent}${name}: ${scalar(value)}`]
}

const fields = (node: Node, indent: string, given: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(node.properties ?? {}).flatMap(([name, child], index) => [
    ...(index === 0 ? [] : ['']),
    ...field(name, child, indent, given[name]),
  ])

const policyOpening = [
  '# A policy of Cordon. `cordon policy check FILE` checks it, `cordon policy sign` signs it, `cordon policy',
  '# install` puts it on the box. A field left out takes its default; an unknown key is a fault.',
  '',
]

const opening = [
  '# The configuration of Cordon, with every field at its default; the entries of the lists are examples.',
  '# Written from the schema by `cordon config example`; `cordon config check FILE` checks a file of your own.',
  '# A field left out takes its default. An unknown key is a fault. Keys and passwords have no field: keys are',
  '# files in keysDir.',
  '',
]

/** The whole text of the example file. */
export const exampleYaml = (): string => {
  const root = z.toJSONSchema(schema, { io: 'input' }) as Node
  return `${[...opening, ...fields(root, '', {})].join('\n')}\n`
}

/** A policy file with every field explained; `given` are the fields that differ from their defaults. */
export const policyYaml = (given: Readonly<Record<string, unknown>>): string => {
  const root = z.toJSONSchema(policySchema, { io: 'input' }) as Node
  return `${[...policyOpening, ...fields(root, '', given)].join('\n')}\n`
}
