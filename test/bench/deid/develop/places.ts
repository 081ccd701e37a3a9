/** Towns (with their state's ZIP prefixes and area codes), streets, facilities, employers, health plans. */

export type Town = {
  readonly town: string
  readonly state: string
  readonly stateName: string
  readonly county: string
  /** First three digits of the ZIP code. */
  readonly zip: string
  readonly area: string
}

const town = (line: string): Town => {
  const [name = '', state = '', stateName = '', county = '', zip = '', area = ''] = line.split('|')
  return { town: name, state, stateName, county, zip, area }
}

export const towns: readonly Town[] = `
Chillicothe|OH|Ohio|Ross County|456|740
Zanesville|OH|Ohio|Muskingum County|437|740
Kettering|OH|Ohio|Montgomery County|454|937
Willoughby|OH|Ohio|Lake County|440|440
Kalamazoo|MI|Michigan|Kalamazoo County|490|269
Petoskey|MI|Michigan|Emmet County|497|231
Ypsilanti|MI|Michigan|Washtenaw County|481|734
Terre Haute|IN|Indiana|Vigo County|478|812
Kokomo|IN|Indiana|Howard County|469|765
Valparaiso|IN|Indiana|Porter County|463|219
Peoria|IL|Illinois|Peoria County|616|309
Galesburg|IL|Illinois|Knox County|614|309
Carbondale|IL|Illinois|Jackson County|629|618
Oconomowoc|WI|Wisconsin|Waukesha County|530|262
Sheboygan|WI|Wisconsin|Sheboygan County|530|920
Eau Claire|WI|Wisconsin|Eau Claire County|547|715
Bemidji|MN|Minnesota|Beltrami County|566|218
Mankato|MN|Minnesota|Blue Earth County|560|507
Dubuque|IA|Iowa|Dubuque County|520|563
Ottumwa|IA|Iowa|Wapello County|525|641
Hannibal|MO|Missouri|Marion County|634|573
Paducah|KY|Kentucky|McCracken County|420|270
Altoona|PA|Pennsylvania|Blair County|166|814
Bethlehem|PA|Pennsylvania|Northampton County|180|610
Wilkes-Barre|PA|Pennsylvania|Luzerne County|187|570
Schenectady|NY|New York|Schenectady County|123|518
Poughkeepsie|NY|New York|Dutchess County|126|845
Elmira|NY|New York|Chemung County|149|607
Pawtucket|RI|Rhode Island|Providence County|028|401
Chicopee|MA|Massachusetts|Hampden County|010|413
Brattleboro|VT|Vermont|Windham County|053|802
Bangor|ME|Maine|Penobscot County|044|207
Parsippany|NJ|New Jersey|Morris County|070|973
Hagerstown|MD|Maryland|Washington County|217|301
Wheeling|WV|West Virginia|Ohio County|260|304
Harrowgate Falls|OH|Ohio|Pickerel County|448|419
Saint Odile|MN|Minnesota|Tamarack County|563|320
Larkmoor|PA|Pennsylvania|Conover County|173|717
New Brunford|NY|New York|Ashgrove County|130|315
Tillers Crossing|IN|Indiana|Birchland County|475|765
Wexcombe|MA|Massachusetts|Dunmore County|015|508
Mount Perrin|IL|Illinois|Calloway County|624|217`
  .trim()
  .split('\n')
  .map(town)

export const streetNames =
  `Larkspur|Old Mill|Tannery|Sycamore|N. Prospect|Quarry Hill|E. Wabash|Hemlock Ridge|Cider Press|S. Fulton|W. Genesee
Bluebell|Ropewalk|Harding|Pulaski|Kosciuszko|Van Buren|Nine Mile|Creamery|St. Casimir|Foundry|Thistledown|Orchard|Meridian|Chapel
Church|Lock No. 7|Catalpa|Whippoorwill|Gen. Sherman|Martin Luther King Jr.|Lafayette|Elm|3rd|14th|Fifth|NW 22nd|Rolling Acres`
    .split(/[|\n]/)
    .map(name => name.trim())
export const streetKinds =
  'Street|St|St.|Avenue|Ave|Ave.|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Blvd|Pike|Terrace|Way|Place|Circle'.split(
    '|',
  )

export const facilityStems =
  `Maple Grove|Riverbend|St. Hyacinth|Three Rivers|Lakeshore|Cedar Hollow|Kessel Creek|Our Lady of Mercy|Good Shepherd
Blackstone Valley|Heritage|Northgate|Prairie View|Harbor Point|Mercer Street|Great Lakes|Tri-County|Fox Hollow|Bluffview|Pine Barrens
St. Brendan|Allegheny Ridge|Wolverine|Sugar Creek|Brandywine|Beacon|Old Town|Sandusky Bay|Hudson Highlands|Covered Bridge|Iron Range`
    .split(/[|\n]/)
    .map(name => name.trim())
export const clinicTails = [
  'Family Medicine',
  'Internal Medicine Associates',
  'Medical Group',
  'Primary Care',
  'Family Practice, P.C.',
  'Health Center',
  'Physicians, LLC',
  'Community Clinic',
]
export const hospitalTails = [
  'Hospital',
  'Medical Center',
  'Regional Medical Center',
  'Memorial Hospital',
  'Health System',
  'Community Hospital',
]
export const specialtyTails = [
  'Cardiology Consultants',
  'Neurology Group',
  'Orthopaedic Institute',
  'Gastroenterology Associates',
  'Imaging Center',
  'Endocrine Specialists',
  'Pulmonary & Sleep',
  'Dermatology, Inc.',
  'Eye Care',
  'Rheumatology Clinic',
]
export const labTails = ['Clinical Laboratories', 'Diagnostics', 'Pathology Services', 'Reference Lab']
export const pharmacyTails = ['Pharmacy', 'Drug Store', 'Apothecary', 'Rx Pharmacy']
export const careTails = ['Nursing & Rehab', 'Assisted Living', 'Home Health', 'Hospice', 'Dialysis Center']

export const employers =
  `Brennerman Tool & Die|Kestrel Freight Lines|Oakhurst Unified School District|Tamarack Paper Mill|Dunmore Dairy Cooperative
Hollis & Sons Plumbing|Great Bend Foundry|Pickerel County Sheriff's Office|Lumen Glassworks|Marchetti Bakery|Northfork Trucking, Inc.
Keystone Casket Company|Elm City Transit|Valley Forge Fasteners|Ashgrove Public Library|Birchland Seed & Grain|Sisters of Mercy Convent School`
    .split(/[|\n]/)
    .map(name => name.trim())

export const plans = [
  'Buckeye Mutual Health',
  'Keystone Family Plan',
  'Great Lakes Advantage PPO',
  'Heartland Choice HMO',
  'Tidewater Blue Select',
  'Granite Care Plus',
  'Union Trades Health Fund',
  'Medicare Part B',
  'Medicaid',
  'Erie Health Alliance',
]
