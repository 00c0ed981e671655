import type { Decision, NoticeCause, Write } from '../../src/domain/decision.ts';
import type { DirectoryCommand } from '../../src/domain/directory-command.ts';
import type { DirectoryEvent, Team, UnitFields } from '../../src/domain/directory-event.ts';
import type { Directory } from '../../src/domain/directory.ts';
import { emptyDirectory, evolveDirectory } from '../../src/domain/evolve-directory.ts';
import { anAct, noon } from './build-outage.ts';

type EventOf<Kind> = Extract<DirectoryEvent, { kind: Kind }>;
type CommandOf<Kind> = Extract<DirectoryCommand, { kind: Kind }>;

/** A team, by all that Teams tells of it. */
export function aTeam(overrides: Partial<Team> = {}): Team {
  return {
    id: 'team',
    groupId: 'group',
    name: 'Medicin Sundsvall',
    tenant: 'tenant',
    serviceUrl: 'https://example.org/emea/',
    ...overrides,
  };
}

/** A ward of the region. */
export function someFields(overrides: Partial<UnitFields> = {}): UnitFields {
  return {
    name: 'Avdelning 12',
    careSetting: 'inpatient-somatic',
    organisation: 'region',
    isCoordination: false,
    ...overrides,
  };
}

/** A channel becomes the unit `ward`. */
export function connected(overrides: Partial<EventOf<'unitConnected'>> = {}): EventOf<'unitConnected'> {
  return {
    kind: 'unitConnected',
    act: anAct(),
    unit: 'ward',
    channel: { id: 'channel', name: 'Lifecare' },
    team: aTeam(),
    fields: someFields(),
    ...overrides,
  };
}

/** The unit `ward` is disconnected. */
export const disconnected = (unit = 'ward'): DirectoryEvent => ({
  kind: 'unitDisconnected',
  act: anAct(),
  unit,
});

/** Anna writes in her own chat. */
export function seen(overrides: Partial<EventOf<'personSeen'>> = {}): EventOf<'personSeen'> {
  return {
    kind: 'personSeen',
    at: noon,
    person: { id: 'anna', name: 'Anna' },
    tenant: 'tenant',
    chat: { conversation: 'chat-anna', serviceUrl: 'https://example.org/emea/' },
    ...overrides,
  };
}

/** Somebody is made a coordinator. */
export const added = (id: string, name = ''): DirectoryEvent => ({
  kind: 'coordinatorAdded',
  act: anAct(),
  person: { id, name },
});

/** The directory after these events, and nothing else. */
export const directoryOf = (...events: readonly DirectoryEvent[]): Directory =>
  evolveDirectory(emptyDirectory, events);

/** A wish to connect the channel that `connected` connects. */
export function connect(overrides: Partial<CommandOf<'connect'>> = {}): CommandOf<'connect'> {
  return {
    kind: 'connect',
    act: anAct(),
    newUnit: 'new',
    channel: { id: 'channel', name: 'Lifecare' },
    team: aTeam(),
    fields: someFields(),
    isCoordinator: false,
    ...overrides,
  };
}

/** Anna says where she works. */
export function choose(chosen: Partial<CommandOf<'choose-profile'>>): CommandOf<'choose-profile'> {
  return { kind: 'choose-profile', act: anAct(), ...chosen };
}

/** A wish to make somebody a coordinator. */
export function add(id: string, name = ''): CommandOf<'add-coordinator'> {
  return { kind: 'add-coordinator', act: anAct(), person: { id, name } };
}

/** A wish that somebody is a coordinator no more, where the configuration names these. */
export function remove(person: string): CommandOf<'remove-coordinator'> {
  return { kind: 'remove-coordinator', act: anAct(), person };
}

type DirectoryWrite = Extract<Write, { stream: 'directory' }>;

/** The one record that a decision leads to; one that leads to none fails the test. */
export function recordOf(decision: Decision): DirectoryWrite {
  if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
  const [write, ...others] = decision.writes;
  if (write?.stream !== 'directory' || others.length > 0)
    throw new Error('It is not one record of the directory');
  return write;
}

/** The events that a decision leads to. */
export const eventsOf = (decision: Decision): readonly DirectoryEvent[] => recordOf(decision).events;

/** The notices that a decision causes, in short: `test post test → unit:ward`. */
export const noticesOf = (decision: Decision): readonly string[] => recordOf(decision).notices.map(inShort);

const inShort = ({ manner, notice, recipients, thread }: NoticeCause): string =>
  `${notice} ${manner} ${thread} → ${recipients.join(' ')}`;
