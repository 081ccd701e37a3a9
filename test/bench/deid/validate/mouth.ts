/** Words of the dental office, for `dental-record` alone: practices, laboratories, plans, work with its CDT code, notes. */

/** `*` stands for the dentist's surname. */
export const practices: readonly string[] = [
  '* Dental Arts', 'Juniper Street Dentistry', '* & Daughters, D.D.S., P.C.', 'Little Molar Kids Dentistry', 'Saltgrass Periodontics', 'Second Story Dental Studio',
  'Drs. * and Partners', 'Windmill Plaza Dental', 'Courthouse Square Endodontics', 'Prairie Schooner Dental Co-op', 'Bridge & Crown Dentists of * Heights', 'Terrazas Dental Home',
] // biome-ignore format: a list

export const laboratories: readonly string[] = [
  'Cuspid Creek Dental Lab', 'Argent Ceramics', 'Two Brothers Prosthetics', 'Marginal Ridge Milling Center', 'Feldspar & Sons Dental Laboratory', 'Northlight Removables',
] // biome-ignore format: a list

export const dentalPlans: readonly string[] = [
  'Blue Heron Dental PPO', 'Union Trades Dental Trust', 'Gemstone Dental Select', 'State Retirees DeltaWest', 'KidSmile Medicaid Dental', 'none, office savings plan', 'Ironworkers Local Dental Fund',
] // biome-ignore format: a list

/** Sickness, drugs and habits as they stand in the box of alerts. */
export const alerts: readonly string[] = [
  'Premedicate: amoxicillin 2 g one hour prior, valve replaced {date.t}, per {prov2}.',
  'LATEX. Reacts to epinephrine; use Carbocaine plain.',
  'Takes {drug} and {drug}. INR on file from {date.t}.',
  'Alendronate since {date}; watch for MRONJ. Call {prov2} {phone3} before any extraction.',
  'A1c 8.{1-9}, morning visits only. {relation} {relfirst} drives.',
  'Sulfa - hives. Gags on uppers. Wants nitrous.',
  'NKDA. ASA II. Sjögren syndrome, dry mouth, Prevident nightly.',
  'Do not recline below 45 degrees (Ménière). Pacemaker {device}: no Cavitron.',
]

/** CDT code, where in the mouth, and how the office writes it down. */
export const work: readonly (readonly [string, string, string])[] = [
  ['D0150', 'FM', 'New pt exam. CC: "{my gums bleed|front tooth chipped|the back one throbs at night}". Came over from {fac2}, films of {date} requested by {clerk}.'],
  ['D0140', '#{2-15}', 'Emergency slot. {mr} phoned {recent} from {phone}, swelling since {date}. Percussion +, cold -, no Ludwig angina. Rx phoned to {pharm} at {time}.'],
  ['D4341', 'UR', 'SRP with Gracey 11/12 and 13/14, Cavitron. Cook-Waite lido 2% 1:100,000, {1-3} carps. Nabers probe grade II furcation #3.'],
  ['D4910', 'FM', 'Perio maint. Williams probe, BOP {8-44}%. Stillman cleft #24 stable since {date.t}. OHI with {relfirst} present.'],
  ['D2392', '#{18-31} MO', 'Black class II, Tofflemire, Vitrebond, Filtek A3.5. Bite checked. Pt numb when leaving, {relation} told to watch lip.'],
  ['D3330', '#{17-31}', 'RCT. Gow-Gates block, Schneider curve moderate. WL MB 20.5, ML 20.0, D 21.5. Gates Glidden 2-4, 25/.06. Referred back by {prov2}.'],
  ['D7210', '#{1-16}', 'Surgical ext. Luxator, flap, 4-0 chromic x{2-4}. POIG to {rel}, {relation}. Reached same night at {phone}, doing fine.'],
  ['D6010', '#{19-30}', 'Implant 4.1 x 10, 35 Ncm, healing cap. Sticker: {device}. Report sent to {prov2} on {recent.t}.'],
  ['D5213', 'Max', 'RPD framework try-in, Kennedy III mod 1, Adams clasp #4. {nurse} took bite. Case {id} back to lab.'],
  ['D5110', 'Max', 'Wax try-in. {mr} brought wedding picture of {date}; likes the midline. Spee and Wilson curves ok, Bennett side shift 1 mm.'],
  ['D6545', '#{6-11}', 'Maryland bridge rebonded, Panavia. Third time since {date}. Fee waived, see account {acct}.'],
  ['D8680', 'Both', 'Debond. Hawley upper, Essix lower. Nance button left in storage with {clerk}. Next {future.t}.'],
  ['D1351', '#{2-3}, #{14-15}', 'Sealants, Frankl 3, Isovac. {first} picked the dinosaur. Note for {school} handed to {relfirst}.'],
  ['D2930', 'tooth {S|T|K|L}', 'SSC, Hall technique. Turner hypoplasia on #{20-29}. Parent consent by phone, {rel}, {phone}, {recent}.'],
  ['D9230', 'n/a', 'N2O 40/60, {12-35} min, O2 flush 5. Start {time}. SpO2 98. {initials} monitored.'],
  ['D9986', 'n/a', 'BROKEN APPT. No call. Left word with {rel}; mail to {street} came back {recent.t}.'],
  ['D9310', 'n/a', 'Consult w/ {prov2} re {drug} hold, faxed {fax2}, reply {recent.t}. OK to go 48 h.'],
  ['D7880', 'Both', 'TMD splint, Michigan type. Frankfort plane level, no Le Fort fx on CT of {date}. Max opening {24-41} mm.'],
] // biome-ignore format: a table

