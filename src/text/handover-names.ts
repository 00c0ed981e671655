import type { HandoverItem, HandoverOutcome, HandoverParty, Municipality } from '../domain/ids.ts';
import { organisationNames } from './names.ts';

/** What is said by phone, in the routine's words; what the law adds in the law's (domain.md C.4). */
export const itemNames: Readonly<Record<HandoverItem, string>> = {
  admission: 'Inskrivning',
  expectedDischarge: 'Beräknat utskrivningsdatum',
  expectedDischargeChanged: 'Ändrat beräknat utskrivningsdatum',
  planningBasis: 'Planeringsunderlag',
  readyForDischarge: 'Utskrivningsklar',
  readyForDischargeWithdrawn: 'Inte längre utskrivningsklar',
  actualDischarge: 'Faktiskt utskrivningsdatum',
  dischargeNotice: 'Utskrivningsmeddelande',
  currentServices: 'Aktuella insatser',
  canReceive: 'Kan ta emot patienten',
  namedContact: 'Fast vårdkontakt',
  sipNeed: 'Behov av SIP och vem som kallar',
  sipSummons: 'SIP-datum överenskommet',
  forwarded: 'Fört vidare inom kommunen',
};

/** Who is rung, where it is not known which. */
export const partyNames: Readonly<Record<HandoverParty, string>> = {
  municipality: 'Kommunen',
  'inpatient-ward': 'Avdelningen',
  'primary-care': 'Hälsocentralen',
  'psychiatric-outpatient': 'Psykiatrisk öppenvård',
};

/** Who is rung: "Ånge kommun", "Hälsocentralen". */
export function sideText({
  municipality,
  party,
}: {
  readonly party: HandoverParty;
  readonly municipality?: Municipality;
}): string {
  return party === 'municipality' && municipality !== undefined
    ? organisationNames[municipality]
    : partyNames[party];
}

/** What came of a call, as it is chosen in a form: the most likely first. */
export const outcomeNames: Readonly<Record<HandoverOutcome, string>> = {
  'read-back': 'Mottagaren har upprepat informationen och jag har bekräftat att det stämmer',
  given: 'Lämnat, men inte upprepat av mottagaren',
  'no-answer': 'Inget svar',
};
