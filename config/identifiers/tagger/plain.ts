/** What identifies no one and must stay: drugs, doses, results, diagnoses, eponyms, organisms, words. Pure. */
import type { Chance } from './chance.ts'
import { phrases } from './grammar/phrases.ts'
import type { Lists } from './lists.ts'

type Make = (chance: Chance, lists: Lists) => string

const list =
  (text: string): Make =>
  chance =>
    chance.pick(split(text))

const cache = new Map<string, readonly string[]>()
const split = (text: string): readonly string[] => {
  const before = cache.get(text)
  if (before !== undefined) return before
  const parts = text.split('|').map(part => part.trim())
  cache.set(text, parts)
  return parts
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const eponyms =
  "Parkinson's disease|Parkinson disease|Parkinsonism|Addison's disease|Addison disease|Crohn's disease|Crohn's|Alzheimer's|Alzheimer's dementia|Alzheimer disease|Hodgkin's lymphoma|non-Hodgkin lymphoma|Huntington's disease|Graves' disease|Graves disease|Graves ophthalmopathy|Hashimoto's|Hashimoto thyroiditis|Cushing's syndrome|Cushing's disease|cushingoid features|Bell's palsy|Down syndrome|Down's syndrome|Turner syndrome|Klinefelter syndrome|Marfan syndrome|Ehlers-Danlos|Ehlers Danlos syndrome|Tourette's|Tourette syndrome|Asperger's|Raynaud's|Raynaud phenomenon|Sjogren's syndrome|Sjögren syndrome|Behcet disease|Wilson's disease|Paget's disease|Barrett's esophagus|Barrett esophagus|Mallory-Weiss tear|Meniere's disease|Guillain-Barre syndrome|Guillain-Barré|Wernicke's|Korsakoff syndrome|Wegener's granulomatosis|Kawasaki disease|Henoch-Schonlein purpura|Churg-Strauss|Goodpasture syndrome|Alport syndrome|Berger's disease|Wolff-Parkinson-White|Brugada pattern|Takotsubo cardiomyopathy|Ebstein anomaly|tetralogy of Fallot|Eisenmenger|Charcot foot|Charcot-Marie-Tooth|Dupuytren's contracture|De Quervain's|Peyronie's disease|Osgood-Schlatter|Legg-Calve-Perthes|Colles fracture|Smith fracture|Jones fracture|Lisfranc injury|Boxer's fracture|Weber B fracture|Salter-Harris II|Hill-Sachs|Bankart lesion|Baker's cyst|Baker cyst|Morton's neuroma|Heberden's nodes|Bouchard's nodes|Schmorl's nodes|Chiari malformation|Arnold-Chiari|Dandy-Walker|Lou Gehrig's|Lambert-Eaton|Creutzfeldt-Jakob|Lewy body dementia|Pick's disease|Bowen's disease|Mohs surgery|Kaposi sarcoma|Ewing sarcoma|Wilms tumor|Burkitt lymphoma|Merkel cell|Waldenstrom|von Willebrand disease|Von Hippel-Lindau|Lynch syndrome|Gardner syndrome|Peutz-Jeghers|Zollinger-Ellison|Gilbert's|Gilbert syndrome|Budd-Chiari|Whipple procedure|Hirschsprung disease|Meckel's diverticulum|Zenker's diverticulum|Schatzki ring|Nissen fundoplication|Roux-en-Y|Hartmann's procedure|Sheehan syndrome|Asherman|Bartholin cyst|Braxton Hicks|Munchausen|Stevens-Johnson syndrome|Lyme disease|Epstein-Barr|Coxsackie|Horner's syndrome|Bechterew|Still's disease|Felty syndrome|Conn syndrome|Fanconi anemia|Cockayne syndrome|Prader-Willi|Angelman|Rett syndrome|DiGeorge|Noonan syndrome|Duchenne|Becker muscular dystrophy|Friedreich ataxia|Gaucher disease|Fabry disease|Pompe disease|Tay-Sachs|Reye syndrome|Ludwig's angina|Fournier's gangrene|Prinzmetal angina|Dressler's|Buerger's disease|Virchow's node|Rotator cuff"
const signs =
  "Murphy's sign|Murphy sign|McBurney's point|Rovsing|Romberg|Babinski|Babinskis downgoing|Homan's sign|Homans|Kernig|Brudzinski|Lachman|McMurray's|McMurray test|Spurling|Tinel's|Phalen's|Tinel and Phalen|Finkelstein|Hawkins|Neer|Hawkins-Kennedy|Trendelenburg|Thomas test|Thompson test|FABER|Patrick's test|Lasegue|Straight leg raise|Dix-Hallpike|Epley maneuver|Weber|Rinne|Weber and Rinne|Hoffmann's|Chvostek|Trousseau|Cullen|Grey Turner|Nikolsky|Kussmaul|Cheyne-Stokes|Valsalva|Ortolani|Barlow|Galeazzi|Moro reflex|Allen test|Adson|Snellen|Ishihara|Amsler grid|Glasgow Coma Scale|Apgar|Ranson|Child-Pugh B|Killip II|Braden|Morse|Katz|Lawton|Karnofsky|Gleason 3+4|Breslow|Clark level|Wells score|Mallampati|Fitzpatrick|Tanner stage|Gram stain|Pap smear|Coombs|Giemsa|Wright stain|Papanicolaou|Bishop score|Leopold|Ballard|Bosniak|Kellgren-Lawrence|Garden III|Norton|Hunt and Hess|Fisher grade|Rutherford|Fontaine|Forrest|Rockall|Glasgow-Blatchford|Maddrey|Fleischner|Modic|Kocher criteria|Ottawa ankle rules|Nexus|Canadian CT|Boston Bowel Prep|Seattle protocol|Rome IV|Beck Depression Inventory|Hamilton|Edinburgh|Vanderbilt|Conners|Columbia|Bristol stool|Epworth|Mini-Cog|Berg Balance|Tinetti|Oswestry|Barthel"
const devices =
  'Foley|Foley catheter|Hickman catheter|Broviac|Swan-Ganz catheter|Swan|Penrose drain|Jackson-Pratt drain|JP drain|Blake drain|Yankauer|Kelly clamp|Kocher clamp|Allis clamp|Babcock|DeBakey forceps|Metzenbaum scissors|Mayo stand|Bovie|Bookwalter|Weitlaner|Deaver|Richardson retractor|Army-Navy|Adson|Gelpi|Steri-Strips|Kerlix|Coban|Ace wrap|Ace bandage|Bair Hugger|Holter monitor|Zio patch|Doppler|Hoyer lift|Geri chair|Unna boot|Ilizarov|Kirschner wire|K-wire|Steinmann pin|Harrington rod|Lovenox bridge|Veress needle|Hasson|Jamshidi|Tuohy|Quincke|Mirena|Nexplanon|Port-a-Cath|Groshong|Dobhoff|Salem sump|Miller blade|Mac 3|Macintosh|Bard|Medtronic|Stryker|Zimmer|Boston Scientific|Abbott|Philips|Siemens|St. Jude|Dexcom|Libre|Omnipod|Vicryl|Monocryl|Prolene|Dermabond|Tegaderm|Aquacel|Mepilex|Xeroform|Velcro|Camelbak'
const organisms =
  'E. coli|Escherichia coli|Staphylococcus aureus|S. aureus|Streptococcus pneumoniae|Strep pyogenes|Klebsiella|K. pneumoniae|Pseudomonas aeruginosa|Enterococcus faecalis|Candida albicans|C. albicans|Clostridioides difficile|C. difficile|C. diff|H. pylori|Helicobacter pylori|Salmonella|Shigella|Campylobacter|Proteus mirabilis|Serratia|Acinetobacter baumannii|Legionella|Listeria monocytogenes|Neisseria gonorrhoeae|Chlamydia trachomatis|Trichomonas|Treponema pallidum|Borrelia burgdorferi|Mycobacterium tuberculosis|Aspergillus|Cryptococcus|Toxoplasma|Giardia|Plasmodium falciparum|Haemophilus influenzae|Bordetella pertussis|Mycoplasma|MRSA|VRE|Rickettsia|Bartonella|Brucella|Moraxella'
const brands =
  'Tylenol|Advil|Motrin|Aleve|Lipitor|Crestor|Zocor|Plavix|Eliquis|Xarelto|Coumadin|Lovenox|Lantus|Humalog|Novolog|Januvia|Jardiance|Farxiga|Ozempic|Trulicity|Victoza|Synthroid|Norvasc|Zestril|Diovan|Cozaar|Lasix|Toprol|Coreg|Zoloft|Prozac|Lexapro|Celexa|Wellbutrin|Effexor|Cymbalta|Abilify|Seroquel|Zyprexa|Risperdal|Xanax|Ativan|Klonopin|Valium|Ambien|Neurontin|Lyrica|Topamax|Keppra|Dilantin|Depakote|Lamictal|Adderall|Ritalin|Concerta|Vyvanse|Percocet|Vicodin|Norco|OxyContin|Ultram|Flexeril|Soma|Prilosec|Nexium|Protonix|Pepcid|Zofran|Reglan|Benadryl|Claritin|Zyrtec|Allegra|Flonase|Singulair|Advair|Symbicort|Spiriva|Ventolin|ProAir|Humira|Enbrel|Remicade|Keytruda|Herceptin|Rituxan|Botox|Fosamax|Prolia|Boniva|Viagra|Cialis|Flomax|Proscar|Premarin|Zithromax|Augmentin|Keflex|Bactrim|Cipro|Levaquin|Flagyl|Valtrex|Tamiflu|Paxlovid|Mucinex|Robitussin|Colace|Senokot|MiraLAX|Dulcolax|Imodium|Metamucil|Tums|Maalox|Ensure|Glucerna|Pedialyte|Narcan|Suboxone|Chantix|Nicorette|Entresto|Aldactone|Premphase'
const drugs =
  'metformin|lisinopril|atorvastatin|amlodipine|metoprolol|metoprolol succinate|carvedilol|losartan|hydrochlorothiazide|furosemide|spironolactone|warfarin|apixaban|clopidogrel|aspirin|simvastatin|rosuvastatin|pravastatin|levothyroxine|insulin glargine|insulin lispro|glipizide|sitagliptin|omeprazole|pantoprazole|famotidine|sertraline|fluoxetine|citalopram|escitalopram|duloxetine|venlafaxine|bupropion|trazodone|mirtazapine|quetiapine|olanzapine|risperidone|lithium|lorazepam|alprazolam|clonazepam|gabapentin|pregabalin|levetiracetam|lamotrigine|topiramate|valproate|oxycodone|hydrocodone-acetaminophen|tramadol|morphine|acetaminophen|ibuprofen|naproxen|meloxicam|prednisone|methylprednisolone|albuterol|fluticasone|montelukast|tiotropium|amoxicillin|amoxicillin-clavulanate|azithromycin|ceftriaxone|cephalexin|ciprofloxacin|levofloxacin|doxycycline|vancomycin|piperacillin-tazobactam|metronidazole|trimethoprim-sulfamethoxazole|nitrofurantoin|fluconazole|valacyclovir|tamsulosin|finasteride|alendronate|vitamin D3|folic acid|ferrous sulfate|potassium chloride|docusate|senna|ondansetron|cetirizine|diphenhydramine|enoxaparin|heparin|nitroglycerin|digoxin|amiodarone|diltiazem|hydralazine|clonidine|allopurinol|colchicine|methotrexate|hydroxychloroquine|adalimumab|baclofen|cyclobenzaprine|tizanidine|melatonin|zolpidem|donepezil|memantine|carbidopa-levodopa'
const diagnoses =
  'hypertension|HTN|hyperlipidemia|type 2 diabetes mellitus|T2DM|DM2|diabetes|asthma|COPD|CHF|congestive heart failure|CAD|coronary artery disease|atrial fibrillation|afib|CKD stage 3|chronic kidney disease|ESRD on hemodialysis|GERD|hypothyroidism|depression|major depressive disorder|anxiety|generalized anxiety disorder|bipolar disorder|schizophrenia|PTSD|ADHD|osteoarthritis|osteoporosis|rheumatoid arthritis|gout|lumbar radiculopathy|low back pain|chronic pain|migraine|epilepsy|seizure disorder|stroke|CVA|TIA|dementia|multiple sclerosis|pneumonia|community-acquired pneumonia|bronchitis|URI|UTI|urinary tract infection|pyelonephritis|cellulitis|sepsis|DVT|pulmonary embolism|anemia|iron deficiency anemia|breast cancer|colon cancer|prostate cancer|lung nodule|BPH|nephrolithiasis|cholelithiasis|acute cholecystitis|appendicitis|diverticulitis|pancreatitis|cirrhosis|hepatitis C|HIV|obesity|obstructive sleep apnea|OSA|tobacco use disorder|alcohol use disorder|opioid use disorder|eczema|psoriasis|glaucoma|cataracts|otitis media|strep pharyngitis|sinusitis|allergic rhinitis|hip fracture|rotator cuff tear|carpal tunnel syndrome|plantar fasciitis|preeclampsia|gestational diabetes|endometriosis|PCOS|menorrhagia|erectile dysfunction|vitamin D deficiency|hyponatremia|hyperkalemia|acute kidney injury|syncope|chest pain|abdominal pain'
const symptoms =
  'chest pain|shortness of breath|dyspnea on exertion|cough|productive cough|fever|chills|night sweats|weight loss|fatigue|malaise|nausea|vomiting|diarrhea|constipation|abdominal pain|heartburn|dysphagia|melena|hematochezia|hematuria|dysuria|frequency|urgency|flank pain|back pain|neck pain|joint pain|swelling|rash|itching|headache|dizziness|lightheadedness|vertigo|syncope|palpitations|orthopnea|leg swelling|weakness|numbness|tingling|blurred vision|ear pain|sore throat|congestion|runny nose|wheezing|insomnia|anxiety|low mood|poor appetite|memory loss|confusion|falls|bleeding|bruising|hair loss|hot flashes|pelvic pain|vaginal discharge|erectile dysfunction|suicidal ideation|hallucinations'
const sites =
  'left knee|right knee|left hip|right shoulder|lumbar spine|cervical spine|thoracic spine|abdomen|pelvis|chest|neck|left wrist|right ankle|left foot|right hand|left upper lobe|right lower lobe|liver|spleen|pancreas|gallbladder|left kidney|bladder|prostate|uterus|left ovary|thyroid|brain|heart|aorta|left breast|right eye|left ear|scalp|face|left forearm|buttock|sacrum|heel|great toe'
const tests =
  'CBC|BMP|CMP|lipid panel|TSH|hemoglobin A1c|urinalysis|urine culture|blood cultures|troponin|BNP|D-dimer|INR|chest x-ray|CXR|CT chest|CT abdomen and pelvis with contrast|MRI brain|MRI lumbar spine without contrast|ultrasound|echocardiogram|TTE|EKG|ECG|stress test|colonoscopy|EGD|mammogram|DEXA scan|PFTs|sleep study|EEG|EMG|biopsy|Pap smear|PSA|HIV screen|hepatitis panel|lumbar puncture|arterial blood gas|ESR|CRP|ferritin|vitamin D level|drug screen|stool studies|carotid duplex|renal ultrasound|VQ scan|PET/CT|bone scan|cardiac catheterization'
const payers =
  'Aetna|Aetna PPO|Cigna|UnitedHealthcare|Humana|Humana Gold Plus|Blue Cross Blue Shield|BCBS PPO|Anthem|Medicare|Medicare Part B|Medicaid|Tricare|Kaiser HMO|Molina|Centene|Ambetter|Self-pay|Workers Compensation|Medi-Cal|Oscar|WellCare|HMO|PPO'
const languages =
  'English|Spanish|Vietnamese|Mandarin|Cantonese|Russian|Arabic|Tagalog|Korean|French|Haitian Creole|Portuguese|Polish|Somali|ASL|Hindi|Farsi|Hmong|Amharic'
const races =
  'White|Black|African American|Hispanic|Latino|Asian|Caucasian|Native American|Pacific Islander|Non-Hispanic|Other|Declined'
const specialties =
  'cardiology|nephrology|neurology|orthopedics|GI|gastroenterology|pulmonology|oncology|hematology|endocrinology|rheumatology|urology|dermatology|ophthalmology|ENT|psychiatry|pain management|general surgery|vascular surgery|neurosurgery|infectious disease|palliative care|wound care|physical therapy|occupational therapy|speech therapy|social work|nutrition|OB/GYN|pediatrics|podiatry|primary care|internal medicine|family medicine|radiology|pathology|anesthesia|case management|pharmacy|hospice|PM&R|allergy'
const relations =
  'wife|husband|mother|father|mom|dad|son|daughter|sister|brother|niece|nephew|aunt|uncle|cousin|grandmother|grandfather|grandson|granddaughter|friend|neighbor|partner|roommate|caregiver|guardian|spouse|fiance|girlfriend|boyfriend|stepson|stepdaughter|son-in-law|daughter-in-law|mother-in-law|landlord|pastor|boss|coworker|coach|teacher|ex-wife|ex-husband|foster mother|twin brother|half-sister'
const credentials =
  'MD|M.D.|DO|D.O.|NP|FNP|FNP-C|APRN|ARNP|PA-C|PA|RN|R.N.|LPN|CNA|MA|CMA|PT|DPT|OT|OTR/L|SLP|PharmD|RPh|LCSW|MSW|LMFT|PhD|PsyD|DDS|DMD|DPM|OD|CRNA|CNM|RD|RT|MBBS|MD, PhD|MD, FACC|RN, BSN|DNP|MD FACS|BCBA|RRT'
const roles =
  'attending|resident|intern|charge nurse|primary nurse|nurse|social worker|case manager|pharmacist|physical therapist|respiratory therapist|dietitian|chaplain|interpreter|surgeon|anesthesiologist|radiologist|cardiologist|oncologist|nephrologist|neurologist|hospitalist|pediatrician|PCP|primary care physician|medical assistant|home health aide|technician|care coordinator|front desk|on-call physician|scribe|paramedic|officer|attorney|school nurse|counselor|therapist|psychiatrist|dentist|specialist|consultant'
const occupations =
  'teacher|retired teacher|nurse|truck driver|farmer|carpenter|electrician|plumber|mechanic|accountant|engineer|cashier|cook|chef|waitress|bartender|janitor|secretary|police officer|firefighter|veteran|student|homemaker|machinist|welder|painter|roofer|landscaper|realtor|lawyer|salesman|security guard|bus driver|hairdresser|librarian|musician|software developer|factory worker|miner|fisherman|baker|butcher|tailor|barber|mason|page|cooper'
const sections =
  'Chief Complaint|History of Present Illness|HPI|Past Medical History|PMH|Past Surgical History|Family History|Social History|Review of Systems|Medications|Current Medications|Home Medications|Allergies|Physical Exam|Physical Examination|Vital Signs|Vitals|Assessment|Assessment and Plan|Assessment & Plan|Plan|Impression|Findings|Technique|Comparison|Indication|Clinical History|Procedure|Preoperative Diagnosis|Postoperative Diagnosis|Anesthesia|Estimated Blood Loss|Complications|Disposition|Condition|Discharge Diagnosis|Discharge Medications|Discharge Instructions|Hospital Course|Laboratory Data|Labs|Imaging|Diagnostics|Subjective|Objective|Interval History|Follow Up|Follow-up|Recommendations|Immunizations|Problem List|Active Problems|Reason for Visit|Reason for Referral|Reason for Consultation|General|HEENT|Neck|Lungs|Heart|Cardiovascular|Respiratory|Gastrointestinal|Abdomen|Extremities|Skin|Neurologic|Neuro|Psychiatric|Psych|Musculoskeletal|Genitourinary|Constitutional|Eyes|Ears|Nose|Throat|Mouth|Back|Breasts|Lymphatic|Endocrine|Diet|Activity|Code Status|Advance Directives|Goals|Interventions|Education|Response|Data|Action|Specimen|Gross Description|Microscopic Description|Final Diagnosis|Diagnosis|Comment|Notes|Instructions|Precautions|Consent|Equipment|Mental Status Exam|Risk Assessment|Treatment Plan|Progress|Prognosis|Functional Status|Pain Assessment|Fall Risk|Wound Care|Nutrition|Intake and Output|Lines and Drains|Prenatal Labs|Birth History|Developmental History|Screening|Health Maintenance|Billing|Insurance Information|Emergency Contact|Patient Information|Responsible Party|Page|Summary of Care|Reason for Call|Message|Refill Request|Order Details|Results|Test Name|Reference Range|Units|Flag|Abnormal|Status|Priority|Routine|Urgent'
const lettersDrug: Make = (chance, lists) => {
  const way = chance.next()
  if (way < 0.5) return chance.pick(split(drugs))
  if (way < 0.75) return chance.pick(split(brands))
  if (way < 0.95) return chance.is(0.7) ? lists.drug(chance) : capital(lists.drug(chance))
  return chance.is(0.5) ? lists.newDrug(chance) : lists.newDrug(chance).toLowerCase()
}

const result: Make = chance => {
  const name = chance.pick(
    split(
      'WBC|RBC|Hgb|Hemoglobin|Hct|Hematocrit|Plt|Platelets|MCV|MCH|RDW|Na|Sodium|K|Potassium|Cl|Chloride|CO2|Bicarb|BUN|Cr|Creatinine|Glucose|Calcium|Magnesium|Phos|AST|ALT|Alk Phos|Bilirubin, Total|Albumin|Total Protein|TSH|Free T4|HbA1c|A1c|LDL|HDL|Triglycerides|Cholesterol|INR|PT|PTT|Troponin I|BNP|CRP|ESR|Ferritin|Iron|TIBC|B12|Folate|Vitamin D|PSA|Lactate|Lipase|eGFR|Neutrophils|Lymphocytes|Monocytes|Eosinophils|Uric Acid|Ammonia|Specific Gravity|pH',
    ),
  )
  const value = chance.pick([
    `${chance.number(1, 300)}`,
    `${chance.number(0, 20)}.${chance.number(0, 9)}`,
    `${chance.number(0, 9)}.${chance.number(10, 99)}`,
    `<0.0${chance.number(1, 9)}`,
    'negative',
    'Positive',
    'trace',
    'Not detected',
    'WNL',
  ])
  const unit = chance.pick([
    '',
    '',
    ' mg/dL',
    ' g/dL',
    ' mmol/L',
    ' mEq/L',
    ' U/L',
    ' K/uL',
    ' %',
    '%',
    ' ng/mL',
    ' pg/mL',
    ' mL/min/1.73m2',
    ' fL',
    ' H',
    ' L',
  ])
  const range = chance.is(0.25)
    ? ` (${chance.number(1, 40)}.${chance.number(0, 9)}-${chance.number(41, 150)}.0)`
    : ''
  return `${name}${chance.pick([' ', ' ', ': ', '  ', '\t'])}${value}${unit}${range}`
}

const someWords: Make = (chance, lists) =>
  Array.from({ length: chance.number(2, 7) }, () =>
    chance.is(0.35)
      ? chance.pick(split('the|of|and|to|in|a|is|for|with|on|was|by|at|from|or|an|that|not|be|are'))
      : chance.is(0.8)
        ? lists.common(chance)
        : lists.rare(chance),
  ).join(' ')

export const plain: Readonly<Record<string, Make>> = {
  age: chance => String(chance.is(0.1) ? chance.number(1, 17) : chance.number(18, 89)),
  drug: lettersDrug,
  dose: chance =>
    `${chance.pick([0.5, 1, 2.5, 5, 10, 12.5, 20, 25, 40, 50, 75, 81, 100, 125, 250, 325, 500, 650, 875, 1000])}${chance.pick([' mg', ' mg', 'mg', ' mcg', ' mL', ' units', ' mg tablet', ' mg capsule', ' mg PO'])}`,
  freq: list(
    'daily|once daily|BID|bid|TID|tid|QID|q4h|q6h PRN|q8h|q12h|qHS|at bedtime|twice a day|twice daily|three times daily|every 6 hours as needed|weekly|every other day|PRN|prn pain|in the morning|with meals|nightly|x 10 days|as directed',
  ),
  lab: result,
  bp: chance => `${chance.number(90, 190)}/${chance.number(50, 110)}`,
  dx: (chance, lists) =>
    chance.is(0.7)
      ? chance.pick(split(diagnoses))
      : chance.is(0.6)
        ? lists.term(chance)
        : chance.pick(split(eponyms)),
  Dx: (chance, lists) => capital(chance.is(0.6) ? chance.pick(split(diagnoses)) : lists.term(chance)),
  term: (chance, lists) => lists.term(chance),
  eponym: list(eponyms),
  sign: list(signs),
  device: list(devices),
  phrase: list(phrases),
  organism: list(organisms),
  sym: list(symptoms),
  site: list(sites),
  test: list(tests),
  payer: list(payers),
  lang: list(languages),
  race: list(races),
  spec: list(specialties),
  Spec: chance => capital(chance.pick(split(specialties))),
  rel: list(relations),
  Rel: chance => capital(chance.pick(split(relations))),
  cred: list(credentials),
  role: list(roles),
  Role: chance => capital(chance.pick(split(roles))),
  job: list(occupations),
  section: list(sections),
  SECTION: chance => chance.pick(split(sections)).toUpperCase(),
  year: chance => String(chance.number(1965, 2026)),
  time: chance =>
    `${chance.number(0, 23)}:${String(chance.number(0, 59)).padStart(2, '0')}${chance.pick(['', '', ' AM', ' PM', ' am', 'pm', ' hrs'])}`,
  mil: chance =>
    `${String(chance.number(0, 23)).padStart(2, '0')}${String(chance.number(0, 59)).padStart(2, '0')}`,
  n: chance => String(chance.number(1, 30)),
  state: (chance, lists) => lists.town(chance).state,
  weekday: list('Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues|Wed|Thurs|Fri'),
  icd: chance =>
    chance.pattern(chance.pick(['@##.#', '@##', '@##.##', '@##.###', '@##.##@@'])).replace(/^[^A-Z]/, 'M'),
  cpt: chance =>
    chance.pattern(chance.pick(['99###', '7####', '8####', 'J####', '93###', '9####-25', 'G0###'])),
  word: (chance, lists) => lists.common(chance),
  Word: (chance, lists) => capital(lists.common(chance)),
  rare: (chance, lists) => lists.rare(chance),
  Rare: (chance, lists) => capital(lists.rare(chance)),
  words: someWords,
  Words: (chance, lists) => capital(someWords(chance, lists)),
  he: list('He|She|Patient|Pt|The patient|They'),
  vital: chance =>
    chance.pick([
      `BP ${chance.number(90, 190)}/${chance.number(50, 110)}`,
      `HR ${chance.number(45, 140)}`,
      `RR ${chance.number(10, 30)}`,
      `T ${chance.number(96, 103)}.${chance.number(0, 9)}`,
      `Temp ${chance.number(96, 103)}.${chance.number(0, 9)} F`,
      `SpO2 ${chance.number(85, 100)}%`,
      `O2 sat ${chance.number(85, 100)}% RA`,
      `Wt ${chance.number(90, 320)} lb`,
      `BMI ${chance.number(17, 50)}.${chance.number(0, 9)}`,
      `Pain ${chance.number(0, 10)}/10`,
    ]),
}
