/** Phrases of a clinic in capitals that name no place and nobody, and what stands around them. */
export const phrases =
  'Physical Therapy|Occupational Therapy|Speech Therapy|Respiratory Therapy|Primary Care|Health Care Proxy|Emergency Department|Emergency Room|Labor and Delivery|Medical Surgical|Same Day Surgery|Post Anesthesia Care Unit|Intensive Care Unit|Cardiac Care Unit|Step Down Unit|Blood Bank|Home Exercise Program|Range of Motion|Deep Tendon Reflexes|Activities of Daily Living|Plan of Care|Level of Care|Standard of Care|Advance Directive|Living Will|Do Not Resuscitate|Power of Attorney|Court date|Court order|Child Protective Services|Adult Protective Services|Social Services|Case Management|Discharge Planning|Care Coordination|Infection Control|Quality Improvement|Patient Advocate|Patient Portal|Medical Records|Release of Information|Prior Authorization|Explanation of Benefits|Summary of Benefits|Workers Compensation|Social Security|Disability Benefits|Food Stamps|Meals on Wheels|Alcoholics Anonymous|Narcotics Anonymous|Weight Watchers|Motivational Interviewing|Cognitive Behavioral Therapy|Dialectical Behavior Therapy|Mental Status|Review of Systems|Time Up and Go|Timed Up and Go|Sit to Stand|Fall Precautions|Contact Isolation|Universal Precautions|Time Out|Rapid Response|Code Blue|Code Stroke|Left Ventricle|Right Atrium|Aortic Valve|Mitral Valve|Rotator Cuff|Cervical Spine|Lumbar Spine|Upper Extremity|Lower Extremity|Gross Description|Final Diagnosis|Specimen A|Specimen B|Part A|Block B2|Slide 3|Level 4|Grade II|Grade B|Stage III|Type 2|Class C|Phase I|Zone 1|Group B|Section C|Line 2|Table 1|Figure 2|Form B|Unit 3|Room Air|Normal Saline|Lactated Ringers|Half Normal Saline|Vitamin C|Vitamin D|Factor V|Protein C|Protein S|Hep B|Hep C|Group B Strep|Rh Negative|Beta Blocker|Ace Inhibitor|Gram Negative Rods|Ki-67|HER2 1+|ER Positive|Ink: Blue|Hematoxylin and Eosin|Congo Red|Prussian Blue|Oil Red O|Trichrome|Alcian Blue|Silver Stain|Blue anterior|Black posterior|Orange superior|Green inferior|Red lateral|Yellow medial|First Name|Last Name|Middle Initial|Date of Birth|Street Address|Apt|Work Phone|Home Phone|Group Number|Policy Number|Signature of Patient|Print Name|Office Use Only|See Reverse Side|Thank You|Good Morning|Medicine Clinic|Eye Exam|Well Child Check|Annual Wellness Visit|Follow Up Visit|New Patient|Established Patient|Office Visit|Telehealth Visit|Video Visit|Second Floor|3rd floor|4th floor|Main Entrance|Front Desk|Nurse Line|Help Desk|Customer Service|Member Services|Provider Relations|Appeals Department|Claims Department|Billing Office|Business Office|Human Resources|Parking Garage|Waiting Room|Exam Room|Operating Room|Recovery Room|Conference Room'

/** Sentences around them. */
export const aroundPhrases: readonly string[] = [
  '{phrase}: {words}.',
  '{phrase}. {phrase}. {phrase}.',
  '[from|between|since|in] {year} [to|and|until|-] {year}[, {words}|].',
  '[NDC|NDC:|NDC #|NCT|LOINC|CPT|HCPCS|RxCUI|Model|Cat. No.|Rev.] [{n}-{n}0-{n}|{cpt}|{year}|{n}.{n}] {drug} {dose}.',
  '{drug} {dose} [NDC {n}02-82{n}-01|#{n}|x {n}|{n} refills] {words}.',
  '[1/2|1-2|2-3|1/4] [tablet|tablets|puffs|tsp|strips] {freq}; {n}/6 [systolic|diastolic] murmur; strength {n}/5; {n}-{n}-{n} [reps|minutes|seconds].',
  '[HAS|MAY|WILL|BIG|Big|Peer|Rock|Steady|Steri|Min|Mod|Max|Medic|Guide|Purse|Visitor] [{words}|A|assist|{n}|strips|to {word}].',
  '{phrase}  {phrase}  {phrase}',
  '{phrase} {phrase} {phrase}\n{phrase} {phrase}',
  '{phrase}, {phrase}, {phrase}, and {phrase} [reviewed|discussed|noted|pending|{words}].',
  '[The|Your|Our|Per|In|At|From|To|Via] {phrase} [will|may|is|was|has|can|did] {words}.',
  '[{he}|Patient|We|Family] [discussed|completed|declined|needs|reviewed|received|requested|understands] {phrase}[ and {phrase}|].',
  '[Reviewed|Discussed|Scheduled|Completed|Ordered|Pending|Declined]: {phrase}, {phrase}, {phrase}.',
  '{device} [mesh|suture|sutures|drain|stapler|graft|stent|clips|dressing] [was|were] [used|placed|secured|removed], {words}.',
  '[Stained with|Positive for|Negative for|Immunostains for] [{phrase}|CD20|CD3|p16|p53|Ki-67|S100|HMB45|CK7|CK20|TTF-1|{Rare}] [are|is|and {Rare}|].',
]

/** The same phrases, with people beside them. */
export const peopleAroundPhrases: readonly string[] = [
  '{phrase} [saw|evaluated|cleared|is following|worked with|called|to see|signed off on|met with|and {x.last} discussed] {x.last}[ twice| today|].',
  '{phrase} ({x.first}[, ext. {n}|]) [arranged|called|will follow|is aware|left {words}].',
  '{phrase}: {x.field}[, {cred}|]  {phrase}: [{x.field}|{date}|{hosp}|{code}|{words}]',
  '{x.last} [needs|completed|declined|is awaiting|will start|passed|failed] {phrase}[ per {x.last}| with {x.first}|].',
  'Vaccine  Date  Lot  Site  Given by\n[Tdap|MMR|Hep B|DTaP|IPV|Flu|PCV13]  {date}  {code}  [LA|RA|LT|RT|L deltoid]  {x.il}\n[Varicella|Hep A|HPV|Hib]  {date}  {code}  [LA|RA|LT|RT]  {x.last}\n[COVID-19|Shingrix|MMR]  {date}  {code}  [RA|LA]  {x.il}, {cred}',
  'Last Name  First Name  MI  [Date of Birth|DOB]\n{p.last}  {p.first}  [{n}|J|A|M]  {date}\n[Street Address|Address]  [Apt  |]City  State  Zip\n{street}  {citystate}  {zip}',
  '[Employer|Employer Name]  Occupation  Work Phone\n{emp}  {job}  {phone}',
  'pt {p.lower} [seen|here|arrived|presents|comes in|scheduled] [today|for {dx}|with {sym}|w/ {rel} {r.firstlower}]',
  '[wants|would like|needs|asked to have] {x.last} [seen|evaluated|scheduled|admitted|transferred] [before|by|on|for] [{date}|{weekday}|{dx}]',
  '[Counts|Specimens|Times|Vitals|Orders|History|Meds] [correct|verified|confirmed|obtained|reconciled] [per|by|with] {x.last}.',
]
