import type { Situation } from '../cards/situation.ts';
import { coordinatorNames, isCoordinator } from '../domain/access.ts';
import type { Asker } from '../domain/asker.ts';
import { isPossibleAsker } from '../domain/asker.ts';
import { runningDrill, runningOutage } from '../domain/current-outage.ts';
import type { World } from '../domain/decision.ts';
import type { Unit } from '../domain/directory.ts';
import type { Outage } from '../domain/outage.ts';
import type { Whereabouts } from './whereabouts.ts';

/** The unit whose channel it is. */
export function unitAt({ place }: Whereabouts, { directory }: World): Unit | undefined {
  if (place.kind !== 'channel') return undefined;
  return [...directory.units.values()].find(
    ({ channel, state }) => channel.id === place.channel.id && state !== 'disconnected',
  );
}

/** How things stand for the one who asks. */
export function situationOf(world: World, whereabouts: Whereabouts, now: number): Situation {
  const running = runningOutage(world);
  const drill = runningDrill(world);
  const ended = lastEnded(world);
  const unit = unitOf(whereabouts, world);
  return {
    now,
    planned: [...world.outages.values()].filter(({ state }) => state === 'planned'),
    ...coordinationOf(whereabouts, unit, world),
    ...(running !== undefined && { running }),
    ...(drill !== undefined && { drill }),
    ...(ended !== undefined && { ended }),
    ...(unit !== undefined && { unit }),
  };
}

/** A real one before a drill, whichever ended last. */
function lastEnded({ outages }: World): Outage | undefined {
  const ended = [...outages.values()]
    .filter(({ state }) => state === 'ended')
    .toSorted((one, other) => (other.endedAt ?? 0) - (one.endedAt ?? 0));
  return ended.find(({ kind }) => kind !== 'drill') ?? ended[0];
}

type Coordination = Pick<Situation, 'isCoordinator' | 'isAmongCoordinators' | 'coordinators'>;

function coordinationOf({ person, place }: Whereabouts, unit: Unit | undefined, world: World): Coordination {
  const mayCoordinate = person !== undefined && isCoordinator(world, person.id);
  const isAmong = place.kind === 'personal' ? mayCoordinate : unit?.isCoordination === true;
  return {
    isCoordinator: mayCoordinate,
    ...(isAmong && { isAmongCoordinators: true }),
    coordinators: coordinatorNames(world),
  };
}

/** The channel's unit; in the own chat the one that somebody has said is theirs. */
export function unitOf(whereabouts: Whereabouts, world: World): Unit | undefined {
  return unitAt(whereabouts, world) ?? ownUnit(whereabouts, world);
}

function ownUnit({ person, place }: Whereabouts, { directory }: World): Unit | undefined {
  if (person === undefined || place.kind !== 'personal') return undefined;
  return directory.units.get(directory.people.get(person.id)?.profile.unit ?? '');
}

/** Who asks, as far as the channel or the own profile tells; what the tenant tells is kept where they do not. */
export function askerAt(asker: Asker, whereabouts: Whereabouts, world: World): Asker {
  const { person, place } = whereabouts;
  const profile =
    place.kind === 'personal' ? world.directory.people.get(person?.id ?? '')?.profile : undefined;
  const { careSetting, organisation } = unitAt(whereabouts, world) ?? profile ?? {};
  const known = {
    ...asker,
    ...(careSetting !== undefined && { careSetting }),
    ...(organisation !== undefined && { organisation }),
  };
  return isPossibleAsker(known) ? known : asker;
}
