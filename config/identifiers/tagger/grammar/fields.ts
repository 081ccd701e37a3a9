/** Labels of forms with the values that they ask for. */
const list = (text: string): readonly string[] => text.split('|')

/** Labels that ask for a person. */
export const personLabels = list(
  "Patient Name|Patient|Patient's Name|Name|Full Name|Legal Name|Pt Name|Pt|Name of Patient|Member Name|Member|Subscriber|Subscriber Name|Insured|Insured's Name|Policy Holder|Policyholder|Guarantor|Responsible Party|Parent/Guardian|Parent or Guardian|Guardian|Mother|Mother's Name|Father|Spouse|Spouse Name|Next of Kin|Emergency Contact|Contact|Contact Name|Relative|Physician|Physician Name|Attending|Attending Physician|Referring Physician|Referring Provider|Ordering Provider|Ordering Physician|Provider|Provider Name|Rendering Provider|Billing Provider|Prescriber|Prescribed by|PCP|Primary Care Provider|Primary Care Physician|Family Doctor|Surgeon|Assistant|Anesthesiologist|Radiologist|Pathologist|Technologist|Nurse|RN|Therapist|Dentist|Pharmacist|Counselor|Case Manager|Social Worker|Care Manager|Witness|Witnessed by|Signed|Signature|Signed by|Print Name|Printed Name|Patient Signature|Provider Signature|Physician Signature|Authorized by|Approved by|Reviewed by|Verified by|Collected by|Performed by|Administered by|Given by|Drawn by|Received by|Requested by|Completed by|Prepared by|Dictated by|Transcribed by|Read by|Interpreted by|Entered by|Reported by|Caller|Called by|Taken by|From|To|Attn|Attention|cc|Re|RE|Client|Client Name|Resident|Resident Name|Student|Student Name|Employee|Employee Name|Child|Child's Name|Driver|Applicant|Claimant|Beneficiary|Participant|Donor|Maiden Name|Alias|AKA|Other Names|Preferred Name|Caregiver|Interpreter|Escort|Representative|Agent|Health Care Agent|Power of Attorney|Consultant|Supervisor|Staff|Initiated by|Sender|Recipient|Prepared for|Account Holder|Cardholder|Nombre|Doctor|Dr|MD|Teacher|Coach|Employer Contact",
)
const firstLabels = list('First Name|First|Given Name|Preferred Name|Nickname|Goes By|Fore Name')
const lastLabels = list("Last Name|Last|Surname|Family Name|Patient's Last Name|Maiden Name")
const placeLabels: readonly (readonly [string, string])[] = [
  [
    'Address|Home Address|Street Address|Street|Mailing Address|Patient Address|Residence|Address Line 1|Address 1|Billing Address|Ship To|Work Address|Physical Address|Location Address',
    '[{address}|{street}|{street}]',
  ],
  ['City|Town|City/Town|Place of Birth|Birthplace|Born in|Home Town', '[{city}|{city}|{citystate}]'],
  [
    'City/State|City, State|City, State, Zip|City/State/ZIP|City State Zip',
    '[{citystate}|{citystate} {zip}]',
  ],
  ['County|County of Residence|Parish', '[{county}|{city}]'],
  ['Zip|ZIP|Zip Code|ZIP Code|Postal Code', '{zip}'],
  [
    'Facility|Facility Name|Hospital|Clinic|Practice|Practice Name|Organization|Location|Service Location|Site|Pharmacy|Preferred Pharmacy|Lab|Laboratory|Performing Lab|Referring Facility|Sending Facility|Transfer From|Transferred From|Discharged To|Admitted From|Admit To|Agency|Nursing Home|Provider Organization|Company|From|To|Office|Health System|Imaging Center|Vendor|Supplier|Ordering Facility|Birth Hospital',
    '{hosp}',
  ],
  [
    'Employer|Employer Name|Place of Employment|School|School Name|Work|Place of Work|Company Name|Occupation/Employer|Church|Daycare|Group Name|Workplace|Business',
    '{emp}',
  ],
]
const codeLabels: readonly (readonly [string, string])[] = [
  [
    'MRN|MR #|MR#|Med Rec #|Medical Record Number|Medical Record #|Chart #|Chart Number|Chart No.|Patient ID|Patient #|Pt ID|ID|ID #|Hospital No|Unit No|Record #|PID',
    '{mrn}',
  ],
  ['SSN|Social Security Number|Social Security #|SS#|Soc Sec No|Last 4 SSN|Tax ID', '{ssn}'],
  [
    'Account|Account #|Acct|Acct #|Acct No.|Account Number|Guarantor Account|Invoice #|Bill No.|Claim #|Claim Number|Case #|Case No.|Authorization #|Auth #|Reference #|Ref No|Confirmation #|Order #|Order No.|Requisition #|Accession #|Accession|Accession Number|Specimen #|Specimen ID|Visit #|Encounter #|CSN|HAR|FIN|Rx #|Rx Number|Prescription #|Policy #|Policy Number|Member ID|Member #|Subscriber ID|Group #|Group Number|Plan ID|Medicaid ID|Medicare #|Medicare ID|HICN|MBI|Certificate #|RxBIN|RxPCN|License #|License No.|Lic #|DL #|Driver License|DEA|DEA #|NPI|NPI #|UPIN|CLIA|NABP|Serial #|Serial No.|Serial Number|S/N|Device ID|UDI|Lot #|Model/Serial|VIN|Plate|License Plate|Passport #|Badge #|Employee ID|Student ID|Job #|Tracking #|Study ID|Document ID|Barcode|Tag #|Donor #|Unit #',
    '{code}',
  ],
  [
    'Phone|Phone #|Phone Number|Tel|Telephone|Home Phone|Home|Cell|Cell Phone|Mobile|Work Phone|Work|Daytime Phone|Office|Office Phone|Ph|Ph.|Pager|Contact #|Contact Number|Emergency Phone|Call Back #|Fax|Fax #|Fax Number|FAX|F|T|P|Ext',
    '{phone}',
  ],
  ['Email|E-mail|Email Address|e-mail', '{email}'],
  ['Website|Portal|Web|URL', '{url}'],
  ['Card #|Credit Card|Card Number|Visa', '{card}'],
  ['IP|IP Address', '{ip}'],
]
const dateLabels =
  'DOB|D.O.B.|Date of Birth|Birth Date|Birthdate|DOB (mm/dd/yyyy)|Born|Date|Date of Service|DOS|Service Date|Visit Date|Admit Date|Admission Date|Date of Admission|Admitted|Discharge Date|Date of Discharge|Discharged|Date of Surgery|Procedure Date|Exam Date|Collected|Date Collected|Collection Date|Received|Reported|Date Reported|Order Date|Date Ordered|Signed Date|Date Signed|Date/Time|Effective Date|Expiration Date|Exp|Expires|Onset Date|Date of Injury|DOI|LMP|EDD|Due Date|Last Seen|Last Visit|Next Visit|Next Appt|Appointment|Fill Date|Date Filled|Date Written|Print Date|Printed|D|T|DD|DT|Date of Death|Start Date|End Date|Statement Date|Date Given|Date Administered|Injury Date|Hire Date|Accident Date|Issued'
