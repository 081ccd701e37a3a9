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

/** What may become of a class of identifiers that was found as a structured field. On the page it is masked whatever this says. */
export const classTreatments = [
  'mask', // nothing leaves
  'token', // a keyed pseudonym: equal for equal values, and nothing else can be told from it
  'ff1', // the same format, encrypted (NIST SP 800-38G, FF1)
  'shift', // a date moved by a number of days that is one patient's own
  'generalise', // a coarser value
  'surrogate', // a realistic value of nobody
] as const
export type ClassTreatment = (typeof classTreatments)[number]

/** A structured field as it leaves the box: what became of the value, never the value. */
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
  /**
   * By treatment: `t1.<epoch>.<base64url>` for a token; `1971`, `021`, `90+` for generalise; an ISO 8601 date for shift;
   * digits, capitals and separators for ff1; plain ASCII for surrogate.
   */
  readonly value: string
  readonly treatment: Exclude<ClassTreatment, 'mask'>
}
