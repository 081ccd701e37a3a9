/** What people do, and what is done with them: sentences of a bare name and a verb, in great number. */

const afterPerson =
  'called|agreed|agrees|wants|needs|asked|asks|arrived|left|drove|came|stayed|said|says|told us|thinks|feels|felt|believes|worries|noted|noticed|found|saw|heard|took|takes|gave|gives|brought|brings|picked up|dropped off|helps|helped|cares for|lives with|visits|visited|works|worked|is working|was working|retired|moved|moved in|was seen|was found|was told|was given|was started|was placed|was born|was admitted|was transferred|was discharged|was evaluated|was here|was upset|was tearful|was pleasant|was sleeping|is here|is doing well|is doing better|is aware|is on call|is off today|is covering|is available|is allergic|is a good candidate|is at risk|is due|is scheduled|is pregnant|is sober|has|has had|has been|had|had been|did|does not|did not|could not|cannot|can|will|would like|should|may need|fell|slipped|tripped|collapsed|vomited|coughed|cried|smiled|walked|ambulated|ate|drank|slept|refused|declined|accepted|signed|consented|verbalized understanding|understands|reported|reports|denied|denies|states|stated|endorses|described|explained|presented|presents|returned|returns|follows|followed up|tolerated|tolerates|responded|responds|improved|progressed|continues|completed|finished|started|stopped|quit|resumed|uses|used|smokes|drinks|weighs|graduated|attends|plays|enjoys|likes|married|divorced|passed away|died|expired|recommended|recommends|ordered|orders|prescribed|performed|placed|removed|reviewed|read|dictated|interpreted|assisted|supervised|scrubbed|covered|relieved|paged|returned the call|approved|cosigned|documented|charted|verified|witnessed|translated|interprets|faxed|emailed|texted|left a message|requests|requested|insists|prefers|admits|insisted'
const beforePerson =
  'called|saw|told|asked|informed|notified|paged|contacted|texted|emailed|updated|thanked|examined|interviewed|counseled|met|meet with|met with|spoke with|spoke to|speaking with|talked to|talked with|discussed with|reviewed with|coordinate with|consulted|consult|cc|copied|referred to|refer to|referred by|per|by|from|with|for|to|via|and|or|regarding|about|on behalf of|accompanied by|brought in by|escorted by|seen by|followed by|seen with|staffed with|assisted by|signed by|reviewed by|read by|placed by|performed by|given by|drawn by|done by|written by|ordered by|approved by|cleared by|handed off to|report to|signed out to|sign out from|relieved by|covering for|on call for|scheduled with|appointment with|lives with|stays with|raised by|cared for by|married to|divorced from|daughter of|son of|custody of|mother of|friend of|visit from|message from|letter from|note from|call from|fax from|care of|c/o|attn|primary|attending|resident|nurse|therapist|sponsor is|partner is|contact is|provider is|surgeon was|named|goes by|known as|formerly|ask for|dear|hello|hi|thanks|sincerely|witness|interpreter'
const person =
  '[{x.first}|{x.last}|{x.any}|Dr. {x.last}|{x.first}|{x.last}|Ms. {x.last}|{x.il}|{x.lastinit}|{x.firstinit}]'
const short = '[{x.first}|{x.last}|{x.first}|{x.last}|{x.any}]'
const things =
  '[the results|the plan|{test}|{drug}|{dx}|the chart|{sym}|{words}|medications|the consent|discharge|a ride|an appointment|follow up|the wound]'
const tail = `[{words}.|at {time}.|on {date}.|yesterday.|today.|tomorrow.|about ${things}.|for ${things}.|with ${short}.|.|this morning.|, who {words}.|, {words}.|and {words}.|again.|in {city}.|to {hosp}.|from {hosp}.|, {cred}.|x{n}.]`

