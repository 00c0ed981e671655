import { createBooks } from '../../src/app/books.ts';
import { logOf } from '../../src/domain/handover-log.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { asa, avdelning24, bo, megan, someone, spChannel } from './activities.ts';
import type { TestChannel } from './activities.ts';
import { tellStory } from './story.ts';
import type { Story } from './story.ts';
import { codeOn, toAnge } from './unit-stage.ts';

const channelOf = (name: string): TestChannel & { readonly team: { readonly id: string } } => ({
  id: `19:${name}-sp@thread.tacv2`,
  name: 'Lifecare SP',
  team: { id: `19:${name}@thread.tacv2`, name },
});
/** The municipality that the ward rings, and a ward that has nothing to do with it. */
export const rung = channelOf('ange');
export const elsewhere = channelOf('avdelning31');
/** Of the other ward, of the ward as a guest, and of nothing. */
export const neighbour = someone(31);
export const guest = someone(41);
export const outsider = someone(99);

/** Stands in the ward's log and may stand nowhere else. */
export const secret = 'Lisa Handläggare';

/** A story with something to get at: an outage, and a ward's call to a municipality in its log. */
export type BesiegedStory = Story & {
  readonly code: string;
  /** What names the ward's log, as a forged form would. */
  readonly ids: { readonly unit: string; readonly outage: string; readonly entry: string };
  /** Everything on record that somebody did or saw. */
  readonly deeds: () => Promise<string>;
};

export async function tellBesiegedStory(): Promise<BesiegedStory> {
  const store = createMemoryStore();
  const story = await tellStory('2026-11-24T08:00:00+01:00', { coordinators: [megan], store });
  const { places } = story.double.connector;
  places.setMembers(avdelning24.id, [asa, { ...guest, userRole: 'guest' }]);
  places.setMembers(rung.team.id, [bo]);
  places.setMembers(elsewhere.team.id, [neighbour]);
  const ward = story.inChannel(asa, spChannel);
  await connect(ward, ['Avdelning 24', 'inpatient-somatic', 'region']);
  await connect(story.inChannel(bo, rung), ['Ånge kommun', 'municipality', 'ange']);
  await connect(story.inChannel(neighbour, elsewhere), ['Avdelning 31', 'inpatient-somatic', 'region']);
  await story.inChat(megan).sends('execute', 'outage.declare', { kind: 'unplanned' });
  const saved = await ward.sends('dialog', 'handover.record', { ...toAnge, counterpart: secret });

  const books = createBooks({
    store,
    now: () => new Date(),
    configuredCoordinators: [],
    issueNotices: () => [],
  });
  const { directory, outages } = await books.world();
  const unit = [...directory.units.values()].find(({ name }) => name === 'Avdelning 24')?.id ?? '';
  const [outage] = outages.values();
  const [entry = ''] = outage === undefined ? [] : logOf(outage.log, unit).entries.keys();
  return {
    ...story,
    code: codeOn(saved),
    ids: { unit, outage: outage?.id ?? '', entry },
    async deeds() {
      const streams = (await store.streams()).filter((stream) => stream !== 'directory');
      const records = await Promise.all(streams.map((stream) => store.read(stream, 0)));
      const entries = records.flat().flatMap((record) => record.entries.map((one) => JSON.stringify(one)));
      return entries.filter((one) => one.includes('"by"')).join('\n');
    },
  };
}

function connect(by: ReturnType<Story['inChannel']>, [name, careSetting, organisation]: readonly string[]) {
  return by.sends('dialog', 'unit.connect', { name, careSetting, organisation });
}
