import { isCoordinator } from './access.ts';
import { isPossibleAsker } from './asker.ts';
import type { Decision, NoticeCause, World } from './decision.ts';
import type { DirectoryCommand } from './directory-command.ts';
import type { DirectoryEvent } from './directory-event.ts';
import type { Directory, KnownTeam, Unit } from './directory.ts';
import type { Organisation } from './ids.ts';
import { formDone } from './form-done.ts';
import { faultIf } from './outage-faults.ts';
import { coordinatorRecipients, unitRecipient } from './outage-recipients.ts';
import type { Refusal } from './refusal.ts';
import { unreachable } from './unreachable.ts';

type CommandOf<Kind extends DirectoryCommand['kind']> = Extract<DirectoryCommand, { kind: Kind }>;

/** The longest name of a unit, in UTF-16 units. */
const longestName = 80;

/**
 * What a wish concerning units, profiles and coordinators leads to; who may wish it is judged before. A form that
 * was carried out already is not carried out again.
 */
export function decideDirectory(command: DirectoryCommand, world: World): Decision {
  const earlier = formDone(command.act, world);
  if (earlier !== undefined) return earlier;
  switch (command.kind) {
    case 'connect':
      return connect(command, world);
    case 'disconnect':
      return disconnect(command, world);
    case 'confirm-shared-team':
      return confirmSharedTeam(command, world);
    case 'choose-profile':
      return chooseProfile(command, world);
    case 'add-coordinator':
      return addCoordinator(command, world);
    case 'remove-coordinator':
      return removeCoordinator(command, world);
    default:
      return unreachable(command);
  }
}

const refused = (...refusals: readonly Refusal[]): Decision => ({ kind: 'refused', refusals });
const decided = (event: DirectoryEvent, notices: readonly NoticeCause[] = []): Decision => ({
  kind: 'decided',
  writes: [{ stream: 'directory', events: [event], notices }],
});

/** Every connection is tried through the real way to Teams; coordinators hear of a unit that is new. */
function connect(command: CommandOf<'connect'>, world: World): Decision {
  const { act, newUnit, channel, team } = command;
  const fields = { ...command.fields, name: command.fields.name.trim() };
  const known = [...world.directory.units.values()].find((unit) => unit.channel.id === channel.id);
  if (takesCoordination(command, known)) return refused({ kind: 'not-coordinator' });
  const refusals = connectFaults({ ...command, fields }, world.directory);
  if (refusals.length > 0) return refused(...refusals);
  const unit = known?.id ?? newUnit;
  const recipients = [unitRecipient({ id: unit })];
  const test: NoticeCause = { notice: 'test', manner: 'post', thread: 'test', recipients };
  const isNew = known === undefined || known.state === 'disconnected';
  return decided({ kind: 'unitConnected', act, unit, channel, team, fields }, [
    test,
    ...(isNew ? newsOfUnit(world) : []),
  ]);
}

/** Members of the coordinators' own channel may change its fields; only a coordinator may make it that. */
function takesCoordination(
  { fields, isCoordinator: mayCoordinate }: CommandOf<'connect'>,
  known: Unit | undefined,
): boolean {
  const isTheirs = known?.isCoordination === true && known.state !== 'disconnected';
  return fields.isCoordination && !isTheirs && !mayCoordinate;
}

/** To those who are the coordinators before it: a new channel of theirs is told of by the ways they know. */
function newsOfUnit(world: World): readonly NoticeCause[] {
  const recipients = coordinatorRecipients(world);
  if (recipients.length === 0) return [];
  return [{ notice: 'coordination', manner: 'post', thread: 'coordinators', recipients }];
}

function connectFaults(
  { channel, team, fields }: CommandOf<'connect'>,
  directory: Directory,
): readonly Refusal[] {
  const { name, organisation } = fields;
  // A deleted channel counts: when it is restored, its unit is connected again.
  const isElsewhere = [...directory.units.values()].some(
    (unit) =>
      unit.team === team.id &&
      unit.channel.id !== channel.id &&
      unit.state !== 'disconnected' &&
      unit.organisation !== organisation,
  );
  return [
    ...faultIf(name === '', 'name', 'missing'),
    ...faultIf(name.length > longestName, 'name', 'too-long'),
    ...faultIf(!isPossibleAsker(fields), 'careSetting', 'other-organisation'),
    ...(isElsewhere ? [{ kind: 'other-organisation-in-team' } as const] : []),
  ];
}

