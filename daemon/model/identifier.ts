/**
 * The identifier classes of Safe Harbor, 45 CFR 164.514(b)(2)(i)(A)–(R), plus ages over 89, which clause (C)
 * names apart. The spellings are the labels of `cordon detect` and must keep their form.
 */
export const identifierClasses = [
  'NAME', // (A)
  'LOCATION', // (B)
  'DATE', // (C)
  'AGE_90', // (C) ages over 89
  'PHONE', // (D)
  'FAX', // (E)
  'EMAIL', // (F)
  'SSN', // (G)
  'MRN', // (H)
  'HEALTH_PLAN', // (I)
  'ACCOUNT', // (J)
  'LICENSE', // (K)
  'VEHICLE', // (L)
  'DEVICE', // (M)
  'URL', // (N)
  'IP', // (O)
  'BIOMETRIC', // (P)
  'PHOTO', // (Q)
  'OTHER_ID', // (R)
] as const
export type IdentifierClass = (typeof identifierClasses)[number]

/** A span of text said to be an identifier. Offsets are UTF-16 units, half open, into the text it was found in. */
export type Finding = {
  readonly start: number
  readonly end: number
  readonly class: IdentifierClass
  /** 0…1: how sure the detector is. */
  readonly score: number
  /** The rule that found it: a name from the detectors' own closed list, never text of the document. */
  readonly rule: string
}

/** What becomes of a class of identifiers that was found as a structured field. */
export type ClassTreatment = 'mask' | 'token' | 'generalise'

/** A structured field as it leaves the box: a keyed token or a generalised value, never the value. */
export type Field = {
  readonly name:
    | 'patient-name'
    | 'birth-date'
    | 'mrn'
    | 'phone'
    | 'service-date'
    | 'health-plan-id'
    | 'account'
    | 'zip'
    | 'age'
    | 'provider-name'
  readonly class: IdentifierClass
  readonly page: number
  readonly confidence: number
  /** `t1.<epoch>.<base64url>` for a token; a safe generalised value otherwise (`1971`, `021`, `90+`). */
  readonly value: string
  readonly treatment: Exclude<ClassTreatment, 'mask'>
}
