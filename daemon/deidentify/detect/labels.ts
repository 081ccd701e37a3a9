/**
 * The context labels: what a form writes before or above a value, which class it promises and what the value looks
 * like. One pattern finds them all. Pure.
 */
import type { IdentifierClass } from '../../model/identifier.ts'
import type { RuleName } from './rulenames.ts'
import type { Scan } from './scan.ts'

/** How the value after the label is read. */
export type Shape = 'id' | 'name' | 'date' | 'phone' | 'ssn' | 'place' | 'zip' | 'age' | 'file' | 'none'

export type Label = {
  readonly rule: RuleName
  readonly class: IdentifierClass
  readonly shape: Shape
  /** Everyday words: only with `#`, `no`, `id` or a colon, and a value with three digits. */
  readonly weak: boolean
}

export type LabelHit = {
  readonly label: Label
  readonly start: number
  /** The end of the label's own words, `No` and `#` among them. */
  readonly labelEnd: number
  /** Where its value begins. */
  readonly end: number
  /** A colon, `#`, `no` or `id` says that a value follows. */
  readonly marked: boolean
  /** The value begins on the next line. */
  readonly broken: boolean
}

const label = (c: IdentifierClass, rule: RuleName, shape: Shape, variants: string, weak = false) =>
  variants.split('|').map(variant => [variant.trim(), { rule, class: c, shape, weak }] as const)

