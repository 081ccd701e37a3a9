/** The closed word lists of the rules. Lower case, without punctuation. Ours. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

export const titles =
  words(`mr mrs ms miss dr drs doctor prof professor rev reverend fr pastor rabbi imam sgt lt capt col maj hon judge officer mx
  messrs mister`)

export const credentials =
  words(`md do dds dmd dpm od dvm phd psyd pharmd rph edd dnp drph dpt pt dc np pa pac rn lpn lvn cna ma cma rma rmt fnp
  fnpc fnpbc arnp aprn crnp crna cnm cns cnp acnp agnp pmhnp bsn msn msw lcsw lmsw lmft lpc lmhc lcpc bcba cadc otr ot otrl ota pta slp ccc
  cccslp rd rdn ldn cde cdces rt rrt rdms facs facp faap facc facog facep faafp face fascrs fccp facr abim mph mba mha mpas mbbs mbchb mbbch frcs frcp
  emt paramedic atc chp cmt rhia rhit cpc rdh jd esq bs ba med bc mhs ms msc`)

export const months =
  words(`january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec`)

export const weekdays = words(
  `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun mondays tuesdays wednesdays thursdays fridays saturdays sundays weekdays weekends`,
)

export const stateCodes =
  words(`al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri
  sc sd tn tx ut vt va wa wv wi wy dc pr gu vi as mp`)

/** One word of each, for words that stand alone; `statePhrases` has the whole names. */
export const stateNames =
  words(`alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
  kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon
  pennsylvania tennessee texas utah vermont wisconsin wyoming america usa`)

export const statePhrases = [
  ...stateNames,
  'georgia',
  'virginia',
  'washington',
  'new hampshire',
  'new jersey',
  'new mexico',
  'new york',
  'north carolina',
  'north dakota',
  'rhode island',
  'south carolina',
  'south dakota',
  'west virginia',
  'district of columbia',
  'puerto rico',
] as const

