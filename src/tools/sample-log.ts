import type { Directory, Unit } from '../domain/directory.ts';
import type { DirectoryEvent } from '../domain/directory-event.ts';
import { emptyDirectory, evolveDirectory } from '../domain/evolve-directory.ts';
import { evolveOutage, newOutage } from '../domain/evolve-outage.ts';
import { newCaseCode } from '../domain/case-code.ts';
import type { Call } from '../domain/handover-event.ts';
import type { NoticeEvent } from '../domain/notice-event.ts';
import type { OutageEvent } from '../domain/outage-event.ts';
import type { Outage } from '../domain/outage.ts';

type Ward = Unit & { readonly careSetting: 'inpatient-somatic' };

/** An outage with a log, as events and as what they come to, and what is asked of it. */
export type SampleLog = {
  readonly directory: Directory;
  readonly directoryEvents: readonly DirectoryEvent[];
  /** A batch for each case, after one that declares the outage. */
  readonly batches: readonly (readonly OutageEvent[])[];
  readonly ending: OutageEvent;
  /** When all is over. */
  readonly outage: Outage;
  readonly units: readonly Ward[];
  /** Cases of the first unit's, the first of them by itself. */
  readonly codes: readonly string[];
  readonly code: string;
  readonly call: readonly OutageEvent[];
  readonly newCase: readonly OutageEvent[];
  readonly context: {
    readonly outage: Outage;
    readonly unit: Ward;
    readonly now: number;
    readonly directory: Directory;
  };
};

const minute = 60_000;
const start = Date.parse('2026-11-24T08:10:00+01:00');
const end = start + 360 * minute;
/** When everything has been logged, and the outage goes on. */
export const sampleNow = end - minute;
export const sampleOutage = 'sample';
export const sampleNurse = { id: 'nurse', name: 'Sjuksköterska' };
export const sampleLead = { id: 'lead', name: 'Samordnare' };
/** Anna has written as well: what is read is others' work too. */
const colleague = { id: 'anna', name: 'Anna' };

/** As many as log at once when the whole region does. */
const unitCount = 60;
const callsOfCase = 3;
/** As many cases of the first unit as fill a page of its lists, however few there are in all. */
const firstUnitCases = 10;

/**
 * A log of so many calls by wards, three for each patient: two receivers told, and what one of them answered. Of
 * every tenth patient, and more of the first unit's, somebody was not reached and was asked to ring again; of every
 * third a receipt was told.
 */
export function sampleLog(size: number): SampleLog {
  const count = Math.ceil(size / callsOfCase);
  const codes = codesFor(count + 1);
  const cases = Array.from({ length: count }, (_, number) =>
    caseEvents({ code: codes[number] ?? '', unit: `ward-${unitOf(number)}`, number }),
  );
  const ending: OutageEvent = {
    kind: 'outageEnded',
    act: act('end', end, sampleLead),
    endedAt: end,
    message: '',
    isInterrupted: false,
  };
  const batches = [[declared], ...numbered(cases)];
  const outage = evolveOutage(newOutage(sampleOutage), [...batches.flat(), ending]);
  const directoryEvents = sampleDirectory();
  const directory = evolveDirectory(emptyDirectory, directoryEvents);
  const units = Array.from({ length: unitCount }, (_, number) => wardIn(directory, `ward-${number}`));
  const unit = wardIn(directory, 'ward-0');
  const [code = ''] = codes;
  return {
    directory,
    directoryEvents,
    batches,
    ending,
    outage,
    units,
    codes: codes.slice(0, firstUnitCases),
    code,
    call: [recorded({ ...given, code }, 'one-more', unit.id)],
    newCase: caseEvents({ code: codes[count] ?? '', unit: unit.id, number: 1 }).events,
    context: { outage, unit, now: end + minute, directory },
  };
}

const unitOf = (number: number): number => (number < firstUnitCases ? 0 : number % unitCount);

function codesFor(count: number): readonly string[] {
  const taken = new Set<string>();
  for (let number = 0; number < count; number += 1)
    taken.add(newCaseCode(number.toString(16).padStart(12, '0'), (one) => taken.has(one)));
  return [...taken];
}

const act = (form: string, at: number, by = sampleNurse) => ({ by, at, form: { id: form, digest: '' } });
const as = { careSetting: 'inpatient-somatic', organisation: 'region' } as const;

const declared: OutageEvent = {
  kind: 'outageDeclared',
  act: act('declare', start, sampleLead),
  outageKind: 'unplanned',
  startedAt: start,
  terms: { scope: [], message: '' },
};