function connectedIn({ units }: Directory, team: string): readonly Unit[] {
  return [...units.values()].filter((unit) => unit.team === team && unit.state === 'connected');
}

/** The teams in which more than one unit is connected, so that members of one read the other, and nobody agreed. */
export function unconfirmedSharedTeams(directory: Directory): readonly KnownTeam[] {
  return [...directory.teams.values()].filter(({ id }) => isSharingUnconfirmed(directory, id));
}

/** Whether more than one unit is in a team, and no coordinator has agreed that each reads the other. */
export function isSharingUnconfirmed(directory: Directory, team: string): boolean {
  return directory.teams.get(team)?.sharingConfirmed === undefined && connectedIn(directory, team).length > 1;
}

function disconnect({ act, unit }: CommandOf<'disconnect'>, { directory }: World): Decision {
  const known = directory.units.get(unit);
  if (known === undefined) return refused({ kind: 'no-such-unit' });
  if (known.state === 'disconnected') return refused({ kind: 'unit-disconnected-already' });
  return decided({ kind: 'unitDisconnected', act, unit });
}

/** Only what is asked about can be agreed to: a team that units share, and that nobody has agreed to yet. */
function confirmSharedTeam({ act, team }: CommandOf<'confirm-shared-team'>, { directory }: World): Decision {
  if (directory.teams.get(team)?.sharingConfirmed !== undefined) return { kind: 'repeated' };
  return unconfirmedSharedTeams(directory).some(({ id }) => id === team)
    ? decided({ kind: 'sharedTeamConfirmed', act, team })
    : refused({ kind: 'no-such-unit' });
}

function chooseProfile(
  { act, careSetting, organisation, unit }: CommandOf<'choose-profile'>,
  { directory }: World,
): Decision {
  const chosen = {
    ...(careSetting !== undefined && { careSetting }),
    ...(organisation !== undefined && { organisation }),
  };
  const known = unit === undefined ? undefined : directory.units.get(unit);
  const isGone = unit !== undefined && known?.state !== 'connected';
  const isElsewhere = !isGone && !belongsTo(known, organisation);
  const refusals = [
    ...faultIf(!isPossibleAsker(chosen), 'careSetting', 'other-organisation'),
    ...faultIf(isGone, 'unit', 'missing'),
    ...faultIf(isElsewhere, 'unit', 'other-organisation'),
  ];
  if (refusals.length > 0) return refused(...refusals);
  return decided({ kind: 'profileChosen', act, ...chosen, ...(unit !== undefined && { unit }) });
}

/** What is not known, or was not chosen, is in nobody's way. */
function belongsTo(unit: Unit | undefined, organisation: Organisation | undefined): boolean {
  return unit === undefined || organisation === undefined || unit.organisation === organisation;
}

function addCoordinator({ act, person }: CommandOf<'add-coordinator'>, world: World): Decision {
  return isCoordinator(world, person.id)
    ? refused({ kind: 'coordinator-already' })
    : decided({ kind: 'coordinatorAdded', act, person });
}

/** Somebody must be left who can declare an outage. */
function removeCoordinator(
  { act, person }: CommandOf<'remove-coordinator'>,
  { directory, configuredCoordinators }: World,
): Decision {
  const configured = configuredCoordinators.map((id) => id.toLowerCase());
  if (configured.includes(person)) return refused({ kind: 'configured-coordinator' });
  if (!directory.coordinators.has(person)) return refused({ kind: 'no-such-coordinator' });
  if (configured.length + directory.coordinators.size === 1) return refused({ kind: 'last-coordinator' });
  return decided({ kind: 'coordinatorRemoved', act, person });
}
