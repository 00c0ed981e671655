import type { CareGroup } from '../domain/care-group.ts';
import type { Level, Municipality, Organisation, ReregistrationTask } from '../domain/ids.ts';

/** The Swedish name of every id, as a person reads it: the routine's own words (domain terms, contract §4). */

export const placeNames: Readonly<Record<Municipality, string>> = {
  timra: 'Timrå',
  ange: 'Ånge',
  ornskoldsvik: 'Örnsköldsvik',
  sundsvall: 'Sundsvall',
  kramfors: 'Kramfors',
  harnosand: 'Härnösand',
  solleftea: 'Sollefteå',
};

export const organisationNames: Readonly<Record<Organisation, string>> = {
  region: 'Region Västernorrland',
  timra: 'Timrå kommun',
  ange: 'Ånge kommun',
  ornskoldsvik: 'Örnsköldsviks kommun',
  sundsvall: 'Sundsvalls kommun',
  kramfors: 'Kramfors kommun',
  harnosand: 'Härnösands kommun',
  solleftea: 'Sollefteå kommun',
};

export const groupNames: Readonly<Record<CareGroup, string>> = {
  inpatient: 'Slutenvården',
  municipality: 'Kommunen',
  outpatient: 'Primärvården/öppenvården',
};

export const taskNames: Readonly<Record<ReregistrationTask, string>> = {
  admissionNotice: 'Inskrivningsmeddelande',
  dischargeNotice: 'Utskrivningsmeddelande',
  patientInformation: 'Patientinformation',
  mailPatientInformation: 'Skicka hem patientinformationen',
  readyForDischarge: 'Utskrivningsklar meddelande',
  planningBasis: 'Planeringsunderlag',
  namedContact: 'Bekräfta fast vårdkontakt',
  sipSummons: 'Kallelse till SIP',
  acknowledgeMessages: 'Kontrollera och kvittera meddelanden',
  sendForm: 'Skicka in blanketten',
};

/** What is asked where the routine leaves it open. */
export const askedNames: Readonly<Partial<Record<ReregistrationTask, string>>> = {
  mailPatientInformation: 'har patienten fått skriftlig information? Kontrollera det.',
  namedContact: 'har fast vårdkontakt lämnats i telefon? Bekräfta den då i Lifecare SP.',
};

/** What is waited for where somebody else registers; "kvittera" is Lifecare SP's own act. */
export const awaitedNames: Readonly<Partial<Record<ReregistrationTask, string>>> = {
  admissionNotice: 'slutenvårdens inskrivningsmeddelande, och kvittera det',
  dischargeNotice: 'slutenvårdens utskrivningsmeddelande, och kvittera det',
  mailPatientInformation: 'slutenvården skickar hem patientinformationen, ni behöver inte',
  sipSummons: 'öppenvårdens kallelse till SIP, och kvittera den',
};

export const levelNames: Readonly<Record<Level, string>> = {
  must: 'SKA',
  mustIfFormUsed: 'SKA (om blankett använts)',
  ask: 'FRÅGA',
  ifPossible: 'OM MÖJLIGT',
  await: 'INVÄNTA',
  continue: 'FORTSÄTT SOM VANLIGT',
  needNot: 'BEHÖVER INTE',
  mustNot: 'SKA INTE',
  notApplicable: '–',
};
