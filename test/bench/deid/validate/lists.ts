/** Invented people, places and employers of the family `validate`. Word lists; every entry is separated by a comma or a bar. */
const words = (text: string): readonly string[] =>
  text
    .split(/[,\n]/)
    .map(word => word.trim())
    .filter(word => word !== '')

export const womenGiven = words(`
Abena, Adaeze, Agnieszka, Aiyana, Alondra, Althea, Amparo, Anjali, Araceli, Aroha, Astrid, Ayelet, Beatriz, Bernadine, Birgitta,
Bonnie, Brianne, Candelaria, Carlotta, Chenoa, Citlali, Clarice, Concetta, Dagny, Daniela, Delphine, Dolores, Dovie, Earlene, Edwina,
Eleni, Esperanza, Ethel, Eun-ji, Faith, Farideh, Fatoumata, Fiona, Geneviève, Gráinne, Guadalupe, Gwendolyn, Hadiza, Henrietta, Hope,
Hyacinth, Ines, Ingeborg, Iris, Isolde, Ivy, Jacquelyn, Joy, Kalani, Katarzyna, Keiko, Kimberly, Kshama, Lakeisha, Leilani, Leocadia,
Liên, Lucinda, Lupe, Mahalia, María José, Mavis, May, Mercedes, Mireille, Myrtle, Naomi, Nayeli, Nhung, Noor, Octavia, Odalys, Olena,
Opal, Oyelaran, Patience, Pearl, Petronella, Philippa, Precious, Prudence, Ruby, Ramona, Roisin, Rosalind, Rose, Roxanne, Sabiha, Saoirse,
Sequoia, Shu-fen, Siobhán, Soledad, Summer, Suzanna, Tamsin, Thelma, Tuyet, Ulrike, Valentina, Verbena, Wilhelmina, Xiomara,
Yesenia, Yolanda, Zainab, Zdenka, Zoë`)

export const menGiven = words(`
Abdirahman, Aloysius, Amadou, Anders, Ángel, Anselmo, Archibald, Arturo, Bao, Barnaby, Bartholomew, Benito, Bogdan, Booker, Calvin,
Casimir, Chance, Chidi, Clyde, Cuauhtémoc, Dale, Darnell, Demetrius, Dieter, Duc, Dwayne, Efraín, Eldon, Emeka, Erasmo, Esteban,
Everett, Ezequiel, Farouk, Floyd, Forrest, Gerardo, Gideon, Grant, Guillermo, Gustavo, Hakeem, Harlan, Heath, Heriberto, Hiroshi,
Horacio, Idris, Ignacio, Ishaan, Jae-won, Jamal, Jedidiah, Joaquín, Jonah, Juan Carlos, Kaimana, Kofi, Kwabena, Lamar, Lazaro,
Leopold, Lester, Lonnie, Lyle, Mahesh, Malik, Mark, Maurice, Merle, Mikhail, Moses, Nantan, Nikolaos, Norbert, Obadiah, Octavio, Olaf,
Omar, Orville, Oswaldo, Otis, Percival, Phuong, Prakash, Quincy, Rafael, Ramón, Ransom, Raúl, Reginald, Rocco, Roosevelt, Rusty,
Salvatore, Santosh, Seamus, Sergio, Shmuel, Sterling, Sven, Tadeusz, Tavita, Thaddeus, Tyrone, Ulysses, Vaughn, Virgil, Vuong,
Wade, Wendell, Wiley, Will, Wyatt, Xavier, Yevgeny, Yusuf, Zachariah, Zebulon`)

