import type { Store } from '../../src/storage/store.ts';
import { asa, avdelning24, bo, megan, spChannel } from './activities.ts';
import type { TestChannel, TestTeam } from './activities.ts';
import type { Posted } from './messages-double.ts';
import { tellStory } from './story.ts';
import type { Actor, Story } from './story.ts';

const angeTeam: TestTeam = {
  id: '19:ange@thread.tacv2',
  aadGroupId: '44444444-4444-4444-8444-000000000025',
  name: 'Ånge',
};
export const angeChannel: TestChannel = { id: '19:ange-sp@thread.tacv2', name: 'Lifecare', team: angeTeam };
export const coordinationChannel: TestChannel = {
  id: '19:samordning@thread.tacv2',
  name: 'Samordning',
  team: { id: '19:forvaltning@thread.tacv2', name: 'Förvaltningen' },
};

/** A story in which a ward of the region, a municipality and the coordinators have connected their channels. */
export type ConnectedStory = Story & {
  readonly ward: Actor;
  readonly municipality: Actor;
  readonly coordinator: Actor;
};

/** Starts at a moment; every channel has had its test message. `store` takes the place of one of its own. */
export async function tellConnectedStory(moment: string, store?: Store): Promise<ConnectedStory> {
  const story = await tellStory(moment, { coordinators: [megan], ...(store !== undefined && { store }) });
  knowMembers(story);
  return { ...story, ...(await connectChannels(story)) };
}

/** Lets Teams know who is in the teams of the ward, the municipality and the coordinators: all three. */
export function knowMembers({ double }: Pick<Story, 'double'>): void {
  for (const { id } of [avdelning24, angeTeam, { id: '19:forvaltning@thread.tacv2' }]) {
    double.connector.places.setMembers(id, [asa, bo, megan]);
  }
}

/** Connects their channels; each has had its test message. */
export async function connectChannels(
  story: Story,
): Promise<Pick<ConnectedStory, 'ward' | 'municipality' | 'coordinator'>> {
  const ward = story.inChannel(asa, spChannel);
  const municipality = story.inChannel(bo, angeChannel);
  const coordinator = story.inChannel(megan, coordinationChannel);
  await coordinator.sends('dialog', 'unit.connect', {
    name: 'Förvaltningen',
    careSetting: '',
    organisation: 'region',
    isCoordination: 'true',
  });
  await ward.sends('dialog', 'unit.connect', {
    name: 'Avdelning 24',
    careSetting: 'inpatient-somatic',
    organisation: 'region',
  });
  await municipality.sends('dialog', 'unit.connect', {
    name: 'Ånge kommun',
    careSetting: 'municipality',
    organisation: 'ange',
  });
  await story.channelShows(spChannel, /Prov: meddelanden kommer fram hit/);
  await story.channelShows(angeChannel, /Prov: meddelanden kommer fram hit/);
  await story.channelShows(coordinationChannel, /Ny enhet: Ånge kommun/);
  return { ward, municipality, coordinator };
}

/** What a phone shows of every message that stands in a channel: of its threads' first posts and of their replies. */
export function pushTexts({ double }: Pick<Story, 'double'>, { id }: TestChannel): readonly string[] {
  return double.connector
    .channelPosts(id)
    .flatMap(({ message, replies }) => [message, ...replies])
    .map((message) => pushText(message));
}

const pushText = ({ summary, text }: Posted): string => summary ?? text ?? '';
