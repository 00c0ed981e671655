import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  activity,
  asa,
  avdelning24,
  bo,
  channelQuestion,
  inChannel,
  inChatOf,
  installInTeam,
  megan,
  placeEvent,
  question,
  searchFor,
  spChannel,
  tenantId,
} from '../support/activities.ts';
import type { TestActivity, TestChannel } from '../support/activities.ts';
import { elementsOf } from '../support/card-faults.ts';
import { liveMarkdown } from '../support/live-markdown.ts';
import { tellStory } from '../support/story.ts';
import type { Story } from '../support/story.ts';
import { post } from '../support/teams-double.ts';
import { toAnge } from '../support/unit-stage.ts';

/** Everything that Teams, a card's template, a terminal or a spreadsheet may take for more than text. */
const hostile =
  '=HYPERLINK("http://ond.example") [klicka](http://ond.example) ![bild](http://ond.example/b.png) <at>Alla</at> <script>alert(1)</script> **fet** `kod` ${x} \u001B[31m\u202E\r\n{"level":60}';
const short = '=1+1 <at>Alla</at> [x](http://ond.example) **f** ${x}';
const person = { ...asa, name: `Åsa ${hostile}` };
const coordinator = { ...megan, name: `Megan ${hostile}` };
const team = { ...avdelning24, name: `Team ${hostile}` };
const ward: TestChannel = { ...spChannel, name: `Kanal ${hostile}`, team };
const ange: TestChannel = {
  id: '19:ange-sp@thread.tacv2',
  name: `Kanal ${hostile}`,
  team: { id: '19:ange@thread.tacv2', name: `Team ${hostile}` },
};

const moment = '2026-11-24T08:00:00+01:00';
let story: Story;
beforeAll(async () => {
  story = await tellStory(moment, { coordinators: [megan] });
  story.double.connector.places.setMembers(team.id, [asa, megan]);
  await story.installs(ward);
});
afterAll(() => story[Symbol.asyncDispose]());

/** Delivers an activity by the story's clock; gives what is answered to it. */
async function deliver(sent: TestActivity): Promise<string> {
  const seconds = Date.parse(moment) / 1_000;
  const token = await story.double.tokenFor(sent, { nbf: seconds - 60, exp: seconds + 3_600 });
  const response = await post(story.bot, sent, { authorization: `Bearer ${token}` });
  expect([200, 400, 403]).toContain(response.status);
  return response.text();
}

/** Markdown, links and mentions in cards; that each card is sound is looked at as it is seen. */
function livingIn(cards: readonly unknown[]): readonly unknown[] {
  return cards.flatMap((card) => [
    ...liveMarkdown(card),
    ...elementsOf(card)
      .map(({ url }) => url)
      .filter((url) => url !== undefined),
    // Without these no `<at>` in a card is a mention.
    ...(JSON.stringify(card).match(/"entities"|"mentioned"/g) ?? []),
  ]);
}

const posted = z.object({
  summary: z.string().optional(),
  text: z.string().optional(),
  entities: z.array(z.unknown()).optional(),
  attachments: z.array(z.object({ content: z.unknown() })).optional(),
});

