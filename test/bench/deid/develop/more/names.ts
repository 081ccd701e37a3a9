/** Invented people, places and houses of the further kinds: rare and foreign names, and everyday words that are names too. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/)
const items = (text: string): readonly string[] =>
  text
    .trim()
    .split(/[|\n]/)
    .map(item => item.trim())
    .filter(item => item !== '')

export const shes = words(`
  Aaliyah Abeba Aparna Araceli Ashwini Asunción Ayesha Azadeh Berenice Bich Birgitta Bronwyn Calliope Chandra Chenoa Chiamaka
  Deja Dilnoza Dottie Eimear Eun-Ji Evangeline Farzaneh Fidelma Filomena Gudrun Guadalupe Hadiza Hyacinth Ileana Ingeborg Iolanda
  Ixchel Jaswinder Jovita Kalani Katarzyna Kimberlee Kiona Laverne Leilani Linh Lupe Magdalena Marisol Marit Mayumi Mehwish Meseret
  Mildred Muriel Nasreen Ngozi Nizhoni Oluwaseun Opal Padmini Parisa Perpetua Quanisha Ragnhild Rukhsana Sakura Shanelle Shirin
  Shprintze Sinéad Soledad Sunniva Tatiana Thandiwe Tirzah Vasiliki Wanda Wilhelmina Xochitl Yevgenia Zaynab Zenobia
  Amber Angel Charity Cherry Clover Constance Crystal Destiny Ginger Haven Hazel Honor Justice Merry Mercy Olive Penny Poppy Rain
  Robin Sage Sandy Scarlet Serenity Sky Tansy Temperance Unity Verity Wren
`)
export const hes = words(`
  Abdirahman Aloysius Anwar Arvid Asher Augustin Baltasar Bao Blaise Bogdan Cassius Chike Cleveland Cormac Cuong Dashiell Dayton
  Deshawn Dietmar Domingo Eamon Eberhard Efraín Eliseo Evander Fergus Fyodor Gamaliel Genaro Gurpreet Haakon Hideo Hilario Hyun-Woo
  Ibrahim Isidro Jabari Jarek Javonte Jesús Jokubas Kamau Keoni Khalid Knute Kwabena Lamar Leander Lemuel Lucjan Lyle Mahmoud Marek
  Matteo Minh Moisés Nguyễn Nils Norbert Odell Olumide Osvaldo Parviz Pasquale Pranav Prosper Quan Ramiro Rashad Rigoberto Roderick
  Rufus Sandeep Shlomo Sigurd Sione Tariq Tevita Thurman Tobias Torvald Uriah Vikram Vladislav Wieslaw Xiang Yaw Yitzhak Zoltan
  Ace Barber Bud Chance Chip Christian Colt Dean Dusty Earl Forest Gray Hunter Jay Junior King Major Mason Pace Pierce Prince Reed
  Rock Rod Royal Stone Sterling Trip Van Wade Ward Wiley
`)
export const lasts = words(`
  Abubakar Aguirre Ahlquist Amoah Amundsen Arsenault Asante Aucoin Avakian Bakhtiari Balboa Bannerjee Barzani Begay Benally Berhane
  Birnbaum Bjornson Boateng Bogdanovich Bouchard Bracegirdle Brâncuși Bui Cabangbang Camarillo Chakraborty Chatzidakis Chowdhury
  Chukwu Cienfuegos Colquhoun Csikszentmihalyi Dandridge Darko Deng Desta Dhaliwal Dinkelspiel Dlamini Doyle Dufresne Eastbrook
  Eichelberger Escobedo Etcitty Fahrenholz Farrokhzad Featherstone Fernández Figueroa Fofana Frankenfield Fujimoto Galbraith
  Garczynski Ghebreyesus Gnarls Guidry Gutiérrez Hakobyan Hallgrimsson Hauptmann Hernández Hoang Hussein Ivanova Jagielski
  Jimenez Jónsdóttir Kahananui Kalogeropoulos Kaplowitz Kealoha Khachatryan Kim Kowalczyk Kuznetsova Lachlan Landry LeBlanc Llewellyn
  Lopez Maduro Manygoats Martínez Mazurek McCorquodale Mendelssohn Mensah Mihailescu Mohamud Mukherjee Nandakumar Ndiaye
  Nez Njoroge Nordquist Oduya Oyelaran Özdemir Pak Palakiko Paszkiewicz Petrakis Pham Phommachanh Podgorski Qureshi Ramírez Rezaei
  Rodríguez Rosenbloom Ruiz Saetang Sandoval Sawatzky Schoenfeld Seaborn Singh Skjelstad Soto Stromberg Subramanian Szabo Tadesse
  Tafoya Thistlethwaite Tipton Toledo Tsosie Tuiasosopo Ueda Ulrichsen Vaidya Vander-Wal Villanueva Vong Warsame Wendt Whiteplume
  Wu Xu Yazzie Yildirim Yoon Zabriskie Zhao Zorrilla A O'Keefe O'Malley D'Amico Ní-Bhriain MacLeish McTeague Saint-Pierre
  Apple Ash Bacon Ball Bean Beard Bell Berry Blood Bond Bright Buckets Burns Bush Butts Butter Case Colon Cook Cotton Cox Cutter Dial
  Downs Drinkwater Dye Easterday Fever Flowers Fogg Fortune Fox Friend Gamble Gooch Hamm Hart Head Hickey Hunger Itch Joy Justice Kidney
  Law Leggs Livers Looney Lung Lyons Makepeace Mealor Mohs Moon Nail New Oakes Pepper Person Pleasant Pope Post Power Reason Root
  Salt Seeds Shank Shields Shots Skinner Spicer Spring Starr Stamp Stitch Summers Sunday Swan Temple Toothman Tubbs Vial Wall Walker
  Waters Weeks West Wise Worth Yesterday
`)
/** `town|state|county|ZIP prefix|area code` */
export const towns = items(`
  Truth or Consequences;NM;Sierra County;879;575|Tucumcari;NM;Quay County;884;575|Ajo;AZ;Pima County;853;520|Show Low;AZ;Navajo County;859;928
  Intercourse;PA;Lancaster County;175;717|Hope;AR;Hempstead County;718;870|Eek;AK;Bethel Census Area;995;907|Nome;AK;Nome Census Area;997;907
  Waipahu;HI;Honolulu County;967;808|Opelousas;LA;St. Landry Parish;705;337|Bogalusa;LA;Washington Parish;704;985|Sequim;WA;Clallam County;983;360
  Puyallup;WA;Pierce County;983;253|Coeur d'Alene;ID;Kootenai County;838;208|Drain;OR;Douglas County;974;541|Boring;OR;Clackamas County;970;503
  Winnemucca;NV;Humboldt County;894;775|Needles;CA;San Bernardino County;923;760|Weed;CA;Siskiyou County;960;530|Likely;CA;Modoc County;961;530
  Nacogdoches;TX;Nacogdoches County;759;936|Uncertain;TX;Harrison County;756;903|Muleshoe;TX;Bailey County;793;806|Ponca City;OK;Kay County;746;580
  Wahpeton;ND;Richland County;580;701|Pierre;SD;Hughes County;575;605|Kearney;NE;Buffalo County;688;308|Ten Sleep;WY;Washakie County;824;307
  Bozeman;MT;Gallatin County;597;406|Kissimmee;FL;Osceola County;347;407|Two Egg;FL;Jackson County;324;850|Ty Ty;GA;Tift County;317;229
  Enigma;GA;Berrien County;317;229|Spartanburg;SC;Spartanburg County;293;864|Kill Devil Hills;NC;Dare County;279;252|Bristol;TN;Sullivan County;376;423
  Scottsboro;AL;Jackson County;357;256|Itta Bena;MS;Leflore County;389;662|Providence;UT;Cache County;843;435|Silt;CO;Garfield County;816;970
  Bayamón;PR;Bayamón Municipio;009;787|Quillhaven;WA;Aldersea County;986;360|Dry Ladle;TX;Cottonmouth County;790;806|Sorrowful Creek;OK;Tallgrass County;735;580
  Pinebluff Heights;NC;Ravenel County;283;910|Upper Mesquite;AZ;Palo Seco County;856;520|Fair Promise;CA;Del Sol County;935;661|Mistletoe Bay;OR;Sealrock County;973;541
`)
export const streets = items(`
  Camino del Monte Sol|Avenida de la Paz|County Road 4180|FM 1960 West|State Highway 6|Kamehameha|Rue Beauregard|Bayou Vista|Plaza Lazo|Calle Ocho
  Loop 410|Mill Race|Gobbler's Knob|Easy|Main|Second|E 88th|SW Barbur|Dr. Carver|Cemetery|Old Post Office|Last Chance|Rough and Ready|Pond|Nurse Hollow
  Bishop Perowne|Tonopah|Wagon Wheel|Uinta|Zzyzx|Jack Rabbit|Doe Run|Swamp Rose|Pecan|Alameda Sur|Cold Spring Harbor|Rancho Viejo|Hospital`)
