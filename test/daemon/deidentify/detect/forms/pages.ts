/** Passages in which the lines bear on each other: repetition, columns, breaks, tables. Ours. */
export const pages: readonly string[] = [
  // A name found once is found everywhere
  'Patient: {Rosa Delgado}\n{Delgado} was stable. {ROSA} agreed. {Delgado, Rosa}. {R. Delgado} signed.',
  'Patient: {Rosa Delgado}\nfile {RosaDelgado} and {rdelgado} and {DelgadoRosa}',
  'Patient: {Rosa Delgado}\n{Delgaclo} {Deigado} {DE1GADO} {Delgada} came',
  "Patient: {Rosa Delgado}\n{Delgado}<'s> results and {Rosa}<'s> daughter",
  'Patient: {Rosa Delgado}\n{R.D.} was seen',
  'Patient: {Will Hope}\nWill follow up. We hope so.',
  'Patient: {Kowalczykowska}\n{Kowalczvkowska} and {Kowa1czykowska} came',
  // A number found once is found everywhere
  'MRN: {00482913}\nband {482913} and {0048-2913} and {0048 2913} and {00482918}',
  'Phone: {(312) 555-0147}\ncalled {3125550147}',
  'SSN: {123-45-6789}\nsee {123456789} and {123.45.6789}',
  'MRN: {00482913}\nimage {labs00482913}',
  // A birth date in its other forms
  'DOB: {03/04/1961}\n{030461} and {03041961} and {19610304} and {March 4, 1961} and {4 Mar 61}',
  'DOB: {March 4, 1961}\n{3/4/61} and {1961-03-04} and {04MAR1961}',
  // Columns
  'Name            DOB          MRN\n{Rosa Delgado}    {03/04/1961}   {20113}\n{Luis Fuentes}    {04/05/1959}   {20114}',
  'Vaccine   Date given   Lot       Site   Given by\nMMR       {8/23/21}      {S010223}   LA     {Lindqvist}\nTdap      {8/24/21}      {U77}       RA     {Okafor}',
  'CITY  STATE\n{BANGOR}  <ME>',
  'Account | Policy # | Group #\n{5512093} | {XJW88} | {00417}',
  'Test       Result   Flag   Reference   Units\nGlucose    112      H      65-99       mg/dL\nSodium     139             135-146     mmol/L',
  // Breaks
  'MRN: {0048\n2913}',
  'seen by {Dr. Eliza-\nbeth Okafor} in clinic',
  'Call {312-555-\n0147} with questions.',
  'Admitted {03/04/\n2025} with pneumonia',
  'The patient {Rosa\nDelgado} was seen.',
  'Glucose 112\n108 the next day',
  'follow-\nup in two weeks',
  // Cells in capitals
  'Addressograph:\n{ABERNATHY THOMAS R}\nMR {00448219}\n{HARTSHORNE L}',
  'GLUCOSE H\nSODIUM L\nPOTASSIUM',
  'CHEST XR\nKNEE LT',
  // A card, a chat, a drain
  'MEMBER: {HOLLIS V TREMBLAY}\nDEPENDENTS: 02 {SIMONE}  03 {BEAU}',
  'Hi {Dr Solheim}, its {Hollis T}. My sister {Margaux} in {Eureka} had it.',
  'Patient: {Beau Tremblay}\n{Beau} plays soccer.',
  'Drains: Jackson-Pratt. Epstein-Barr virus negative.',
  'PCP: {VALLEY PRIMARY CARE}  PCP PHONE {1-866-555-0190}',
]
