import { expect, test } from 'vitest';
import { coordinatorNames, isCoordinator } from '../../src/domain/access.ts';
import { added, connected, directoryOf, seen } from '../support/build-directory.ts';
import { aWorld, anAct } from '../support/build-outage.ts';
import { after, declare } from '../support/outage-commands.ts';

test('a coordinator is who the configuration names, or who was added', () => {
  const world = aWorld({ configuredCoordinators: ['anna'], directory: directoryOf(added('bo')) });
  expect(['anna', 'bo', 'eva', ''].filter((id) => isCoordinator(world, id))).toEqual(['anna', 'bo']);
});

test('ids are the same in upper and lower case', () => {
  const world = aWorld({ configuredCoordinators: ['00AA-bb'], directory: directoryOf(added('cc-dd')) });
  expect(['00aa-BB', 'CC-DD'].every((id) => isCoordinator(world, id))).toBe(true);
});

test('a removed coordinator is none', () => {
  const removal = { kind: 'coordinatorRemoved', act: anAct(), person: 'bo' } as const;
  const world = aWorld({ directory: directoryOf(added('bo'), removal) });
  expect(isCoordinator(world, 'bo')).toBe(false);
});

test('the names of coordinators stand in Swedish order, each once', () => {
  const directory = directoryOf(
    added('o', 'Örjan'),
    added('a', 'Åsa'),
    added('z', 'Zara'),
    added('anna', 'Anna som hon hette'),
    seen(),
  );
  expect(coordinatorNames(aWorld({ directory, configuredCoordinators: ['anna'] }))).toEqual([
    'Anna',
    'Zara',
    'Åsa',
    'Örjan',
  ]);
});

test('a coordinator whose name nobody knows is not named', () => {
  const directory = directoryOf(added('bo'), seen({ person: { id: 'eva', name: '' } }));
  expect(coordinatorNames(aWorld({ directory, configuredCoordinators: ['eva', 'nobody'] }))).toEqual([]);
});

test('a coordinator who was named when added is named by that until they write themselves', () => {
  const events = [added('eva', 'E. Berg'), seen({ person: { id: 'eva', name: '' } })];
  const wrote = seen({ person: { id: 'eva', name: 'Eva Berg' } });
  expect(coordinatorNames(aWorld({ directory: directoryOf(...events) }))).toEqual(['E. Berg']);
  expect(coordinatorNames(aWorld({ directory: directoryOf(...events, wrote) }))).toEqual(['Eva Berg']);
});

test('a coordinator whom no chat has told of is named by what they did', () => {
  const byAnna = { ...aWorld({ directory: directoryOf(connected()) }), configuredCoordinators: ['ANNA'] };
  expect(coordinatorNames(byAnna)).toEqual(['Anna']);
  const declared = { ...after(declare()), configuredCoordinators: ['anna'] };
  expect(coordinatorNames(declared)).toEqual(['Anna']);
});
