/** Proper nouns that identify no one: countries, peoples, tongues, agencies, tests and brands of machines. Lower case. Ours. */

const words = (list: string): readonly string[] => list.trim().split(/\s+/)

export const publicNames: ReadonlySet<string> = new Set(
  words(`usa america mexico canada guatemala honduras salvador nicaragua costa rica panama colombia venezuela ecuador peru bolivia chile argentina brazil uruguay paraguay
  cuba haiti jamaica bahamas barbados trinidad tobago guyana dominican england scotland ireland wales britain france spain portugal italy germany austria switzerland belgium netherlands holland
  luxembourg denmark norway sweden finland iceland poland czech slovakia hungary romania bulgaria greece turkey serbia croatia bosnia albania kosovo macedonia slovenia ukraine russia belarus estonia latvia
  lithuania moldova armenia azerbaijan kazakhstan uzbekistan afghanistan pakistan india bangladesh nepal bhutan sri lanka maldives myanmar burma thailand laos cambodia vietnam malaysia
  indonesia philippines china taiwan korea japan mongolia australia zealand fiji samoa tonga guam iraq iran syria lebanon israel palestine saudi arabia yemen oman qatar bahrain kuwait emirates egypt
  libya tunisia algeria morocco sudan ethiopia eritrea somalia kenya uganda tanzania rwanda burundi congo nigeria ghana liberia sierra leone senegal mali cameroon angola zambia zimbabwe botswana namibia mozambique malawi madagascar
  africa asia europe oceania antarctica caribbean
  american mexican canadian guatemalan honduran salvadoran nicaraguan colombian venezuelan ecuadorian peruvian bolivian chilean argentinian brazilian cuban haitian jamaican dominican british scottish irish welsh
  french spanish portuguese italian german austrian swiss belgian dutch danish norwegian swedish finnish polish czech hungarian romanian greek turkish serbian croatian bosnian albanian ukrainian russian armenian
  afghan pakistani indian bangladeshi nepali nepalese burmese thai laotian hmong cambodian khmer vietnamese malaysian indonesian filipino filipina chinese taiwanese korean japanese mongolian australian iraqi iranian
  persian farsi dari pashto syrian lebanese israeli hebrew yiddish arabic arab arabian egyptian sudanese ethiopian amharic tigrinya somali swahili kenyan ugandan nigerian yoruba igbo hausa ghanaian congolese
  hindi urdu punjabi gujarati bengali tamil telugu tagalog ilocano mandarin cantonese creole
  hispanic latino latina latinx caucasian ashkenazi sephardic european asian african samoan hawaiian alaskan navajo cherokee
  catholic jewish muslim islamic hindu buddhist sikh protestant baptist methodist lutheran mormon jehovah's jehovahs presbyterian episcopal orthodox pentecostal amish quaker
  fda cdc cms hhs dea nih who usda osha epa irs ssa va dod nci nhs aha acc acog aap acs usp niosh jcaho tjc medicare medicaid medi-cal tricare champva hipaa emtala cobra
  internet google youtube facebook zoom skype facetime uber lyft iphone ipad android windows microsoft excel word bluetooth wifi wi-fi braille fitbit garmin peloton kindle
  medtronic abbott siemens philips stryker zimmer biomet biotronik dexcom omnipod tandem insulet covidien ethicon olympus depuy synthes arthrex smith&nephew hologic cepheid roche beckman coulter sysmex quidel
  resmed respironics baxter fresenius davita hillrom welch allyn masimo nellcor omron accuchek accu-chek onetouch freestyle libre contour lifevest zoll lifepak holter prevena vac kerlix mepilex tegaderm aquacel dermabond surgicel gelfoam
  vicryl prolene monocryl monosof ethibond pds steri-strips steristrips marcaine xylocaine lidocaine betadine chloraprep hibiclens omnipaque isovue visipaque gadavist magnevist dotarem eovist lexiscan definity optison
  pyrex velcro teflon gore-tex goretex kevlar permcath tesio quinton shiley bivona portex hemovac davol jackson-pratt pleurx aspira mediport portacath port-a-cath groshong
  guthrie vectra xerox ricoh hylafax rightfax efax mfax brother canon epson kodak fujitsu
  honda toyota nissan hyundai subaru mazda chevrolet chevy buick cadillac jeep dodge chrysler volkswagen volvo bmw audi lexus acura kia tesla harley
  lorem ipsum covid covid-19 sars ebola zika lyme coxsackie salmonella shigella campylobacter escherichia klebsiella pseudomonas staphylococcus streptococcus enterococcus clostridium clostridioides candida aspergillus
  helicobacter mycobacterium chlamydia neisseria haemophilus proteus serratia acinetobacter bordetella legionella listeria borrelia treponema trichomonas gardnerella giardia cryptosporidium plasmodium toxoplasma
  epic cerner meditech athenahealth allscripts mychart surescripts docusign adobe sunquest powerscribe nuance dragon
  likert fagerstrom mediterranean paleo keto atkins pilates yoga zumba montessori heimlich kegel kegels epworth edinburgh mini-cog
  aetna cigna humana anthem premera regence highmark healthnet ambetter wellpoint medica harvard-pilgrim emblemhealth tufts geha bcbs bluecross blueshield unitedhealthcare united wellcare molina centene optum caremark
  god jesus bible quran torah allah
  english american-sign-language asl`),
)
