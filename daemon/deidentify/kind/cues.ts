/**
 * What tells one kind of document from another: titles that a form carries, and the labels, headings and turns of
 * phrase that stand in it whether or not the title could be read. Facts alone; `../kind.ts` weighs them.
 */
import type { DocumentKind } from '../../model/kind.ts'

export type Cues = {
  /** Names of the form itself. Worth most on a line of their own near the top. */
  readonly titles: readonly string[]
  /** Phrases that hardly stand on any other kind. */
  readonly strong: readonly string[]
  /** Phrases that other kinds have as well. */
  readonly weak: readonly string[]
}

const phrases = (list: string): readonly string[] => list.trim().split(/\s*,\s*/)

export const cues: Readonly<Record<Exclude<DocumentKind, 'unknown'>, Cues>> = {
  referral: {
    titles: phrases(`
      referral, patient referral, referral form, referral request, specialist referral,
      consultation request, request for consultation, referral order, referral letter,
      outpatient referral`),
    strong: phrases(`
      reason for referral, referring provider, referring physician, refer to, referred to,
      please evaluate, evaluate and treat, referring clinic, referral to, requested service,
      reason for consult, consult requested, thank you for seeing, specialty requested, referral number,
      visits requested, referral date`),
    weak: phrases(`
      referred by, urgent, routine, specialist, specialty, consult, appointment, relevant history`),
  },
  lab: {
    titles: phrases(`
      laboratory report, lab results, laboratory results, lab report, final report,
      comprehensive metabolic panel, complete blood count, pathology report, test results,
      clinical laboratory, specimen report, cumulative report, microbiology report, laboratory`),
    strong: phrases(`
      reference range, reference interval, ref range, specimen id, date collected, collected, accession,
      test name, abnormal flag, fasting, specimen type, ordering physician, performing lab, in range,
      out of range, clia, received date, date reported, hemoglobin, creatinine, platelets, glucose,
      hematocrit,
      gross description, microscopic description, final diagnosis, pathologist, surgical pathology`),
    weak: phrases(`
      results, specimen, panel, high, low, sodium, potassium, chloride, cholesterol, triglycerides, wbc,
      rbc, egfr, tsh, bilirubin, albumin, reported, serum, flag, units, result`),
  },
  'prior-authorisation': {
    titles: phrases(`
      prior authorization, prior authorization request, preauthorization, precertification,
      prior authorization form, authorization request, prior approval request, coverage determination,
      medical necessity request, preauthorization request, prior auth`),
    strong: phrases(`
      authorization number, medical necessity, requesting provider, clinical justification, formulary,
      step therapy, previously tried, tried and failed, expedited review, standard review,
      service requested, units requested, urgent review, utilization management, servicing provider,
      rendering facility, supporting documentation, drug requested, length of therapy, number of visits,
      start of service`),
    weak: phrases(`
      authorization, member id, cpt, icd, diagnosis code, health plan, requested, npi, quantity, denied,
      approved, approval`),
  },
  'insurance-card': {
    titles: phrases(`
      insurance card, member card, health insurance, member identification card,
      medicare health insurance`),
    strong: phrases(`
      rxbin, rx bin, rxpcn, rx pcn, rxgrp, rx group, group number, member services, copay, payer id,
      plan type, group no, entitled to, hospital part a, medical part b, customer service, in network,
      provider services, dependents`),
    weak: phrases(`
      member id, ppo, hmo, group, effective, plan, member, coverage, rx, specialist, dental, vision,
      issuer, call, subscriber, deductible, urgent care, emergency room, office visit`),
  },
  prescription: {
    titles: phrases(`
      prescription, rx, prescription form, electronic prescription, prescription order, e prescription`),
    strong: phrases(`
      sig, dispense, refills, refill, substitution permitted, dispense as written, daw, disp, qty, dea,
      do not substitute, take one, take two, label in spanish, voluntary formulary, days supply,
      void after`),
    weak: phrases(`
      pharmacy, tablet, tablets, capsule, capsules, by mouth, daily, quantity, prescriber, apply, inhale,
      signature, generic, substitution`),
  },
  'discharge-summary': {
    titles: phrases(`
      discharge summary, hospital discharge summary, discharge instructions, discharge note,
      summary of hospitalization, after visit summary, hospital course`),
    strong: phrases(`
      hospital course, admission date, date of admission, discharge date, date of discharge,
      discharge diagnosis, discharge diagnoses, discharge medications, discharge condition,
      condition at discharge, disposition, admitting diagnosis, length of stay, discharged to,
      discharged home, discharge instructions, admitted with, was admitted, was discharged,
      procedures performed`),
    weak: phrases(`
      admitted, admission, discharge, discharged, inpatient, follow up, activity, diet, consults, ward,
      hospital, attending physician, follow up with`),
  },
  'intake-form': {
    titles: phrases(`
      patient intake form, new patient registration, patient registration, registration form,
      intake form, new patient form, patient information, medical history form, patient information form,
      health history, health history questionnaire, new patient questionnaire, demographic form,
      registration`),
    strong: phrases(`
      emergency contact, marital status, occupation, reason for visit, reason for todays visit,
      do you smoke, do you drink, have you ever, please list, please print, responsible party,
      preferred language, home phone, cell phone, preferred pharmacy, how did you hear, guarantor,
      please check, check all that apply, spouse, ethnicity, primary insurance, secondary insurance,
      surgical history`),
    weak: phrases(`
      yes, no, allergies, relationship, city, state, zip, single, married, male, female, signature,
      email, address, date of birth, employer, race, social history, family history`),
  },
  'fax-cover': {
    titles: phrases(`
      fax, fax cover sheet, facsimile, fax transmission, facsimile transmittal sheet, fax cover,
      facsimile cover sheet, fax transmittal, facsimile transmission, cover sheet, telefax`),
    strong: phrases(`
      number of pages, pages including cover, including cover, including this cover, total pages,
      confidentiality notice, intended recipient, intended only for, if you have received this,
      received this fax in error, notify the sender, for review, please reply, please comment,
      please recycle, no of pages, pages to follow, this facsimile, this fax, strictly prohibited,
      unauthorized disclosure`),
    weak: phrases(`
      from, to, attn, re, subject, urgent, pages, fax number, cc, comments, message, sender, recipient,
      privileged`),
  },
  claim: {
    titles: phrases(`
      health insurance claim form, claim form, explanation of benefits, cms 1500, ub 04,
      statement of account, superbill, encounter form, itemized statement, billing statement,
      remittance advice, patient statement, invoice, dental claim form`),
    strong: phrases(`
      insureds name, insureds id, federal tax id, place of service, days or units, total charge,
      amount paid, balance due, accept assignment, billing provider, rendering provider,
      diagnosis pointer, revenue code, charges, amount billed, allowed amount, patient responsibility,
      claim number, dates of service, amount due, this is not a bill, patients relationship to insured,
      coinsurance`),
    weak: phrases(`
      cpt, hcpcs, icd, npi, insured, balance, payment, billing, payer, account, charge, procedure code,
      signature on file, units, modifier, deductible, payments, adjustments`),
  },
  radiology: {
    titles: phrases(`
      radiology report, diagnostic imaging report, imaging report, radiology, ct scan, mri report,
      x ray report, ultrasound report, mammography report, diagnostic imaging, department of radiology,
      bilateral mammogram`),
    strong: phrases(`
      impression, findings, technique, comparison, radiologist, no acute, indication, axial, sagittal,
      two views, pa and lateral, lungs are clear, effusion, pneumothorax, bi rads, opacity,
      without contrast, with contrast, dictated by, fracture, mediastinal, cardiac silhouette, views of`),
    weak: phrases(`
      ct, mri, xr, us, radiograph, ultrasound, chest, normal, abdomen, pelvis, clinical history,
      evidence of, no evidence, soft tissues, degenerative, exam, examination, unremarkable, contrast`),
  },
  immunisation: {
    titles: phrases(`
      immunization record, vaccination record, vaccine administration record,
      certificate of immunization, immunization history, immunization certificate,
      covid 19 vaccination record card, vaccine record, immunizations, childhood immunization,
      shot record`),
    strong: phrases(`
      vaccine, vaccines, lot number, date given, mmr, dtap, tdap, hepatitis b, hepatitis a, varicella,
      ipv, polio, hib, pneumococcal, meningococcal, hpv, rotavirus, dose 1, dose 2, 1st dose, 2nd dose,
      cvx, site given, immunization, vis date, administered by, covid 19, next due, vaccine name`),
    weak: phrases(`
      lot, dose, manufacturer, site, pfizer, moderna, merck, sanofi, school, series, booster,
      left deltoid, exempt, influenza`),
  },
  consent: {
    titles: phrases(`
      informed consent, consent form, consent to treatment, consent for treatment, consent for procedure,
      authorization to release, consent to procedure, hipaa authorization,
      authorization for release of information, release of information, consent for surgery,
      consent for anesthesia, authorization for use and disclosure, telehealth consent,
      notice of privacy practices acknowledgment, assignment of benefits`),
    strong: phrases(`
      i hereby, i consent, i authorize, i understand that, risks and benefits, have been explained,
      i have read, my questions have been answered, right to refuse, revoke, alternatives, witness,
      patient signature, signature of patient, parent or guardian, legal representative, undersigned,
      voluntarily, complications, i acknowledge, expire, relationship to patient, hereby consent,
      hereby authorize, i give permission`),
    weak: phrases(`
      consent, authorize, signature, risks, benefits, procedure, anesthesia, guardian, privacy, disclose,
      understand`),
  },
  'medication-list': {
    titles: phrases(`
      medication list, current medications, medication reconciliation, medication administration record,
      medications, active medications, home medications, medication profile, medication record,
      list of medications, medication history, medication summary, drug list`),
    strong: phrases(`
      start date, stop date, medication name, dosage, frequency, route, prescribed by, last taken,
      over the counter, supplements, drug allergies, discontinued, taking for, how often, last dose,
      time taken, reason for taking`),
    weak: phrases(`
      daily, bid, tid, tablet, po, mg, pharmacy, allergies, twice daily, bedtime, morning, directions,
      prn, active, continue, dose, strength`),
  },
  'identity-card': {
    titles: phrases(`
      driver license, drivers license, identification card, operator license, passport, state id,
      commercial driver license, permanent resident, identity card, social security, military id`),
    strong: phrases(`
      dl, dob, exp, iss, hgt, wgt, eyes, hair, donor, organ donor, dln, veteran, endorsements,
      restrictions, nationality, place of birth, expires, issued, date of issue, date of expiry, real id,
      not for federal`),
    weak: phrases(`
      usa, license, state, department of motor vehicles, dmv, none, bro, blu, brn, blk, class, end, dd,
      sex, height, weight, rest`),
  },
  label: {
    titles: phrases(`
      specimen, specimen label, patient label, wristband`),
    strong: phrases(`
      allergy, allergies, fall risk, nkda, nka, tube, edta, sst, lavender, blood type, coll,
      collected by, draw time, bld, container, fin, adm, keep refrigerated, may cause drowsiness, dnr,
      swab`),
    weak: phrases(`
      mrn, dob, sex, age, male, female, visit, acct, room, m, f, rx, qty, lab, dr, attn, stat, rm, bed,
      urine, serum, acc`),
  },
  letter: {
    titles: phrases(`
      to whom it may concern, letter, work excuse, return to work, letter of medical necessity,
      school excuse, doctors note`),
    strong: phrases(`
      dear, sincerely, yours truly, best regards, kind regards, i am writing, to whom it may concern,
      respectfully, please feel free, do not hesitate, please be advised, thank you for your, enclosed,
      this letter, yours sincerely, regards, we are writing, it was a pleasure, warm regards, cordially,
      may return to, please excuse`),
    weak: phrases(`
      re, thank you, questions, contact, office, please, our, your, you, cc`),
  },
  'progress-note': {
    titles: phrases(`
      progress note, office visit, clinic note, visit note, history and physical, soap note,
      encounter note, consultation note, operative report, operative note, nursing note, therapy note,
      physical therapy evaluation, consultation report, emergency department note, annual physical,
      follow up visit, office note, well child visit, procedure note, psychotherapy note,
      initial evaluation`),
    strong: phrases(`
      chief complaint, history of present illness, hpi, review of systems, ros, physical exam,
      physical examination, assessment and plan, assessment, subjective, objective, vital signs, vitals,
      past medical history, presents with, presents for, follow up in, denies, well appearing,
      no acute distress, blood pressure, heart rate, preoperative diagnosis, electronically signed, bp,
      complains of, return to clinic, postoperative diagnosis,
      oriented x3, call light within reach, tolerated well, shift, will continue to monitor`),
    weak: phrases(`
      patient, pulse, temp, allergies, medications, pain, exam, normal, heent, lungs, abdomen, today,
      symptoms, improved, continue, reports, year old, plan, social history, family history`),
  },
}
