import type { Act } from '../../src/domain/act.ts';
import type { KnownPerson, KnownTeam, Unit } from '../../src/domain/directory.ts';
import type { Directory } from '../../src/domain/directory.ts';
import { newOutage } from '../../src/domain/evolve-outage.ts';
import type { NoticeEvent } from '../../src/domain/notice-event.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { emptyOutbox, evolveOutbox } from '../../src/domain/outbox.ts';
import type { Outbox } from '../../src/domain/outbox.ts';

/** Tuesday 24 November 2026, Swedish time: `at('08:10')`. */
export function at(clock: string, day = '2026-11-24'): number {
  return Date.parse(`${day}T${clock}:00+01:00`);
}

/** Something that Anna Berg, a coordinator, did. */
export function act(clock: string, name = 'Anna Berg'): Act {
  return { by: { id: 'anna', name }, at: at(clock), form: { id: `form-${clock}`, digest: '' } };
}

/** An unplanned outage of all, since 08.10, declared at 08.20 and of unknown length. */
export function outage(overrides: Partial<Outage> = {}): Outage {
  return {
    ...newOutage('outage-1'),
    state: 'ongoing',
    kind: 'unplanned',
    startedAt: at('08:10'),
    saidAt: at('08:20'),
    deeds: { declared: act('08:20') },
    lastDeed: 'declared',
    revision: 1,
    ...overrides,
  };
}

/** A connected ward of the region. */
export function unit(overrides: Partial<Unit> = {}): Unit {
  return {
    id: 'unit-1',
    name: 'Avdelning 12',
    careSetting: 'inpatient-somatic',
    organisation: 'region',
    isCoordination: false,
    channel: { id: '19:channel-1@thread.tacv2', name: 'Lifecare' },
    team: '19:team-1@thread.tacv2',
    state: 'connected',
    connected: act('07:00', 'Karin Ek'),
    ...overrides,
  };
}

/** A team where the app is. */
export function team(overrides: Partial<KnownTeam> = {}): KnownTeam {
  return {
    id: '19:team-1@thread.tacv2',
    name: 'Medicin Sundsvall',
    tenant: 'tenant',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    isInstalled: true,
    ...overrides,
  };
}

type Held = {
  readonly units?: readonly Unit[];
  readonly teams?: readonly KnownTeam[];
  readonly people?: readonly KnownPerson[];
  readonly outbox?: Outbox;
};

/** A directory of these, and nothing else. */
export function directory({
  units = [],
  teams = [team()],
  people = [],
  outbox = emptyOutbox,
}: Held): Directory {
  return {
    units: byId(units),
    teams: byId(teams),
    people: byId(people),
    coordinators: new Map(),
    openOutages: new Map(),
    forms: new Map(),
    outbox,
  };
}

function byId<One extends { readonly id: string }>(all: readonly One[]): ReadonlyMap<string, One> {
  return new Map(all.map((one) => [one.id, one]));
}

/** An outbox after these events. */
export function outboxOf(...events: readonly NoticeEvent[]): Outbox {
  return evolveOutbox(emptyOutbox, events);
}

type Recipients = Extract<NoticeEvent, { kind: 'noticeIssued' }>['recipients'];

/** A start notice to these; what is told of a plan is on a thread of its own. */
export function issued(
  number: number,
  recipients: Recipients,
  thread: 'units' | 'planned' | 'coordinators' = 'units',
): NoticeEvent {
  return {
    kind: 'noticeIssued',
    at: at('08:20'),
    number,
    notice: 'start',
    manner: 'post',
    thread,
    recipients,
    card: {},
    text: '',
  };
}

/** The post of a notice came through. */
export function posted(number: number, recipient: Recipients[number]): NoticeEvent {
  return {
    kind: 'noticeStepDone',
    at: at('08:21'),
    number,
    recipient,
    step: 'post',
    root: { conversation: 'c', activity: 'a' },
  };
}

/** The post of a notice failed; without `nextTryAt` for good. */
export function failed(
  number: number,
  recipient: Recipients[number],
  how: Partial<Extract<NoticeEvent, { kind: 'noticeFailed' }>> = {},
): NoticeEvent {
  return {
    kind: 'noticeFailed',
    at: at('08:22'),
    number,
    recipient,
    step: 'post',
    reason: 'BotNotInConversationRoster',
    status: 403,
    awaitsInstallation: false,
    ...how,
  };
}