export const surnames = words(`
Abernathy, Achterberg, Adeyinka, Aguinaldo, Ahluwalia, Akintola, Alcántara, Amundsen, Anquetil, Arceneaux, Arbogast, Archuleta,
Baca, Ballesteros, Banks, Barragán, Batiste, Begay, Bellweather, Benally, Berglund, Bhattacharya, Bienvenu, Bird, Blackgoat, Boudreaux,
Branch, Brandvold, Broussard, Brzezicki, Buchanan-Ochoa, Bustamante, Cabeza de Vaca, Calloway, Cardwell, Castellanos, Catalano, Chavarría,
Chee, Church, Cloninger, Coker, Coldiron, Cottonwood, Crabtree, Crow, D'Agostino, Dalrymple, Daughtry, De La Garza, De Leon,
Delahoussaye, Desrosiers, Dimaculangan, Dupree-Watts, Dzurenda, Ebersole, Echeverría, Eikenberry, Ekwueme, Encinias, Escamilla, Etcitty,
Fairweather, Farrokhzad, Fields, Finkelstein, Fontenot, Fuentes, Gage, Galbraith, Gallegos, Gebreyesus, Ghebremariam, Goforth, Gorecki,
Green, Grubbs, Guidry, Gutiérrez-Lund, Haddad, Hampshire, Hardaway, Hatahley, Havranek, Hawkins, Hebert, Hinojosa, Ho, Holloway, Hubbell,
Iglesias, Ingebretsen, Ishikawa, Iturralde, Jaramillo, Jefferson-Lyle, Jolivette, Kahananui, Kalashnikov, Kerrigan, Khachaturian, Kincaid,
King, Kjeldsen, Knight, Kowalczyk, Kuykendall, LaFleur, Lankford, Leatherwood, LeBlanc, Ledbetter, Li, Livingston, Loftis, Long, Lovelace,
Lujan, Lytle, MacAllister, Maestas, Major, Mankiller, Marchetti, Mbeki-Rowe, McElhaney, McGillicuddy, Meadows, Melançon, Mondragón,
Montoya, Mouton, Naranjo, Ndiaye, Nez, Ng, Nguyen-Tran, O'Bannon, O'Shaughnessy, Obregón, Okonjo, Olguin, Ontiveros, Oyelowo, Pacheco,
Paddock, Page, Palakurthi, Parish, Peshlakai, Pettigrew, Piñon, Pham, Pool, Porterfield, Price, Quackenbush, Quintana, Rainwater,
Ramanathan, Redhouse, Reinhardt, Rendón, Rhodes, Robichaux, Rollins, Rutledge, Sandoval, Savage, Schexnayder, Sedillo, Sifuentes, Sikorski,
Singleterry, Snow, Song, Spurlock, St. Clair, Stallworth, Starks, Stone, Strickland, Swindell, Tachibana, Talamantes, Thibodeaux, Threadgill,
Tillery, Tran, Tso, Tuinstra, Underhill, Urrutia, Valdivieso, Van der Horst, Vang, Vargas Llosa, Velarde, Vigil, Villarreal, Vo, Wainwright,
Walkingstick, Wall, Washburn, West, Whisenant, Whitehorse, Wojciechowski, Womack, Worthy, Xiong, Yarborough, Yazzie, Ybarra, Young,
Yellowhair, Zamarripa, Zielinski, Zuni`)

export const nicknames = words(
  'Bubba, Cookie, Chuy, Sonny, Bud, Tootsie, Lala, Junior, Skip, Peaches, Nacho, Mimi, Doc, Tex, Bird, Red',
)

export const streets = words(`
Alameda Blvd, Arroyo Seco Rd, Azalea Trace, Bayou Bend Ln, Bent Oak Cir, Bluebonnet Dr, Box Canyon Way, Caddo Pl, Calle del Sol, Camino Real,
Cattle Drive, Cedar Brake Ct, Chaparral Ave, Chinaberry St, Cimarron Trl, Coronado Avenue, Cotton Gin Rd, Crescent Park Dr, Desert Willow Ln,
Dry Creek Road, E. 14th Street, El Paseo, Fannin St, Farm to Market 1960, Gulf Breeze Pkwy, Harbor Light Way, Hickory Nut St,
Indian School Rd NE, Jacaranda Ct, Kachina Dr, Live Oak Terrace, Loop 289, Magnolia Bluff Rd, Menaul Blvd, Mesa Verde Ave, Mission Hills Dr,
N. Broadway, N 7th Ave, Old Ferry Rd, Palo Duro Ln, Pecan Grove Street, Peachtree Hollow, Piney Point Rd, Prickly Pear Path, Quail Run,
Ranchero Dr, Red Bluff Blvd, S. Lamar St, Sagebrush Way, Salt Fork Rd, San Jacinto Avenue, Siesta Ct, State Hwy 21, Stone Mill Rd,
Sunset Mesa Loop, SW 33rd Pl, Tamarisk Ave, Tupelo St, Turquoise Trail, Vista Grande, W. University Dr, Yucca Street`)

