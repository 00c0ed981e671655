import type { Act } from '../../src/domain/act.ts';
import type { Decision, NoticeCause, World, Write } from '../../src/domain/decision.ts';
import { decideOutage } from '../../src/domain/decide-outage.ts';
import type { Directory, KnownPerson, Unit } from '../../src/domain/directory.ts';
import { dueWrites } from '../../src/domain/due.ts';
import { evolveOutage, newOutage } from '../../src/domain/evolve-outage.ts';
import type { IssuedNotice, NoticeEvent } from '../../src/domain/notice-event.ts';
import { stepsLeft } from '../../src/domain/notice-steps.ts';
import type { OutageCommand } from '../../src/domain/outage-command.ts';
import type { OutageEvent, Terms } from '../../src/domain/outage-event.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { emptyOutbox } from '../../src/domain/outbox.ts';
import { worldAfter } from '../../src/domain/world-after.ts';

/** Milliseconds. */
export const minute = 60_000;
/** Milliseconds. */
export const hour = 60 * minute;
/** Milliseconds, 24 hours. */
export const day = 24 * hour;

/** A Friday at noon in Sweden, by winter time. */
export const noon = Date.parse('2026-11-20T12:00+01:00');

let lastForm = 0;

/** That Anna did something at noon, under a form of its own. */
export function anAct(overrides: Partial<Act> = {}): Act {
  lastForm += 1;
  return {
    by: { id: 'anna', name: 'Anna' },
    at: noon,
    form: { id: `form-${lastForm}`, digest: 'as filled in' },
    ...overrides,
  };
}

/** Terms that concern all and promise nothing. */
export function someTerms(overrides: Partial<Terms> = {}): Terms {
  return { scope: [], message: '', ...overrides };
}

/** A connected municipal unit, since a day before noon. */
export function aUnit(id: string, overrides: Partial<Unit> = {}): Unit {
  return {
    id,
    name: id,
    organisation: 'timra',
    isCoordination: false,
    channel: { id: `channel-${id}`, name: 'Allmänt' },
    team: `team-${id}`,
    state: 'connected',
    connected: anAct({ at: noon - day }),
    ...overrides,
  };
}

/** Somebody with a chat. */
export function aPerson(id: string, overrides: Partial<KnownPerson> = {}): KnownPerson {
  const chat = { conversation: `chat-${id}`, serviceUrl: 'https://example.org' };
  return { id, name: id, tenant: 'tenant', chat, profile: {}, ...overrides };
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

/** A ward of the region, a unit of Timrå and the coordinators' own channel, all connected. */
export function someUnits(): readonly Unit[] {
  return [
    aUnit('ward', { organisation: 'region' }),
    aUnit('timra'),
    aUnit('lead', { organisation: 'region', isCoordination: true }),
  ];
}

/** Some units and nobody. */
export function aDirectory({
  people = [],
  units = someUnits(),
}: { units?: readonly Unit[]; people?: readonly KnownPerson[] } = {}): Directory {
  return {
    units: byId(units),
    teams: new Map(),
    people: byId(people),
    coordinators: new Map(),
    openOutages: new Map(),
    forms: new Map(),
    outbox: emptyOutbox,
  };
}

/** A world where nothing has happened. */
export function aWorld(overrides: Partial<World> = {}): World {
  return { directory: aDirectory(), outages: new Map(), configuredCoordinators: [], ...overrides };
}

/** An outage after these events. */
export function anOutage(id: string, events: readonly OutageEvent[]): Outage {
  return evolveOutage(newOutage(id), events);
}

/** A notice to two channels, of an outage that began. */
export function aNotice(overrides: Partial<IssuedNotice> = {}): NoticeEvent {
  return {
    kind: 'noticeIssued',
    at: noon,
    number: 1,
    notice: 'start',
    manner: 'post',
    thread: 'units',
    recipients: ['unit:ward', 'unit:timra'],
    card: {},
    text: 'Avbrott',
    ...overrides,
  };
}

/** The world when the writes are made. */
export function carriedOut(world: World, writes: readonly Write[], now: number): World {
  const { outages, ...rest } = worldAfter(world, writes, now);
  const events = writes.flatMap((write) => (write.stream === 'directory' ? write.events : []));
  const open = new Map(world.directory.openOutages);
  for (const event of events) {
    if (event.kind === 'outageOpened') {
      open.set(event.outage, { isDrill: event.isDrill, at: event.at });
    }
    if (event.kind === 'outageSettled') open.delete(event.outage);
  }
  return {
    ...rest,
    directory: { ...world.directory, openOutages: open },
    outages: new Map([...outages].filter(([id]) => open.has(id))),
  };
}

/** The world when every notice has left: each step that it needed was taken, whatever became of it before. */
export function withAllSent(world: World): World {
  const outages = [...world.outages].map(([id, outage]) => [id, sentAll(outage)] as const);
  return { ...world, outages: new Map(outages) };
}

function sentAll(outage: Outage): Outage {
  const { outbox } = outage;
  const head = outbox.deliveries.values().find(({ state }) => state === 'waiting');
  const [step] = head === undefined ? [] : stepsLeft(outbox, head);
  if (head === undefined || step === undefined) return outage;
  const { number, recipient } = head;
  const root = { conversation: recipient, activity: String(number) };
  const done = { kind: 'noticeStepDone', number, recipient, at: noon, step } as const;
  return sentAll(evolveOutage(outage, [{ ...done, ...(step === 'post' && { root }) }]));
}

/** The writes that a decision leads to; one that leads to none fails the test. */
export function writesOf(decision: Decision): readonly Write[] {
  if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
  return decision.writes;
}

/** The world after a command that must succeed; what is due at once is done too. */
export function afterCommand(world: World, command: OutageCommand, now: number): World {
  const done = carriedOut(world, writesOf(decideOutage(command, world, now)), now);
  return carriedOut(done, dueWrites(done, now), now);
}

/** Notices in short: `start post units → unit:ward unit:timra`. */
export function noticesOf(writes: readonly Write[]): readonly string[] {
  return writes.flatMap(({ notices }) => notices.map((notice) => inShort(notice)));
}

function inShort({ key, manner, notice, recipients, thread }: NoticeCause): string {
  return `${notice} ${manner} ${thread}${key === undefined ? '' : ` ${key}`} → ${recipients.join(' ')}`;
}

/** What happens to outages: `o1 outageStarted`. */
export function eventsOf(writes: readonly Write[]): readonly string[] {
  return writes.flatMap((write) =>
    write.events.map((event) =>
      write.stream === 'directory'
        ? `directory ${event.kind}`
        : `${write.outage} ${event.kind}${event.kind === 'noticeDropped' ? ` ${event.key}` : ''}`,
    ),
  );
}