/** Variants are written with single blanks; blanks match any or no gap, `*` an optional plural or possessive `s`. */
const table: readonly (readonly [string, Label])[] = [
  ...label(
    'MRN',
    'mrn-label',
    'id',
    'mrn|m.r.n.|medical record|medical rec|med rec|med record|medical records|health record|chart|patient id|pt id|patient identifier|patient identification|patient number|pt number|patient no|pt no|patient #|pt #|mr #|mr no|mr number|hospital number|hospital no|hospital id|unit number|unit no|hrn|hrn #|emr|emr id|ehr id|empi|epi|cpi|person id|client id|client number|client #|client no|resident id|medrec|patient account id|dental chart|facesheet id|record id|record number|record no|record #|epic id|enterprise id|pat id|pat no|pat #',
  ),
  ...label(
    'HEALTH_PLAN',
    'health-plan-label',
    'id',
    'member id|member number|member no|member #|member identification|subscriber id|subscriber number|subscriber no|subscriber #|policy id|policy number|policy no|policy #|group id|group number|group no|group #|grp|grp #|grp no|rxgrp|rx grp|rx group|rxbin|rx bin|rxpcn|rx pcn|rxid|rx id|pcn|insurance id|insurance number|insurance no|insurance #|insurance policy|ins id|ins #|insured id|insured* id|insured* i.d.|plan id|plan number|plan no|plan #|health plan|health plan id|health plan beneficiary|health plan number|beneficiary id|beneficiary number|beneficiary #|beneficiary|medicare id|medicare number|medicare no|medicare #|medicare beneficiary|medicaid id|medicaid number|medicaid no|medicaid #|medicaid recipient|mbi|hicn|hic|hic #|hic no|cin|card id|cardholder id|enrollee id|enrollment id|coverage id|contract number|contract no|contract #|tricare id|tricare|dod id|dod benefits|sponsor id|sponsor ssn|dependent id|hmo id|ppo id|payer id|carrier id|certificate of coverage|insurance card|health insurance claim|health card|champva id|medigap|effective policy|aetna id|cigna id|bcbs id|uhc id|humana id|kaiser id|anthem id|chip id|medi-cal id|medi-cal|plan member|secondary id|primary id',
  ),
  ...label(
    'HEALTH_PLAN',
    'health-plan-label',
    'id',
    'member|subscriber|policy|group|insurance|plan|medicare|medicaid|ins|insurer|payer|carrier|aetna|cigna|bcbs|humana|primary insurance|secondary insurance|coverage|insurance plan|health insurance',
    true,
  ),
  ...label(
    'ACCOUNT',
    'account-label',
    'id',
    'account|account id|account number|account no|account #|acct|acct #|acct no|acct number|acc #|acct id|a/c|a/c no|bank account|checking account|savings account|checking|routing|routing number|aba|aba routing|credit card|debit card|card number|card no|card #|visa|mastercard|amex|guarantor account|guarantor id|guarantor number|guarantor #|billing id|billing number|billing account|invoice|invoice number|invoice no|invoice #|statement id|statement number|statement no|statement #|har|har #|fin|fin #|fin number|csn|csn #|financial number|visit account|patient account|patient acct|pt acct|hospital account|ledger id|payment id|payment reference|check number|check no|check #|iban|fin/account|pan|hsa account|hsa|fsa account|autopay',
  ),
  ...label(
    'LICENSE',
    'license-label',
    'id',
    'license|licence|license number|license no|license #|lic|lic #|lic no|lic number|driver* license|drivers license|driver license|driver* licence|driver* lic|drivers lic|driver license number|dl|dl #|dl no|dl number|medical license|state license|rn license|nursing license|pharmacy license|professional license|cdl|npi|npi #|npi number|npi no|dea|dea #|dea no|dea number|dea reg|dea registration|upin|clia|clia #|clia number|certificate number|certificate no|certificate #|certification number|certification no|certification #|cert no|cert #|cert number|registration number|registration no|registration #|reg no|reg #|state id|state id card|cds number|cds #|cds no|board certification|permit number|permit no|permit #|ncpdp|nabp|xdea|provider id|provider number|provider no|taxonomy id|state lic',
  ),
  ...label(
    'LICENSE',
    'license-label',
    'id',
    'certificate|certification|registration|permit|credential',
    true,
  ),
  ...label(
    'VEHICLE',
    'vehicle-label',
    'id',
    'vin|vin #|vin number|vehicle id|vehicle identification|vehicle identifier|vehicle number|license plate|licence plate|plate number|plate no|plate #|tag number|tag no|tag #|registration plate|vehicle registration|vehicle plate|vehicle license|car plate|parking permit|vehicle tag',
  ),
  ...label('VEHICLE', 'vehicle-label', 'id', 'plate|plates|vehicle', true),
  ...label(
    'DEVICE',
    'device-label',
    'id',
    'serial|serial number|serial no|serial #|ser no|ser #|s/n|sn|sn #|device id|device identifier|device serial|device number|device no|device #|udi|udi-di|udi-pi|implant id|implant serial|implant number|implant #|model number|model no|model #|lot|lot number|lot no|lot #|batch number|batch no|batch #|pump serial|pump id|mac|mac address|mac id|imei|pacemaker serial|lead serial|generator serial|catalog number|catalog no|catalog #|cat no|cat #|equipment id|asset tag|asset id|product id|product number|sensor id|transmitter id|transmitter sn|transmitter serial|cgm id|monitor id|device sn|lot sn|meter serial|icd serial|valve serial|gtin|hearing aid serial|sim|iccid',
  ),
  ...label(
    'DEVICE',
    'device-label',
    'id',
    'device|implant|implants|model|pump|pacemaker|generator|cgm|lead|leads|sensor|transmitter|batch|catalog|equipment|prosthesis|icd device|defibrillator|hearing aid',
    true,
  ),
  ...label(
    'BIOMETRIC',
    'biometric-label',
    'id',
    'biometric|biometric id|biometric template|biometric reference|biometric ref|biometric hash|biometric identifier|biometrics|fingerprint|fingerprint id|fingerprint template|fingerprint template id|fingerprint-template-id|fingerprint hash|fingerprint scan|fingerprint record|fingerprint ref|fingerprint reference|fingerprints|finger print|thumbprint|thumbprint id|voiceprint|voiceprint id|voice print|voice print id|voice id|voice signature|retina|retina scan|retina scan id|retinal scan|retinal scan id|retinal id|iris|iris scan|iris scan id|iris id|iris template|iris code|palm print|palm vein|palm vein id|palm scan|palmprint|palmprint id|face id|faceprint|face template|facial recognition|facial recognition id|facial template|facial scan|facial geometry|facial id|dna profile|dna profile id|dna id|dna sample|dna sample id|genetic profile|genetic id|genomic id|hand geometry|handprint|gait signature|gait id|signature id|ear print|footprint|footprint id|footprint record|hand scan',
  ),
  ...label(
    'PHOTO',
    'photo-label',
    'file',
    'photo|photo id|photo file|photo ref|photo reference|photo on file|photos|photograph|photograph id|photographs|photo #|photo number|photo no|image id|image file|image ref|image #|image no|img|picture|picture id|headshot|portrait|portrait id|full-face photo|full face photo|full-face photograph|full-face image|full face image|face photo|facial photo|facial photograph|facial image|selfie|visit photos|wound photo|id photo|patient photo|patient image|mugshot|badge photo',
  ),
  ...label(
    'OTHER_ID',
    'id-label',
    'id',
    'accession|accession number|accession no|accession #|acc no|acc number|accn|order id|order number|order no|order #|claim|claim id|claim number|claim no|claim #|clm|icn|dcn|tcn|encounter|encounter id|encounter number|encounter no|encounter #|enc|enc #|enc id|visit id|visit number|visit no|visit #|case id|case number|case no|case #|specimen id|specimen number|specimen no|specimen #|sample id|sample number|sample no|sample #|requisition|requisition id|requisition number|requisition no|requisition #|req #|req no|req id|authorization number|authorization no|authorization #|authorization id|auth|auth #|auth no|auth number|auth id|auth code|prior auth|prior auth #|prior auth number|prior authorization|prior authorization number|prior authorization #|pa #|pa number|pa no|precert|precert #|precertification|referral id|referral number|referral no|referral #|confirmation|confirmation number|confirmation no|confirmation #|conf #|conf no|tracking|tracking number|tracking no|tracking #|tracking id|reference number|reference no|reference #|reference id|ref #|ref no|ref number|ref id|our ref|your ref|ticket|ticket number|ticket #|ticket no|study id|study number|study no|study #|subject id|subject number|subject no|subject #|participant id|participant number|enrollment number|randomization number|screening number|passport|passport number|passport no|passport #|visa number|student id|student number|student no|student #|employee id|employee number|employee no|employee #|emp id|emp #|badge|badge id|badge number|badge no|badge #|rx #|rx number|rx no|prescription number|prescription no|prescription #|prescription id|script #|user id|userid|user name|username|login|login id|document id|document number|document no|document #|doc id|doc #|doc no|fax id|job id|job #|job no|job number|transaction id|transaction number|transaction no|transaction #|trans id|trace number|receipt number|receipt no|receipt #|barcode|bar code|uid|uuid|guid|ein|tin|fein|tax id|taxpayer id|itin|identification number|identification no|identification #|id number|id no|id #|id|i.d.|file number|file no|file #|file id|control number|control no|control #|registry id|registry number|trial id|report number|report no|report #|report id|exam number|exam no|exam #|exam id|series id|series uid|study uid|instance uid|study instance uid|wristband|wristband id|band id|band #|band number|armband|donor id|donor number|donor no|unit id|blood unit|inmate number|inmate id|inmate #|booking number|military id|service number|alien number|alien registration|green card|national id|nhs number|nhs no|pin|pin code|passcode|password|access code|keypad code|door code|mpi|case file|docket|docket number|docket no|incident number|incident #|incident no|run number|run #|ems run|pcr number|message id|portal id|session id|request id|request number|request #|call id|interaction id|cassette id|slide number|slide no|block id|container id|locker|locker #|form number|form no|form #|form id|immunization registry id|iis id|family id|household id|caller id|certificate id|death certificate number|birth certificate|birth certificate number|birth certificate no|chain of custody|custody id|kit id|kit number|kit #|pathology number|pathology no|path #|surgical number|surg path|radiology number|film number|dispatch number|loan number|lease number|locator|mail id|return id|work order|workers comp claim|wc claim|wcb|adjuster id|police report|police report number',
  ),
  ...label(
    'OTHER_ID',
    'id-label',
    'id',
    'case|order|study|visit|sample|specimen|file|report|exam|referral|document|user|subject|participant|reference|ref|authorization|precertification no|student|employee|prescription|rx|control|serial code|registry|protocol|ems',
    true,
  ),
  ...label(
    'SSN',
    'ssn-label',
    'ssn',
    'ssn|ssn #|ssn no|ss #|ss no|ss number|s.s.n.|s.s. #|social security|social security number|social security no|social security #|soc sec|soc sec no|soc sec #|social|social #|patient ssn|subscriber ssn|insured* ssn|guarantor ssn|soc. sec. no.',
  ),
  ...label(
    'DATE',
    'date-birth',
    'date',
    'dob|d.o.b.|d o b|date of birth|dateofbirth|birth date|birthdate|birthday|born on|born|bday|b-day|fecha de nacimiento|date born|dob/sex|dob/age|year of birth|yob',
  ),
  ...label(
    'DATE',
    'date-service',
    'date',
    'date of service|dates of service|dos|service date|date of visit|visit date|admit date|admission date|date of admission|date admitted|admitted|discharge date|date of discharge|date discharged|discharged|encounter date|date of exam|exam date|date of procedure|procedure date|date of surgery|surgery date|study date|date of study|date of operation|date of consultation|consult date|appointment date|appointment|date seen|collected|collection date|date collected|received|date received|reported|date reported|report date|date of report|admit|discharge|admission|surgery',
  ),
  ...label(
    'DATE',
    'date-label',
    'date',
    'date|dated|date of injury|doi|date of accident|date of onset|onset date|date of death|dod|expiration date|expiration|expires|exp date|exp|effective date|effective|eff date|issue date|issued|iss|date issued|date signed|signed on|date of signature|fill date|date filled|date written|due date|edd|edc|lmp|last menstrual period|date ordered|order date|ordered|transcribed|dictated|printed|print date|date printed|date given|date administered|administered|vis date|due|d|t|dd|dt|dv|next appointment|next visit|follow-up|follow up|last visit|last seen|start date|end date|stop date|last dose|statement date|hire date|date of hire|anniversary|wedding date',
  ),
  ...label(
    'PHONE',
    'phone-label',
    'phone',
    'phone|phone number|phone no|phone #|ph|ph #|tel|tel no|telephone|telephone number|telephone no|cell|cell phone|cellphone|mobile|mobile phone|home phone|work phone|day phone|daytime phone|evening phone|office phone|contact number|contact phone|contact no|call back|callback|callback number|pager|pager #|beeper|emergency phone|primary phone|alternate phone|alt phone|alt|whatsapp|text|toll free|voicemail|contact tel|office|h|c|w|p|t|m|home|work',
  ),
  ...label('FAX', 'fax-label', 'phone', 'fax|fax number|fax no|fax #|facsimile|fx|telefax|f|fax to|fax from'),
  ...label('LOCATION', 'zip-label', 'zip', 'zip|zip code|zipcode|postal code|postcode'),
  ...label(
    'LOCATION',
    'address-label',
    'place',
    'address|addr|home address|mailing address|street address|street|patient address|residence|current address|permanent address|billing address|work address|employer address|city|town|county|city/state|city, state|city, state, zip|city/state/zip|city state zip|place of birth|birthplace|birth place|place of residence|parish|neighborhood|hometown|address line 1|address line 2|address 1|address 2|domicilio|pickup address|service address|ship to|deliver to|p.o. box|pob|nationality city|scene address|scene|address per id|address verified|discharge to|discharged to|transferred to|transferred from|born in|lives at|resides at|residing at',
  ),
  ...label(
    'LOCATION',
    'facility-label',
    'place',
    'facility|facility name|hospital|hospital name|clinic|clinic name|practice|practice name|agency|agency name|institution|pharmacy|pharmacy name|preferred pharmacy|performing lab|performing laboratory|laboratory|lab name|organization|school|school name|site name|service location|facility address|referring facility|receiving facility|receiving hospital|sending facility|place of service|nursing home|dialysis center|hospice|company|company name|performed at|location|office location|campus|transfer to|transferring facility|birth hospital|admitting facility|ordering facility|sender|store',
  ),
  ...label(
    'LOCATION',
    'employer',
    'place',
    'employer|employer name|name of employer|place of employment|employed by|employed at|workplace|occupation/employer|employer/school|school/employer|patient* employer',
  ),
  ...label(
    'AGE_90',
    'age-90-label',
    'age',
    'age|age/sex|patient age|pt age|current age|age (years)|age yrs|age at visit',
  ),
  ...label(
    'NAME',
    'name-label-patient',
    'name',
    'patient name|patient* name|name of patient|pt name|pt* name|name|full name|legal name|print name|printed name|name (print)|name (last, first)|last name|first name|middle name|surname|given name|family name|last|first|middle|maiden name|preferred name|client name|resident name|member name|subscriber name|insured name|insured* name|child* name|baby name|nombre|nombre del paciente|patient/client|patient last name|patient first name|name of insured|name of member|donor name|student name|employee name|cardholder name|policy holder name|policyholder name|patient initials|name of child|name on card|name of subscriber|name of client|name on account',
  ),
  ...label(
    'NAME',
    'name-label-patient',
    'name',
    'patient|pt|client|resident|member|subscriber|insured|re|regarding|child|student|employee|participant|beneficiary|decedent|deceased|donor|newborn|infant|policyholder|cardholder|policy holder|recipient|claimant|injured worker|applicant|inmate|driver',
    true,
  ),
  ...label(
    'NAME',
    'name-label-provider',
    'name',
    "attending|attending physician|attending provider|attending md|attending surgeon|physician|physician name|physician* name|provider|provider name|rendering provider|billing provider|treating provider|treating physician|primary care provider|primary care physician|primary care|primary provider|pcp|pcp name|family physician|family doctor|referring physician|referring provider|referring doctor|referring md|referring|referred by|referred to|refer to|ordering physician|ordering provider|ordering md|ordered by|ordering|requesting physician|requesting provider|requested by|consulting physician|consultant|consultants|consulting|admitting physician|admitting|discharging physician|surgeon|surgeons|assistant|assistant surgeon|first assistant|co-surgeon|anesthesiologist|anesthesia by|anesthetist|crna|radiologist|interpreting physician|read by|interpreted by|pathologist|dictated by|dictating|dictating physician|transcribed by|transcriptionist|typed by|signed by|electronically signed by|e-signed by|esigned by|digitally signed by|signed electronically by|authenticated by|verified by|approved by|reviewed by|cosigned by|co-signed by|attested by|prepared by|performed by|administered by|collected by|drawn by|entered by|documented by|completed by|author|authored by|seen by|evaluated by|examined by|prescriber|prescriber name|prescribed by|prescribing physician|pharmacist|nurse|rn|charge nurse|triage nurse|primary nurse|therapist|technologist|tech|technician|sonographer|phlebotomist|medical assistant|ma|scribe|scribed by|case manager|social worker|care manager|care coordinator|coordinator|discharge planner|dietitian|counselor|supervising physician|supervisor|medical director|laboratory director|lab director|director|department head|principal investigator|investigator|ed physician|er physician|emergency physician|hospitalist|resident physician|intern|fellow|cardiologist|oncologist|neurologist|psychiatrist|psychologist|dentist|orthopedist|nephrologist|endocrinologist|pulmonologist|gastroenterologist|urologist|dermatologist|ophthalmologist|rheumatologist|obstetrician|pediatrician|podiatrist|optometrist|midwife|specialist|vaccinator|given by|called to|called by|notified|reported to|read back by|report called to|cc|c.c.|copy to|copies to|cc'd to|doctor|dr|md|clinician|practitioner|nurse practitioner|physician assistant|interpreter|interpreter name|chaplain|paramedic|emt|caller|provider signature|physician signature|signature of physician|signature of provider|verbal order from|per",
  ),
  ...label(
    'NAME',
    'name-label-provider',
    'name',
    'primary|secondary|rep|sales rep|device rep|courier|copies',
    true,
  ),
  ...label(
    'NAME',
    'name-label',
    'name',
    'guarantor|guarantor name|responsible party|responsible person|emergency contact|emergency contact name|contact|contact name|contact person|next of kin|nok|spouse|spouse name|spouse* name|husband|wife|mother|mother* name|mother* maiden name|father|father* name|parent|parents|parent/guardian|parent name|parent or guardian|guardian|guardian name|legal guardian|son|daughter|brother|sister|grandmother|grandfather|grandparent|aunt|uncle|cousin|partner|domestic partner|significant other|friend|neighbor|caregiver|family contact|family|relative|informant|historian|health care proxy|healthcare proxy|health care agent|healthcare power of attorney|power of attorney|poa|hcpoa|surrogate|surrogate decision maker|decision maker|witness|witness name|witnessed by|signature|patient signature|signature of patient|signature on file|sign|signed|attn|attention|to|from|sender name|recipient name|fax to name|dear|aka|a.k.a.|also known as|alias|aliases|nickname|goes by|named|is named|name is|known as|attorney|lawyer|adjuster|claims adjuster|accompanied by|brought by|brought in by|picked up by|released to|discussed with|received by|submitted by|account holder|account owner|payee|pay to|bill to|sold to|ship to name|landlord|teacher|principal|coach|roommate|sibling|siblings|twin|child name|children|grandchild|stepfather|stepmother|mom|dad|supervisor name|employer contact|secondary contact|primary contact|alternate contact|support person|designated representative|representative|authorized representative|authorized person|agent|subscriber/guarantor|interviewer|technologist name|officer|arresting officer|notary|notary public',
  ),
]