/** Eponyms of medicine that also are surnames, or look like one. With a title or a given name they are people again. */
export const eponyms =
  words(`kerley hurthle hürthle penrose parkinson parkinsons addison addisons crohn crohns bell bells graves cushing cushings hodgkin hodgkins alzheimer alzheimers down downs
  huntington huntingtons tourette tourettes marfan turner klinefelter raynaud raynauds sjogren sjogrens sjögren behcet behçet hashimoto hashimotos meniere menieres
  ménière paget pagets wilson wilsons whipple barrett barretts colles smith monteggia galeazzi bennett boxer jones lisfranc potts pott chiari arnold
  baker bakers dupuytren dupuytrens quervain peyronie peyronies hirschsprung wilms ewing ewings kaposi burkitt waldenstrom virchow babinski romberg murphy
  murphys mcburney mcburneys homan homans rovsing kernig brudzinski lachman mcmurray tinel phalen finkelstein spurling lasegue hoffmann hoffman trendelenburg thomas ortolani
  barlow galeazzi allen weber rinne snellen glasgow apgar ranson norton braden morse beck hamilton katz lawton karnofsky child pugh killip wells
  gleason breslow clark bosniak salter harris gustilo weber garden dukes forrest mallampati cormack lehane ramsay karnofsky hunt hess fisher fontaine rutherford wagner
  foley swan ganz hickman broviac groshong penrose jackson pratt blakemore sengstaken dobhoff levin salem yankauer kirschner steinmann harrington roux billroth nissen
  hartmann bassini mcvay lichtenstein kocher pfannenstiel heimlich valsalva leopold mcroberts bishop kegel epley hallpike dix trendelenburg fowler fowlers sims
  doppler holter swan bovie kelly allis babcock debakey metzenbaum mayo bookwalter weitlaner deaver richardson balfour gelpi adson senn army navy
  guillain barre barré epstein barr coxsackie norwalk lyme ebola zika west ross wolff white lown ganong brugada romano ward eisenmenger fallot ebstein
  takayasu kawasaki henoch schonlein schönlein churg strauss wegener wegeners goodpasture alport fanconi bartter gitelman conn kimmelstiel berger bright
  charcot marie tooth friedreich duchenne becker erb klumpke horner horners wallenberg wernicke korsakoff korsakov creutzfeldt jakob lewy pick
  lou gehrig lambert eaton sydenham ehlers danlos osler weber rendu sturge recklinghausen hippel lindau tay sachs gaucher niemann fabry
  zollinger ellison mallory weiss boerhaave zenker gilbert crigler najjar dubin johnson rotor budd caroli mirizzi ogilvie meckel plummer vinson
  legg calve calvé perthes osgood schlatter schlatters scheuermann freiberg kohler sever blount still felty reiter reiters
  stevens lyell mohs bowen bowens nikolsky koebner auspitz darier kaposi merkel kawasaki roth janeway hutchinson
  asperger aspergers rett angelman prader willi williams digeorge edwards patau noonan cornelia lange treacher pierre robin potter
  sheehan sheehans asherman stein leventhal meigs krukenberg mullerian müllerian wolffian bartholin bartholins skene nabothian fallopian graafian montgomery braxton hicks chadwick hegar
  gram ziehl neelsen wright giemsa papanicolaou pap coombs heinz howell jolly auer reed sternberg langerhans kupffer purkinje schwann
  schirmer amsler ishihara goldmann fuchs stargardt sampson starling bohr frank heberden heberdens bouchard bouchards schober bankart hill sachs perthes
  kussmaul cheyne stokes biot cullen turner grey chvostek trousseau courvoisier lhermitte uhthoff argyll robertson adie holmes marcus gunn
  ladd lynch peutz jeghers gardner cowden fraumeni von willebrand christmas bernard soulier glanzmann fanconi diamond blackfan kostmann
  nash broca wernicke cockcroft gault friedewald winters haldane harris benedict mifflin dubois bazett fridericia framingham framingham
  cobb mcconnell cerebral morton mortons sever haglund jefferson hangman chance bankart segond maisonneuve tillaux holstein essex lopresti
  hoffa wong kaplan meier levey schofield simpson kielland elliott hulka novak lugol hartmann betadine dakin dakins ringer ringers bair hugger hoyer geri kerlix coban unna tegaderm
  willis monro luschka magendie retzius douglas morison poupart cooper scarpa hesselbach calot vater oddi wirsung santorini treitz peyer brunner
  stanford debakey crawford heller toupet dor whipples sistrunk miles bricker burch syme chopart girdlestone keller akin lapidus mitchell mumford
  hawkins neer rankin savary lennox gastaut todd hallpike dix schmorl modic beighton schatzki ilizarov hohmann oncotype marjolin dieulafoy mallory fleischner lugano oswestry lysholm womac koos constant roland morris lille maddrey meld blatchford rockall hinchey forrest truelove witts mayo harvey bradshaw montreal vienna rome ann arbor
  boston prague seattle helsinki paris milan toronto edinburgh cincinnati ottawa bethesda barcelona tokyo oxford canterbury columbia bristol leeds stockholm amsterdam geneva cambridge baltimore zurich nottingham newcastle neugarten zung barthel berg tinetti borg epworth stanley brown flacc wong rass riker richmond bromage cormack aldrete modified caprini padua`)

/** Towns that name scores: only what follows tells. */
export const cityEponyms = words(
  `boston prague seattle helsinki vienna paris milan rome montreal toronto edinburgh cincinnati ottawa bethesda barcelona tokyo oxford canterbury columbia bristol leeds stockholm sydney amsterdam geneva kansas dallas cambridge baltimore philadelphia zurich nottingham newcastle`,
)

/** What follows an eponym and makes it one: `Smith fracture`, `Murphy's sign`. */
export const eponymNouns =
  words(`disease diseases syndrome syndromes sign signs test testing tests palsy fracture fractures score scores scale criteria classification class grade stage index
  lymphoma sarcoma thyroiditis esophagus oesophagus cyst cysts catheter catheters drain drains tube forceps clamp retractor scissors maneuver manoeuvre position method stain
  contracture phenomenon reflex chorea ataxia dementia aphasia encephalopathy nodes node nodules spots lines bodies body cells cell tumor tumour triad tetralogy anomaly malformation
  virus fever law formula equation tap monitor study procedure operation repair incision approach technique bypass anastomosis pouch flap graft
  hernia pattern respirations breathing respiration gland glands duct ligament foramen canal space artery muscle fascia membrane plexus ganglion area
  protocol bowel impingement agitation prehospital stool catalog declaration depression coma anxiety catatonia balance mobility dyspnea exertion handicap disability filter snare ring web snuffbox adenopathy prep preparation
  questionnaire inventory assessment exam chart rule prediction coma lactate solution boot lift gallbladder dystrophy neuropathy nephropathy vasculitis purpura
  paralysis agitans fragment fat pad faces plot estimate curve survival macula ulcer ulcers carcinoma esophagitis melanoma microsurgery surgery rings contractions type deformity lesion block thumb knee elbow toe foot neuroma
  aneurysm sprain tendinopathy tenosynovitis osteochondrosis tears tear sulcus fossa view projection angle swab smear criterion stimulation angioma esotropia pupil pupils
  hydrocele crisis stent loop wire pin rod frame traction splint bandage dressing gauze pump valve syncope cardiomyopathy`)

