import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verbs } from '../../src/app/verbs.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import {
  activity,
  asa,
  channelQuestion,
  execute,
  inChannel,
  inChatOf,
  installInTeam,
  megan,
  openDialog,
  placeEvent,
  question,
  searchFor,
  someone,
  submit,
  submitDialog,
} from '../support/activities.ts';
import type { TestActivity } from '../support/activities.ts';
import { worldSetUp } from '../support/fuzz-world.ts';
import { plantedIdentities, plantedIn } from '../support/planted-identities.ts';
import { seedUnits } from '../support/seed-units.ts';
import type { SeededChannel } from '../support/seed-units.ts';
import { startBot } from '../support/start-bot.ts';
import type { TestBot } from '../support/start-bot.ts';
import { post, startTeamsDouble } from '../support/teams-double.ts';
import type { TeamsDouble } from '../support/teams-double.ts';

// The whole service over HTTP with its files: whatever a test number comes in by, nothing of it is found afterwards.

let data: Awaited<ReturnType<typeof temporaryDirectory>>;
let double: TeamsDouble;
let bot: TestBot;
let channels: readonly SeededChannel[];

beforeAll(async () => {
  data = await temporaryDirectory();
  double = await startTeamsDouble();
  channels = await seedUnits(data.path, 3);
  for (const { team } of channels) double.connector.places.setMembers(team.id, [asa, megan]);
  bot = await startBot(double, {
    config: {
      storage: { kind: 'file', directory: data.path },
      coordinators: [megan.aadObjectId],
    },
    // Two people send it all.
    limits: { personMost: Number.POSITIVE_INFINITY },
  });
  const token = await double.tokenFor(activity());
  for (const { body } of worldSetUp(channels)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await post(bot, body, { authorization: `Bearer ${token}` });
  }
  await deliver(question('hjälp', inWard()));
  await deliver(question('hjälp', inChatOf(asa)));
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  await double[Symbol.asyncDispose]();
  await data[Symbol.asyncDispose]();
});

type Changes = Readonly<Record<string, unknown>>;

const inWard = (): Changes => ({ ...inChannel(channels[1]), from: asa });
const inCoordination = (): Changes => ({ ...inChannel(channels[0]), from: megan });

/** What is answered in the request, and what is posted because of it. */
async function deliver(one: TestActivity): Promise<string> {
  const before = double.connector.calls.length;
  const response = await double.deliver(bot, one);
  const answered = `${response.status} ${await response.text()}`;
  const posted = double.connector.calls.slice(before).map(({ body }) => JSON.stringify(body));
  return [answered, ...posted].join('\n');
}

async function filesIn(directory: string): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));
  return [...entries.map(({ name }) => name), ...texts].join('\n');
}

/** Where a number is looked for, and what is there. */
async function places(): Promise<Readonly<Record<string, string>>> {
  return {
    'the store': await filesIn(data.path),
    'the log': bot.logged(),
    'the metrics': await (await fetch(`http://127.0.0.1:${bot.port}/metrics`)).text(),
    'what was sent': JSON.stringify(double.connector.calls),
  };
}

async function foundAnywhere(): Promise<readonly string[]> {
  return Object.entries(await places()).flatMap(([place, text]) =>
    plantedIn(text).map((identity) => `${identity} in ${place}`),
  );
}

/** Without what becomes of notices, which is recorded when Teams has answered. */
async function logFiles(): Promise<string> {
  const lines = (await filesIn(join(data.path, 'outages'))).split('\n');
  return lines.filter((line) => !line.includes('"noticeStep')).join('\n');
}

type Way = readonly [way: string, make: (identity: string) => TestActivity];

/** Refused, with what to do about it. */
const spoken: readonly Way[] = [
  ['a message in the own chat', (id) => question(`vem ringer jag om ${id}?`, inChatOf(asa))],
  ['a message in a channel', (id) => channelQuestion(`pat ${id} är utskrivningsklar`, inWard())],
  ['a message with a line break in it', (id) => question(`ringde Ånge\n${id}\nbekräftat`, inChatOf(asa))],
  ['a message that is marked up', (id) => question(`<p><b>${id}</b>&nbsp;ska hem</p>`, inChatOf(asa))],
  ['a reply with a quotation', (id) => question(`<blockquote>pat ${id}</blockquote> ja`, inChatOf(asa))],
  ['a message that is too long', (id) => question(`${'ord '.repeat(6_000)}${id}`, inChatOf(asa))],
  ['a message that was edited', (id) => ({ ...question(`pat ${id}`, inChatOf(asa)), type: 'messageUpdate' })],
  ['an edit in a channel', (id) => ({ ...channelQuestion(`pat ${id}`, inWard()), type: 'messageUpdate' })],
  ['danger to life', (id) => question(`pat ${id} andas inte`, inChatOf(asa))],
  ['a search', (id) => searchFor(id, inChatOf(asa))],
  [
    'a search in two parts',
    (id) =>
      searchFor('x', {
        ...inChatOf(asa),
        value: {
          commandId: 'searchNumbers',
          parameters: [
            { name: 'text', value: id.slice(0, 7) },
            { name: 'more', value: id.slice(7) },
          ],
        },
      }),
  ],
  [
    'what was asked before a choice',
    (id) => execute('help.choose', { intent: 'call.who', question: `om ${id}` }, inChatOf(asa)),
  ],
  ['a verb that is none', (id) => execute('nobodys.verb', { note: id }, inChatOf(asa))],
  ['a value without a verb', (id) => submit({ note: id }, { ...inChatOf(asa), text: '' })],
];

