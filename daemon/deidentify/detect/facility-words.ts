/** Words that tell the kind of a house, and words of the land that name one. Lower case. Ours. */

/** Words that tell the kind of a house and not which one. An apostrophe is left out. */
export const kinds: ReadonlySet<string> = new Set(
  `the this that our your local outside other another primary care urgent emergency intensive coronary
  cardiac surgical medical clinical health home public mental behavioral womens childrens mens family
  pain wound sleep infusion cancer stroke trauma burn birth birthing heart vascular spine eye vision
  hearing physical occupational speech therapy rehab rehabilitation inpatient outpatient ambulatory
  acute long term short skilled nursing assisted living day walk in same retail specialty mail order
  compounding 24 hour hospital clinic center centre facility department office lab laboratory pharmacy
  radiology imaging diagnostic testing blood bank bone joint coumadin anticoagulation diabetes
  endocrine endocrinology cardiology neurology oncology hematology urology nephrology dialysis
  gastroenterology gi pulmonary rheumatology dermatology allergy immunology infectious disease
  ophthalmology ent otolaryngology orthopedic orthopaedic orthopedics podiatry plastic surgery general
  internal medicine pediatric pediatrics geriatric geriatrics obstetrics gynecology ob gyn obgyn
  prenatal antepartum maternity psychiatry psychiatric psychology dental dentistry preop pre post op
  postop admission admitting discharge referring receiving provider physician physicians patient
  patients member services service system network insurance plan group practice private and of for &
  at to on with by level tier follow up new returning weight loss travel employee student school high
  middle elementary grade college university church work job trust data total current previous usual
  chief social complete adult teen preventive preventative community tobacco smoking cessation voice
  swallow balance memory headache hernia breast prostate thyroid lung liver kidney transplant device
  pacemaker research education policy hipaa notice records information billing financial human
  resources it quality case management interventional nuclear departments medicare medicaid commission
  test cares hospice partners oral good poor fair excellent stable declining improving overall best
  annual routine complementary alternative digital virtual remote point animal food fast whole credit
  step down unit detox recovery addiction substance abuse treatment crisis respite lymphedema movement
  disorders epilepsy multiple sclerosis fertility reproductive sports integrative palliative
  supportive concierge direct telehealth mobile employer company correctional disorder start continuity standard transition coordination duty quality goals drug store brand generic prescription`.split(
    /\s+/,
  ),
)

/** Words of the land and of trees, which name houses more often than they describe them. */
export const landscape =
  /^(?:valley|ridge|river|riverside|lake|lakeside|summit|harbor|harbour|bay|creek|hill|hills|hillside|mountain|mesa|prairie|meadow|meadows|sunrise|sunset|desert|coast|coastal|pine|pines|oak|oaks|cedar|maple|willow|aspen|birch|elm|redwood|evergreen|canyon|spring|springs|brook|shore|island|garden|grove|park|plains|cascade|horizon|pioneer|liberty|heritage|gateway|crossroads|beacon|cornerstone|tri-county|metro|metropolitan|capital|capitol|union|pacific|atlantic|midwest|southwest|northwest|southeast|northeast)$/i
