import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openFileStore } from '../../src/storage/file-store.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { inChatOf, megan, someone } from './activities.ts';
import type { TestActivity } from './activities.ts';
import { seededRandom } from './misbehave.ts';
import { answerTo, filledIn, filledInByCoordinator } from './press.ts';
import { faultsInDeeds, isSaved } from './saved-deeds.ts';
import { seedUnits } from './seed-units.ts';
import { startServiceProcess } from './service-process.ts';
import { startTeamsDouble } from './teams-double.ts';
import type { TeamsDouble } from './teams-double.ts';

/** A run of `killWhileAnswering`. */
export type Answering = {
  readonly kills: number;
  readonly seed: number;
  readonly say: (line: string) => void;
};

/** Who are at it at once: people who report, and windows in which the coordinator updates. */
const reporters = 6;
const updaters = 2;
/** The longest that a process may answer, in milliseconds, before it is killed. */
const longestMs = 500;

/** The next thing that somebody does. An activity that was not answered is the next one until it is. */
type Doer = { readonly next: () => TestActivity; unanswered: TestActivity | undefined };

/**
 * Many people report and a coordinator updates, over HTTP, while the service's process is killed and started again on
 * the same data. What nobody answered comes again, as Teams sends it. After each kill: what was said to be saved is
 * there, nothing is half, nothing is there twice. Gives what did not hold.
 */
export async function killWhileAnswering({ kills, seed, say }: Answering): Promise<readonly string[]> {
  await using double = await startTeamsDouble();
  await using data = await temporaryDirectory();
  const random = seededRandom(seed);
  await seedUnits(data.path, 3);
  const doers = doersOf();
  const saved = new Set<string>();
  const faults: string[] = [];
  for (let life = 1; life <= kills && faults.length === 0; life += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one life after the other
    faults.push(...(await live({ double, directory: data.path, doers, saved, random })));
    // oxlint-disable-next-line no-await-in-loop -- as above
    faults.push(...(await inspect(data.path, saved)));
  }
  say(`${kills} kills, seed ${seed}: ${saved.size} answered as saved`);
  return faults;
}

function doersOf(): readonly Doer[] {
  const declare = filledInByCoordinator('outage.declare', {
    kind: 'unplanned',
    message: 'Driften felsöker.',
  });
  return [
    // Teams may deliver an activity twice; and whoever updates must have been told that there is an outage.
    ...Array.from({ length: updaters }, (): Doer => ({ next: update, unanswered: declare })),
    ...Array.from({ length: reporters }, (_none, number): Doer => ({
      next: () => report(number),
      unanswered: undefined,
    })),
  ];
}

function update(): TestActivity {
  return filledInByCoordinator('outage.update', { message: 'Driften felsöker.' });
}

function report(number: number): TestActivity {
  return filledIn('outage.report', { message: 'Kommer inte in' }, inChatOf(someone(100 + number)));
}

type Life = {
  readonly double: TeamsDouble;
  readonly directory: string;
  readonly doers: readonly Doer[];
  /** The activities that were answered as saved. */
  readonly saved: Set<string>;
  readonly random: () => number;
};

/** One process, from its start until it is killed. Gives what it said that it should not. */
async function live({ double, directory, doers, saved, random }: Life): Promise<readonly string[]> {
  await using bot = await startServiceProcess({
    double,
    storage: { DATA_DIR: directory },
    coordinators: [megan],
  });
  const faults: string[] = [];
  const killed = new AbortController();
  const act = async (doer: Doer): Promise<void> => {
    while (!killed.signal.aborted) {
      const activity = doer.unanswered ?? doer.next();
      doer.unanswered = activity;
      // oxlint-disable-next-line no-await-in-loop -- each person does one thing after the other
      const answer = await answerTo(double, bot, activity).catch(() => undefined);
      if (answer === undefined) return;
      doer.unanswered = undefined;
      if (isSaved(answer)) saved.add(activity.id);
      else faults.push(`${activity.id} was answered ${answer.slice(0, 500)}`);
    }
  };
  const acting = Promise.all(doers.map(act));
  await pause(random() * longestMs);
  killed.abort();
  await bot.kill();
  await acting;
  return [...faults, ...(bot.logged().match(/^.*"level":[56]0.*$/gm) ?? [])];
}

/** What stands in the records after a kill; of a copy, since mending them is the next process's. */
async function inspect(directory: string, saved: ReadonlySet<string>): Promise<readonly string[]> {
  await using copy = await temporaryDirectory();
  const path = join(copy.path, 'data');
  await cp(directory, path, { recursive: true });
  await using store = await openFileStore(path);
  return await faultsInDeeds(store, saved);
}
