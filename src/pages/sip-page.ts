import { sipHowAnswer } from '../cards/sip-how.ts';
import type { Routine } from '../routine/routine.ts';
import type { Page } from './page.ts';
import { pageQuestion } from './page-question.ts';

/** SIP while it lasts and afterwards: the routine's four sentences, and what psychiatry has to know besides. */
export function sipPage(routine: Routine): Page {
  const asker = { careSetting: 'psychiatric-outpatient' } as const;
  const { sections, title } = sipHowAnswer({ ...pageQuestion(routine, 'outpatient'), asker });
  return {
    id: 'sip',
    title,
    isShort: true,
    sheets: [
      {
        title,
        parts: sections.map(({ heading = title, ...section }, index) => ({
          heading,
          sections: [section],
          ...(index === 0 && { blanks: ['Datum och klockslag', 'Den som kallar', 'Ringda'] }),
        })),
      },
    ],
  };
}
