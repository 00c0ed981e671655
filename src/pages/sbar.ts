import type { CareGroup } from '../domain/care-group.ts';
import type { Line, Section } from '../cards/answer.ts';
import { own } from '../cards/line.ts';

const heading = 'Ordning i samtalet: SBAR (utöver rutinen: SBAR, Vårdhandboken)';

const situation = 'S – Situation: namn, enhet, direktnummer. Lifecare SP ligger nere.';

const steps: Readonly<Record<CareGroup, readonly string[]>> = {
  inpatient: [
    `${situation} Vilken patient, och koden.`,
    'B – Bakgrund: när och varför patienten skrevs in.',
    'A – Aktuellt: planeringsunderlag, datum för utskrivning, utskrivningsklar eller inte.',
    'R – Rekommendation: vad mottagaren behöver göra, och till när. Be om svar och upprepning.',
  ],
  municipality: [
    `${situation} Vilken patient, och koden.`,
    'B – Bakgrund: vilka insatser patienten har i dag.',
    'A – Aktuellt: vad som är planerat, och vad som saknas för att ta emot patienten.',
    'R – Rekommendation: när kommunen kan ta emot patienten. Upprepa det ni kommit överens om.',
  ],
  outpatient: [
    `${situation} Vilken patient, och koden.`,
    'B – Bakgrund: fast vårdkontakt och aktuella insatser.',
    'A – Aktuellt: vad som är planerat, och om det behövs en SIP.',
    'R – Rekommendation: vem som kallar till SIP, och vad mottagaren behöver göra. Upprepa det.',
  ],
};

/** The order of a call that is easy to follow: the routine has none, and the heading says so. */
export function sbarSection(group: CareGroup): Section {
  const lines: readonly Line[] = steps[group].map(own);
  return { heading, lines };
}
