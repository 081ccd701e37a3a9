/** Two disjoint sets of values: the family `develop` is for looking at, `validate` is for measuring and is never tuned on. */
export type Lists = {
  readonly first: readonly string[]
  readonly last: readonly string[]
  readonly streets: readonly string[]
  readonly suffixes: readonly string[]
  readonly cities: readonly string[]
  readonly hospitals: readonly string[]
  readonly employers: readonly string[]
  readonly domains: readonly string[]
  readonly drugs: readonly string[]
  readonly icd: readonly string[]
  readonly diagnoses: readonly string[]
  readonly eponyms: readonly string[]
  readonly states: readonly string[]
}

const list = (text: string): readonly string[] => text.split('|')

export const develop: Lists = {
  first: list(
    'John|Mary|Robert|Linda|Rose|Will|Grace|Mark|Hope|Frank|José|Maria|Xiomara|Ngozi|Wei|Priya|Ahmed|Fatima|Dmitri|Svetlana|Hiroshi|Kwame|Siobhan|Anaïs|Tyrone|LaToya|Jean-Luc|Mary Ann|Bob|Sue|Chance|Art|Dawn|Ray|Summer|April|June|August|Christian|Faith|Pat|Drew|Grant|Chase|Pearl|Ruby|Ginger|Chip|Rusty|Sky|Justice|Major|Precious|Trinity|Nevaeh|Tadashi|Bao|Imani|Saoirse',
  ),
  last: list(
    "Smith|Johnson|Garcia|Nguyen|Patel|O'Brien|McDonald|Baker|Young|Page|Long|Rose|Parkinson|Addison|Bell|Graves|Okonkwo|Villanueva-Cruz|van der Berg|de la Cruz|Kowalczyk|Papadopoulos|Yamamoto|Al-Hassan|Fitzgerald|Ivanova|Price|Day|Church|Field|Brown|White|Green|Black|Cook|Banks|Ward|Wood|Stone|Rivers|Lake|Xu|Ng|Oyelaran|Tchaikovskaya|Moody|Savage|Weaver|Swift|Frost|Waters|Berry|Love|Fox|Bird|Farmer|Noble|Best|English|Holland|Power|Szczepanski|Mbeki|Thibodeaux|Quach",
  ),
  streets: list(
    'Oak|Maple|Elm Grove|Washington|Martin Luther King Jr|N Main|South 4th|Lakeview|Old Mill|Sycamore|E 42nd|Cedar Ridge',
  ),
  suffixes: list('Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Blvd|Court|Way'),
  cities: list(
    'Springfield, IL|Columbus, OH|Tempe, AZ|Richmond, VA|New Haven, CT|San Mateo, CA|Boston, MA|St. Louis, MO|Las Vegas, NV|Winston-Salem, NC|Baton Rouge, LA|Fargo, ND',
  ),
  hospitals: list(
    "Mercy River Medical Center|St. Gabriel Hospital|Lakeside Family Clinic|Northbrook Medical Group|Children's Hospital of Denton|Valley View Nursing Home|Riverside General Hospital|Sunrise Home Health LLC|Cedar Park Orthopedics|Mount Hope Hospice",
  ),
  employers: list(
    'Acme Trucking|Lincoln Elementary School|Delmar Foods Inc|Brightwater Construction|First National Bank',
  ),
  domains: list('example.com|gmail.com|mercyriver.org|clinic.example.net|workmail.biz'),
  drugs: list(
    'metformin|lisinopril|atorvastatin|amoxicillin|gabapentin|sertraline|omeprazole|levothyroxine|prednisone|warfarin|Lantus|Eliquis|Tylenol',
  ),
  icd: list('E11.9|I10|J45.909|M54.50|F32.A|Z79.4|N18.30|K21.9|S72.001A'),
  diagnoses: list(
    'type 2 diabetes mellitus|hypertension|asthma|osteoarthritis of the left knee|depression|chronic kidney disease stage 3|GERD|atrial fibrillation',
  ),
  eponyms: list(
    "Parkinson's disease|Crohn disease|Bell's palsy|Graves disease|Addison's disease|a positive Murphy sign|a Foley catheter|Babinski negative|a Colles fracture|Down syndrome",
  ),
  states: list('Ohio|Texas|California|New York'),
}

export const validate: Lists = {
  first: list(
    'James|Patricia|Michael|Jennifer|Lily|Bill|Joy|Nick|Autumn|Earnest|Luis|Guadalupe|Oluwaseun|Chidinma|Mei-Ling|Arjun|Yusuf|Aaliyah|Sergei|Oksana|Kenji|Abena|Niamh|Zoë|DeShawn|Shaniqua|Anne Marie|Jo|Vance|Olive|Ivy|Rich|Melody|Iris|May|Jade|Destiny|Angel|Glen|Miles|Forrest|Sterling',
  ),
  last: list(
    "Williams|Davis|Hernandez|Tran|Shah|O'Connor|MacGregor|Carter|Short|Booker|Lowe|Lilly|Crohn|Hodgkin|Wilson|Huntington|Adeyemi|Castillo-Reyes|von Trapp|del Rio|Wojciechowski|Stavropoulos|Nakamura|El-Sayed|Gallagher|Petrova|Rich|Winter|Bishop|Hill|Gray|Little|Strong|Sharp|Bush|Marsh|Brooks|Wu|Le|Babatunde|Rasmussen|Quispe|Thistlethwaite",
  ),
  streets: list(
    'Pine|Birch|Walnut Creek|Jefferson|Cesar Chavez|W Broad|North 12th|Hillcrest|Quail Hollow|Magnolia|SW 8th|Fox Run',
  ),
  suffixes: list('Street|St.|Avenue|Ave.|Road|Rd.|Drive|Dr.|Ln|Boulevard|Ct|Place|Terrace|Pkwy'),
  cities: list(
    'Dayton, OH|Macon, GA|El Paso, TX|Duluth, MN|Bakersfield, CA|Scranton, PA|Fort Collins, CO|Sioux Falls, SD|Mobile, AL|Reading, PA|Corpus Christi, TX|Ann Arbor, MI',
  ),
  hospitals: list(
    "Good Samaritan Hospital|Holy Cross Medical Center|Pinewood Pediatrics|Harborview Dialysis Center|Bayfront Surgical Associates|Evergreen Rehabilitation Center|Saint Luke's Clinic|Oakdale Community Hospital|Silver Oaks Surgery Center|Prairie Winds Hospice",
  ),
  employers: list(
    'Tidewater Logistics|Roosevelt High School|Hartman Plumbing LLC|Golden Grain Bakery|United Freight Co',
  ),
  domains: list('example.org|yahoo.com|holycross.example|outlook.com|stlukes-clinic.net'),
  drugs: list(
    'losartan|simvastatin|hydrochlorothiazide|azithromycin|duloxetine|escitalopram|pantoprazole|furosemide|methotrexate|apixaban|Humira|Xarelto|Advil',
  ),
  icd: list('E78.5|I48.91|J44.9|M17.11|F41.1|Z00.00|N39.0|G43.909|T81.4XXA'),
  diagnoses: list(
    'hyperlipidemia|congestive heart failure|COPD|lumbar radiculopathy|generalized anxiety disorder|urinary tract infection|migraine without aura|rheumatoid arthritis',
  ),
  eponyms: list(
    "Alzheimer's disease|Hodgkin lymphoma|Huntington disease|Wilson disease|Cushing's syndrome|Hashimoto thyroiditis|a Swan-Ganz catheter|Romberg negative|a Baker cyst|Raynaud phenomenon",
  ),
  states: list('Florida|Oregon|Georgia|Illinois'),
}
