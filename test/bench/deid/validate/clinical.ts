/** Clinical words that identify nobody: conditions with codes, drugs, tests with ranges, procedures. */
export const conditions: readonly (readonly [string, string])[] = [
  ['end stage renal disease', 'N18.6'], ["Parkinson's disease", 'G20'], ['Addison disease', 'E27.1'], ["Crohn's disease of the small bowel", 'K50.00'],
  ["Graves' disease", 'E05.00'], ["Bell's palsy", 'G51.0'], ['Hashimoto thyroiditis', 'E06.3'], ['Raynaud phenomenon', 'I73.00'],
  ["Paget's disease of bone", 'M88.9'], ["Cushing's syndrome", 'E24.9'], ['Sjögren syndrome', 'M35.00'], ["Ménière's disease", 'H81.09'],
  ['Barrett esophagus', 'K22.70'], ["Dupuytren's contracture", 'M72.0'], ['Marfan syndrome', 'Q87.40'], ['Wilson disease', 'E83.01'],
  ['type 2 diabetes mellitus', 'E11.22'], ['essential hypertension', 'I10'], ['asthma, mild persistent', 'J45.30'], ['chronic low back pain', 'M54.50'],
  ['acute otitis media', 'H66.91'], ['COPD', 'J44.9'], ['migraine without aura', 'G43.009'], ['iron deficiency anemia', 'D50.9'],
  ['atrial fibrillation', 'I48.91'], ['primary osteoarthritis of the right knee', 'M17.11'], ['Hodgkin lymphoma', 'C81.90'], ['Lyme disease', 'A69.20'],
  ['major depressive disorder', 'F33.1'], ['cellulitis of the left leg', 'L03.116'], ['gout', 'M10.9'], ['hyperlipidemia', 'E78.5'],
  ['Baker cyst', 'M71.20'], ['de Quervain tenosynovitis', 'M65.4'], ['Huntington disease', 'G10'], ['Alzheimer disease', 'G30.9'],
] // biome-ignore format: a table

/** Name, strength, directions, NDC. */
export const drugs: readonly (readonly [string, string, string, string])[] = [
  ['Sevelamer', '800 mg', '2 tabs PO TID with meals', '58468-0130-01'], ['Carvedilol', '12.5 mg', '1 tab PO BID', '00093-7296-01'],
  ['Epoetin alfa', '10,000 units', 'IV 3x weekly with HD', '59676-0310-01'], ['Apixaban', '5 mg', 'one tablet twice a day', '00003-0894-21'],
  ['Levothyroxine', '88 mcg', '1 tab qAM on empty stomach', '00074-6594-90'], ['Carbidopa-levodopa', '25-100 mg', '1.5 tabs QID', '00228-2539-10'],
  ['Ozempic', '0.5 mg/dose', 'inject SC once weekly', '00169-4132-12'], ['Tamsulosin', '0.4 mg', '1 cap at bedtime', '00228-2996-11'],
  ['Amlodipine', '10 mg', 'take 1 daily', '69097-0128-05'], ['Hydrocortisone', '15 mg', 'AM, 5 mg PM', '00009-0031-01'],
  ['Duloxetine', '60 mg', '1 cap daily', '00002-3270-30'], ['Azathioprine', '50 mg', '2 tabs daily', '65483-0590-10'],
  ['Cephalexin', '500 mg', '1 cap QID x 7 days', '68180-0122-02'], ['Albuterol HFA', '90 mcg', '2 puffs q4-6h PRN wheeze', '59310-0579-22'],
  ['Methimazole', '5 mg', '1 tab daily', '49884-0640-01'], ['Gabapentin', '300 mg', '1 cap TID', '16714-0662-02'],
  ['Pantoprazole', '40 mg', '1 tab before breakfast', '00008-0841-81'], ['Insulin glargine', '22 units', 'SC at bedtime', '00088-2220-33'],
  ['Warfarin', '2.5 mg', 'as directed by INR', '00056-0176-70'], ['Ferrous sulfate', '325 mg', '1 tab every other day', '00904-7591-60'],
  ['Latanoprost', '0.005%', '1 drop OU at bedtime', '61314-0547-01'], ['Tramadol', '50 mg', '1 tab q6h PRN pain', '65162-0627-10'],
] // biome-ignore format: a table

