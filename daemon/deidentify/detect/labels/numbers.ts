/** Labels of numbers: records, plans, accounts, licences, vehicles, devices, social security. */
import { type LabelTable, label } from './table.ts'

export const numbers: LabelTable = [
  ...label(
    'MRN',
    'mrn-label',
    'id',
    'mrn|m.r.n.|patient record|patient record number|patient record no|patient record #|patient file|patient file no|patient file number|patient chart|patient chart number|pt chart|pt chart #|pt record|folder no|folder #|folder number|history no|history number|history #|hist no|pid|pid #|medical id|medical number|medical no|medical #|med #|health number|health record no|health record #|uhid|crn|hospital record|hospital record number|hospital record no|clinic record|old chart|new chart|chart/mrn|mrn/chart|mrn/acct|epic mrn|cerner mrn|legacy mrn|lab patient id|patient identifier number|patient reference|pt ref|client record|m.r. #|mrm|nrn|nirn|rnrn|hosp no|hosp #|hosp number|hosp id|hospital #|unit #|rec #|rec no|mr num|mr nbr|med rec num|med rec nbr|medical rec no|medical rec #|chart number|chart no|chart #|chart id|patient mrn|pt mrn|facility mrn|local mrn|person number|person no|person #|clinic number|clinic no|clinic #|clinic id|mpi|wristband|wristband id|armband|band id|band #|band number|medical record|medical rec|med rec|med record|medical records|health record|chart|patient id|pt id|patient identifier|patient identification|patient number|pt number|patient no|pt no|patient #|pt #|mr #|mr no|mr number|hospital number|hospital no|hospital id|unit number|unit no|hrn|hrn #|emr|emr id|ehr id|empi|epi|cpi|person id|client id|client number|client #|client no|resident id|medrec|patient account id|dental chart|facesheet id|record id|record number|record no|record #|epic id|enterprise id|pat id|pat no|pat #',
  ),
  ...label(
    'HEALTH_PLAN',
    'health-plan-label',
    'id',
    'member id|member number|member no|member #|member identification|subscriber id|subscriber number|subscriber no|subscriber #|policy id|policy number|policy no|policy #|group id|group number|group no|group #|grp #|grp no|grp number|rxid|rx id|bin|bin #|bin no|bin number|issuer|issuer id|issuer number|mbr id|mbr #|mbr no|mem id|mem #|mem no|payor id|payor #|payer #|ins no|ins id #|ins. id|insured* id no|insured* id number|cert no|certificate no|sub id|sub #|subscr id|subscriber|medicaid|medicare|medicare claim number|medicare claim no|medicare claim #|member|insurance id|insurance number|insurance no|insurance #|insurance policy|ins id|ins #|insured id|insured* id|insured* i.d.|plan id|plan number|plan no|plan #|health plan|health plan id|health plan beneficiary|health plan number|beneficiary id|beneficiary number|beneficiary #|beneficiary|medicare id|medicare number|medicare no|medicare #|medicare beneficiary|medicaid id|medicaid number|medicaid no|medicaid #|medicaid recipient|mbi|hicn|hic|hic #|hic no|cin|card id|cardholder id|enrollee id|enrollment id|coverage id|contract number|contract no|contract #|tricare id|tricare|dod id|dod benefits|sponsor id|sponsor ssn|dependent id|hmo id|ppo id|payer id|carrier id|certificate of coverage|insurance card|health insurance claim|health card|champva id|medigap|effective policy|aetna id|cigna id|bcbs id|uhc id|humana id|kaiser id|anthem id|chip id|medi-cal id|medi-cal|plan member|secondary id|primary id',
  ),
  ...label(
    'HEALTH_PLAN',
    'health-plan-label',
    'id',
    'policy|group|insurance|plan|ins|insurer|payer|carrier|aetna|cigna|bcbs|humana|primary insurance|secondary insurance|coverage|insurance plan|health insurance',
    true,
  ),
  ...label(
    'ACCOUNT',
    'account-label',
    'id',
    'account|bill no|bill #|bill number|acct num|acct nbr|acc no|encounter acct|credit card|cc #|cc no|cc number|cvv|cvc|cvv2|security code|fin nbr|har no|stmt #|stmt no|statement|account id|account number|account no|account #|acct|acct #|acct no|acct number|acc #|acct id|a/c|a/c no|bank account|checking account|savings account|checking|routing|routing number|aba|aba routing|credit card|debit card|card number|card no|card #|visa|mastercard|amex|guarantor account|guarantor id|guarantor number|guarantor #|billing id|billing number|billing account|invoice|invoice number|invoice no|invoice #|statement id|statement number|statement no|statement #|har|har #|fin|fin #|fin number|csn|csn #|financial number|visit account|patient account|patient acct|pt acct|hospital account|ledger id|payment id|payment reference|check number|check no|check #|iban|fin/account|pan|hsa account|hsa|fsa account|autopay',
  ),
  ...label(
    'LICENSE',
    'license-label',
    'id',
    'license|licence|dln|lic number|lic num|lic nbr|state id #|state id no|state id number|n.p.i.|d.e.a.|d.e.a. no|clia id|ncpdp id|nabp #|provider npi|license number|license no|license #|lic|lic #|lic no|lic number|driver* license|drivers license|driver license|driver* licence|driver* lic|drivers lic|driver license number|dl|dl #|dl no|dl number|medical license|state license|rn license|nursing license|pharmacy license|professional license|cdl|npi|npi #|npi number|npi no|dea|dea #|dea no|dea number|dea reg|dea registration|upin|clia|clia #|clia number|certificate number|certificate no|certificate #|certification number|certification no|certification #|cert no|cert #|cert number|registration number|registration no|registration #|reg no|reg #|state id|state id card|cds number|cds #|cds no|board certification|permit number|permit no|permit #|ncpdp|nabp|xdea|provider id|provider number|provider no|taxonomy id|state lic',
  ),
  ...label(
    'LICENSE',
    'license-label',
    'id',
    'certificate|registration|permit|credential|certification',
    true,
  ),
  ...label(
    'VEHICLE',
    'vehicle-label',
    'id',
    'vin|vin #|vin number|vehicle id|vehicle identification|vehicle identifier|vehicle number|license plate|licence plate|plate number|plate no|plate #|tag number|tag no|tag #|registration plate|vehicle registration|vehicle plate|vehicle license|car plate|parking permit|vehicle tag',
  ),
  ...label('VEHICLE', 'vehicle-label', 'id', 'plate|plates|vehicle', true),
  ...label(
    'DEVICE',
    'device-label',
    'id',
    'serial|serial number|serial no|serial #|ser no|ser #|s/n|sn|sn #|device id|device identifier|device serial|device number|device no|device #|udi|udi-di|udi-pi|implant id|implant serial|implant number|implant #|model number|model no|model #|lot|lot number|lot no|lot #|batch number|batch no|batch #|pump serial|pump id|mac|mac address|mac id|imei|pacemaker serial|lead serial|generator serial|catalog number|catalog no|catalog #|cat no|cat #|equipment id|asset tag|asset id|product id|product number|sensor id|transmitter id|transmitter sn|transmitter serial|cgm id|monitor id|device sn|lot sn|meter serial|icd serial|valve serial|gtin|hearing aid serial|sim|iccid',
  ),
  ...label(
    'DEVICE',
    'device-label',
    'id',
    'device|implant|implants|model|pump|pacemaker|generator|cgm|lead|leads|sensor|transmitter|batch|catalog|equipment|prosthesis|icd device|defibrillator|hearing aid',
    true,
  ),
  ...label(
    'BIOMETRIC',
    'biometric-label',
    'id',
    'biometric|biometric id|biometric template|biometric reference|biometric ref|biometric hash|biometric identifier|biometrics|fingerprint|fingerprint id|fingerprint template|fingerprint template id|fingerprint-template-id|fingerprint hash|fingerprint scan|fingerprint record|fingerprint ref|fingerprint reference|fingerprints|finger print|thumbprint|thumbprint id|voiceprint|voiceprint id|voice print|voice print id|voice id|voice signature|retina|retina scan|retina scan id|retinal scan|retinal scan id|retinal id|iris|iris scan|iris scan id|iris id|iris template|iris code|palm print|palm vein|palm vein id|palm scan|palmprint|palmprint id|face id|faceprint|face template|facial recognition|facial recognition id|facial template|facial scan|facial geometry|facial id|dna profile|dna profile id|dna id|dna sample|dna sample id|genetic profile|genetic id|genomic id|hand geometry|handprint|gait signature|gait id|signature id|ear print|footprint|footprint id|footprint record|hand scan',
  ),
  ...label(
    'PHOTO',
    'photo-label',
    'file',
    'photo|photo id|photo file|photo ref|photo reference|photo on file|photos|photograph|photograph id|photographs|photo #|photo number|photo no|image id|image file|image ref|image #|image no|img|picture|picture id|headshot|portrait|portrait id|full-face photo|full face photo|full-face photograph|full-face image|full face image|face photo|facial photo|facial photograph|facial image|selfie|visit photos|wound photo|id photo|patient photo|patient image|mugshot|badge photo',
  ),
  ...label(
    'OTHER_ID',
    'id-label',
    'id',
    'service no|service #|serv no|form no|interpreter id|interpreter #|spec #|spec no|spec id|lab no|lab #|lab number|lab id|script no|script number|job no|emp no|emp number|a #|alien #|alien no|claim control number|pre-cert|pre-cert #|pre-cert no|pre-cert number|auth/cert|auth/cert #|certification number|acsn|acc #|acsn #|acc. #|film #|film no|film id|log #|log no|order nbr|fin class id|ref. no|ref. #|permit #|reference nbr|tx id|txn id|transmission id|doc number|item id|accession number|accession no|accession #|acc no|acc number|accn|order id|order number|order no|order #|claim|claim id|claim number|claim no|claim #|clm|icn|dcn|tcn|encounter|encounter id|encounter number|encounter no|encounter #|enc|enc #|enc id|visit id|visit number|visit no|visit #|case id|case number|case no|case #|specimen id|specimen number|specimen no|specimen #|sample id|sample number|sample no|sample #|requisition|requisition id|requisition number|requisition no|requisition #|req #|req no|req id|authorization number|authorization no|authorization #|authorization id|auth|auth #|auth no|auth number|auth id|auth code|prior auth|prior auth #|prior auth number|prior authorization|prior authorization number|prior authorization #|pa #|pa number|pa no|precert|precert #|precertification|referral id|referral number|referral no|referral #|confirmation|confirmation number|confirmation no|confirmation #|conf #|conf no|tracking|tracking number|tracking no|tracking #|tracking id|reference number|reference no|reference #|reference id|ref #|ref no|ref number|ref id|our ref|your ref|ticket|ticket number|ticket #|ticket no|study id|study number|study no|study #|subject id|subject number|subject no|subject #|participant id|participant number|enrollment number|randomization number|screening number|passport|passport number|passport no|passport #|visa number|student id|student number|student no|student #|employee id|employee number|employee no|employee #|emp id|emp #|badge|badge id|badge number|badge no|badge #|rx #|rx number|rx no|prescription number|prescription no|prescription #|prescription id|script #|document id|document number|document no|document #|doc id|doc #|doc no|fax id|job id|job #|job no|job number|transaction id|transaction number|transaction no|transaction #|trans id|trace number|receipt number|receipt no|receipt #|barcode|bar code|uid|uuid|guid|ein|tin|fein|tax id|taxpayer id|itin|identification number|identification no|identification #|id number|id no|id #|id|i.d.|file number|file no|file #|file id|control number|control no|control #|registry id|registry number|trial id|report number|report no|report #|report id|exam number|exam no|exam #|exam id|series id|series uid|study uid|instance uid|study instance uid|donor id|donor number|donor no|unit id|blood unit|inmate number|inmate id|inmate #|booking number|military id|service number|alien number|alien registration|green card|national id|nhs number|nhs no|pin|pin code|passcode|password|access code|keypad code|door code|case file|docket|docket number|docket no|incident number|incident #|incident no|run number|run #|ems run|pcr number|message id|portal id|session id|request id|request number|request #|call id|interaction id|cassette id|slide number|slide no|block id|container id|locker|locker #|form number|form no|form #|form id|immunization registry id|iis id|family id|household id|caller id|certificate id|death certificate number|birth certificate|birth certificate number|birth certificate no|chain of custody|custody id|kit id|kit number|kit #|pathology number|pathology no|path #|surgical number|surg path|radiology number|film number|dispatch number|loan number|lease number|locator|mail id|return id|work order|workers comp claim|wc claim|wcb|adjuster id|police report|police report number',
  ),
  ...label(
    'OTHER_ID',
    'id-label',
    'id',
    'case|order|study|visit|sample|specimen|file|report|exam|referral|document|user|subject|participant|reference|ref|authorization|precertification no|student|employee|prescription|rx|control|serial code|registry|protocol|ems',
    true,
  ),
  ...label(
    'SSN',
    'ssn-label',
    'ssn',
    'ssn|ssn #|ssn no|ss #|ss no|ss number|s.s.n.|s.s. #|social security|social security number|social security no|social security #|soc sec|soc sec no|soc sec #|social|social #|patient ssn|subscriber ssn|insured* ssn|guarantor ssn|soc. sec. no.',
  ),
  ...label(
    'HEALTH_PLAN',
    'health-plan-label',
    'code',
    'rxgrp|rx grp|rx group|rxpcn|rx pcn|rxbin|rx bin|pcn|rx pcn #|grp',
  ),
  ...label(
    'OTHER_ID',
    'user-name',
    'handle',
    'user id|userid|user name|username|login|login id|screen name|portal user|mychart username|skype|instagram|twitter|facebook|handle',
  ),
]
