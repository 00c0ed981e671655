import type { PhoneLine, Section } from '../cards/answer.ts';
import { itSupportSection } from '../cards/it-support.ts';
import { forwards, readAs, said } from '../cards/line.ts';
import { municipalityPhones, regionSwitchboard } from '../cards/phone-line.ts';
import { municipalities } from '../domain/ids.ts';
import type { Routine } from '../routine/routine.ts';
import type { Page } from './page.ts';
import { pageQuestion } from './page-question.ts';

/** Every number of the routine, with room for the ones that it does not have. */
export function numberPage(routine: Routine): Page {
  const title = 'Reservrutin: alla nummer när Lifecare SP ligger nere';
  return {
    id: 'numbers',
    title,
    sheets: [
      {
        title,
        parts: [
          {
            heading: 'Ring',
            sections: [
              { heading: 'Kommunerna', phones: switchboards(routine), lines: linesOfMunicipalities(routine) },
              regionSection(routine),
              itSupportSection(pageQuestion(routine, undefined)),
            ],
            blanks: ['Er egen IT-support', 'Egna direktnummer', 'Egna direktnummer'],
          },
          { heading: 'Vad som gäller', sections: [{ lines: rulesForAll(routine) }] },
        ],
      },
    ],
  };
}

function switchboards(routine: Routine): readonly PhoneLine[] {
  const { knowledge } = pageQuestion(routine, undefined);
  return municipalities
    .flatMap((one) => municipalityPhones(knowledge, one))
    .map(({ askFor: _, ...phone }) => phone);
}

function linesOfMunicipalities({ general }: Routine): Section['lines'] {
  return [said(general.reachMunicipality), forwards(general)];
}

/** What holds for everybody, in every outage. */
function rulesForAll(routine: Routine): Section['lines'] {
  const { allInformed, contactItSupport, dischargeGate, longOutage, phoneOnly, shortOutage } =
    routine.general;
  return [
    said(contactItSupport),
    said(phoneOnly),
    said(dischargeGate),
    said(allInformed),
    said(shortOutage),
    said(longOutage),
    readAs(routine, 'A15'),
  ];
}

function regionSection(routine: Routine): Section {
  const { knowledge } = pageQuestion(routine, undefined);
  return {
    heading: 'Avdelning, hälsocentral eller mottagning i regionen',
    phones: regionSwitchboard(knowledge),
    lines: [
      said(routine.general.reachOutpatient),
      readAs(routine, 'A21'),
      said(routine.general.intranetDirectory),
      readAs(routine, 'A18'),
    ],
  };
}
