import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCaseCode } from '../../src/domain/case-code.ts';
import { activity, asa, bo, execute, megan, spChannel, submitDialog } from '../support/activities.ts';
import {
  elsewhere,
  guest,
  neighbour,
  outsider,
  rung,
  secret,
  tellBesiegedStory,
} from '../support/besieged-story.ts';
import type { BesiegedStory } from '../support/besieged-story.ts';
import { logAttempts } from '../support/log-attempts.ts';
import type { Actor, SentBy } from '../support/story.ts';

let story: BesiegedStory;
beforeAll(async () => {
  story = await tellBesiegedStory();
});
afterAll(() => story[Symbol.asyncDispose]());

type Attempt = readonly [verb: string, data: Readonly<Record<string, unknown>>];

const onTheLog = ({ code, ids }: BesiegedStory): readonly Attempt[] => logAttempts({ ...ids, code });

const ofCoordinators: readonly Attempt[] = [
  ['outage.declare', { kind: 'unplanned' }],
  ['outage.update', { message: 'Nytt' }],
  ['outage.restored', { restoredAt: '08:00' }],
  ['outage.resume', { restoredAt: '08:00' }],
  ['outage.end', { endedAt: '08:00' }],
  ['outage.dismiss', { reason: 'Fel' }],
  ['outage.cancel', { reason: 'Fel' }],
  ['outage.close', { reason: 'Klart' }],
  ['coordinator.add', { person: outsider.aadObjectId }],
  ['coordinator.remove', { person: megan.aadObjectId }],
  ['outage.show', {}],
  ['delivery.list', {}],
  ['unit.list', {}],
];

const carriers = ['execute', 'dialog', 'fetch', 'submit'] as const satisfies readonly SentBy[];

/** What each attempt, by each carrier in turn, got of the log or changed. */
async function gotBy(attacker: Actor, attempts: readonly Attempt[]): Promise<readonly string[]> {
  const before = await story.deeds();
  const got: string[] = [];
  for (const [at, [verb, data]] of attempts.entries()) {
    const carrier = carriers[at % carriers.length] ?? 'execute';
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { card } = await attacker.sends(carrier, verb, data);
    const shown = JSON.stringify(card);
    const seen = [secret, story.code, asa.name].filter((kept) => shown.includes(kept));
    got.push(...seen.map((kept) => `${verb} by ${carrier} shows ${kept}`));
  }
  return (await story.deeds()) === before ? got : [...got, 'something was done'];
}

describe('a ward’s log, named in a forged form', () => {
  test.each<[string, () => Actor]>([
    ['another ward', () => story.inChannel(neighbour, elsewhere)],
    ['the municipality that was rung', () => story.inChannel(bo, rung)],
    ['a guest of the ward’s own team', () => story.inChannel(guest, spChannel)],
    ['somebody of no team, in the ward’s channel', () => story.inChannel(outsider, spChannel)],
    ['somebody of no team, in the own chat', () => story.inChat(outsider)],
    ['a coordinator', () => story.inChat(megan)],
  ])('is neither shown to %s nor changed', async (_who, attacker) => {
    expect(await gotBy(attacker(), onTheLog(story))).toEqual([]);
  });

  test('is there for its own members, so that the attempts were real', async () => {
    const { card } = await story
      .inChannel(asa, spChannel)
      .sends('fetch', 'handover.list', { code: story.code });
    expect(JSON.stringify(card)).toContain(secret);
  });
});

describe('what is the coordinators’', () => {
  test.each<[string, () => Actor]>([
    ['a nurse in the own channel', () => story.inChannel(asa, spChannel)],
    ['somebody in the own chat', () => story.inChat(outsider)],
  ])('is neither shown to %s nor done', async (_who, attacker) => {
    expect(await gotBy(attacker(), ofCoordinators)).toEqual([]);
  });

  test('is not had by taking a coordinator’s name, nor by naming one in the form', async () => {
    const impostor = { ...outsider, name: megan.name };
    const claims = {
      by: { id: megan.aadObjectId },
      person: megan.aadObjectId,
      isCoordinator: 'true',
      from: megan,
    };
    const attempts: readonly Attempt[] = [
      ['outage.end', { endedAt: '08:00', ...claims }],
      ['coordinator.add', { ...claims, person: outsider.aadObjectId }],
    ];
    expect(await gotBy(story.inChat(impostor), attempts)).toEqual([]);
  });
});