export const streetTails = items(
  'Street|St|Ave|Avenue|Rd|Road|Dr|Drive|Trl|Trail|Hwy|Pkwy|Loop|Ct|Cir|Run|Pass|Xing|',
)
export const clinics = items(`
  Total Care for Women|Just Kids Pediatrics|New Day Recovery|First Light Family Clinic|Back in Motion|Mind Over Matter Behavioral Health|The Breathing Room
  Bright Smiles Dental|Clear View Eye Associates|NextCare Urgent Care|MinuteWell Walk-In|CareNow Plus #114|Desert Bloom Family Practice|Gulf Breeze Primary Care
  Sierra Vista Community Health|Kuleana Health|Indian Hills Tribal Clinic|La Esperanza Clínica Familiar|Peace Health of the Peninsula|Family First|Whole Child
  Pacific Rim Internists|Bayou Teche Medical Arts|Big Sky Nephrology|Second Wind Pulmonary|Open Arms Hospice|Kind Hands Home Care|Safe Harbor House
  Sunrise Infusion Suite|RenalOne - Kidney Center East|Foot & Ankle of the Plains|Concord Hand Therapy|The Women's Place|Healing Waters|Hometown Drug`)
export const hospitals = items(`
  St. Dymphna's|Good Samaritan|Presbyterian Intercommunity|Sacred Heart of the Valley|Bonneville County General|University Hospitals North|Queen of Angels
  Baptist Memorial - Golden Gate|Veterans Home at Two Rivers|Children's of the High Desert|Grand Strand Regional|Providence Immanuel|HCA Bayside|Shriners Lodge
  Cape Fear Orthopedic|Mercy San Ysidro|Evergreen State|Oak Park Psychiatric|Banner Mesa Verde|Swedish Covenant Annex|The Medical Center at Silver Lake`)
