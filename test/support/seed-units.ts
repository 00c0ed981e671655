import { createBooks } from '../../src/app/books.ts';
import { decideDirectory } from '../../src/domain/decide-directory.ts';
import { careSettings } from '../../src/domain/ids.ts';
import { openFileStore } from '../../src/storage/file-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { megan, serviceUrl, tenantId } from './activities.ts';
import type { TestChannel, TestTeam } from './activities.ts';
import { connect, someFields } from './build-directory.ts';
import { anAct } from './build-outage.ts';

/** A channel that is a unit; its team is known by all that Teams tells. */
export type SeededChannel = TestChannel & { readonly name: string; readonly team: Required<TestTeam> };

/** The coordinators' own channel. */
export const coordinationChannel = seededChannel(0);

/**
 * Connects so many channels in a data directory, each in its own team, by the decisions of the domain; the first is
 * the coordinators'. The trial of each connection is left out: it was long ago.
 */
export async function seedUnits(directory: string, count: number): Promise<readonly SeededChannel[]> {
  await using store = await openFileStore(directory);
  return await seedUnitsIn(store, count);
}

/** The same in any store. */
export async function seedUnitsIn(store: Store, count: number): Promise<readonly SeededChannel[]> {
  const books = createBooks({
    store,
    now: () => new Date(),
    configuredCoordinators: [megan.aadObjectId],
    issueNotices: () => [],
  });
  const channels = Array.from({ length: count }, (_none, number) => seededChannel(number));
  for (const [number, { id, name, team }] of channels.entries()) {
    const command = connect({
      act: anAct({ by: { id: megan.aadObjectId, name: megan.name } }),
      newUnit: `u${number}`,
      channel: { id, name },
      team: { id: team.id, groupId: team.aadGroupId, name: team.name, tenant: tenantId, serviceUrl },
      fields: someFields({
        name: `Enhet ${number}`,
        careSetting: careSettings[number % 4] ?? 'primary-care',
        isCoordination: number === 0,
      }),
      isCoordinator: true,
    });
    // oxlint-disable-next-line no-await-in-loop -- each is decided on after the one before
    const { decision } = await books.change((world) => decideDirectory(command, world));
    if (decision.kind !== 'decided') throw new Error(`Channel ${number} could not be connected`);
  }
  return channels;
}

function seededChannel(number: number): SeededChannel {
  const digits = `${number}`.padStart(12, '0');
  return {
    id: `19:kanal${number}@thread.tacv2`,
    name: 'Lifecare SP',
    team: {
      id: `19:team${number}@thread.tacv2`,
      aadGroupId: `44444444-4444-4444-8444-${digits}`,
      name: `Team ${number}`,
    },
  };
}