describe('what is not text in what somebody writes', () => {
  test('stays text in every field of every form, and in the names of people, teams, channels and units', async () => {
    const nurse = story.inChannel(person, ward);
    const lead = story.inChannel(coordinator, ward);
    const municipality = story.inChannel({ ...bo, name: hostile }, ange);
    const unit = { careSetting: 'inpatient-somatic', organisation: 'region' };
    await nurse.sends('dialog', 'unit.connect', { ...unit, name: `24 ${short}` });
    await municipality.sends('dialog', 'unit.connect', {
      name: `Å ${short}`,
      careSetting: 'municipality',
      organisation: 'ange',
    });
    await nurse.sends('submit', 'outage.report', { message: hostile });
    const declared = await lead.sends('dialog', 'outage.declare', { kind: 'unplanned', message: hostile });
    expect(declared.text).toContain('Avbrott pågår');
    await story.channelShows(ange, /Avbrott i Lifecare SP/);
    await lead.sends('submit', 'outage.update', { message: `Nytt ${hostile}` });
    const logged = await nurse.sends('dialog', 'handover.record', { ...toAnge, counterpart: short });
    expect(logged.text).toContain('Sparat');
    await nurse.sends('fetch', 'handover.list');
    await nurse.sends('dialog', 'handover.record', { ...toAnge, code: hostile, counterpart: hostile });
    await lead.sends('execute', 'unit.list');
    await lead.sends('execute', 'delivery.list');
    await lead.sends('dialog', 'coordinator.add', { person: hostile });
    await lead.sends('dialog', 'outage.restored', { restoredAt: hostile });
    await lead.sends('dialog', 'outage.end', { endedAt: '08:00', message: hostile });
    await story.channelShows(ange, /är slut|Slut/);
    await nurse.sends('fetch', 'summary.show');
    await nurse.says(hostile);
    await nurse.says(`vem ringer jag i ${hostile}`);
    expect(story.seen.length).toBeGreaterThan(15);
    expect(livingIn(story.seen.map(({ card }) => card))).toEqual([]);
  });

  test('mentions nobody, links nowhere and is no Markdown in anything that was posted', () => {
    const { double } = story;
    const all = double.connector.calls.flatMap(({ body }) => posted.safeParse(body).data ?? []);
    expect(all.length).toBeGreaterThan(5);
    expect(all.flatMap(({ entities = [] }) => entities)).toEqual([]);
    expect(
      livingIn(all.flatMap(({ attachments = [] }) => attachments.map(({ content }) => content))),
    ).toEqual([]);
    for (const { summary = '', text = '' } of all) expect(summary + text).not.toMatch(/[<>[\]*`]|:\/\/|\$\{/);
  });

  test('is not repeated in a search, where what is found goes to others', async () => {
    expect(await deliver(searchFor('Ånge'))).toContain('"composeExtension":{"type":"result"');
    const found = await deliver(searchFor(`${hostile} ånge`));
    expect(found).toContain('Inget nummer hittades');
    expect(found).not.toMatch(/ond\.example|<at>|<script/);
  });

  test('is not read of files, cards and links that come beside it', async () => {
    const file = {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name: '19121212-1212 [x](http://ond.example).docx',
      contentUrl: 'http://169.254.169.254/latest/meta-data',
      content: { downloadUrl: 'http://169.254.169.254/latest/meta-data' },
    };
    const before = story.double.called.length;
    await story.tells(question('vem ringer jag i Ånge?', { ...inChatOf(bo), attachments: [file] }));
    const called = story.double.called.slice(before);
    expect(called.join('\n')).not.toContain('169.254');
    expect(JSON.stringify(story.double.connector.calls)).not.toMatch(/docx|121212/);
    expect(story.bot.logged()).not.toMatch(/docx|121212/);
  });
});

test('a mention that is not of the bot is text, and is sent to nobody', async () => {
  const spoof = '<at>Avbrottsboten</at>';
  const entities = [{ type: 'mention', mentioned: { id: megan.id, name: 'Avbrottsboten' }, text: spoof }];
  await story.tells(channelQuestion('hjälp', { ...inChannel(ward), from: person, entities }));
  const [last] = story.double.connector.calls.slice(-1);
  expect(posted.parse(last?.body).entities ?? []).toEqual([]);
  expect(JSON.stringify(last?.body)).not.toContain(megan.id);
});

test('no line of the log can be forged: each is one object with no mark in it that a terminal obeys', async () => {
  const forged = 'x\r\n{"level":60,"msg":"förfalskad"}\u001B[2J\u009B31m\u2028\u202E\u0000';
  const place = { conversation: { conversationType: 'personal', tenantId, id: `a:${forged}` } };
  const named = { ...bo, id: `29:${forged}`, name: forged };
  const before = story.bot.logged().length;
  for (const sent of [
    question('hjälp', { id: `1${forged}`, from: named, ...place }),
    activity({ id: `2${forged}`, type: forged, from: named }),
    activity({ id: `3${forged}`, type: 'invoke', name: forged, value: { [forged]: forged } }),
    { ...placeEvent('channelRenamed', { id: `19:${forged}`, name: forged }), id: `4${forged}` },
    { ...installInTeam('add', { id: `19:${forged}`, name: forged }), id: `5${forged}` },
    { ...question('hjälp', { channelId: forged }), id: `6${forged}` },
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await deliver(sent);
  }
  const lines = story.bot.logged().slice(before).trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(5);
  const line = z.looseObject({ level: z.number().max(50) });
  for (const one of lines) {
    expect(() => line.parse(JSON.parse(one))).not.toThrow();
    expect(one).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
  }
});
