/** Labels of dates, telephones, places and ages. */
import { type LabelTable, label } from './table.ts'

export const events: LabelTable = [
  ...label(
    'DATE',
    'date-birth',
    'date',
    'dob|b/d|d/o/b|birth|birth dt|date ofbirth|pt dob|patient dob|dob (mm/dd/yyyy)|d.o.b.|d o b|date of birth|dateofbirth|birth date|birthdate|birthday|born on|born|bday|b-day|fecha de nacimiento|date born|dob/sex|dob/age|year of birth|yob',
  ),
  ...label(
    'DATE',
    'date-service',
    'date',
    'disch|disch date|dc date|d/c date|d/c|adm|adm date|adm dt|disch dt|svc date|svc dt|serv date|from date|to date|thru date|dates of stay|date of last visit|date of last exam|visit dt|date/time collected|coll date|rec date|rpt date|recd|scan date|surg date|op date|proc date|sx date|dates of service|dos|service date|date of visit|visit date|admit date|admission date|date of admission|date admitted|admitted|discharge date|date of discharge|date discharged|discharged|encounter date|date of exam|exam date|date of procedure|procedure date|date of surgery|surgery date|study date|date of study|date of operation|date of consultation|consult date|appointment date|appointment|date seen|collected|collection date|date collected|received|date received|reported|date reported|report date|date of report|admit|discharge|admission|surgery',
  ),
  ...label(
    'DATE',
    'date-label',
    'date',
    'date|dated|dt|date/time|date & time|date of referral|referral date|date of request|request date|date of call|date faxed|date sent|date filled|date dispensed|dispensed|filled|written|date written|date of last menstrual period|last mammogram|last colonoscopy|last pap|last tetanus|immunization date|vaccine date|tx date|date revised|revised|signature date|retirement date|date retired|date of loss|date of disability|return to work date|rtw|disability date|first visit|as of|valid through|valid thru|valid from|member since|coverage begin|coverage end|begin date|term date|termination date|date of injury|doi|date of accident|date of onset|onset date|date of death|dod|expiration date|expiration|expires|exp date|exp|effective date|effective|eff date|issue date|issued|iss|date issued|date signed|signed on|date of signature|fill date|date filled|date written|due date|edd|edc|lmp|last menstrual period|date ordered|order date|ordered|transcribed|dictated|printed|print date|date printed|date given|date administered|administered|vis date|due|d|t|dd|dt|dv|next appointment|next visit|follow-up|follow up|last visit|last seen|start date|end date|stop date|last dose|statement date|hire date|date of hire|anniversary|wedding date',
  ),
  ...label(
    'PHONE',
    'phone-label',
    'phone',
    'tel #|telephone #|cell #|mobile #|phone (home)|phone (cell)|phone (work)|home #|work #|ph no|phn|contact #|home tel|work tel|day tel|eve phone|evening|daytime|business phone|bus phone|res|res phone|msg phone|message phone|other phone|emerg phone|emergency #|direct|direct line|main|front desk|nurse line|scheduling|appointments|answering service|phone|phone number|phone no|phone #|ph|ph #|tel|tel no|telephone|telephone number|telephone no|cell|cell phone|cellphone|mobile|mobile phone|home phone|work phone|day phone|daytime phone|evening phone|office phone|contact number|contact phone|contact no|call back|callback|callback number|pager|pager #|beeper|emergency phone|primary phone|alternate phone|alt phone|alt|whatsapp|text|toll free|voicemail|contact tel|office|h|c|w|p|t|m|home|work',
  ),
  ...label(
    'FAX',
    'fax-label',
    'phone',
    'fax|fax line|fax (office)|fax number|fax no|fax #|facsimile|fx|telefax|f|fax to|fax from',
  ),
  ...label('LOCATION', 'zip-label', 'zip', 'zip|zip code|zipcode|postal code|postcode'),
  ...label(
    'LOCATION',
    'address-label',
    'place',
    'address|addr|home address|mailing address|street address|street|patient address|residence|current address|permanent address|billing address|work address|employer address|city|town|county|city/state|city, state|city, state, zip|city/state/zip|city state zip|place of birth|birthplace|birth place|place of residence|parish|neighborhood|hometown|address line 1|address line 2|address 1|address 2|domicilio|pickup address|service address|ship to|deliver to|p.o. box|pob|nationality city|scene address|scene|address per id|address verified|discharge to|discharged to|transferred to|transferred from|born in|lives at|resides at|residing at',
  ),
  ...label(
    'LOCATION',
    'facility-label',
    'place',
    'name of facility|funeral home|cemetery|crematory|kind of business|business name|business|pcp office|referring office|referring practice|referring clinic|referring hospital|ordering clinic|ordering location|drug store|drugstore|retail pharmacy|mail order pharmacy|specialty pharmacy|pharmacy location|performing site|performing location|testing site|testing location|reporting lab|account name|group practice|skilled nursing facility|assisted living|snf name|group home|shelter|church|congregation|daycare|day care|preschool|school district|university|college|high school|elementary school|lab|imaging center|imaging facility|dialysis unit|home health agency|hha|ambulance|ems agency|police department|fire department|court|jail|prison|detention facility|facility|facility name|hospital|hospital name|clinic|clinic name|practice|practice name|agency|agency name|institution|pharmacy|pharmacy name|preferred pharmacy|performing lab|performing laboratory|laboratory|lab name|organization|school|school name|site name|service location|facility address|referring facility|receiving facility|receiving hospital|sending facility|place of service|nursing home|dialysis center|hospice|company|company name|performed at|location|office location|campus|transfer to|transferring facility|birth hospital|admitting facility|ordering facility|sender|store',
  ),
  ...label(
    'LOCATION',
    'employer',
    'place',
    'employer|employer name|name of employer|place of employment|employed by|employed at|workplace|occupation/employer|employer/school|school/employer|patient* employer',
  ),
  ...label(
    'AGE_90',
    'age-90-label',
    'age',
    'age|age/sex|patient age|pt age|current age|age (years)|age yrs|age at visit',
  ),
]
