/**
 * The building blocks of the schema: a field is a zod type with what it is for, its unit and its default.
 * Pure: reads nothing, writes nothing. There is deliberately no block that could hold a key or a password.
 */
import { z } from 'zod'

type Notes = { readonly unit?: string; readonly examples?: readonly unknown[] }

/** A field that must be given: `why` is the sentence of the example file. */
export const required = <S extends z.ZodType>(type: S, why: string, notes: Notes = {}) =>
  type.meta({ description: why, ...notes })

/** A field with a default: `why` says what it is for and why the default is what it is. */
export const field = <S extends z.ZodType>(
  type: S,
  byDefault: z.util.NoUndefined<z.output<S>>,
  why: string,
  notes: Notes = {},
) => type.default(byDefault).meta({ description: why, ...notes })

/** A group of fields: unknown keys are faults, and a group left out takes its fields' defaults. */
export const group = <S extends z.core.$ZodLooseShape>(shape: S, why: string) => {
  const type = z.strictObject(shape)
  return type.prefault({} as z.input<typeof type>).meta({ description: why })
}

/** 1 to 40 lower-case letters, digits and inner hyphens: safe as a topic level, a log field and a file name. */
export const slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'expected 1 to 40 of a-z, 0-9 and inner hyphens')

const isPlainAbsolute = (path: string): boolean =>
  path.length > 1 &&
  path.length <= 1024 &&
  /^(?:\/[^/\p{Cc}]+)+$/u.test(path) &&
  !path.split('/').some(name => name === '.' || name === '..')

/** An absolute path in its plain form: no `.`, `..`, double or trailing slash, no control character. */
export const absolutePath = z
  .string()
  .refine(isPlainAbsolute, 'expected an absolute path without "." or "..", double or trailing slashes')

/** A DNS name or an IP address; no scheme, no port, no credentials. */
export const host = z
  .string()
  .max(253)
  .regex(
    /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.|$))+$|^[0-9A-Fa-f:]*:[0-9A-Fa-f:.]+$/,
    'expected a host name or an IP address alone, without scheme or port',
  )

export const wholeNumber = (min: number, max: number) => z.int().min(min).max(max)

/** 0…1. */
export const share = z.number().min(0).max(1)

export const bytesPerMiB = 1024 * 1024
const minuteMs = 60_000
export const minutesMs = (minutes: number): number => minutes * minuteMs
