/** Sentences of clinic prose by topic. Slots in braces; the wording is of this family alone. */

export const history: readonly string[] = [
  '{pt} is a {ages}-year-old {sex} who comes in today with {his} {relation}, {rel}, because of {dx} that has been worse since {date}.',
  '{mr} is {ages} years of age and was last here on {date}.',
  'This {ages} y.o. {sex} from {town} was sent over by {prov2} for {dx}.',
  '{He} first noticed the symptoms around {date} while working at {emp}.',
  '{He} rates the pain {3-9}/10, {worse with stairs|worse at night|better with rest|unchanged with heat}, and denies numbness, fever or weight loss.',
  'Symptoms began {2-9} {days|weeks|months} ago and come and go; nothing seems to bring them on.',
  '{mr} moved here from {town2} in {date} and has no records from {his} old doctor.',
  'Past history is notable for {dx} ({icd}) and {dx}.',
  '{He} had {a colonoscopy|a stress test|a left knee replacement|cataract surgery} at {fac2} on {date} without complication.',
  'A Holter monitor was worn for {1-2} days and showed rare ectopy only.',
  'There is a family history of {Huntington disease|Marfan syndrome|Graves disease|early heart attack|Parkinson disease}; the mother died at 71 of a stroke.',
  'Home readings run about {bp} in the morning and {bp} at night.',
  '{He} will run out of {drug} next week and asks for a refill.',
  'Interpreter {clerk} ({Spanish|Navajo|Vietnamese|Haitian Creole}) was present for the whole visit.',
  '{relfirst} reports that {he} has not been eating well and wakes up {2-5} times a night.',
  'Review of systems: otherwise negative, see the form filled out by {first} on {date}.',
  '{He} had a grandmother with {Alzheimer disease|Parkinson disease|heart failure} who died at age {oldage}, and an aunt, now {oldage}, in good health.',
  'Prior imaging from {fac2} (accession {id}) was not available today.',
]

export const social: readonly string[] = [
  '{mr} lives with {his} {relation} {relfirst} at {home}.',
  '{He} works nights as a {driver|welder|cook|line worker|cashier} at {emp} and smokes about {3-9} cigarettes a day.',
  'Retired from {emp} after {12-38} years; does not drink.',
  'Best number is {phone}; if no answer, call {rel} ({relation}) at {phone}.',
  '{He} prefers messages by e-mail to {mail}.',
  'Drives a pickup, plate {plate}; no accidents since {date}.',
  'Enjoys gardening and grows roses; walks the dog a mile in summer, less in March winds.',
  'Two children at home, {child} and an infant; no pets.',
  'Has applied for disability, SSN {ssn}, case worker {clerk}, {county} office.',
  'Goes to church on the west side and has good support there.',
  'Cares for a {oldage}-year-old neighbor and for {relfirst}, who is {12-80}.',
  'The household includes {rel} and a father aged {oldage} years.',
  'Transportation by county van; rides are booked through {phone2}.',
]

export const exam: readonly string[] = [
  'BP {bp}, pulse {hr}, temp {temp} F, SpO2 {92-99}% on room air.',
  'Alert and oriented x3, no acute distress; Glasgow Coma Scale 15.',
  'HEENT: PERRLA, tympanic membranes {clear|dull on the right|clear bilaterally}, oropharynx without exudate; Weber midline, Rinne positive on both sides.',
  'Lungs clear to auscultation; no Kussmaul or Cheyne-Stokes breathing.',
  'Abdomen soft, negative Murphy sign, no tenderness at McBurney point.',
  'Romberg negative, Babinski downgoing, strength 5/5 throughout, reflexes 2/4 and equal.',
  'Phalen and Tinel signs {positive on the right|negative|equivocal}; grip is {strong|weak}.',
  'Lachman and McMurray tests negative, no effusion, Baker cyst not felt.',
  'Skin shows {a 2 cm healing abrasion|no rash|mild stasis changes|a 4 mm papule}; Nikolsky sign negative.',
  'Trace edema at both ankles, Homans sign absent, pulses 2+.',
  'Foley catheter in place, draining clear yellow urine, {200-900} mL over the shift.',
  'Access: left upper arm fistula with good thrill and bruit; no sign of infection.',
]

