import type { Outage } from '../domain/outage.ts';
import type { Figures, OutageStatistics } from '../domain/outage-statistics.ts';
import { wholeMinute } from '../domain/swedish-time.ts';
import { organisationNames } from '../text/names.ts';
import { swedishDuration, swedishMoment } from '../text/swedish-moment.ts';
import type { Answer, CardFact, CardRow, Line, Section } from './answer.ts';
import { own } from './line.ts';
import { journalLine } from './log-lines.ts';
import { markedAnswer } from './notice.ts';

/** How many units have a row: those with most calls. */
const mostUnits = 12;

/** An outage in numbers: the whole, each unit and each municipality. No identity, no code, no amount. */
export function statisticsAnswer(statistics: OutageStatistics, outage: Outage, now: number): Answer {
  const { whole } = statistics;
  return markedAnswer(outage, {
    title: outage.kind === 'drill' ? 'Övningen i siffror' : 'Avbrottet i siffror',
    facts: wholeFacts(whole),
    sections: [
      { lines: aboutLines(outage, now) },
      ...unitSections(statistics),
      ...municipalitySections(statistics),
      {
        heading: 'Blanketter',
        lines: [
          own('Underlag för fakturering till kommunerna: antal blanketter, inga belopp.'),
          own(formsText(whole)),
        ],
      },
      { lines: [journalLine] },
    ],
    withoutRoutine: true,
  });
}

function aboutLines({ endedAt, kind, startedAt }: Outage, now: number): readonly Line[] {
  const from = swedishMoment(startedAt, now);
  return [
    ...(kind === 'drill' ? [own('Det här är en övning. Den räknas inte i statistiken.')] : []),
    own(
      endedAt === undefined
        ? `Sedan ${from}. Avbrottet pågår: siffrorna är inte färdiga.`
        : `Från ${from} till ${swedishMoment(endedAt, now)}, ${swedishDuration(wholeMinute(endedAt) - wholeMinute(startedAt))}.`,
    ),
    own(
      'Mediantiden är från samtalet tills mottagarens egen enhet bekräftade. Upprepat i telefon räknas inte.',
    ),
  ];
}

function wholeFacts(figures: Figures): readonly CardFact[] {
  const { cases, done, doneWithin24h, doneWithin72h, entries, tasks } = figures;
  return [
    { label: 'Patienter (koder)', value: `${cases}` },
    { label: 'Samtal', value: `${entries}` },
    { label: 'Bekräftat', value: confirmedText(figures) },
    { label: 'Mediantid till bekräftelse', value: medianText(figures) },
    { label: 'Att registrera', value: `${tasks}, klart ${done}` },
    { label: 'Klart inom 24 timmar', value: shareText(doneWithin24h, tasks) },
    { label: 'Klart inom 72 timmar', value: shareText(doneWithin72h, tasks) },
  ];
}

function confirmedText({ confirmed, handedOver }: Figures): string {
  return shareText(confirmed, handedOver);
}

/** "75 % (3 av 4)"; of nothing there is no share. */
function shareText(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} % (${part} av ${whole})`;
}

function medianText({ medianMinutesToConfirm: minutes }: Figures): string {
  if (minutes === undefined) return '–';
  return `${String(minutes).replace('.', ',')} min`;
}

function formsText({ formsSent, formsUsed }: Figures): string {
  return `Blanketter använda: ${formsUsed}, inskickade: ${formsSent}.`;
}

function unitSections({ units }: OutageStatistics): readonly Section[] {
  const active = units
    .filter(({ figures }) => figures.entries > 0)
    .toSorted((one, other) => other.figures.entries - one.figures.entries);
  const silent = units.length - active.length;
  const hidden = active.length - mostUnits;
  return [
    {
      heading: 'Enheterna',
      rows: active.slice(0, mostUnits).map(({ figures, name }) => figuresRow(name, figures)),
      lines: [
        ...(hidden > 0
          ? [own(`De ${mostUnits} med flest samtal visas. ${hidden} till har loggat samtal.`)]
          : []),
        ...(silent > 0
          ? [own(`${silent === 1 ? '1 enhet' : `${silent} enheter`} har inte loggat något samtal.`)]
          : []),
      ],
    },
  ];
}

function municipalitySections({ municipalities }: OutageStatistics): readonly Section[] {
  if (municipalities.length === 0) return [];
  return [
    {
      heading: 'Kommunerna som skulle ta emot',
      rows: municipalities.map(({ figures, municipality }) =>
        figuresRow(organisationNames[municipality], figures),
      ),
      lines: [],
    },
  ];
}

function figuresRow(title: string, figures: Figures): CardRow {
  const { cases, doneWithin24h, doneWithin72h, entries, tasks } = figures;
  return {
    title,
    details: [
      `Patienter ${cases}, samtal ${entries}, bekräftat ${confirmedText(figures)}, median ${medianText(figures)}`,
      `Klart inom 24 timmar ${shareText(doneWithin24h, tasks)}, inom 72 timmar ${shareText(doneWithin72h, tasks)}`,
      formsText(figures),
    ],
  };
}