const plainLabels: readonly (readonly [string, string])[] = [
  ['Age|Age/Sex|Age at Visit', '[{age}|{age} y|{age}Y|{age} F|{age} / M]'],
  ['Sex|Gender|Sex at Birth|M/F', '[M|F|Male|Female|Unknown|X]'],
  [
    'Marital Status|Status',
    '[Married|Single|Divorced|Widowed|S|M|Active|Inactive|Final|Preliminary|Corrected]',
  ],
  ['Race|Ethnicity|Race/Ethnicity', '{race}'],
  ['Language|Preferred Language|Interpreter Needed', '[{lang}|No|Yes|Yes, {lang}]'],
  [
    'Relationship|Relation|Relationship to Patient|Relation to Insured',
    '[{Rel}|Self|Spouse|Parent|Child|Other]',
  ],
  [
    'Insurance|Primary Insurance|Payer|Plan|Carrier|Health Plan|Plan Name|Secondary Insurance|Financial Class',
    '{payer}',
  ],
  ['Occupation|Job Title|Title|Position', '[{job}|{Role}|Retired|Student|Disabled|N/A]'],
  [
    'Diagnosis|Dx|Admitting Diagnosis|Primary Dx|Indication|Reason for Visit|Reason|Chief Complaint|CC|Preop Dx|Clinical Info|Problem|Condition|Reason for Referral|Complaint',
    '[{Dx}|{dx}|{eponym}|{sym}|{icd} {Dx}|{icd}]',
  ],
  [
    'Medication|Drug|Rx|Med|Medication Name|Drug Requested|Current Meds',
    '[{drug} {dose}|{drug}|{drug} {dose} {freq}]',
  ],
  ['Dose|Strength|Sig|Directions|Frequency|Route', '[{dose}|{freq}|{dose} {freq}|PO|IV|IM]'],
  ['Allergies|Allergy|Drug Allergies', '[NKDA|NKA|{drug}|None known|Penicillin, sulfa|Latex]'],
  ['Test|Procedure|Exam|Study|Order|Test Ordered|Service|Procedure Performed', '[{test}|{cpt} {test}|{cpt}]'],
  [
    'Specialty|Department|Dept|Service|Unit|Clinic|Division|Nursing Unit',
    '[{Spec}|Emergency Department|ICU|Med Surg|4 West|Outpatient|Inpatient|Surgery|Family Medicine]',
  ],
  ['Room|Bed|Room/Bed|Rm', '[{n}|{n}A|4{n}|{n}-2|ICU {n}]'],
  ['Height|Weight|BMI|Temp|Pulse|BP|Resp|SpO2|Pain', '[{vital}|{n}|{bp}|{n}8 lb|5\'{n}"]'],
  ['State|ST', '{state}'],
  ['Specimen|Source|Specimen Type|Type', '[Serum|Urine|Whole Blood|Swab|Tissue|Stool|Sputum|Plasma]'],
  [
    'Result|Interpretation|Impression|Comment|Comments|Notes|Findings|Remarks|Instructions|Special Instructions|Other',
    '[{Words}|Normal|Negative|Positive|None|{lab}|See note|{Dx}]',
  ],
  ['Pages|Page|No. of Pages|Total Pages', '[{n}|{n} of {n}|{n} including cover]'],
  ['Time|Arrival Time|Time In|Time Out', '{time}'],
  [
    'Code Status|Disposition|Condition|Priority|Diet|Activity',
    '[Full code|DNR|Home|Stable|STAT|Routine|Regular|As tolerated|{Words}]',
  ],
  [
    'Subject|Re|Regarding|Purpose',
    '[Prior authorization|Referral|Lab results|Medical records request|{test}|{drug} refill|{Dx}]',
  ],
  ['Religion|Country|Citizenship', '[Catholic|None|Baptist|USA|Jewish|United States|Muslim]'],
  ['Refills|Qty|Quantity|Days Supply|Units|Amount|Copay|Total', '[{n}|30|90|$20.00|#30|{n}0]'],
]

export type Field = { readonly label: string; readonly value: string }

const split = (text: string): readonly string[] => text.split('|')
const person = (form: string) => `{x.${form}}`

/** The fields of one kind; `{x.…}` is a person that the form names once. */
export const fieldKinds: readonly {
  readonly labels: readonly string[]
  readonly value: string
  readonly often: number
}[] = [
  {
    labels: personLabels,
    value: `[${person('field')}|${person('field')}|${person('field')}, {cred}|${person('any')}|Dr. ${person('last')}]`,
    often: 10,
  },
  { labels: firstLabels, value: person('first'), often: 2 },
  { labels: lastLabels, value: person('last'), often: 2 },
  ...placeLabels.map(([labels, value]) => ({ labels: split(labels), value, often: 2 })),
  ...codeLabels.map(([labels, value]) => ({ labels: split(labels), value, often: 2 })),
  { labels: split(dateLabels), value: '[{date}|{date}|{date} {time}]', often: 5 },
  ...plainLabels.map(([labels, value]) => ({ labels: split(labels), value, often: 1.3 })),
]