/** Words that begin, name or fill fields of forms and are no one's name there. */
export const nonNames =
  words(`coll lic natl rec acc addr soc patient patients pt name names provider providers physician physicians nurse self none unknown yes no n/a na same above below see attached signature sign signed date dates dob
 birth sex gender male female age ssn mrn phone tel fax cell mobile home work email address city state zip county insurance plan policy member group id identification number no account
 medicare medicaid department dept unit clinic hospital center office room bed history medications medication allergies allergy diagnosis diagnoses assessment
 plan impression findings exam examination physical chief complaint present illness review systems social family surgical past vital vitals signs labs laboratory results
 result imaging procedure procedures discharge admission admit visit encounter follow followup instructions summary report note notes progress consult consultation referral
 referring attending primary care pcp emergency contact relationship spouse guarantor subscriber insured employer occupation race ethnicity language marital status
 confidential pages the this that these those and or of to from for with without in on at by as is was are were be been has had have he she they it his her their we our you your
 i a an if not but who which when where while will's reason subject re attn attention cc via dear sincerely regards thank thanks hello hi
 reference range normal abnormal negative positive high low left right bilateral upper lower anterior posterior lateral medial mild moderate severe acute chronic
 test tests order orders specimen collected received reported final preliminary time type code codes total amount units value flag comments comment remarks other
 information form consent authorization release privacy notice hipaa copy original prior please call new old all any each per
 daily weekly tablet capsule dose mg ml po bid tid prn qd take tab refill refills quantity dispense rx sig
 monday tuesday today tomorrow yesterday week weeks month months year years days hour hours am pm
 mother father wife husband son daughter brother sister parent parents guardian friend caregiver aunt uncle cousin grandmother grandfather niece nephew partner
 
 street avenue road drive lane boulevard suite apartment apt po box federal national united states us usa government
 health medical healthcare services service system systems center centre inc llc corp company university college school institute foundation associates
 north south east west northern southern eastern western internal medicine surgery cardiology pediatrics oncology radiology
 dictated transcribed electronically reviewed performed ordered interpreted verified prepared requested approved seen evaluated examined
 hx hpi pmh psh fh sh ros cv resp gi gu neuro msk psych skin heent neck chest abd abdomen extremities lungs heart constitutional
 alert oriented stable improved unchanged denies reports states active inactive current former never pending scheduled completed
 doctor dr drs mr mrs ms miss junior senior mgr disch dischg adm sched appt appts phys amb transf hosp emerg approx cont contd misc asst dir coord hrs mins pts recd encl pkg qual quant eval evals dept tel ext addr occ occup rel reln nkda nka abn neg pos wnl prn est asap info diag proc procs med surg lab labs rx dx tx hx fx sx bx s/p w/o
 oral topical gen clear regular soft tender supple intact full limited weak strong
 driver license licence vehicle plate model serial device url ip photo image fingerprint biometric employee student
 initial middle maiden suffix prefix nickname alias aka legal preferred print printed ii iii iv vi vii viii ix xi xii title role next kin lives living alone married single divorced widowed
 visitor recipient sender appointment arrival departure location facility service line item section part copy version via`)