/** Test, low, high of what is drawn, decimals, units, reference. */
export const tests: readonly (readonly [string, number, number, number, string, string])[] = [
  ['Hemoglobin', 8.2, 15.8, 1, 'g/dL', '12.0-16.0'], ['Hematocrit', 26, 46, 1, '%', '36.0-48.0'], ['WBC', 3.1, 13.9, 1, 'x10E3/uL', '3.4-10.8'],
  ['Platelet Count', 98, 412, 0, 'x10E3/uL', '150-450'], ['BUN', 9, 78, 0, 'mg/dL', '8-27'], ['Creatinine', 0.7, 9.4, 2, 'mg/dL', '0.57-1.00'],
  ['eGFR', 6, 98, 0, 'mL/min/1.73', '>59'], ['Potassium', 3.2, 5.9, 1, 'mmol/L', '3.5-5.2'], ['Sodium', 131, 145, 0, 'mmol/L', '134-144'],
  ['Phosphorus', 2.4, 7.1, 1, 'mg/dL', '2.5-4.5'], ['Calcium', 7.9, 10.6, 1, 'mg/dL', '8.7-10.3'], ['PTH, Intact', 18, 612, 0, 'pg/mL', '15-65'],
  ['Ferritin', 12, 820, 0, 'ng/mL', '15-150'], ['Iron Sat (TSAT)', 11, 46, 0, '%', '15-55'], ['Albumin', 2.8, 4.8, 1, 'g/dL', '3.8-4.8'],
  ['Kt/V', 1, 1.8, 2, '', '>1.20'], ['URR', 58, 79, 1, '%', '>65'], ['Hemoglobin A1c', 5.1, 10.9, 1, '%', '4.8-5.6'],
  ['TSH', 0.1, 8.8, 3, 'uIU/mL', '0.450-4.500'], ['T4, Free', 0.6, 2.2, 2, 'ng/dL', '0.82-1.77'], ['LDL Chol Calc', 48, 189, 0, 'mg/dL', '0-99'],
  ['Triglycerides', 66, 380, 0, 'mg/dL', '0-149'], ['AST (SGOT)', 12, 96, 0, 'IU/L', '0-40'], ['ALT (SGPT)', 9, 104, 0, 'IU/L', '0-32'],
  ['Vitamin B12', 188, 1100, 0, 'pg/mL', '232-1245'], ['C-Reactive Protein', 1, 44, 0, 'mg/L', '0-10'], ['INR', 0.9, 3.8, 1, '', '0.9-1.2'],
  ['Uric Acid', 3.1, 9.8, 1, 'mg/dL', '2.6-6.2'], ['Coombs, Direct', 0, 0, 0, '', 'Negative'], ['Cortisol, AM', 1.9, 22, 1, 'ug/dL', '6.2-19.4'],
] // biome-ignore format: a table

/** CPT or HCPCS, words, charge in dollars. */
export const procedures: readonly (readonly [string, string, number])[] = [
  ['99213', 'Office visit, established, level 3', 142], ['99204', 'Office visit, new patient, level 4', 268], ['90935', 'Hemodialysis, one evaluation', 410],
  ['93000', 'Electrocardiogram, complete', 84], ['71046', 'Chest X-ray, 2 views', 126], ['73721', 'MRI lower extremity joint w/o contrast', 918],
  ['36415', 'Venipuncture', 18], ['80053', 'Comprehensive metabolic panel', 64], ['85025', 'CBC with differential', 41], ['12001', 'Simple laceration repair', 312],
  ['D0274', 'Bitewings, four radiographic images', 72], ['D1110', 'Prophylaxis, adult', 104], ['D2740', 'Crown, porcelain/ceramic', 1180],
  ['92014', 'Eye exam, comprehensive', 166], ['V2100', 'Sphere, single vision lens', 48], ['J0885', 'Epoetin alfa, 1,000 units', 16],
  ['97110', 'Therapeutic exercise, 15 min', 58], ['99283', 'Emergency dept visit, level 3', 540], ['A4253', 'Blood glucose test strips', 38], ['E0601', 'CPAP device', 1040],
] // biome-ignore format: a table

/** Vaccine as its record calls it, and its CVX code. */
export const vaccines: readonly (readonly [string, string])[] = [
  ['DTaP (Daptacel)', '106'], ['IPV (IPOL)', '10'], ['MMR II', '03'], ['Varicella (Varivax)', '21'], ['Hep B, ped (Engerix-B)', '08'], ['Hib (PedvaxHIB)', '49'],
  ['PCV20 (Prevnar)', '216'], ['Tdap (Boostrix)', '115'], ['MenACWY (MenQuadfi)', '203'], ['HPV9 (Gardasil)', '165'], ['Influenza, IIV4', '150'],
  ['COVID-19 mRNA', '300'], ['Hep A (Havrix)', '83'], ['Rotavirus (RotaTeq)', '116'], ['Zoster (Shingrix)', '187'],
] // biome-ignore format: a table

/** Lower-case words that a careless detector takes for names, dates or numbers. */
export const tempting: readonly string[] = [
  'parkinson', "parkinson's", 'addison', "crohn's", "graves'", 'graves', "bell's", 'hashimoto', 'raynaud', "paget's", "cushing's", 'sjögren', "ménière's",
  'barrett', "dupuytren's", 'marfan', 'wilson', 'hodgkin', 'lyme', 'baker', 'quervain', 'huntington', 'alzheimer', 'foley', 'babinski', 'murphy', "murphy's",
  'mcburney', "mcburney's", 'romberg', 'tinel', 'phalen', 'lachman', 'kerlix', 'steri-strips', 'hoyer', 'braden', 'morse', 'glasgow', 'apgar', 'kussmaul',
  'cheyne-stokes', 'trendelenburg', 'swan-ganz', 'hickman', 'holter', 'doppler', 'snellen', 'goldmann', 'humphrey', 'angle', 'nikolsky', 'homans', 'virchow',
  'gram', 'wright', 'giemsa', 'pap', 'coombs', 'coombs,', 'schirmer', 'weber', 'rinne', 'may', 'will', 'rose', 'mark', 'hope', 'grant', 'bank', 'page', 'march',
  'fowler', "fowler's", 'adson', 'heimlich', 'epworth', 'roosevelt', 'price', 'young', 'long', 'west', 'summer', 'faith', 'joy',
  '120/80', '20/20', '20/40', '20/25', '1:1', '1:160', '5/5', '2/4', '10/10', '4-0', '24/7', '50/50', '2:1', 'l4-l5', 'l5-s1', 'c5-c6', 't2', 'a1c', 'b12', 'k50.00',
] // biome-ignore format: a list