describe('a form', () => {
  test('is not saved again with other content under the same id, whoever sends it', async () => {
    const form = { formId: 'used-once', message: 'Kommer inte in' };
    const nurse = story.inChannel(asa, spChannel);
    expect((await nurse.sends('dialog', 'outage.report', form)).text).toContain('samordnarna får veta det');
    const before = await story.deeds();
    for (const by of [nurse, story.inChat(outsider)]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await by.sends('execute', 'outage.report', { ...form, message: 'Något annat' });
      // oxlint-disable-next-line no-await-in-loop -- as above
      await by.sends('execute', 'outage.report', form);
    }
    expect(await story.deeds()).toBe(before);
  });

  test('that is older than what holds now changes nothing unseen', async () => {
    const coordinator = story.inChat(megan);
    const old = await coordinator.sends('execute', 'outage.update', { opens: 'form' });
    await coordinator.sends('execute', 'outage.update', { message: 'Felet är hittat.' });
    const before = await story.deeds();
    const late = await coordinator.fillsIn(old, { message: 'Inget är hittat.' });
    expect(late.text).toContain('så formuläret gäller inte längre');
    expect(await story.deeds()).toBe(before);
  });
});

/** Values that a form never has. */
const odd: readonly unknown[] = [
  '__proto__',
  'constructor',
  '../directory',
  '"; drop table records; --',
  '\u0000',
  -1,
  1e308,
  true,
  null,
  [],
  ['a', ['b']],
  {},
  { toString: 'x', length: -1 },
  JSON.parse('{"__proto__":{"isCoordinator":true},"constructor":{"prototype":{"isCoordinator":true}}}'),
  'x'.repeat(20_000),
];
const names = [
  'unit',
  'outage',
  'code',
  'case',
  'entry',
  'draft',
  'formId',
  'version',
  'page',
  'items',
  'scope',
];

describe('forged', () => {
  test('ids and values of every shape are answered, and nothing is done or broken', async () => {
    const before = await story.deeds();
    const verbs = ['handover.list', 'handover.withdraw', 'task.done', 'outage.show', 'unit.disconnect'];
    for (const [at, value] of odd.entries()) {
      const verb = verbs[at % verbs.length] ?? '';
      const data = Object.fromEntries(names.map((name) => [name, value]));
      const carrier = carriers[at % 2] ?? 'execute';
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await story.inChat(outsider).sends(carrier, verb, data);
    }
    expect(await story.deeds()).toBe(before);
    expect({}).not.toHaveProperty('isCoordinator');
    expect(story.bot.logged()).not.toMatch(/"level":[56]0/);
  });

  test.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'outage.__proto__',
    'OUTAGE.END',
    'outage.end\n',
    '',
  ])('the verb %j is none', async (verb) => {
    const before = await story.deeds();
    const place = { from: megan };
    await story.tells(execute(verb, {}, place));
    await story.tells(submitDialog({ verb }, place));
    await story.tells(
      activity({ type: 'invoke', name: verb, value: { data: { verb: 'outage.end' } }, ...place }),
    );
    expect(await story.deeds()).toBe(before);
    expect(story.bot.logged()).not.toMatch(/"level":[56]0/);
  });
});

const withoutCodes = (text: string): string => text.replaceAll(/[A-Z\d]{3}-[A-Z\d]{2}/g, '');

// The last: whoever guesses is made to wait.
test('a code that is guessed is answered as one that does not exist, and soon not at all', async () => {
  const guesser = story.inChannel(neighbour, elsewhere);
  const tried = async (code: string): Promise<string> =>
    (await guesser.sends('dialog', 'handover.acknowledge', { code, items: 'admission' })).text;
  const foreign = await tried(story.code);
  const unknown = await tried(newCaseCode('guess-abcdef', (code) => code === story.code));
  expect(withoutCodes(foreign)).toBe(withoutCodes(unknown));
  const answers: string[] = [];
  for (const at of Array.from({ length: 6 }).keys()) {
    // oxlint-disable-next-line no-await-in-loop -- one guess after the other
    answers.push(await tried(newCaseCode(`guess-${at}-abcdef`, () => false)));
  }
  expect(answers.at(-1)).toContain('Vänta tio minuter');
});