/** Words of a dictionary that are given names far more often, wherever they stand with a capital. */
export const mostlyNames =
  words(`bob sue ray maria christian dawn jack nick rob drew dale gene carol frank jean martin chad brad doug tony billy bobby jimmy johnny tommy jerry terry barry harry larry molly polly
  sandy randy peggy dolly robin jay kay ned ted tom tim jim ben ken ron joe josh abby alma celeste colin daphne dexter dolores dora dean guy hank jasmine jill joey jordan josephine julienne kelvin kent lance laurel leo
  lena mae marge marina marcel marge mart may-lee mel merle mike neal nelly nick norma ollie pansy pat paddy penelope perry phil regina rex rod roger ruth sally sam scott sheila sherry sid stan sterling stew tad tammy
  tess tina toby trey trinity troy vera vic victor vi victoria wade warren wendy will-ann winnie zack brook bryan craig curt dolly don douglas earl ebony elle erica ernest ethel evan faye flora florence floyd gale gary geneva
  georgia gilbert gladys gloria grant-lee hazel heidi helen henry hilda ida inez irma jake jan jane janet jeff jenny jerome jess jewel joan john jonathan juan judy julia june-ann karen kate kathy keith kelly kevin kim kirk kitty
  kyle lacy laura lee leslie lewis lily linda lois lola loren lorraine louis lucy luke lynn mabel madeline maggie mandy marcia margaret marian marie marilyn marion marsha marshall marty mary matt maud maurice max megan melissa michael
  milton minnie mitch monica myra myrtle nancy natalie neil nell nicole nina noah nora norman odessa oscar otto owen pam patricia patty paul paula pearl-ann peter philip rachel ralph randall raymond rebecca rene reuben rhoda rita robert
  rocky roland roman rosa rosalind rosemary roy ruby-ann rudolph russell ruthie samantha samson sandra sara saul sean seth shannon shawn shirley simon sophia spencer stella stephen steve susan sylvia tabitha tamara tara teddy teresa terence
  thelma theodore thomas tiffany timothy tracy trisha valerie vanessa veronica vincent viola violet-ann virgil virginia-ann vivian wallace walter wanda wilbur willie wilma winston woody yolanda yvonne zane`)

/** Clinic words that no dictionary of the box holds but that stand capitalised in notes and forms. */
export const clinicWords =
  words(`qrs qt qtc qtcb pr avr avl avf mv sst edta ki-67 vulgaris sternal perineural lymphovascular hpv mrna prp-t menacwy menb iiv4 pcv ppsv engerix-b boostrix shingrix gardasil
  uiu x10e3 x10e6 k/ul ctdivol dlp arthrocentesis precertification preauthorization venipuncture echocardiogram rxbin rxpcn rxgrp rxgroup feca hgt iss dln ptr natl eob evid fowler's semi-fowler's
  medi-cal snf hha npi dea ein tin clia udi vin imei uuid bmi avs rhc fqhc ehr emr hie hipaa phi cms hcfa ub eob era epic cerner athena athenahealth
  eclinicalworks meditech allscripts nextgen careeverywhere pacs dicom mychart teledoc zoom docusign surescripts covermymeds labcorp quest bioreference
  hcg psa hba1c pcr naat naats elisa rapid antigen igm igg moca mmse phq gad audit cage ciwa cows ecog nyha asa gold curb chads vasc hasbled
  loinc snomed rxnorm icd cpt hcpcs ndc drg apr rvu rbrvs hcc hedis mips qpp meaningful fhir hl7 ccd ccda xray dexa
  medication-list follow-up no-show walk-in self-pay drive-through dialyzer kdigo gfr ckd-epi bi-rads birads lung-rads ti-rads pi-rads`)

export const relations =
  words(`wife husband spouse son daughter mother father mom mum dad brother sister aunt uncle niece nephew cousin grandmother grandfather grandson granddaughter
  grandma grandpa stepmother stepfather stepson stepdaughter stepsister stepbrother parent guardian partner fiance fiancé fiancee fiancée girlfriend boyfriend roommate friend neighbor neighbour caregiver caretaker
  twin sibling child baby mother-in-law father-in-law daughter-in-law son-in-law sister-in-law brother-in-law godmother godfather godson goddaughter ex-wife ex-husband widow widower
  coworker colleague supervisor boss teacher coach pastor landlord aide attorney lawyer interpreter conservator surrogate proxy
  nurse therapist counselor chaplain hospitalist cardiologist surgeon oncologist neurologist dentist psychiatrist nephrologist urologist pediatrician pharmacist dermatologist endocrinologist gastroenterologist pulmonologist
  rheumatologist hematologist podiatrist optometrist ophthalmologist orthopedist psychologist dietitian nutritionist midwife doula obstetrician gynecologist anesthesiologist radiologist pathologist intern resident
  attending provider physician internist pcp scribe rep technologist phlebotomist sonographer coordinator navigator`)

