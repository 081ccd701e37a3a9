/**
 * Checks a value against the subset of JSON Schema that docs/topics.yaml uses. A keyword that it does not know is a
 * fault of the page, so that nothing there goes unchecked.
 */
type Schema = Readonly<Record<string, unknown>>

const known = new Set([
  'type',
  'description',
  'additionalProperties',
  'required',
  'properties',
  'items',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
  'maxLength',
  'pattern',
  'format',
  'enum',
])

const typeOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

/** One line per fault; empty where the value fits. */
export const faultsOf = (schema: Schema, value: unknown, at = '$'): string[] => {
  const unknown = Object.keys(schema).filter(keyword => !known.has(keyword))
  const faults = unknown.map(keyword => `${at}: the checker does not know ${keyword}`)
  const types = [schema.type ?? typeOf(value)].flat() as string[]
  if (!types.includes(typeOf(value))) return [...faults, `${at}: ${typeOf(value)}, not ${types.join(' or ')}`]
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) faults.push(`${at}: not of the list`)
  if (typeof value === 'string') faults.push(...textFaults(schema, value, at))
  if (typeof value === 'number') faults.push(...numberFaults(schema, value, at))
  if (Array.isArray(value)) faults.push(...arrayFaults(schema, value, at))
  else if (typeof value === 'object' && value !== null)
    faults.push(...objectFaults(schema, value as Schema, at))
  return faults
}

const textFaults = ({ pattern, maxLength, format }: Schema, value: string, at: string): string[] => [
  ...(typeof pattern === 'string' && !new RegExp(pattern).test(value) ? [`${at}: not of the pattern`] : []),
  ...(typeof maxLength === 'number' && value.length > maxLength ? [`${at}: too long`] : []),
  ...(format === 'date-time' && Number.isNaN(Date.parse(value)) ? [`${at}: no date-time`] : []),
]

const numberFaults = ({ minimum, maximum }: Schema, value: number, at: string): string[] => [
  ...(typeof minimum === 'number' && value < minimum ? [`${at}: too small`] : []),
  ...(typeof maximum === 'number' && value > maximum ? [`${at}: too large`] : []),
]

const arrayFaults = ({ items, minItems, maxItems }: Schema, value: unknown[], at: string): string[] => [
  ...(typeof minItems === 'number' && value.length < minItems ? [`${at}: too few`] : []),
  ...(typeof maxItems === 'number' && value.length > maxItems ? [`${at}: too many`] : []),
  ...value.flatMap((item, index) => faultsOf((items ?? {}) as Schema, item, `${at}[${index}]`)),
]

const objectFaults = (schema: Schema, value: Schema, at: string): string[] => {
  const properties = (schema.properties ?? {}) as Record<string, Schema>
  const missing = ((schema.required ?? []) as string[]).filter(name => !(name in value))
  const surplus = Object.keys(value).filter(
    name => schema.additionalProperties === false && !(name in properties),
  )
  return [
    ...missing.map(name => `${at}: ${name} is missing`),
    ...surplus.map(name => `${at}: ${name} is unknown`),
    ...Object.entries(properties).flatMap(([name, inner]) =>
      name in value ? faultsOf(inner, value[name], `${at}.${name}`) : [],
    ),
  ]
}