export const dealings: readonly string[] = [
  `${person} [${afterPerson}] ${tail}`,
  `${short} [${afterPerson}] ${things}.`,
  `[{he}|We|I|Staff|The {role}|The family|Team|Nursing|EMS|Front desk|Pharmacy] [${beforePerson}] ${person} ${tail}`,
  `[{Words}|{Dx}|{test}|{Word}] [${beforePerson}] ${short} ${tail}`,
  `[{Word}|{Words}|{drug} {dose}|{test}] [${beforePerson}] ${person}.`,
  `{Words}, ${short} [${afterPerson}] {words}.`,
  `When ${short} [${afterPerson}], {words}.`,
  `[If|Once|After|Before|Because|Since|While|Until|Unless|Although] ${short} [${afterPerson}], [${short}|{he}|we] [${afterPerson}] ${things}.`,
  `{Words} ${short}'s {word}.`,
  `[{Rel}|{Role}|{rel}|{role}|Her {rel}|His {rel}|My {rel}|Pt's {rel}] ${short} [${afterPerson}] ${tail}`,
  `[{Rel}|{Role}|The {role}] [-|,|(] ${person} [-|,|)] [${afterPerson}] {words}.`,
  `${short} [and|&|, {x.first} and|or] ${short} [${afterPerson}] ${tail}`,
  `${short}: "{words}." ${short}: "{words}."`,
  `[Present|Attendees|In attendance|Participants|Team|Staff|On call|Rounding|Huddle|Family]: ${short}, ${short}, ${person}[, and ${short}|].`,
  `{Words} ([${person}|${short}, {cred}|${short} - {role}|per ${short}|{rel} ${short}]) {words}.`,
  `[${short}|${person}] [${afterPerson}] [${beforePerson}] [${short}|{hosp}|${person}] ${tail}`,
  `The {word} [at|in|of|from|near|outside|by|to] [{hosp}|{shorthosp}|{city}|{emp}|{citystate}|{street}] [is|was|has been|will be] {words}.`,
  `[{he}|{x.first}] [went|goes|returned|moved|drove|flew|traveled|was sent|was taken|commutes|walked|presented] [to|from|through|near|back to] [{hosp}|{shorthosp}|{city}|{citystate}|{emp}] ${tail}`,
  `[{Words}|{test}|Surgery|Dialysis|Rehab|Infusion|Records] [at|from|in|to] [{hosp}|{shorthosp}|{hosp} in {city}|{city}] ${tail}`,
  `{emp} [called|requires {words}|will pay|needs a note|is his employer|laid him off|offers {words}].`,
  `{hosp} [called|accepted the patient|has no beds|faxed {test}|will follow|requests records|denied the claim|is closed|said {words}].`,
  `[Grew up|Born|Raised|Lives|Living|Resides|Worked|Retired|Vacationing|Hunting|Camping] in {city}[, {state}|, {words}|].`,
  `[While|When] [at|visiting|in|near|shopping at|working at|driving to] [{city}|{emp}|{hosp}], [{he}|${short}] [${afterPerson}] {words}.`,
]

const material = '[{device}|{drug}|{organism}|{Rare}|{device}]'