/** Not read at all, or kept without it. */
const unspoken: readonly Way[] = [
  ['a person’s name', (id) => question('hjälp', inChatOf({ ...someone(70), name: `Åsa ${id}` }))],
  [
    'a team’s and a channel’s name',
    (id) => {
      const team = { id: '19:nytt@thread.tacv2', name: `Team ${id}` };
      return channelQuestion('anslut enheten', inChannel({ id: '19:nytt2@thread.tacv2', name: id, team }));
    },
  ],
  [
    'the channel that the app is put into',
    (id) => installInTeam('add', { ...channels[1], id: '19:x@t', name: id }),
  ],
  [
    'a channel’s new name',
    (id) => placeEvent('channelRenamed', { ...channels[1], id: channels[1]?.id ?? '', name: id }),
  ],
  [
    'a file’s name',
    (id) =>
      question('hjälp', {
        ...inChatOf(asa),
        attachments: [{ name: `${id}.pdf`, contentType: 'application/pdf', contentUrl: `https://x/${id}` }],
      }),
  ],
  [
    'an invoke that the bot does not have',
    (id) => activity({ ...inChatOf(asa), type: 'invoke', name: 'x', value: { id } }),
  ],
  ['the name of an invoke', (id) => activity({ ...inChatOf(asa), type: 'invoke', name: id })],
  ['a reaction', (id) => activity({ ...inChatOf(asa), type: 'messageReaction', text: id })],
  ['an event', (id) => activity({ ...inChatOf(asa), type: 'event', name: id, value: id })],
  ['the language', (id) => question('hjälp', { ...inChatOf(asa), locale: `sv-${id}` })],
  ['the name of a verb', (id) => execute(`handover.record ${id}`, {}, inChatOf(asa))],
];

const some = (at: number): string => plantedIdentities[at % plantedIdentities.length] ?? '';

describe('a patient’s number', () => {
  test.each(spoken.map(([way, make], at) => [way, make, some(at)] as const))(
    'in %s is refused, and said nowhere',
    async (_way, make, identity) => {
      const before = await logFiles();
      const answered = await deliver(make(identity));
      expect(answered).toMatch(/^200/);
      expect(answered).toContain('ser ut som ett personnummer');
      expect(plantedIn(answered)).toEqual([]);
      expect(await logFiles()).toBe(before);
    },
  );

  test.each(unspoken.map(([way, make], at) => [way, make, some(at)] as const))(
    'in %s is nowhere afterwards',
    async (_way, make, identity) => {
      const answered = await deliver(make(identity));
      expect(answered).toMatch(/^200/);
      expect(plantedIn(answered)).toEqual([]);
      expect(await foundAnywhere()).toEqual([]);
    },
  );

  const carriers = {
    execute,
    submit: (verb: string, values: object, place: Changes) => submit({ ...values, verb }, place),
    dialog: (verb: string, values: object, place: Changes) => submitDialog({ ...values, verb }, place),
    fetch: (verb: string, values: object, place: Changes) => openDialog({ ...values, verb }, place),
  };
  const fields = ['formId', 'outage', 'unit', 'case', 'entry', 'draft', 'nobodysInput'];

  test.each(Object.entries(verbs))(
    'in any field of %s, by any carrier, is refused',
    async (verb, { inputs, who }) => {
      const before = await logFiles();
      const place = who === 'coordinator' ? inCoordination() : inWard();
      let at = 0;
      for (const field of [...inputs, ...fields]) {
        for (const [carrier, make] of Object.entries(carriers)) {
          const identity = some((at += 1));
          const sent = at % 3 === 0 ? [identity] : `text ${identity}`;
          // oxlint-disable-next-line no-await-in-loop -- one after the other
          const answered = await deliver(make(verb, { whole: 'true', [field]: sent }, place));
          expect(answered, `${field} by ${carrier}`).toMatch(/^200/);
          expect(answered, `${field} by ${carrier}`).toMatch(/personnummer/);
          expect(plantedIn(answered)).toEqual([]);
        }
      }
      expect(await logFiles()).toBe(before);
    },
  );

  test('cut in two, and put together again by a list, is refused', async () => {
    const data = { whole: 'true', counterpart: ['19811218-', '9876'] };
    const answered = await deliver(submitDialog({ ...data, verb: 'handover.record' }, inWard()));
    expect(answered).toMatch(/personnummer/);
    expect(await logFiles()).not.toMatch(/19811218/);
  });

  test('is looked for where calls are on record', async () => {
    expect(await logFiles()).toContain('handoverRecorded');
  });

  test('is nowhere when all is done: not in the store, the log, the metrics, nor in anything that was sent', async () => {
    expect(await foundAnywhere()).toEqual([]);
    for (const text of Object.values(await places())) expect(text.length).toBeGreaterThan(500);
  });
});
