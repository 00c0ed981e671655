/** Every id of contract.md §4 that the code speaks: stable, English, never shown to a person. */

/** A unit's kind of care; decides whom it calls and what it owes afterwards. */
export const careSettings = [
  'inpatient-somatic',
  'inpatient-psychiatric',
  'primary-care',
  'psychiatric-outpatient',
  'municipality',
] as const;
export type CareSetting = (typeof careSettings)[number];

/** The seven municipalities of Västernorrland, in the routine's order (L602–614). */
export const municipalities = [
  'timra',
  'ange',
  'ornskoldsvik',
  'sundsvall',
  'kramfors',
  'harnosand',
  'solleftea',
] as const;
export type Municipality = (typeof municipalities)[number];

/** The eight public bodies: each its own authority, with secrecy between them. */
export const organisations = ['region', ...municipalities] as const;
export type Organisation = (typeof organisations)[number];

/** Whom one can call. */
export const parties = [
  'it-support',
  'municipality',
  'inpatient-ward',
  'primary-care',
  'psychiatric-outpatient',
  'region-switchboard',
  'system-administration',
] as const;
export type Party = (typeof parties)[number];

/** Whom a handover is made to or received from. */
export const handoverParties = [
  'municipality',
  'inpatient-ward',
  'primary-care',
  'psychiatric-outpatient',
] as const satisfies readonly Party[];
export type HandoverParty = (typeof handoverParties)[number];

/** Who may have to receive a patient's information (L157–165). */
export const receivers = [
  'municipality',
  'primary-care',
  'psychiatric-outpatient',
] as const satisfies readonly HandoverParty[];
export type Receiver = (typeof receivers)[number];

/** What came of a call: nobody answered; it was said; the receiver repeated it and the caller said that it was right. */
export const handoverOutcomes = ['no-answer', 'given', 'read-back'] as const;
export type HandoverOutcome = (typeof handoverOutcomes)[number];

/** What is said by phone in a handover. */
export const handoverItems = [
  'admission',
  'expectedDischarge',
  'expectedDischargeChanged',
  'planningBasis',
  'readyForDischarge',
  'readyForDischargeWithdrawn',
  'actualDischarge',
  'dischargeNotice',
  'currentServices',
  'canReceive',
  'namedContact',
  'sipNeed',
  'sipSummons',
  'forwarded',
] as const;
export type HandoverItem = (typeof handoverItems)[number];

/** What may be owed in Lifecare SP afterwards: the columns of the decision table, in its order. */
export const reregistrationTasks = [
  'admissionNotice',
  'dischargeNotice',
  'patientInformation',
  'mailPatientInformation',
  'readyForDischarge',
  'planningBasis',
  'namedContact',
  'sipSummons',
  'acknowledgeMessages',
  'sendForm',
] as const;
export type ReregistrationTask = (typeof reregistrationTasks)[number];

/** How strongly a task is owed: the routine knows more than yes and no. */
export const levels = [
  'must',
  'ifPossible',
  'needNot',
  'mustNot',
  'await',
  'continue',
  'mustIfFormUsed',
  'ask',
  'notApplicable',
] as const;
export type Level = (typeof levels)[number];