/** Trade names, makers and states in the places where a name could stand. */
export const goods: readonly string[] = [
  `[Closed|Repaired|Dressed|Irrigated|Covered|Treated|Packed|Injected|Sutured|Wrapped] with [{n}-0 |]${material}[ and ${material}|].`,
  `[The|A|An] ${material} [was|were] [used|applied|infiltrated|administered|changed|deployed|trialed|inflated] [{words}|without incident|].`,
  '[Drives|Driving|Rear-ended in|Passenger in|MVA in|Owns] a [{year} |][Honda|Toyota|Ford|Chevy|Chevrolet|Dodge|Jeep|Nissan|Subaru|Kia|Hyundai|Tesla|Buick|Lexus|Harley|Ford F-150|Honda Civic|Toyota Camry|pickup|van].',
  '[{he}|She|He|Family|Patient] [lives in|is from|moved from|moved to|resides in|was born in|is visiting from|grew up in] {state}[ with family|. {Words}.| in {year}|, {words}|].',
  '[Born in|Emigrated from|Travel to|Visited|Deployed to|Returned from|Native of] [Mexico|China|India|Vietnam|the Philippines|El Salvador|Cuba|Nigeria|Ethiopia|Korea|Iraq|Afghanistan|Germany|Canada|Haiti|Russia|Brazil|Guatemala|Somalia] [in {year}|at age {n}|].',
  '[Covered by|Insured through|Billed to|Denied by|Approved by|Appeal to|Claim with|Coverage through|Called] [{payer}|Liberty Mutual|State Farm|Geico|Allstate|Progressive|Travelers|Hartford|Sedgwick|Nationwide|MetLife|Aflac|Prudential|Express Scripts|Optum|CVS Caremark|Magellan|Delta Dental] [since {year}|for {test}|.|on file.]',
  '[{drug}|{device}|{organism}|{eponym}|{sign}] [and|or|versus|with|plus] [{drug}|{device}|{eponym}|{sign}] [discussed|reviewed|considered|ruled out|noted|{words}].',
  '[Follow up|Discharge|Referred|Return|Admit|Transfer|Consult] [with|to|from] [Primary Care|Home Health|the Emergency Department|Outpatient Therapy|Wound Care|Social Services|Cardiac Rehab|Hospice|Pain Clinic|Same Day Surgery|Urgent Care|the Stroke Unit|Home|Skilled Nursing|Acute Rehab|Long Term Care] [in {n} days|today|if {sym}|].',
  '[{section}|{Words}] [per|by|using|according to] [{sign}|{eponym}|protocol|guidelines|{Rare} criteria].',
  '{sign}: {n}. {sign}: [negative|positive|grade {n}|stage [A|B|II|III]|class {n}].',
  '[Rep|Staff|Nurse|Doctor|Provider|Team|Driver|Sitter|Family|Aide] [present|notified|aware|at bedside|{words}].',
  "The [Department|Center|Office|Clinic|Hospital|Program|Unit|Board|Bureau|Division] [of|for] [Motor Vehicles|Aging|Health|Public Health|Diabetes Education|Infection Control|Medical Records|Patient Safety|Behavioral Health|Women's Health|Veterans Affairs] [{words}|is open|offers classes].",
  '[Please|Kindly] [Bring|Sign|Complete|Return|Call|Read|Initial|Print] [Your|This|the|All] {Word} [{Word}|and {Word}] [to|Before|at|for] [Your|the|Each] {Word}.',
  '[{organism}|{drug}|{device}|{eponym}], {words}, {sign}, {Rare}.',
  '{Rare} {n} [mg|mL|g|units] [IV|PO|given|daily] {freq}.',
  '[S|O|A|P|S/|CC|HPI|A/P|R|L|I|II]: {Words}. [O|A|P]: {Words}.',
  'S: [{Words}|"{Words}."] O: {vital}, {lab}. A: {dx}. P: {drug}, {test}.',
  '[{test}|EF|Ejection fraction|Reference|Range|Normal|Goal|Target|Rate|Level] [{n}0-{n}5|{n}.{n}-{n}.{n}|{n}%|{n}5 to {n}9|<{n}|>{n}0|{n}/{n}|{n} - {n}0] [mg/dL|mmol/L|%|U/L|K/uL|g/dL|bpm|].',
  '{lab} {n}35-{n}46 [mmol/L|mg/dL|U/L]\n{lab} {n}-{n}0 [%|g/dL]',
  '[Td|Tdap|MMR|DTaP|Hep B|IPV|PCV13|HPV|Flu|Influenza|Varicella|Pneumovax|Shingrix|Rotavirus|Hib|RSV|PPD] [booster|vaccine|#{n}|series|dose {n}] [given|due|up to date|declined|administered] [in left deltoid|IM|today|].',
  '[Medics|Paramedics|EMS|Police|Security|Housekeeping|Dietary|Transport|Staff|Students|Residents|Nursing] [brought|called|escorted|cleaned|aware|arrived|found] [her|him|the patient|the room|] {words}.',
  '[single|married|young|older|pleasant|obese|healthy|anxious] [Latina|Latino|Hispanic|Black|White|Asian|Caucasian|African American|Native American|Korean|Mexican|Haitian|Somali] [woman|man|male|female|mother|veteran|student] {words}.',
  '[CHA2DS2-VASc|HAS-BLED|CURB-65|NIHSS|MELD|MELD-Na|TIMI|GRACE|HEART|PERC|qSOFA|SOFA|ASA|ECOG|NYHA|FRAX|STOP-BANG|CIWA|COWS|AUDIT-C|C-SSRS|PHQ-2|MoCA|BI-RADS|LI-RADS|TI-RADS|PI-RADS] [score |class |category |]{n}[, {words}|].',
  '[Low|High|Blood|Fasting|Random|Normal|Your|Daily|Weekly|Sick Day] {Word} [{Word}|Sugar|Pressure|Levels|Rules|Goals|Tips|Plan]: {Words}.',
  '[Aleve|{drug}|{drug}], [{drug}|{device}], or {drug} [{words}|may be used|as needed].',
  '[Model|Make|Maker|Manufacturer|Brand|Type|Size|Color|Style]: [Honda|Ford|Medtronic|Stryker|{device}|{Word}|large|{Word} {Word}].',
]
