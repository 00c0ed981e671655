import { createBooks } from '../app/books.ts';
import { issueNotices } from '../app/issue-notices.ts';
import type { Act } from '../domain/act.ts';
import { decideDirectory } from '../domain/decide-directory.ts';
import { decideOutage } from '../domain/decide-outage.ts';
import type { Decision, World } from '../domain/decision.ts';
import type { DirectorySighting } from '../domain/directory-command.ts';
import type { Directory } from '../domain/directory.ts';
import type { Team, UnitFields } from '../domain/directory-event.ts';
import type { Person } from '../domain/person.ts';
import { sightingEvents } from '../domain/sighting-events.ts';
import type { Routine } from '../routine/routine.ts';
import type { Store } from '../storage/store.ts';

type Seeding = {
  readonly store: Store;
  readonly now: () => Date;
  readonly routine: Routine;
  /** Where the Playground answers the bot. */
  readonly serviceUrl: string;
};

/** The Entra ids of the demo's coordinators: whoever sits at the Playground, and the coordinator among its people. */
export const demoCoordinators: readonly string[] = [
  '33333333-3333-4333-8333-000000000001',
  '33333333-3333-4333-8333-000000000002',
];

/** Who did what the demo begins with: one of the Playground's people (playground.yml). */
const coordinator: Person = { id: '33333333-3333-4333-8333-000000000002', name: 'Samordnare Region' };

/** Whoever sits at the Playground (its `currentUser`). */
const nurse: Person = { id: '33333333-3333-4333-8333-000000000001', name: 'Sjuksköterska Avdelning' };

/** The Playground's team. */
const team: Omit<Team, 'serviceUrl'> = {
  id: '19:general@thread.tacv2',
  groupId: '44444444-4444-4444-8444-444444444444',
  name: 'Demoteamet',
  tenant: '11111111-1111-4111-8111-111111111111',
};

type SeedUnit = { readonly id: string; readonly channel: string; readonly fields: UnitFields };

const units: readonly SeedUnit[] = [
  {
    id: 'demo-ward',
    channel: '19:sp@thread.tacv2',
    fields: {
      name: 'Avdelning 24',
      careSetting: 'inpatient-somatic',
      organisation: 'region',
      isCoordination: false,
    },
  },
  {
    id: 'demo-health-centre',
    channel: team.id,
    fields: {
      name: 'Hälsocentralen',
      careSetting: 'primary-care',
      organisation: 'region',
      isCoordination: false,
    },
  },
];

const channelNames: ReadonlyMap<string, string> = new Map([
  ['19:sp@thread.tacv2', 'Lifecare SP avbrott'],
  [team.id, 'General'],
]);

const minute = 60_000;

/**
 * Gives an empty store what the demo begins with: two units and a drill that runs. What a store has already stays.
 *
 * The Playground remembers nothing between two starts, and loses what is sent while nobody has its page open. So
 * at each start the app is in no team and no chat until the Playground installs it there; what is to be sent waits
 * for that, as it does in Teams.
 */
export async function seedDemo({ store, now, routine, serviceUrl }: Seeding): Promise<void> {
  const books = createBooks({
    store,
    now,
    configuredCoordinators: demoCoordinators,
    issueNotices: (caused) => issueNotices(caused, routine),
  });
  const at = now().getTime();
  const isNew = (await store.streams()).length === 0;
  for (const decide of isNew
    ? [
        ...units.map((unit) => connect(unit, serviceUrl, at)),
        agreeToShare(at),
        chooseWard(at),
        declareDrill(at),
      ]
    : []) {
    // oxlint-disable-next-line no-await-in-loop -- each rests on the one before
    const { decision } = await books.change(decide);
    if (decision.kind !== 'decided') throw new Error('The demo cannot begin with what the domain refuses');
  }
  await books.change(({ directory }) => leaveAll(directory, at));
}

const actOf = (what: string, at: number): Act => ({
  by: coordinator,
  at,
  form: { id: `demo:${what}`, digest: '' },
});

function connect({ id, channel, fields }: SeedUnit, serviceUrl: string, at: number) {
  const act = actOf(id, at);
  const named = { id: channel, name: channelNames.get(channel) ?? '' };
  const where = { channel: named, team: { ...team, serviceUrl } };
  const command = { kind: 'connect', act, newUnit: id, ...where, fields, isCoordinator: true } as const;
  return (world: World) => decideDirectory(command, world);
}

/** The Playground has one team alone: its units read each other, and a coordinator has agreed to that. */
function agreeToShare(at: number): (world: World) => Decision {
  const command = { kind: 'confirm-shared-team', act: actOf('share', at), team: team.id } as const;
  return (world) => decideDirectory(command, world);
}

/** Whoever sits at the Playground works at the ward, so that what is logged in the own chat is the ward's. */
function chooseWard(at: number): (world: World) => Decision {
  const act = { ...actOf('profile', at), by: nurse };
  const { careSetting, organisation } = { careSetting: 'inpatient-somatic', organisation: 'region' } as const;
  const command = { kind: 'choose-profile', act, careSetting, organisation, unit: 'demo-ward' } as const;
  return (world) => decideDirectory(command, world);
}

function leaveAll(directory: Directory, at: number): Decision {
  const left: readonly DirectorySighting[] = [
    ...[...directory.teams.keys()].map((id) => ({ kind: 'removed', team: id }) as const),
    ...[...directory.people.keys()].map((person) => ({ kind: 'person-left', person }) as const),
  ];
  const events = left.flatMap((sighting) => sightingEvents(sighting, directory, at));
  if (events.length === 0) return { kind: 'repeated' };
  return { kind: 'decided', writes: [{ stream: 'directory', events, notices: [] }] };
}

/** Begun a little while ago, on a whole minute as people say it. */
function declareDrill(at: number): (world: World) => Decision {
  const act = actOf('drill', at);
  const terms = {
    scope: [],
    expectedEndAt: at + 90 * minute,
    nextUpdateAt: at + 30 * minute,
    message: 'Vi övar reservrutinen. Lifecare SP fungerar som vanligt.',
  };
  return (world) =>
    decideOutage(
      {
        kind: 'declare',
        act,
        newOutage: 'demo-drill',
        outageKind: 'drill',
        startedAt: Math.floor(at / minute - 10) * minute,
        terms,
      },
      world,
      at,
    );
}