/** Town, state, first three digits of its ZIP, an area code. */
export const towns = words(`
Lubbock|TX|794|806, Tyler|TX|757|903, Uvalde|TX|788|830, Port Arthur|TX|776|409, San Angelo|TX|769|325, Las Cruces|NM|880|575, Española|NM|875|505,
Gallup|NM|873|505, Truth or Consequences|NM|879|575, Flagstaff|AZ|860|928, Yuma|AZ|853|928, Show Low|AZ|859|928, Sierra Vista|AZ|856|520,
Lake Charles|LA|706|337, Opelousas|LA|705|337, Bogalusa|LA|704|985, Hattiesburg|MS|394|601, Pascagoula|MS|395|228, Dothan|AL|363|334,
Opelika|AL|368|334, Valdosta|GA|316|229, Waycross|GA|315|912, Pensacola|FL|325|850, Ocala|FL|344|352, Immokalee|FL|341|239,
Elko|NV|898|775, Pahrump|NV|890|775, St. George|UT|847|435, Moab|UT|845|435, Grand Junction|CO|815|970, Pueblo|CO|810|719, Alamosa|CO|811|719,
Visalia|CA|932|559, El Centro|CA|922|760, Yreka|CA|960|530, Medford|OR|975|541, Pendleton|OR|978|541, Yakima|WA|989|509,
Coeur d'Alene|ID|838|208, Twin Falls|ID|833|208, Texarkana|AR|718|870, Pine Bluff|AR|716|870, Muskogee|OK|744|918, Ardmore|OK|734|580,
Sweetgum Hollow|AL|359|205, Dry Wells|NM|882|575, Palmetto Reach|SC|299|843, Cutbank Mesa|AZ|864|928, Bayou Tierce|LA|703|985`)

export const counties = words(
  'Cochise, Doña Ana, Calcasieu, Navajo, Nueces, Escambia, Tulare, McKinley, Yavapai, Houston, Imperial, Mesa, Canyon, Lowndes, Lea',
)

export const facilityStems = words(`
Caprock, Palo Verde, Three Rivers, Bayou Teche, Sandia Vista, Mesquite Flats, Gulf Pines, Longhorn, Piney Woods, Rio Hondo, Cypress Bend,
Blue Mesa, Sunland, Red Bluff, Pelican Point, St. Brendan's, Our Lady of the Plains, Good Shepherd, Coastal Bend, High Desert,
Enchanted Hills, Big Thicket, Silver Spur, Ponderosa, Tierra Buena, Magnolia Parish, Hill Country, Chaparral, Lantern Hill, Copper Basin`)

export const facilityKinds = {
  clinic: words(
    'Family Health Center, Medical Group, Community Clinic, Internal Medicine Associates, Primary Care PLLC, Family Medicine, Physicians Network',
  ),
  urgent: words('Urgent Care, Walk-In Clinic, Express Care, After Hours Clinic, Immediate Care Center'),
  hospital: words(
    'Regional Medical Center, Memorial Hospital, Baptist Hospital, Medical Center, General Hospital, Community Hospital',
  ),
  dialysis: words('Kidney Center, Dialysis Center, Renal Care, Home Dialysis, Nephrology & Dialysis'),
  dental: words('Family Dental, Dental Associates, Orthodontics, Oral Surgery Center, Smiles Dentistry'),
  vision: words('Eye Care, Optometry, Vision Center, Retina Consultants, Eye Institute'),
  pharmacy: words('Pharmacy, Drug, Discount Drugs, Apothecary, Community Pharmacy, Specialty Rx'),
  lab: words('Clinical Laboratories, Diagnostics, Pathology Group, Reference Lab, Laboratory Services'),
  imaging: words('Imaging Center, Radiology Associates, Open MRI, Diagnostic Imaging'),
  school: words(
    'Elementary School, Middle School, High School, ISD, Charter Academy, Unified School District',
  ),
  specialist: words(
    'Heart & Vascular, Neurology Clinic, Orthopedics, Pulmonary Specialists, Endocrine Center, Rheumatology, Gastroenterology PA',
  ),
} as const
export type FacilityKind = keyof typeof facilityKinds

export const employers = words(`
Hollister Feed & Grain, Tejas Pipe Fabrication, Sunbelt Poultry, Marlin Offshore Drilling, Ozona Trucking LLC, Desert Bloom Nursery,
Redrock Casino Laundry, Gulf Shrimp Cooperative, City of Ardmore Water Dept, Bluestem Wind Energy, Tri-County School Bus Co.,
Catfish Landing Restaurant, Copper State Mining, Peach State Tile, Navajo Trail Motors, Palmetto Paper Mill, Amarillo Beef Packers,
Kettleman Almond Growers, Rio Bravo Freight, Stillwater Saddlery, Crowley Rice Mill, Big Bend Outfitters`)

export const insurers = words(`
Lone Star Mutual Health, Pelican Health Plan, Zia Advantage, Western Alliance Benefit Fund, SunCoast Choice PPO, Copperline Health,
Southern Cross & Anchor, Frontier Medicaid MCO, Camellia Care, Sagebrush Health Partners, Guadalupe Valley HMO, Delta Crown Dental`)

export const mailHosts = words(
  'mailbox.example, fastpost.example.com, gulfnet.example.net, caprockmail.example.org, zianet.example, desertisp.example.net, inbox.test',
)
export const vaccineMakers = words('Sanofi, Merck, Pfizer, GSK, Moderna, Seqirus')
