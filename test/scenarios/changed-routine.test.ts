import { expect, test } from 'vitest';
import { openFileStore } from '../../src/storage/file-store.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { asa, megan } from '../support/activities.ts';
import type { TestChannel } from '../support/activities.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { tellStory } from '../support/story.ts';

const coordination: TestChannel = {
  id: '19:samordning@thread.tacv2',
  name: 'Samordning',
  team: { id: '19:forvaltning@thread.tacv2', name: 'Förvaltningen' },
};
const told = /Avbrottsrutinen är ändrad/;
const publicUrl = 'https://avbrott.example.se/bot/';

test('a new version of the routine: coordinators are told once, with where to print it', async () => {
  await using place = await temporaryDirectory();
  const knowledge = await builtInKnowledge();
  const { routine } = knowledge;
  const decided = {
    ...knowledge,
    routine: {
      ...routine,
      document: { ...routine.document, version: '1.1', date: '2026-12-01', status: 'Direktören' },
    },
  };

  // Under the first version the coordinators' channel is connected.
  {
    const store = await openFileStore(place.path);
    await using story = await tellStory('2026-11-24T08:00:00+01:00', { coordinators: [megan], store });
    story.double.connector.places.setMembers('19:forvaltning@thread.tacv2', [megan]);
    const coordinator = story.inChannel(megan, coordination);
    const form = await coordinator.presses(await coordinator.says('anslut enheten'), 'Öppna formuläret');
    const fields = { name: 'Förvaltningen', careSetting: '', organisation: 'region', isCoordination: 'true' };
    await coordinator.fillsIn(form, fields);
    await story.channelShows(coordination, /Prov: meddelanden kommer fram hit/);
    expect(story.double.connector.channelPosts(coordination.id)).toHaveLength(1);
  }

  // The service starts with the second: they are told, and led to what is to be printed.
  {
    const store = await openFileStore(place.path);
    const parts = { coordinators: [megan], store, knowledge: decided, publicUrl };
    await using story = await tellStory('2026-12-02T08:00:00+01:00', parts);
    const { card, text } = await story.channelShows(coordination, told);
    expect(text).toContain('version 1.1, 2026-12-01 – Direktören');
    expect(JSON.stringify(card)).toContain('"url":"https://avbrott.example.se/bot/reservrutin"');
    expect(JSON.stringify(card)).toContain('"url":"https://avbrott.example.se/bot/blankett"');
  }

  // Another start with it: nothing is said of it, but what is new is.
  {
    const store = await openFileStore(place.path);
    const parts = { coordinators: [megan], store, knowledge: decided };
    await using story = await tellStory('2026-12-03T08:00:00+01:00', parts);
    await story.inChat(megan).says('hej');
    await story.inChat(asa).says('lifecare funkar inte');
    await story.inChat(asa).sends('execute', 'outage.report', { formId: 'f1', message: 'Nere' });
    await story.channelShows(coordination, /har anmält/);
    expect(story.double.connector.channelPosts(coordination.id)).toHaveLength(1);
  }
});
