/** The closed list of rules. A `Finding` names one of these and never quotes what it found. */
export const ruleNames = [
  'ssn', 'ssn-last-four', 'ssn-label',
  'mrn-label',
  'phone', 'phone-label', 'phone-extension', 'phone-short', 'fax', 'fax-label', 'fax-header',
  'email', 'url', 'file-name', 'ip', 'mac',
  'date', 'date-birth', 'date-service', 'date-partial', 'date-month', 'date-holiday', 'date-label',
  'age-90', 'age-90-words', 'age-90-label',
  'address', 'address-label', 'po-box', 'zip', 'zip-label', 'city-state', 'city', 'county', 'facility', 'facility-label', 'employer',
  'card', 'card-last-four', 'iban', 'routing', 'account-label',
  'mbi', 'health-plan-label',
  'npi', 'dea', 'license-label',
  'vin', 'vehicle-label', 'plate',
  'udi', 'device-label',
  'biometric-label', 'photo-label', 'photo-file',
  'id-label', 'id-shape', 'user-name',
  'name-label-patient', 'name-label-provider', 'name-label', 'name-title', 'name-title-provider', 'name-credential', 'name-relative',
  'name-signature', 'name-typist', 'name-alias', 'name-dictionary', 'name-comma', 'name-initials', 'name-single',
  'name-unknown', 'name-joined', 'name-lower',
  'repeat', 'repeat-fuzzy',
] as const
export type RuleName = (typeof ruleNames)[number]