/** Verbs that only a person does: what follows a name in a note. */
export const personVerbs =
  words(`reports report reported denies denied states stated says said complains complained endorses endorsed admits admitted agrees agreed understands understood verbalizes verbalized called calls requests
  requested asks asked lives lived works worked presents presented tolerated underwent returns returned came comes went feels felt notes noted describes described mentions mentioned believes thinks thought wants wanted
  explained explains recalls recalled remains continues declined declines refuses refused accepted drives drove drinks smokes quit sleeps slept wakes woke ate eats took takes arrived left walked fell
  phoned texted emailed wrote signed saw evaluated examined recommended recommends prescribed ordered performed accompanied was is has had will`)

export const nameSuffixes = words('jr sr ii iii iv v 2nd 3rd esq')

/** Lower-case pieces inside a surname. */
export const particles = words(
  'de la del della di da dos das do du van von der den ten ter le el al bin ibn binti abu st san y e mac mc',
)

export const streetSuffixes = `Street|Str|St|Avenue|Ave|Av|Road|Rd|Drive|Drv|Dr|Lane|Ln|Court|Ct|Circle|Cir|Boulevard|Blvd|Way|Place|Pl|Plaza|Plz|Terrace|Ter|Terr|Trail|Trl|Parkway|Pkwy|Pky|Highway|Hwy|Square|Sq|Loop|Alley|Aly|Crescent|Cres|Crossing|Xing|Pike|Turnpike|Tpke|Ridge|Rdg|Point|Pt|Path|Row|Run|Walk|Commons|Cove|Cv|Creek|Expressway|Expy|Freeway|Fwy|Glen|Grove|Heights|Hts|Hill|Hills|Hollow|Island|Junction|Landing|Manor|Meadow|Meadows|Mews|Park|Pass|Route|Rte|Shore|Shores|Spur|Station|Summit|Trace|Valley|View|Village|Vista|Broadway|Esplanade|Causeway|Bypass|Bend|Knoll|Orchard|Promenade|Quay|Wharf|Gardens|Estates|Green|Gate`

/** What ends the name of a place of care, work or worship. */
export const facilityWords =
  words(`hospital hospitals clinic clinics center centre centers infirmary sanatorium hospice pharmacy pharmacies drugstore laboratory laboratories labs healthcare health imaging radiology diagnostics dialysis
  associates partners group physicians pediatrics orthopedics orthopaedics cardiology dermatology oncology urology neurology ophthalmology gastroenterology obstetrics gynecology obgyn psychiatry dental dentistry rehab rehabilitation nursing
  institute foundation university college school academy elementary church temple synagogue mosque parish medicine surgery surgicenter medcenter polyclinic
  inc llc llp pllc pc pa drug store freight lutheran corp corporation company co ltd industries enterprises manufacturing logistics construction bank credit union hotel restaurant
  manor home homes village residence residences lodge shelter pavilion tower towers campus facility care clinicas network system systems trust practice agency services department library prison jail
  center's hospital's medical wellness urgent family sanitarium eye spine pain hearing vision memorial prep kindergarten preschool daycare farms foods market store stores garage builders realty
  plumbing electric roofing trucking landscaping consulting solutions technologies software airlines brewery bakery diner cafe`)

/** The last word must be one of these for a run to be the name of a facility or employer. */
export const facilityEnds =
  words(`hospital hospitals clinic clinics center centre infirmary hospice pharmacy pharmacies drugstore drug drugs apothecary freight laboratory laboratories healthcare health imaging radiology diagnostics dialysis associates partners group physicians
  institute foundation university college school academy elementary church temple synagogue mosque medicine inc llc llp pllc corp corporation company ltd industries enterprises manufacturing logistics
  manor village lodge shelter pavilion campus rehab rehabilitation system network pediatrics orthopedics orthopaedics cardiology dermatology oncology surgery dental dentistry
  wellness services agency practice trust credit union bank farms foods market trucking construction realty kindergarten preschool daycare home homes medical care bakery solutions technologies builders roofing plumbing electric
  snf alf ltac ltc acres shipyard university refinery mill mills store baptist methodist lutheran presbyterian co paper steel lumber factory plant warehouse cafe diner restaurant hotel inn church academy theater theatre museum library zoo stadium`)
