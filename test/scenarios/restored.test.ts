import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import type { StoragePlace } from '../../src/storage/open-store.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { asa, bo, megan, spChannel } from '../support/activities.ts';
import {
  angeChannel,
  connectChannels,
  coordinationChannel,
  knowMembers,
} from '../support/connected-story.ts';
import { newPostgresPlace } from '../support/postgres-place.ts';
import { runTool } from '../support/run-tool.ts';
import { tellStory } from '../support/story.ts';
import type { ShownCard, Story } from '../support/story.ts';

const call = {
  direction: 'given',
  party: 'municipality',
  municipality: 'ange',
  counterpart: 'Lisa',
  calledAt: '08:10',
  admittedAt: '08:06',
  items: 'admission,expectedDischarge',
  outcome: 'read-back',
  receivers: 'municipality,primary-care',
  receivingMunicipality: 'ange',
};
const codePattern = /\b[CDFGHJKMPRTVX234679]{3}-[CDFGHJKMPRTVX234679]{2}\b/;

/** The service on a store of its own, at a moment, with who is in the units' teams. */
async function serviceOn(place: StoragePlace, moment: string): Promise<Story> {
  const store = await openStore(place, {});
  const story = await tellStory(moment, { coordinators: [megan], store });
  knowMembers(story);
  return story;
}

/** What there is to ask about. */
type Lived = { readonly code: string; readonly ended: string };

/** Two units, an outage that has ended with something left to register, and one that runs, with a call on a code. */
async function live(story: Story): Promise<Lived> {
  const { coordinator, municipality, ward } = await connectChannels(story);
  const declare = async (day: string): Promise<string> => {
    story.at(`${day}T08:15:00+01:00`);
    const form = { kind: 'unplanned', startedOn: day, startedAt: '08:05' };
    const declared = await coordinator.sends('dialog', 'outage.declare', form);
    await ward.sends('dialog', 'handover.record', { ...call, admittedOn: day, calledOn: day });
    return outageIn(declared);
  };
  const ended = await declare('2026-11-24');
  story.at('2026-11-24T14:15:00+01:00');
  await coordinator.sends('dialog', 'outage.end', { endedOn: '2026-11-24', endedAt: '14:10' });
  await ward.sends('dialog', 'task.done', { outage: ended, task: 'acknowledgeMessages' });
  await declare('2026-11-25');
  const log = await ward.sends('fetch', 'handover.list');
  const [code = ''] = codePattern.exec(log.text) ?? [];
  await municipality.sends('dialog', 'handover.acknowledge', { code, items: 'admission' });
  return { code, ended };
}

/** Which outage the buttons of a card are about. */
function outageIn({ buttons }: ShownCard): string {
  const [id] = buttons.flatMap(({ data }) => ('outage' in data ? [String(data.outage)] : []));
  if (id === undefined) throw new Error('The card is about no outage');
  return id;
}

/** What each question is answered with, when all notices have left, at half past nine on the second day. */
async function answersOf(story: Story, { code, ended }: Lived): Promise<Readonly<Record<string, string>>> {
  story.at('2026-11-25T09:30:05+01:00');
  const ready = async (): Promise<unknown> =>
    (await fetch(`http://127.0.0.1:${story.bot.port}/ready`)).json();
  await expect.poll(ready, { timeout: 10_000 }).toMatchObject({ oldestUndeliveredNotice: null });
  const ward = story.inChannel(asa, spChannel);
  const municipality = story.inChannel(bo, angeChannel);
  const coordinator = story.inChannel(megan, coordinationChannel);
  const asked = {
    whom: () => ward.says('vem ringer jag?'),
    status: () => story.inChat(asa).says('pågår det ett avbrott?'),
    log: () => ward.sends('fetch', 'handover.list'),
    code: () => ward.sends('fetch', 'handover.list', { code }),
    codeAtReceiver: () => municipality.sends('fetch', 'handover.list', { code }),
    outstanding: () => ward.sends('fetch', 'tasks.list', { outage: ended }),
    summary: () => ward.sends('fetch', 'summary.show', { outage: ended }),
    everybodysOutstanding: () => coordinator.sends('fetch', 'tasks.list', { outage: ended }),
    delivery: () => coordinator.sends('fetch', 'delivery.list', { outage: ended }),
    units: () => coordinator.sends('fetch', 'unit.list'),
    statistics: () => coordinator.sends('fetch', 'statistics.show', { outage: ended }),
  };
  const answers: Record<string, string> = {};
  for (const [question, ask] of Object.entries(asked)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    answers[question] = (await ask()).text;
  }
  return answers;
}

/** Copies all that one store has into another that is empty, by the commands. */
async function copied(from: StoragePlace, to: StoragePlace, copy: string): Promise<void> {
  expect(await runTool('backup', ['--to', copy], environmentOf(from))).toMatchObject({ code: 0, stderr: '' });
  expect(await runTool('restore', ['--from', copy], environmentOf(to))).toMatchObject({
    code: 0,
    stderr: '',
  });
}

const environmentOf = (place: StoragePlace): NodeJS.ProcessEnv =>
  place.kind === 'file' ? { DATA_DIR: place.directory } : { DATABASE_URL: place.url };

test('a service on a backup that was restored answers as the one that it was taken beside, on files and on PostgreSQL', async () => {
  await using place = await temporaryDirectory();
  await using database = await newPostgresPlace();
  const beside = (name: string): string => join(place.path, name);
  const places: readonly StoragePlace[] = [
    { kind: 'postgres', url: database.url },
    { kind: 'file', directory: beside('restored') },
  ];
  let from: StoragePlace = { kind: 'file', directory: beside('data') };
  let story = await serviceOn(from, '2026-11-24T08:00:00+01:00');
  const lived = await live(story);
  const before = await answersOf(story, lived);
  expect(before).toMatchObject({
    status: expect.stringContaining('25 november kl. 08.05'),
    code: expect.stringContaining('bekräftat av Ånge kommun'),
    outstanding: expect.stringContaining('2 av 3'),
    delivery: expect.stringContaining('Avdelning 24'),
    units: expect.stringContaining('Ånge kommun'),
  });
  for (const to of places) {
    // oxlint-disable-next-line no-await-in-loop -- each from the one before, which still runs
    await copied(from, to, beside(`${to.kind}.backup`));
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await story[Symbol.asyncDispose]();
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    story = await serviceOn(to, '2026-11-25T09:00:00+01:00');
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await answersOf(story, lived), to.kind).toEqual(before);
    from = to;
  }
  await story[Symbol.asyncDispose]();
});