const key = (words: string): string => words.toLowerCase().replace(/[^a-z#/]/g, '')

/** A label may promise several things: `Subscriber` a name or a number. */
const byKey: ReadonlyMap<string, readonly Label[]> = table.reduce((map, [variant, value]) => {
  for (const words of new Set([key(variant.replace('*', '')), key(variant.replace('*', 's'))])) {
    const before = map.get(words) ?? []
    if (!before.some(other => other.class === value.class)) map.set(words, [...before, value])
  }
  return map
}, new Map<string, readonly Label[]>())

const source = (variant: string): string =>
  variant
    .replace(/[.()/+]/g, '\\$&')
    .replace(/'/g, "['’]?")
    .replace(/\*/g, "(?:['’]?s)?")
    .replace(/ (?!#)/g, '[ \\t._-]{0,2}')
    .replace(/ #/g, '[ \\t]{0,2}#')

const variants = [...new Set(table.map(([variant]) => variant))].sort((one, two) => two.length - one.length)
const suffix =
  '(?<suffix>[ \\t]{0,2}(?:#|№|\\((?:s|es|last,? first|last 4|print|if any|if known)\\)|(?:numbers?|num|nbr|no|nos|id|i\\.d\\.|ids|identifier|identification|code|hash|ref|reference)(?![A-Za-z])\\.?)){0,3}'
const aside = '(?:[ \\t]{0,2}\\([^()\\n]{1,30}\\)(?=[ \\t]{0,2}[:#=]))?'
const separator =
  '(?<separator>[ \\t.]{0,3}[:#=]{1,2}[ \\t]{0,12}(?:\\n[ \\t]{0,8})?|[ \\t]{1,3}[-–—]{1,2}[ \\t]{1,3}|[ \\t]{1,12}(?:is|was|of|are)[ \\t]{1,3}|[ \\t]{1,12}|[ \\t]{0,3}\\n[ \\t]{0,8}|(?=["“(]))'
const pattern = new RegExp(
  `(?<![A-Za-z0-9])(?<words>${variants.map(source).join('|')})(?![A-Za-z])${suffix}${aside}${separator}`,
  'gi',
)

/** Every label of the text, in order. */
export const labelHits = (scan: Scan): readonly LabelHit[] => {
  const hits: LabelHit[] = []
  for (const match of scan.letters.matchAll(pattern)) {
    const { words = '', suffix: said = '', separator: sign = '' } = match.groups ?? {}
    // `mg/dL` holds no driver licence: two letters are a label in capitals or before a colon.
    if (/^(?:dl|sn|lp)$/i.test(words) && words !== words.toUpperCase() && !/[:#=]/.test(sign)) continue
    for (const label of byKey.get(key(words)) ?? [])
      hits.push({
        label,
        start: match.index,
        labelEnd: match.index + words.length + said.length,
        end: match.index + match[0].length,
        marked: /[:#=]/.test(sign) || said !== '' || /(?:#|number|no|id|code)$/i.test(words),
        broken: sign.includes('\n'),
      })
  }
  return hits
}
