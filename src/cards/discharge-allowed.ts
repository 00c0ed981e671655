import type { Fact, Routine } from '../routine/routine.ts';
import type { Answer, Question, Section } from './answer.ts';
import { asList } from './as-list.ts';
import { advised, beyond, listed, own, said } from './line.ts';
import { municipalityPhones } from './phone-line.ts';

/**
 * Får patienten skrivas ut: always the same sentence of the routine (L100), never yes and never "klart".
 * It holds in a short outage too (domain finding 5).
 */
export function dischargeAllowedAnswer(question: Question): Answer {
  const { entities, group, knowledge } = question;
  const named = asList(entities.municipality).flatMap((one) => municipalityPhones(knowledge, one));
  return {
    title: 'Utskrivning under avbrott',
    sections: [
      {
        lines: [
          said(knowledge.routine.general.dischargeGate),
          own('Det gäller även vid korta avbrott.'),
          said(knowledge.routine.general.allInformed),
        ],
      },
      group === 'municipality' || group === 'outpatient' ? receiversPart(question) : wardsPart(question),
      ...(named.length === 0 ? [] : [{ heading: 'Kommunen', phones: named, lines: [] }]),
      {
        heading: 'Saknas någons bekräftelse',
        lines: [
          own('Då är det inte säkerställt att informationen har tagits emot.'),
          advised('Ring igen, eller gå via växeln.'),
          own('Boten avgör aldrig om en patient får skrivas ut.'),
        ],
      },
    ],
    choices: ['call.who', 'handover.what'],
  };
}

function wardsPart({ knowledge: { routine } }: Question): Section {
  const { groups } = routine;
  return {
    heading: 'Före utskrivningen',
    ordered: true,
    lines: [
      listed(groups.inpatient.contacts, 'Ring: '),
      listed(dischargeItems(groups.inpatient.handsOver), 'Lämna: '),
      beyond(routine.beyond.readBack),
      advised('Invänta kommunens besked att den kan ta emot patienten.'),
      beyond(routine.beyond.dischargeDeadline),
      beyond(routine.beyond.writtenInformation),
    ],
  };
}

function receiversPart({ group, knowledge: { routine } }: Question): Section {
  const { groups } = routine;
  const canReceive = groups.municipality.handsOver.filter(({ items }) => items.includes('canReceive'));
  return {
    heading: 'Er del',
    ordered: true,
    lines: [
      listed(dischargeItems(groups.inpatient.handsOver), 'Ta emot från avdelningen: '),
      advised(
        'Upprepa det du hört, så att avdelningen kan bekräfta att det stämmer. Notera namn och klockslag.',
      ),
      ...(group === 'municipality' ? canReceive.map(said) : []),
    ],
  };
}

/** What is said of the discharge itself (L177–179). */
function dischargeItems(handsOver: Routine['groups']['inpatient']['handsOver']): readonly Fact[] {
  return handsOver.filter(
    ({ items }) => items.includes('actualDischarge') || items.includes('dischargeNotice'),
  );
}
