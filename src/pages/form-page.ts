import type { Line, Section } from '../cards/answer.ts';
import { advised, beyond, own, readAs, said } from '../cards/line.ts';
import { careGroups } from '../domain/care-group.ts';
import type { CareGroup } from '../domain/care-group.ts';
import type { HandoverItem } from '../domain/ids.ts';
import type { Routine } from '../routine/routine.ts';
import { itemNames } from '../text/handover-names.ts';
import { groupNames } from '../text/names.ts';
import type { Page } from './page.ts';
import type { SheetForm, TickRow } from './sheet-form.ts';

const title = 'Stödblad för samtal under avbrott';

/**
 * A sheet for each patient, to be filled in by hand where the region's form is not at hand: the code beside the
 * identity, which stands on paper alone; each call with who, when and what was read back.
 */
export function formPage(routine: Routine): Page {
  return {
    id: 'form',
    title,
    notice: 'Ersätter inte regionens blankett – förslag, utöver rutinen',
    sheets: [
      {
        title,
        parts: [],
        form: callForm(routine),
        quoted: [{ lines: careGroups.flatMap((group) => routine.groups[group].handsOver.map(said)) }],
      },
      {
        title: `${title}: uppgifter och efteråt`,
        parts: [
          { heading: 'I varje samtal', sections: [{ lines: inEveryCall(routine) }] },
          { heading: 'Efteråt', sections: [afterSection(routine)] },
        ],
        form: factForm,
      },
    ],
  };
}

function callForm(routine: Routine): SheetForm {
  return {
    code: [3, 2],
    blanks: [
      { label: 'Patientens namn (bara här, aldrig i Teams)', size: 'long' },
      { label: 'Personnummer (bara här)', size: 'short' },
      { label: 'Vår enhet, och direktnummer', size: 'long' },
      { label: 'Avbrottet började (datum, kl.)', size: 'short' },
    ],
    calls: {
      count: 3,
      about: [
        'Datum och klockslag',
        'Jag ringde / tog emot',
        'Med vem: namn och roll',
        'Kommun eller enhet',
        'Signatur',
      ],
      groups: careGroups.map((group) => ({
        heading: `${groupNames[group]} lämnar`,
        rows: rowsOf(routine, group),
      })),
    },
  };
}

/** With the code again: scanned, the two sides are two pages. */
const factForm: SheetForm = {
  code: [3, 2],
  blanks: [
    { label: 'Inskriven (datum, kl.)', size: 'short' },
    { label: 'Beräknat utskrivningsdatum', size: 'short' },
    { label: 'Utskrivningsklar (datum, kl.)', size: 'short' },
    { label: 'Utskriven (datum, kl.)', size: 'short' },
    { label: 'Gick hem (ja/nej)', size: 'short' },
    { label: 'SIP-datum, överenskommet', size: 'short' },
    { label: 'Fast vårdkontakt', size: 'long' },
  ],
  noteLines: 12,
};

/** What the law adds to the routine's list (A23). */
const besides = ['expectedDischargeChanged', 'readyForDischarge', 'readyForDischargeWithdrawn'] as const;

function rowsOf(routine: Routine, group: CareGroup): readonly TickRow[] {
  const items = routine.groups[group].handsOver.flatMap(
    (handover): readonly HandoverItem[] => handover.items,
  );
  const ofRoutine = [...new Set(items)].map((item) => ({ label: itemNames[item] }));
  if (group === 'municipality') return ofRoutine;
  if (group === 'outpatient') return [...ofRoutine, { label: itemNames.sipSummons }];
  return [...ofRoutine, ...besides.map((item) => ({ label: itemNames[item], basis: 'utöver rutinen' }))];
}

function inEveryCall(routine: Routine): readonly Line[] {
  return [
    beyond(routine.beyond.readBack),
    advised('Säg koden i telefon, ett tecken i taget: K7M-3F är Kalle, sju, Martin – tre, Filip.'),
    readAs(routine, 'A03'),
  ];
}

function afterSection(routine: Routine): Section {
  return {
    lines: [
      own('Bladet har patientens namn: förvara det som journalen, och lämna det aldrig framme.'),
      advised('För över till regionens blankett, journalen och, om ni använder Avbrottsboten, loggen där.'),
      readAs(routine, 'A14'),
      advised('Kommun och öppenvård: gör med bladet som med er blankett.'),
    ],
  };
}