export const plan: readonly string[] = [
  'Start {rx} and recheck {potassium|creatinine|TSH|CBC} in {2-6} weeks.',
  'Continue {rx}; stop {drug} because of {cough|rash|dizziness|cost}.',
  'May take acetaminophen 500 mg as needed; will avoid NSAIDs with eGFR of {18-58}.',
  'Will order {CPT 93000|CPT 71046|CPT 80053|CPT 85025} and call {him} with results at {phone}.',
  'Referral to {prov2} at {fac2}, appointment {future} at {time}; phone {phone3}, fax {fax2}.',
  'Return to clinic on {future} or sooner if worse; go to the emergency room for chest pain, weakness or a drooping face.',
  'Mark the site, dress with Kerlix and Steri-Strips, keep dry for 24 hours.',
  'Patient given handout and may call the nurse line 24/7.',
  'Diet, salt and fluid limits were gone over with {first} and {relfirst}; both voiced understanding.',
  'The long term goal is an A1c under 7.5; the price of test strips remains a barrier.',
  'Prescription sent to {pharm}, {phone2}.',
  'Work note given for {emp}: no lifting over {10-40} lb until {future}.',
  'Discussed with {prov2}, who agrees with the above.',
  'Rose Bengal stain declined; artificial tears 1 drop OU QID.',
  'Prior authorization {id} is still pending with {insurer}; will appeal if denied.',
  'We will hope to taper prednisone from 10 mg by 2.5 mg every week.',
]

export const course: readonly string[] = [
  '{mr} was brought in by {EMS|ambulance|private car} on {date} with {dx}.',
  'In the emergency department {his} blood pressure was {bp} and lactate {1-5}.{1-9} mmol/L.',
  'CT of the head was read by {prov2} as negative for bleed.',
  'Blood cultures drawn {date} grew gram positive cocci in 1 of 2 bottles, felt to be a contaminant.',
  'Ceftriaxone 1 g IV daily was given through {recent}, then changed to cephalexin 500 mg by mouth.',
  'Nephrology was consulted; {prov2} placed a tunneled catheter (device {device}) on {recent}.',
  'A dual chamber pacemaker, serial {device}, was implanted without event.',
  'Physical therapy worked with {mr} daily; Morse fall score {25-75}, Braden score {14-20}.',
  'By {recent} {he} was walking {80-300} feet with a rolling walker on room air.',
  'The care team spoke with {rel}, {his} {relation}, by telephone ({phone}) on {recent}.',
  '{He} is discharged home to {town} with home health from {fac2}.',
  'A swallow study was normal; may advance to regular diet.',
  'Urine output rose to {900-2400} mL per day after the Foley was removed.',
  'Creatinine peaked at {3-7}.{1-9} mg/dL and fell to {1-2}.{1-9} mg/dL at discharge.',
]

export const radiologyFindings: readonly string[] = [
  'Heart size is within normal limits. No pleural effusion or pneumothorax.',
  'There is mild multilevel degenerative change, most marked at L4-L5 and C5-C6.',
  'A {3-9} mm nodule in the right lower lobe is unchanged since {date}.',
  'Comparison is made with the study of {date} from {fac2}.',
  'T2 signal is increased in the posterior horn of the medial meniscus, grade 2 of 3.',
  'No fracture. Alignment is anatomic. A small Baker cyst measures {1-3} x {1-2} cm.',
  'The common bile duct is {3-7} mm. Sonographic Murphy sign is negative.',
  'Doppler flow is present in both kidneys with resistive index of 0.{62-78}.',
  'Contrast: {75-110} mL of iohexol 350 through a 20 gauge line; no reaction.',
  'Degenerative change at T12-L1, Schmorl nodes at three levels; a Paget pattern is not seen.',
  'Technologist {clerk} noted that {mr} could not hold {his} breath for the long sequence.',
]
export const radiologyImpression: readonly string[] = [
  'No acute abnormality.', 'Findings called to {prov2} by {prov} at {time} on {today}.', 'Stable nodule; may repeat in 12 months per Fleischner criteria.',
  'Moderate osteoarthritis, Kellgren-Lawrence grade 3.', 'BI-RADS 2, benign. Routine follow up.', 'Findings favor {dx}; will need clinical correlation.',
] // biome-ignore format: short sentences

export const gross: readonly string[] = [
  'Received in formalin labeled "{ptlist}" and "{biopsy, left arm|gastric antrum|cecal polyp}" is a tan fragment, {2-9} x {2-5} x 2 mm, entirely submitted in cassette A1.',
  'The container also bears the number {mrn} and the date {date}.',
  'Sections show chronic inflammation; Giemsa stain for Helicobacter is {negative|positive}. No dysplasia.',
  'Barrett mucosa without dysplasia is seen in part B; the gram stain is negative.',
  'Ki-67 marks {4-30}% of nuclei. Reed-Sternberg cells are absent, which argues against Hodgkin lymphoma.',
  'Intraoperative consultation: {prov2} was told "benign" at {time} on {date}.',
  'Slides were reviewed with {prov2} of {fac2} (outside number {id}).',
  'Margins are clear by {1-6} mm. Mitoses: 1 per 10 high power fields.',
]

