import type { World } from './decision.ts';

type Coordinators = Pick<World, 'directory' | 'configuredCoordinators'>;

/** Whether somebody, by the Entra object id, may declare, change and end outages. */
export function isCoordinator({ directory, configuredCoordinators }: Coordinators, id: string): boolean {
  const wanted = id.toLowerCase();
  const isConfigured = configuredCoordinators.some((one) => one.toLowerCase() === wanted);
  return isConfigured || directory.coordinators.has(wanted);
}

/**
 * The names of the coordinators, as far as they are known, in Swedish order: Teams tells a name when somebody
 * writes in the own chat or does something.
 */
export function coordinatorNames(world: World): readonly string[] {
  const { coordinators, people } = world.directory;
  const names = namesOfActs(world);
  const ids = [...world.configuredCoordinators.map((id) => id.toLowerCase()), ...coordinators.keys()];
  const known = ids.flatMap((id) => {
    const told = [people.get(id)?.name, names.get(id), coordinators.get(id)?.name];
    return told.find((name) => name !== undefined && name !== '') ?? [];
  });
  return [...new Set(known)].toSorted((one, other) => one.localeCompare(other, 'sv'));
}

/** Of those who did something to an outage that is not settled. */
function namesOfActs({ outages }: World): ReadonlyMap<string, string> {
  const acts = [...outages.values()].flatMap(({ deeds }) => Object.values(deeds));
  return new Map(acts.map(({ by }) => [by.id, by.name]));
}
