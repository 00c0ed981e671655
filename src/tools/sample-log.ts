import type { Directory, Unit } from '../domain/directory.ts';
import { emptyDirectory } from '../domain/evolve-directory.ts';
import { evolveOutage, newOutage } from '../domain/evolve-outage.ts';
import { newCaseCode } from '../domain/case-code.ts';
import type { Call } from '../domain/handover-event.ts';
import type { OutageEvent } from '../domain/outage-event.ts';
import type { Outage } from '../domain/outage.ts';

type Ward = Unit & { readonly careSetting: 'inpatient-somatic' };

/** An ended outage with a log, and what is asked of it. */
export type SampleLog = {
  readonly outage: Outage;
  readonly units: readonly Ward[];
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
/** As many as log at once when the whole region does. */
const unitCount = 60;
const callsOfCase = 3;

/** A log of so many calls by wards, three for each patient: two receivers told, and what one of them answered. */
export function sampleLog(size: number): SampleLog {
  const units = Array.from({ length: unitCount }, (_, number) => ward(`ward-${number}`));
  const cases = Math.ceil(size / callsOfCase);
  const codes: string[] = [];
  const taken = new Set<string>();
  const events = Array.from({ length: cases }, (_, number) => {
    const code = newCaseCode(number.toString(16).padStart(12, '0'), (one) => taken.has(one));
    taken.add(code);
    codes.push(code);
    return caseEvents(code, `ward-${number % unitCount}`, number);
  }).flat();
  const opened = {
    ...newOutage('sample'),
    kind: 'unplanned',
    state: 'ended',
    startedAt: start,
    endedAt: end,
    revision: 2,
  } as const;
  const outage = evolveOutage(opened, events);
  const [unit = ward('ward-0')] = units;
  const [code = ''] = codes;
  const directory = { ...emptyDirectory, units: new Map(units.map((one) => [one.id, one])) };
  const free = newCaseCode('ffffffffffff', (one) => taken.has(one));
  return {
    outage,
    units,
    code,
    call: [recorded({ ...given, code }, 'one-more', unit.id)],
    newCase: caseEvents(free, unit.id, cases),
    context: { outage, unit, now: end + minute, directory },
  };
}

const by = { id: 'nurse', name: 'Sjuksköterska' };
const act = (form: string, at: number) => ({ by, at, form: { id: form, digest: '' } });
const as = { careSetting: 'inpatient-somatic', organisation: 'region' } as const;

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

function caseEvents(code: string, unit: string, number: number): readonly OutageEvent[] {
  const { municipality: _municipality, ...toCentre } = given;
  const calls: readonly Call[] = [
    { ...given, code },
    { ...toCentre, code, party: 'primary-care', calledAt: start + 40 * minute },
    {
      ...given,
      code,
      direction: 'received',
      items: ['canReceive'],
      calledAt: start + 50 * minute,
      facts: {},
    },
  ];
  const receivers = { parties: ['municipality', 'primary-care'], municipality: 'ange' } as const;
  return [
    {
      kind: 'caseOpened',
      act: act(`case-${number}`, start),
      unit,
      as,
      code,
      receivers: { ...receivers, parties: [...receivers.parties] },
    },
    ...calls.map((call, index) => recorded(call, `${number}-${index}`, unit)),
  ];
}

function recorded(call: Call, entry: string, unit: string): OutageEvent {
  return { kind: 'handoverRecorded', act: act(`form-${entry}`, call.calledAt), unit, as, entry, call };
}

function ward(id: string): Ward {
  return {
    id,
    name: id,
    ...as,
    isCoordination: false,
    channel: { id: `channel-${id}`, name: 'Lifecare' },
    team: `team-${id}`,
    state: 'connected',
    connected: act(`connect-${id}`, start - minute),
  };
}