/** What hygienist and front desk add below the entries. */
export const deskNotes: readonly string[] = [
  'Subscriber is {rel}, works for {emp}; year max $1,500, used $612 as of {today.t}.',
  '{first} likes to be texted at {phone}, never before 10, and will not fly in March.',
  'Asked for Fridays with {nurse}. Waits at {emp2} across the street till we ring.',
  'Preauth {id} came back {recent.t}: downgrade to D2140, pt may pay the rest in 3 parts.',
  'Perio classification Stage III Grade B. Vincent infection ruled out.',
  'Chart thinned {date.t}; pages before that are in box {12-80} at {fac2}.',
  'Moved to {home}; postcard recall goes there from now on.',
  'Physician of record {prov2}, {phone3}. Lives with {relfirst}.',
  'Balance 50/50 with former spouse; statements to {relmail} and {mail}.',
  'Interest in whitening for the reunion on {future}. Bolton ratio 1:1, no crowding.',
  '{He} turned {ages} this year, still 28 teeth. Rose water rinse stopped.',
  'Records copied for {mr} on {recent} against license {lic}, {initials}.',
]

/** Reading of films. */
export const filmNotes: readonly string[] = [
  'Horizontal bone loss {15-35}% at UL molars against the set of {date}.',
  'J-shaped lucency #19 mesial root; {prov2} at {fac2} to see {mr}, call {phone3}.',
  'Mesiodens not seen. Turner tooth #20, taurodont #2.',
  'Recurrent decay under MOD amalgam #30, watch DO #13.',
  'Overlap on the left premolar wing; retake charged to no one, {initials}.',
  'Carotid shadow? Copy for Dr. of record by mail to {town2}, {recent.t}.',
  'Wisdom teeth: Winter class, mesioangular 17 and 32; Pell and Gregory B II.',
  'Compared with {date} films from {fac2}, file {id}.',
  'Hutchinson notch absent. Calculus spurs lower front, Palmer 1-1.',
  'Bitewings due again {future.t}; {relfirst} asks for the thyroid collar.',
]

export const madeOf: readonly string[] = [
  'Zirconia, full contour', 'Lithium disilicate', 'PFM, noble', 'Gold, type III', 'PMMA temporary', 'Acrylic, heat cure', 'Cobalt chrome frame', 'Titanium base',
] // biome-ignore format: a list

export const slipWishes: readonly string[] = [
  'Match #{8-9}, see photo by {initials}',
  'Open bite on left. Ring {prov} at {phone2}',
  'Same as case {id} of {date.t}',
  'Hader bar, 2 clips. Rush for wedding {future.t}',
  'Stain light, {first} is fussy',
  'Remake no charge, margin short per {clerk}',
]

export const shades: readonly string[] = ['A1', 'A2', 'A3.5', 'B1', 'C2', 'D3', 'BL2', '2M2', 'OM3', '1M1']

/** Eponyms and brands of the trade that are nobody's name here. */
export const mouthTempting: readonly string[] = [
  'gracey', 'nabers', 'williams', 'stillman', 'tofflemire', 'schneider', 'gates', 'glidden', 'gow-gates', 'ludwig', 'kennedy', 'adams', 'spee', 'bennett', 'maryland',
  'hawley', 'essix', 'nance', 'frankl', 'hall', 'turner', 'michigan', 'frankfort', 'vincent', 'bolton', 'winter', 'pell', 'gregory', 'hutchinson', 'palmer', 'hader', 'black',
  'cook-waite', 'miller', 'filtek', 'vitrebond', 'panavia', 'cavitron', 'carbocaine', 'luxator', '1:100,000', '11/12', '13/14', '40/60', '25/.06', '2-4', '1-1', 'a3.5', '20.5', '20.0', '21.5',
] // biome-ignore format: a list
