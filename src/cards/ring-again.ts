import { partyOf } from '../domain/handover-items.ts';
import { callOf } from '../domain/handover-log.ts';
import type { Entry } from '../domain/handover-log.ts';
import type { HandoverParty } from '../domain/ids.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import type { Routine } from '../routine/routine.ts';
import type { Line, PhoneLine, Section } from './answer.ts';
import { advised, own, readAs, said } from './line.ts';
import { municipalityPhones, regionSwitchboard } from './phone-line.ts';

/** The number to ring where nobody answered, as the routine has it, and what to do if nobody answers now either. */
export function ringAgainSection(entry: Entry, routine: Routine): Section {
  return {
    phones: isInside(entry) ? [] : phonesOf(entry, { routine, directory: [] }),
    lines: [
      ...(isInside(entry) ? [own('Ring den enhet i kommunen som du försökte nå.')] : waysTo(entry, routine)),
      own('Svarar ingen nu heller: logga det, så påminner jag igen om 30 minuter.'),
    ],
  };
}

/** The care manager passes on within the municipality: past its own switchboard. */
function isInside(entry: Entry): boolean {
  return callOf(entry).party === 'municipality' && partyOf(entry.as.careSetting) === 'municipality';
}

function phonesOf(entry: Entry, knowledge: Knowledge): readonly PhoneLine[] {
  const { municipality, party } = callOf(entry);
  if (party !== 'municipality') return regionSwitchboard(knowledge);
  return municipality === undefined ? [] : municipalityPhones(knowledge, municipality);
}

const toOutpatient = (routine: Routine): readonly Line[] => [
  said(routine.general.reachOutpatient),
  readAs(routine, 'A21'),
];

const ways: Readonly<Record<HandoverParty, (routine: Routine) => readonly Line[]>> = {
  municipality: () => [],
  'inpatient-ward': () => [advised('Ring direktnumret. Har du det inte: ring växeln.')],
  'primary-care': toOutpatient,
  'psychiatric-outpatient': toOutpatient,
};

function waysTo(entry: Entry, routine: Routine): readonly Line[] {
  return ways[callOf(entry).party](routine);
}
