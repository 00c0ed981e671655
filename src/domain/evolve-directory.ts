import type { Act } from './act.ts';
import type { DirectoryEvent, Team } from './directory-event.ts';
import type { Directory, KnownPerson, KnownTeam, RoutineMark, Unit } from './directory.ts';
import type { NoticeEvent } from './notice-event.ts';
import { emptyOutbox, evolveOutbox, isNoticeEvent } from './outbox.ts';

/** Before anything is known. */
export const emptyDirectory: Directory = {
  units: new Map(),
  teams: new Map(),
  people: new Map(),
  coordinators: new Map(),
  openOutages: new Map(),
  forms: new Map(),
  outbox: emptyOutbox,
};

type Events = { readonly [Kind in DirectoryEvent['kind']]: Extract<DirectoryEvent, { kind: Kind }> };
type StateKind = Exclude<DirectoryEvent, NoticeEvent>['kind'];

/** A copy of the directory that one batch of events changes. */
type Draft = {
  readonly units: Map<string, Unit>;
  readonly teams: Map<string, KnownTeam>;
  readonly people: Map<string, KnownPerson>;
  readonly coordinators: Map<string, { readonly name: string; readonly added: Act }>;
  readonly openOutages: Map<string, { readonly isDrill: boolean; readonly at: number }>;
  readonly forms: Map<string, Act>;
  routine: RoutineMark | undefined;
};

const evolvers: { readonly [Kind in StateKind]: (draft: Draft, event: Events[Kind]) => void } = {
  unitConnected({ units, teams }, { act, unit: id, channel, team, fields }) {
    const known = units.get(id);
    const isNew = known === undefined || known.state === 'disconnected';
    // Changed fields are no new connection: what was told stays told.
    const connected = isNew ? act : known.connected;
    units.set(id, { ...fields, id, channel, team: team.id, state: 'connected', connected });
    // Whoever connects speaks in the team: the app is there.
    seeTeam(teams, team);
    change(teams, team.id, { isInstalled: true });
    if (isNew) unconfirm(teams, team.id);
  },
  unitDisconnected: ({ units }, { unit }) => changeUnit(units, unit, { state: 'disconnected' }),
  sharedTeamConfirmed: ({ teams }, { act, team }) => change(teams, team, { sharingConfirmed: act }),
  channelDeleted({ units }, { channel }) {
    for (const { id } of unitsOf(units, channel, 'connected'))
      changeUnit(units, id, { state: 'channel-deleted' });
  },
  channelRestored({ units }, { channel }) {
    for (const { id } of unitsOf(units, channel, 'channel-deleted'))
      changeUnit(units, id, { state: 'connected' });
  },
  channelRenamed({ units }, { channel }) {
    for (const unit of units.values())
      if (unit.channel.id === channel.id) changeUnit(units, unit.id, { channel });
  },
  teamSeen: ({ teams }, { team }) => seeTeam(teams, team),
  appInstalled({ teams }, { at, team }) {
    seeTeam(teams, team);
    change(teams, team.id, { isInstalled: true, installedAt: at });
  },
  appRemoved: ({ teams }, { team }) => change(teams, team, { isInstalled: false }),
  personSeen({ people }, { person, tenant, chat }) {
    const known = people.get(person.id);
    people.set(person.id, {
      id: person.id,
      name: person.name || (known?.name ?? ''),
      tenant: tenant || (known?.tenant ?? ''),
      chat,
      profile: known?.profile ?? {},
    });
  },
  personLeft({ people }, { person: id }) {
    const known = people.get(id);
    if (known === undefined) return;
    const { chat: _chat, ...others } = known;
    people.set(id, others);
  },
  profileChosen({ people }, { kind: _kind, act, ...profile }) {
    people.set(act.by.id, { ...act.by, tenant: '', ...people.get(act.by.id), profile });
  },
  coordinatorAdded: ({ coordinators }, { act, person: { id, name } }) =>
    void coordinators.set(id, { name, added: act }),
  coordinatorRemoved: ({ coordinators }, { person }) => void coordinators.delete(person),
  routineSeen(draft, { hash, version }) {
    draft.routine = { hash, version };
  },
  outageOpened: ({ openOutages }, { at, outage, isDrill }) => void openOutages.set(outage, { isDrill, at }),
  outageSettled: ({ openOutages }, { outage }) => void openOutages.delete(outage),
};

/** What is known after a batch of events: a new directory; the one given stays as it is. */
export function evolveDirectory(directory: Directory, events: readonly DirectoryEvent[]): Directory {
  const changes = events.filter((event) => !isNoticeEvent(event));
  const outbox = evolveOutbox(directory.outbox, events);
  if (changes.length === 0) return { ...directory, outbox };
  const draft: Draft = {
    units: new Map(directory.units),
    teams: new Map(directory.teams),
    people: new Map(directory.people),
    coordinators: new Map(directory.coordinators),
    openOutages: new Map(directory.openOutages),
    forms: new Map(directory.forms),
    routine: directory.routine,
  };
  for (const event of changes) {
    evolve(draft, event);
    if ('act' in event) takeAct(draft, event.act);
  }
  return { ...draft, outbox };
}

function evolve<Kind extends StateKind>(draft: Draft, event: Events[Kind] & { readonly kind: Kind }): void {
  evolvers[event.kind](draft, event);
}

/** Teams names whoever does something, also where they have no chat with the bot. */
function takeAct({ forms, people }: Draft, act: Act): void {
  const { by, form } = act;
  forms.set(form.id, act);
  const known = people.get(by.id);
  if (known === undefined || known.name === '') {
    people.set(by.id, { tenant: '', profile: {}, ...known, ...by });
  }
}

function change<Value extends object>(map: Map<string, Value>, id: string, changes: Partial<Value>): void {
  const known = map.get(id);
  if (known !== undefined) map.set(id, { ...known, ...changes });
}

function changeUnit(units: Map<string, Unit>, id: string, changes: Partial<Unit>): void {
  change(units, id, changes);
}

/** Whoever agreed that units share the team did not know of the one that comes now. */
function unconfirm(teams: Map<string, KnownTeam>, id: string): void {
  const known = teams.get(id);
  if (known === undefined) return;
  const { sharingConfirmed: _sharingConfirmed, ...others } = known;
  teams.set(id, others);
}

function unitsOf(units: ReadonlyMap<string, Unit>, channel: string, state: Unit['state']): readonly Unit[] {
  return [...units.values()].filter((unit) => unit.channel.id === channel && unit.state === state);
}

/** That a team is seen does not say that the app is in it any more: only an installation does. */
function seeTeam(teams: Map<string, KnownTeam>, team: Team): void {
  const known = teams.get(team.id);
  teams.set(team.id, { isInstalled: true, ...known, ...teamWithNews(known, team) });
}

/**
 * A team by the newest of what is known of it. Teams does not say everything every time: what it leaves out now
 * stays as it was.
 */
export function teamWithNews(known: Team | undefined, told: Team): Team {
  const before = known ?? told;
  const groupId = told.groupId ?? before.groupId;
  return {
    id: told.id,
    ...(groupId !== undefined && { groupId }),
    name: told.name || before.name,
    tenant: told.tenant || before.tenant,
    serviceUrl: told.serviceUrl || before.serviceUrl,
  };
}
