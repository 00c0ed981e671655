import type { Deed } from '../app/deeds.ts';
import type { Directory } from '../domain/directory.ts';
import type { Call, StayFacts } from '../domain/handover-event.ts';
import { eventNames } from '../text/event-names.ts';
import { itemNames, outcomeNames, sideText } from '../text/handover-names.ts';
import { organisationNames, taskNames } from '../text/names.ts';
import { recordTime } from '../text/record-time.ts';

type Units = Pick<Directory, 'units'>;

const headings =
  'post;sparat;vem;vems id;enhet;organisation;vad;kod;riktning;motpart;talade med;om;utfall;samtalets tid;vistelsen;anteckning'.split(
    ';',
  );

/** What was done in an outage, a row each under its headings; the text of each cell is a person's or the bot's own. */
export function logTable(
  deeds: readonly Deed[],
  directory: Units,
): readonly (readonly (string | number)[])[] {
  return [headings, ...deeds.map((deed) => rowOf(deed, directory))];
}

function rowOf(deed: Deed, directory: Units): readonly (string | number)[] {
  const { event } = deed;
  const call = 'call' in event ? event.call : undefined;
  const facts = 'facts' in event ? event.facts : call?.facts;
  return [
    deed.version,
    recordTime(deed.at),
    ...whoseCells(deed, directory),
    eventNames[event.kind],
    deed.code ?? '',
    ...(call === undefined ? noCall : callCells(call)),
    facts === undefined ? '' : factsText(facts),
    noteOf(event),
  ];
}

function whoseCells({ by, organisation, unit }: Deed, { units }: Units): readonly string[] {
  return [
    by?.name ?? '',
    by?.id ?? '',
    unit === undefined ? '' : (units.get(unit)?.name ?? unit),
    organisation === undefined ? '' : organisationNames[organisation],
  ];
}

const noCall = ['', '', '', '', '', ''];

function callCells(call: Call): readonly string[] {
  return [
    call.direction === 'given' ? 'lämnat' : 'mottaget',
    sideText(call),
    call.counterpart,
    call.items.map((item) => itemNames[item]).join(', '),
    outcomeNames[call.outcome],
    recordTime(call.calledAt),
  ];
}

const moment = (instant: number | undefined): string | undefined =>
  instant === undefined ? undefined : recordTime(instant);
const yesOrNo = (said: boolean | undefined): string | undefined =>
  said === undefined ? undefined : said ? 'ja' : 'nej';

function factsText(facts: StayFacts): string {
  const told: readonly (readonly [name: string, value: string | undefined])[] = [
    ['inskriven', moment(facts.admittedAt)],
    ['inskrivningsmeddelande skickat före avbrottet', yesOrNo(facts.admissionNoticeSent)],
    ['utskriven', moment(facts.dischargedAt)],
    ['åkte hem', yesOrNo(facts.wentHome)],
    ['SIP', facts.sipOn],
    ['blankett använd', yesOrNo(facts.formUsed)],
  ];
  return told.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])).join(', ');
}

const marks = { done: 'klart', dismissed: 'inte aktuellt', open: 'öppnat igen' } as const;

function noteOf(event: Deed['event']): string {
  if (event.kind === 'tasksMarked') {
    const tasks = event.tasks.map(({ task }) => taskNames[task]).join(', ');
    return [`${tasks}: ${marks[event.mark]}`, event.note].filter((text) => text !== '').join(' – ');
  }
  if (event.kind === 'logErased') return `${organisationNames[event.organisation]}, ${event.decision}`;
  if ('reason' in event) return event.reason;
  return 'message' in event ? event.message : '';
}
