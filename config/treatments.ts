/**
 * What may become of each identifier class, with its default. Pure.
 * On the page every identifier is masked; a treatment says what leaves beside the page as a structured field.
 */
import { z } from 'zod'
import { field, group } from './fields.ts'

/** What may become of a class when it was found as a structured field: only what makes sense for the class. */
const maskOrToken = z.enum(['mask', 'token'])
const anyTreatment = z.enum(['mask', 'token', 'generalise'])
const maskOrGeneralise = z.enum(['mask', 'generalise'])
const maskOnly = z.enum(['mask'])

export const treatments = group(
  {
    NAME: field(
      maskOrToken,
      'token',
      'Names (A). The token lets the gateway link the documents of one patient.',
    ),
    LOCATION: field(
      maskOrGeneralise,
      'generalise',
      'Places (B): a ZIP code to its first three digits, or 000 where fewer than 20,000 people live.',
    ),
    DATE: field(anyTreatment, 'generalise', 'Dates (C): to the year.'),
    AGE_90: field(maskOrGeneralise, 'generalise', 'Ages over 89 (C): to 90+.'),
    PHONE: field(maskOrToken, 'token', 'Telephone numbers (D).'),
    FAX: field(maskOrToken, 'token', 'Fax numbers (E).'),
    EMAIL: field(maskOrToken, 'token', 'E-mail addresses (F).'),
    SSN: field(
      maskOrToken,
      'mask',
      'Social security numbers (G): masked, since nobody downstream needs them.',
    ),
    MRN: field(
      maskOrToken,
      'token',
      'Medical record numbers (H): the token links the documents of one patient.',
    ),
    HEALTH_PLAN: field(maskOrToken, 'token', 'Health plan beneficiary numbers (I).'),
    ACCOUNT: field(maskOrToken, 'token', 'Account numbers (J).'),
    LICENSE: field(maskOrToken, 'mask', 'Certificate and licence numbers (K).'),
    VEHICLE: field(maskOrToken, 'mask', 'Vehicle identifiers and plates (L).'),
    DEVICE: field(maskOrToken, 'mask', 'Device identifiers and serial numbers (M).'),
    URL: field(maskOrToken, 'mask', 'Web addresses (N).'),
    IP: field(maskOrToken, 'mask', 'IP addresses (O).'),
    BIOMETRIC: field(maskOnly, 'mask', 'Biometric identifiers (P).'),
    PHOTO: field(maskOnly, 'mask', 'Full-face photographs (Q).'),
    OTHER_ID: field(maskOrToken, 'mask', 'Any other identifying number or code (R).'),
  },
  'What becomes of each Safe Harbor class, 45 CFR 164.514(b)(2)(i), where it is found as a structured field: mask (nothing leaves), token (a keyed pseudonym leaves) or generalise (a coarser value leaves). On the page itself every identifier is masked, whatever stands here.',
)
