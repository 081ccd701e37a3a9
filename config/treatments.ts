/**
 * What may become of each identifier class, with its default. Pure.
 * On the page every identifier is masked; a treatment says what leaves beside the page as a structured field.
 */
import { z } from 'zod'
import type { ClassTreatment, IdentifierClass } from '../daemon/model/identifier.ts'
import { field, group } from './fields.ts'

/** Only what makes sense for the class: a name has no coarser form, a date no surrogate that would still be a date. */
const name = z.enum(['mask', 'token', 'surrogate'])
const place = z.enum(['mask', 'generalise', 'surrogate'])
const date = z.enum(['mask', 'token', 'generalise', 'shift'])
const age = z.enum(['mask', 'generalise'])
const number = z.enum(['mask', 'token', 'ff1', 'surrogate'])
const address = z.enum(['mask', 'token', 'surrogate'])
const picture = z.enum(['mask'])

const choices = {
  NAME: name,
  LOCATION: place,
  DATE: date,
  AGE_90: age,
  PHONE: number,
  FAX: number,
  EMAIL: address,
  SSN: number,
  MRN: number,
  HEALTH_PLAN: number,
  ACCOUNT: number,
  LICENSE: number,
  VEHICLE: number,
  DEVICE: number,
  URL: address,
  IP: address,
  BIOMETRIC: picture,
  PHOTO: picture,
  OTHER_ID: number,
} as const satisfies Record<IdentifierClass, z.ZodEnum>

export const treatments = group(
  {
    NAME: field(
      choices.NAME,
      'token',
      'Names (A). The token lets the gateway link the documents of one patient.',
    ),
    LOCATION: field(
      choices.LOCATION,
      'generalise',
      'Places (B): a ZIP code to its first three digits, or 000 where fewer than 20,000 people live.',
    ),
    DATE: field(
      choices.DATE,
      'generalise',
      'Dates (C): to the year. shift moves all dates of one patient by the same days, which Safe Harbor does not cover.',
    ),
    AGE_90: field(choices.AGE_90, 'generalise', 'Ages over 89 (C): to 90+.'),
    PHONE: field(choices.PHONE, 'token', 'Telephone numbers (D).'),
    FAX: field(choices.FAX, 'token', 'Fax numbers (E).'),
    EMAIL: field(choices.EMAIL, 'token', 'E-mail addresses (F).'),
    SSN: field(
      choices.SSN,
      'mask',
      'Social security numbers (G): masked, since nobody downstream needs them.',
    ),
    MRN: field(
      choices.MRN,
      'token',
      'Medical record numbers (H): the token links the documents of one patient.',
    ),
    HEALTH_PLAN: field(choices.HEALTH_PLAN, 'token', 'Health plan beneficiary numbers (I).'),
    ACCOUNT: field(choices.ACCOUNT, 'token', 'Account numbers (J).'),
    LICENSE: field(choices.LICENSE, 'mask', 'Certificate and licence numbers (K).'),
    VEHICLE: field(choices.VEHICLE, 'mask', 'Vehicle identifiers and plates (L).'),
    DEVICE: field(choices.DEVICE, 'mask', 'Device identifiers and serial numbers (M).'),
    URL: field(choices.URL, 'mask', 'Web addresses (N).'),
    IP: field(choices.IP, 'mask', 'IP addresses (O).'),
    BIOMETRIC: field(choices.BIOMETRIC, 'mask', 'Biometric identifiers (P).'),
    PHOTO: field(choices.PHOTO, 'mask', 'Full-face photographs (Q).'),
    OTHER_ID: field(choices.OTHER_ID, 'mask', 'Any other identifying number or code (R).'),
  },
  "What becomes of each Safe Harbor class, 45 CFR 164.514(b)(2)(i), where it is found as a structured field: mask (nothing leaves), token (a keyed pseudonym), generalise (a coarser value), ff1 (the number encrypted in its own format; a token where it has fewer than 10^6 values), shift (a date moved by days of the patient's own), surrogate (a realistic value of nobody). On the page itself every identifier is masked, whatever stands here.",
)

/** Some classes, without defaults: what an override says. */
export const someTreatments = z.strictObject(choices).partial()

/** In the order of what they let be known: nothing, what nobody can undo, what a key can. */
export const treatmentRank: Readonly<Record<ClassTreatment, number>> = {
  mask: 0,
  token: 1,
  generalise: 1,
  surrogate: 1,
  ff1: 2,
  shift: 2,
}