export const employers = items(`
  Target|Home Depot|Waffle Hut|Amazonia Fulfillment PHX7|Delta Crawfish|Frito Road Snacks|Ranger Oil Tools|the post office on Cemetery Road|Big Lots of Fun
  Pueblo of San Tomas|United Pipefitters Local 88|Peterbilt of the Plains|Sunny Side Up Diner|Nuts & Bolts|Mountain States Rail|Blue Plate Catering
  Quillhaven School District No. 9|City of Fair Promise Water Dept.|Old Glory Security|Cargill's Egg Ranch|The Gap Year Foundation|Reliable Roofing|Uncle Earl's Marina
  Lucky Strike Lanes|Rosenbloom & Daughters, CPAs|Alaska Halibut Packers|Tall Tale Brewing|First Church of the Open Door|Air Freight Express|Stitch in Time Tailors`)
export const schools = items(`
  Jefferson Davis Elementary|Rio Grande Middle School|Our Lady of Guadalupe School|Tonopah High|Kamalani Charter|P.S. 318|Little Acorns Preschool|Sage Creek Academy
  Booker T. Washington High School|Lincoln Jr. High|East Needles High|Head Start of Itta Bena`)
export const insurers = items(`
  Sierra Health Partners|Lone Star Preferred|Aloha Medical Service Plan|Palmetto Care|BlueRidge Choice|TriWest Family|Sooner Select|Cascade PPO|Evergreen Complete`)