const given: Call = {
  code: '',
  direction: 'given',
  party: 'municipality',
  municipality: 'ange',
  counterpart: 'Lisa',
  items: ['admission', 'actualDischarge', 'dischargeNotice'],
  outcome: 'read-back',
  calledAt: start + 30 * minute,
  facts: { admittedAt: start + 10 * minute, dischargedAt: start + 200 * minute, wentHome: true },
};

type Case = { readonly code: string; readonly unit: string; readonly number: number };
/** What is logged of a case, and what is told because of it. */
type CaseEvents = {
  readonly events: readonly OutageEvent[];
  readonly notices: readonly Pick<NoticeEvent & { kind: 'noticeIssued' }, 'notice' | 'key' | 'recipients'>[];
};

function caseEvents({ code, number, unit }: Case): CaseEvents {
  const { municipality: _municipality, ...toCentre } = given;
  const isUnanswered =
    number < firstUnitCases ? number % 2 === 0 : (number + Math.floor(number / 60)) % 10 === 0;
  const calls: readonly Call[] = [
    { ...given, code },
    {
      ...toCentre,
      code,
      party: 'primary-care',
      calledAt: start + 40 * minute,
      ...(isUnanswered && { outcome: 'no-answer' as const, counterpart: '' }),
    },
    {
      ...given,
      code,
      direction: 'received',
      items: ['canReceive'],
      calledAt: start + 50 * minute,
      facts: {},
    },
  ];
  const entry = (index: number): string =>
    `00000000-0000-4000-8000-${number.toString().padStart(11, '0')}${index}`;
  const recipients = [`unit:${unit}` as const];
  return {
    events: [
      {
        kind: 'caseOpened',
        act: act(`case-${number}`, start),
        unit,
        as,
        code,
        receivers: { parties: ['municipality', 'primary-care'], municipality: 'ange' },
      },
      ...calls.map((call, index) => recorded(call, entry(index), unit)),
    ],
    notices: [
      ...(isUnanswered ? [{ notice: 'reminder' as const, key: `retry:${entry(1)}`, recipients }] : []),
      ...(number % 3 === 0 ? [{ notice: 'receipt' as const, recipients }] : []),
    ],
  };
}

function recorded(call: Call, entry: string, unit: string): OutageEvent {
  const by = entry.endsWith('1') ? colleague : sampleNurse;
  return { kind: 'handoverRecorded', act: act(`form-${entry}`, call.calledAt, by), unit, as, entry, call };
}

/** The notices with their numbers, each delivered. */
function numbered(cases: readonly CaseEvents[]): readonly (readonly OutageEvent[])[] {
  let number = 0;
  return cases.map(({ events, notices }) => [
    ...events,
    ...notices.flatMap((notice): readonly OutageEvent[] => {
      number += 1;
      const at = start + 90 * minute;
      return [
        {
          kind: 'noticeIssued',
          at,
          number,
          manner: 'post',
          thread: 'log',
          card: {},
          text: 'Nytt',
          ...notice,
        },
        ...notice.recipients.map((recipient): OutageEvent => {
          const root = { conversation: `channel-${recipient}`, activity: `${number}` };
          return { kind: 'noticeStepDone', at, number, recipient, step: 'post', root };
        }),
      ];
    }),
  ]);
}

/** The units, and the nurse and the coordinator, each in the own chat. */
function sampleDirectory(): readonly DirectoryEvent[] {
  const at = start - minute;
  const serviceUrl = 'https://smba.trafficmanager.net/emea/';
  const units = Array.from({ length: unitCount }, (_, number): DirectoryEvent => ({
    kind: 'unitConnected',
    act: act(`connect-${number}`, at, sampleLead),
    unit: `ward-${number}`,
    channel: { id: `channel-${number}`, name: 'Lifecare' },
    team: { id: `team-${number}`, name: `Avdelning ${number}`, tenant: 'tenant', serviceUrl },
    fields: { name: `Avdelning ${number}`, ...as, isCoordination: false },
  }));
  const people = [sampleNurse, sampleLead].map((person): DirectoryEvent => ({
    kind: 'personSeen',
    at,
    person,
    tenant: 'tenant',
    chat: { conversation: `chat-${person.id}`, serviceUrl },
  }));
  return [
    ...units,
    ...people,
    { kind: 'profileChosen', act: act('profile', at), ...as, unit: 'ward-0' },
    { kind: 'outageOpened', at: start, outage: sampleOutage, isDrill: false },
  ];
}

function wardIn({ units }: Directory, id: string): Ward {
  const unit = units.get(id);
  if (unit === undefined) throw new Error(`There is no ${id}`);
  return { ...unit, careSetting: as.careSetting };
}
