/** Extensions of FHIR R4 (https://hl7.org/fhir/R4/extensibility.html) as the contract uses them: their shape, and how one is read. */
import { z } from 'zod'
import { GatewayFault } from './fault.ts'

export const coding = z.object({ system: z.string(), code: z.string() })
const extension = z.object({
  url: z.string(),
  valueCode: z.string().optional(),
  valueString: z.string().optional(),
  valuePositiveInt: z.int().positive().optional(),
  valueDecimal: z.number().optional(),
  valueDate: z.iso.date().optional(),
  valueCoding: coding.optional(),
})
export const extensions = z.array(extension.extend({ extension: z.array(extension).optional() }))

/** With those that hold further ones. */
export type NestedExtensions = Readonly<z.output<typeof extensions>>
export type Extensions = readonly z.output<typeof extension>[]

/** @throws GatewayFault `bad-bundle` where there is none. */
export const textOf = (list: Extensions, url: string): string => {
  const found = list.find(one => one.url === url)
  const text = found?.valueCode ?? found?.valueString ?? found?.valueDate
  if (text === undefined) throw new GatewayFault('bad-bundle')
  return text
}

export const numberOf = (list: Extensions, url: string): number | null => {
  const found = list.find(one => one.url === url)
  return found?.valuePositiveInt ?? found?.valueDecimal ?? null
}
