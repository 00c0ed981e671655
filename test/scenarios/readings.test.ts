import { expect, test } from 'vitest';
import { verbs } from '../../src/app/verbs.ts';
import { outageEventSchema } from '../../src/domain/outage-event.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import {
  asa,
  avdelning24,
  bo,
  channelQuestion,
  execute,
  inChannel,
  inChatOf,
  megan,
  openDialog,
  question,
  searchFor,
  someone,
  spChannel,
  submit,
  submitDialog,
} from '../support/activities.ts';
import type { TestActivity } from '../support/activities.ts';
import { angeChannel, coordinationChannel, tellConnectedStory } from '../support/connected-story.ts';

/** What the ward's nurse writes, and nobody else. */
const hers = ['Lisa Handläggare', 'Fel mottagare angavs', 'Kommer åter imorgon'];

/** Works beside her; nobody else does. */
const colleague = someone(21);

const carriers = {
  fetch: (verb: string, data: object, place: object) => openDialog({ ...data, verb }, { ...place }),
  dialog: (verb: string, data: object, place: object) => submitDialog({ ...data, verb }, { ...place }),
  execute: (verb: string, data: object, place: object) => execute(verb, data, { ...place }),
  submit: (verb: string, data: object, place: object) => submit({ ...data, verb }, { ...place }),
};

/** A call that Åsa has logged and corrected, and a task that she has dismissed, in an outage that runs. */
async function writtenByAsa() {
  const store = createMemoryStore();
  const story = await tellConnectedStory(new Date().toISOString(), store);
  const { places } = story.double.connector;
  places.setMembers(avdelning24.id, [asa, colleague]);
  places.setMembers(angeChannel.team?.id ?? '', [bo]);
  places.setMembers(coordinationChannel.team?.id ?? '', [megan]);
  await story.coordinator.sends('execute', 'outage.declare', { kind: 'unplanned' });
  const call = {
    direction: 'given',
    party: 'municipality',
    municipality: 'ange',
    counterpart: hers[0],
    items: 'admission,expectedDischarge',
    outcome: 'given',
    receivers: 'municipality',
    receivingMunicipality: 'ange',
  };
  await story.ward.sends('dialog', 'handover.record', call);
  const [outage = ''] = (await store.streams()).flatMap((name) => /^outages\/(.*)/.exec(name)?.[1] ?? []);
  let known = 0;
  /** What happened in the outage since it was last asked for. */
  const news = async () => {
    const records = await store.read(`outages/${outage}`, known);
    known += records.length;
    return records.flatMap(({ entries }) => entries.map((entry) => outageEventSchema.parse(entry)));
  };
  const [logged] = (await news()).flatMap((event) => (event.kind === 'handoverRecorded' ? [event] : []));
  if (logged === undefined) throw new Error('Nothing was logged');
  const { code } = logged.call;
  const entry = logged.entry;
  await story.ward.sends('dialog', 'handover.correct', { ...call, outage, entry, code, reason: hers[1] });
  await story.ward.sends('dialog', 'task.dismiss', {
    outage,
    case: code,
    tasks: 'admissionNotice',
    note: hers[2],
  });
  await news();
  /** Who has read what others wrote, since it was last asked for. */
  const readers = async (): Promise<readonly string[]> =>
    (await news()).flatMap((event) => (event.kind === 'logRead' ? [event.by.id] : []));
  const data = {
    ...call,
    counterpart: 'Vera',
    outage,
    entry,
    code,
    case: code,
    tasks: 'admissionNotice',
    task: 'admissionNotice',
  };
  return {
    story,
    readers,
    unit: logged.unit,
    code,
    data,
    [Symbol.asyncDispose]: story[Symbol.asyncDispose],
  };
}

/** Every way to ask: by each verb and carrier, in words, and in the box where messages are written. */
function waysToAsk(place: object, data: Readonly<Record<string, unknown>>): readonly TestActivity[] {
  const isChannel = JSON.stringify(place).includes('thread.tacv2');
  const ask = isChannel ? channelQuestion : question;
  const code = String(data['code']);
  const words = ['visa loggen', code, `visa ${code}`, 'vad är kvar?', 'sammanfattning', 'Lisa'];
  // What ends the outage, or the unit, comes last.
  const names = Object.keys(verbs).toSorted((one, other) => Number(isEnd(one)) - Number(isEnd(other)));
  return [
    ...words.map((text) => ask(text, { ...place })),
    ...words.map((text) => searchFor(text, { ...place })),
    ...Object.values(carriers).flatMap((carry) => names.map((verb) => carry(verb, data, place))),
    ...names.map((verb) => carriers.execute(verb, {}, place)),
  ];
}

const isEnd = (verb: string): boolean => /^(?:outage|unit|profile|coordinator)\./.test(verb);

/** How many of the answers have something of hers, at least and at most. */
const seesIt = [6, Infinity] as const;
const seesNothing = [0, 0] as const;

test.each([
  ['a colleague, in the unit’s channel', colleague, { ...inChannel(spChannel), from: colleague }, seesIt],
  ['the receiver, in the own unit’s channel', bo, { ...inChannel(angeChannel), from: bo }, seesNothing],
  [
    'a coordinator, in the coordinators’ channel',
    megan,
    { ...inChannel(coordinationChannel), from: megan },
    seesNothing,
  ],
  ['a colleague, in the own chat', colleague, inChatOf(colleague), seesIt],
  ['a coordinator, in the own chat', megan, inChatOf(megan), seesNothing],
])(
  'whatever %s asks for, what the writer wrote is shown only once it is recorded who read it',
  async (_who, person, place, [least, most]) => {
    await using written = await writtenByAsa();
    const { data, readers, story, unit } = written;
    const { connector } = story.double;
    const unrecorded: string[] = [];
    let shown = 0;
    for (const activity of waysToAsk(place, { ...data, unit })) {
      const before = connector.calls.length;
      const response = await story.double.deliver(story.bot, activity);
      const posted = connector.calls.slice(before).map(({ body }) => JSON.stringify(body));
      const answer = [await response.text(), ...posted].join('');
      const isRecorded = (await readers()).includes(person.aadObjectId);
      if (!hers.some((text) => answer.includes(text))) continue;
      shown += 1;
      if (!isRecorded) unrecorded.push(JSON.stringify(activity['value'] ?? activity['text']));
    }
    expect(unrecorded).toEqual([]);
    expect(shown).toBeGreaterThanOrEqual(least);
    expect(shown).toBeLessThanOrEqual(most);
  },
);