export const nursing: readonly string[] = [
  '{time} Pt arrived ambulatory with {relation} {relfirst}, pre weight {54-118}.{1-9} kg, dry weight {52-116}.0 kg.',
  '{time} Two 15 gauge needles placed by {initials}, heparin 2,000 units bolus given.',
  '{time} BP {bp}, pt c/o leg cramps, UF off, 200 mL NS given, placed in Trendelenburg, {initials}.',
  '{time} Call placed to {prov} re potassium of 6.{1-4}; new order 2K bath, read back.',
  '{time} Machine {device} alarmed for venous pressure; lines reversed.',
  '{time} Pt resting in semi-Fowler position, Hickman site clean and dry.',
  '{time} {nurse} relieved for lunch by {clerk}.',
  '{time} Treatment ended early at request of pt; {relation} {rel} called at {phone} for pick up.',
  '{time} Left with {relfirst} by car, plate {plate}, stable, no bleeding.',
  '{time} Hoyer lift used for transfer, tolerated well; skin intact, Braden {14-20}.',
  '{time} Hep B surface antibody drawn, tube labeled {id}.',
  '{time} Pt states "I will not come on Saturday," educated on missed treatments.',
]

export const dental: readonly string[] = [
  '{mr} presents for {periodic exam|limited exam of #30|crown prep #14|extraction #17}; medical history reviewed, {dx} noted.',
  'Articaine 4% with epi 1:100,000, {1-3} carpules, buccal infiltration.',
  'Angle class II division 1, overjet {4-8} mm; Miller grade 2 mobility of #24.',
  'Shade A2. Impression sent to {fac2}, case {id}, due {future}.',
  '{first} was told that {he} may have soreness for 2 days and will need to keep a soft diet.',
  'Recall in 6 months with {nurse}. {relation} {rel} is the responsible party, {phone}.',
  'Cleared by {prov2} on {date} to hold {drug} for 48 hours.',
]

export const vision: readonly string[] = [
  'Uncorrected acuity by Snellen chart is 20/{30-70} OD and 20/{30-60} OS, best corrected 20/20 and 20/25.',
  'Goldmann tonometry: {11-24} mmHg OD, {11-24} mmHg OS at {time}.',
  'Humphrey 24-2 field of {date}: {full|early nasal step OS}.',
  'Schirmer test {4-14} mm at five minutes; rose bengal staining mild.',
  'Cup to disc ratio 0.{3-7} OU, Amsler grid normal.',
  'Referred to {prov2}, {fac2}, for {dx}. {mr} will call {phone3}.',
]

export const schoolNotes: readonly string[] = [
  'Please excuse {pt} from {school} on {recent}; {he} was seen in our office.',
  '{first} may return on {future} with no physical education for {1-3} weeks.',
  '{He} carries an albuterol inhaler and may use it before recess.',
  'Parent {rel} was called at {phone} on {recent} at {time}; message left with {emp}.',
  'Hearing screen passed at 1000, 2000 and 4000 Hz; Snellen 20/{20-40} both eyes.',
  'Bus {7-89}, homeroom {clerk}, student number {id}.',
  'Immunizations are up to date except Tdap, which is due by {future}.',
  'Diet order: no peanuts; epinephrine 0.15 mg IM for reaction, call 911, then {phone}.',
]

export const authReasons: readonly string[] = [
  '{mr} has tried and failed {rx} ({date} to {date}) and {rx}.',
  'Diagnosis {icd}, {dx}, confirmed by {prov2} at {fac2} on {date}.',
  'Without treatment {he} will likely lose the ability to {stand at work|climb stairs|walk more than 50 feet|live alone}.',
  'Requested: {drug}, quantity {30-90} per {30-90} days, {3-12} fills, HCPCS J0885.',
  'Guideline based care was documented in the note of {date}, pages 2-4.',
  'Denial {id} dated {date} cited "step therapy"; we ask for a peer to peer review at {phone2}.',
  'Member {plan} is {ages} years old and has been enrolled since {date}.',
  'The requested device replaces {device}, which failed on {date}.',
]

export const payerLines: readonly string[] = [
  'If you have questions call member services at {phone2} or visit {url}.', 'You have 180 days from {today} to file an appeal.',
  'Write to {insurer}, Appeals, {home}.', 'Your claim {id} was processed on {recent}.', 'Log in from any device; last login {recent} from {ip}.',
  'Payments may be mailed to {fac} or charged to card {card}.', 'We will not balance bill you for in-network care.',
  'Your account {acct} is {30-120} days past due.', 'Grant assistance may be open to those under 200% of the poverty line.',
  'Call {clerk} in our business office, {phone2}, {Monday to Friday|8 to 5}.',
] // biome-ignore format: short sentences

export const privacyLines: readonly string[] = [
  'This record is meant only for {fac2}; if received in error call {phone2}.',
  'Printed {today} by {clerk} from workstation {ip}.',
  'Signed with {bio} at kiosk {mac}.',
  'Portal: {url}. Records: {staffmail}.',
  'Driver license {lic} seen at check-in, VIN {vin} on the accident report.',
  'Telemetry unit {mac}, host {ip}; tablet {device}.',
  'Identity confirmed by {bio} and license {lic}.',
]
