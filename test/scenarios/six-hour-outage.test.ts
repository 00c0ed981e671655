import { expect, test } from 'vitest';
import { asa, avdelning24, bo, generalChannel, megan, someone, spChannel } from '../support/activities.ts';
import type { TestChannel, TestPerson } from '../support/activities.ts';
import { tellStory } from '../support/story.ts';
import type { Actor, ShownCard, Story } from '../support/story.ts';

/** Tuesday 24 November 2026: Lifecare SP is down 08.10–14.10 (domain.md D). Four people in three organisations. */
const team = (name: string, number: number) => ({
  id: `19:team-${number}@thread.tacv2`,
  aadGroupId: `44444444-4444-4444-8444-${`${number}`.padStart(12, '0')}`,
  name,
});
const ange = team('Ånge biståndsenhet', 31);
const harnosand = team('Härnösands biståndsenhet', 32);
const ankaret = team('Hälsocentralen Ankaret', 33);
const angeChannel = generalChannel(ange);
const harnosandChannel = generalChannel(harnosand);
const ankaretChannel = generalChannel(ankaret);
const coordination: TestChannel = {
  id: '19:samordning@thread.tacv2',
  name: 'Samordning',
  team: { id: '19:forvaltning@thread.tacv2', name: 'Förvaltningen' },
};

const hanna: TestPerson = { ...someone(12), name: 'Hanna Handläggare' };
const cilla: TestPerson = { ...someone(13), name: 'Cilla Ankaret' };

type Connect = readonly [Actor, Readonly<Record<string, string>>];

async function connect(story: Story, all: readonly Connect[]): Promise<void> {
  for (const [actor, fields] of all) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const form = await actor.presses(await actor.says('anslut enheten'), 'Öppna formuläret');
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await actor.fillsIn(form, fields);
  }
  await story.channelShows(spChannel, /Prov: meddelanden kommer fram hit/);
}

const codePattern = /\b[CDFGHJKMPRTVX234679]{3}-[CDFGHJKMPRTVX234679]{2}\b/;
function codeIn({ text }: ShownCard): string {
  const [code] = codePattern.exec(text) ?? [];
  if (code === undefined) throw new Error(`No code in ${text}`);
  return code;
}

/** Everything that stands in a channel, for all in it to read. */
const postedIn = (story: Story, channel: TestChannel): string =>
  JSON.stringify(story.double.connector.channelPosts(channel.id));

test('an outage of six hours: calls, confirmations, the gate, the end, and what is registered afterwards', async () => {
  await using story = await tellStory('2026-11-24T07:30:00+01:00', { coordinators: [megan] });
  const { double, at } = story;
  double.connector.places.setMembers(avdelning24.id, [asa, someone(21)]);
  double.connector.places.setMembers(ange.id, [bo]);
  double.connector.places.setMembers(harnosand.id, [hanna]);
  double.connector.places.setMembers(ankaret.id, [cilla]);
  double.connector.places.setMembers(coordination.team?.id ?? '', [megan]);
  const nurse = story.inChannel(asa, spChannel);
  const angeManager = story.inChannel(bo, angeChannel);
  const harnosandManager = story.inChannel(hanna, harnosandChannel);
  const centre = story.inChannel(cilla, ankaretChannel);
  const coordinator = story.inChannel(megan, coordination);
  await story.installs(spChannel);
  await connect(story, [
    [nurse, { name: 'Medicin 24', careSetting: 'inpatient-somatic', organisation: 'region' }],
    [angeManager, { name: 'Ånge bistånd', careSetting: 'municipality', organisation: 'ange' }],
    [harnosandManager, { name: 'Härnösand bistånd', careSetting: 'municipality', organisation: 'harnosand' }],
    [centre, { name: 'Hc Ankaret', careSetting: 'primary-care', organisation: 'region' }],
    [coordinator, { name: 'Förvaltningen', careSetting: '', organisation: 'region', isCoordination: 'true' }],
  ]);
  // The nurse has a chat of her own with the bot: what concerns her alone comes there.
  const nursesChat = story.inChat(asa);
  await nursesChat.says('hej');

  // 08.45: nothing is declared yet. A patient came in from Ånge at half past ten last night: whom does she ring?
  at('2026-11-24T08:45:00+01:00');
  const whom = await nurse.says('vem ringer jag i Ånge?');
  expect(whom.text).toContain('0690-25 01 00');
  const form = await nurse.presses(whom, 'Logga samtalet');
  expect(form.values).toMatchObject({ party: 'municipality', municipality: 'ange' });

  // 08.52: the call is logged, before anybody has declared anything.
  at('2026-11-24T08:52:00+01:00');
  const saved = await nurse.fillsIn(form, {
    counterpart: 'Bo, biståndshandläggare',
    items: 'admission,expectedDischarge',
    outcome: 'read-back',
    calledOn: '2026-11-24',
    calledAt: '08:46',
    admittedOn: '2026-11-23',
    admittedAt: '22:30',
    receivers: 'municipality,primary-care',
  });
  const first = codeIn(saved);
  expect(saved.text).toContain('Skriv koden på blanketten');
  expect(saved.text).toContain('tisdag 24 november kl. 22.30');
  // That somebody logs a call tells coordinators, in counts; the channel is told nothing of it.
  const report = await story.channelShows(coordination, /1 överlämning/);
  expect(postedIn(story, spChannel)).not.toContain(first);
  expect(JSON.stringify(report.card)).not.toContain(first);

  // 08.55: declared, from ten past eight.
  at('2026-11-24T08:55:00+01:00');
  const tooLate = await coordinator.fillsIn(await coordinator.presses(report, 'Utlys avbrott'), {
    startedOn: '2026-11-24',
    startedAt: '08:50',
  });
  expect(tooLate.text).toContain('Ett samtal är loggat före');
  const stand = await coordinator.fillsIn(tooLate, { startedOn: '2026-11-24', startedAt: '08:10' });
  expect(stand.text).toContain('Avbrott pågår');
  await story.channelShows(angeChannel, /kl\. 08\.10/);

  // 08.58: Ånge heard the code, ticks what it heard, and passes it on inside. The nurse is told.
  at('2026-11-24T08:58:00+01:00');
  const heard = await angeManager.presses(await angeManager.says(`bekräfta ${first}`), 'Öppna');
  expect(JSON.stringify(heard.card)).toContain('Beräknat utskrivningsdatum');
  const receipt = await angeManager.fillsIn(heard, { items: 'admission,expectedDischarge' });
  expect(receipt.text).toContain('Avsändaren får veta det');
  const told = await story.chatShows(asa, /Ånge kommun/);
  expect(told.text).toContain(first);
  const passed = await angeManager.presses(receipt, 'Fört vidare i kommunen');
  await angeManager.fillsIn(passed, { counterpart: 'Hemtjänsten', outcome: 'given' });
  expect(postedIn(story, angeChannel)).not.toContain(first);

  // 09.30: nobody answers at the health centre. Half an hour later she is asked to try again.
  at('2026-11-24T09:30:00+01:00');
  const log = await nurse.presses(await nurse.says(`visa ${first}`), 'Öppna');
  const toCentre = await nurse.presses(log, 'Logga: hälsocentralen');
  const noAnswer = await nurse.fillsIn(toCentre, { items: 'admission', outcome: 'no-answer' });
  expect(noAnswer.text).toContain('Jag påminner dig om 30 minuter');
  at('2026-11-24T10:01:00+01:00');
  const again = await story.chatShows(asa, /Ring igen/);
  expect(again.text).toContain(first);

  // 10.40: another patient, from Härnösand, is utskrivningsklar. In words: the form is filled in, nothing is guessed.
  at('2026-11-24T10:41:00+01:00');
  const words = await nursesChat.says(
    'ringde Härnösand 10.40, pratade med Hanna, utskrivningsklar, upprepat',
  );
  // Her own chat does not know her unit yet.
  expect(words.text).toContain('Välj din enhet');
  const profile = await nursesChat.presses(words, 'Välj min enhet');
  const { directoryUnit } = await unitNamed(profile, 'Medicin 24');
  await nursesChat.fillsIn(profile, {
    careSetting: 'inpatient-somatic',
    organisation: 'region',
    unit: directoryUnit,
  });
  const draft = await nursesChat.says(
    'ringde Härnösand 10.40, pratade med Hanna, utskrivningsklar, upprepat',
  );
  expect(draft.values).toMatchObject({
    party: 'municipality',
    municipality: 'harnosand',
    counterpart: 'Hanna',
    items: 'readyForDischarge',
    outcome: 'read-back',
    calledAt: '10:40',
  });
  const ready = await nursesChat.fillsIn(draft, {
    receivers: 'municipality',
    receivingMunicipality: 'harnosand',
    formUsed: 'true',
  });
  const second = codeIn(ready);
  const secondCase = await nursesChat.says(`visa ${second}`);
  expect(secondCase.text).toMatch(/10\.40[^\n]*Hanna/);
  expect(secondCase.text).toContain('före 12.00');
  expect(secondCase.text).toContain('RÖTT');

  // 12.20: Härnösand calls back: it can receive. The gate is still red, and says what is missing.
  at('2026-11-24T12:20:00+01:00');
  const inbound = await nursesChat.presses(secondCase, 'Logga mottaget samtal');
  const can = await nursesChat.fillsIn(inbound, {
    party: 'municipality',
    municipality: 'harnosand',
    counterpart: 'Hanna',
    items: 'canReceive',
    outcome: 'read-back',
  });
  expect(can.text).not.toContain('Alla mottagare ni angett har bekräftat');
  const asks = await nursesChat.says(`får ${second} skrivas ut?`);
  expect(asks.text).toContain('RÖTT');
  expect(asks.text).toContain('ej lämnat');
  expect(asks.text).toContain('Utskrivning från sjukhus får inte ske');

  // 12.31: the discharge notice is read back. Every receiver has confirmed.
  at('2026-11-24T12:31:00+01:00');
  const notice = await nursesChat.presses(asks, 'Logga: Härnösand');
  const green = await nursesChat.fillsIn(notice, {
    counterpart: 'Hanna',
    items: 'actualDischarge,dischargeNotice',
    outcome: 'read-back',
    calledOn: '2026-11-24',
    calledAt: '12:30',
    dischargedOn: '2026-11-24',
    dischargedAt: '13:30',
    wentHome: 'true',
  });
  expect(green.text).toContain('Alla mottagare ni angett har bekräftat');
  expect(green.text).not.toContain('klart att skriva ut');

  // 13.05: it will be later. Red again, saying why, until Härnösand has heard and can receive then.
  at('2026-11-24T13:05:00+01:00');
  const later = await nursesChat.presses(await nursesChat.says(`visa ${second}`), 'Ange tider');
  const red = await nursesChat.fillsIn(later, { dischargedOn: '2026-11-24', dischargedAt: '14:00' });
  expect(red.text).toContain('RÖTT');
  expect(red.text).toContain('13.05');
  const anew = await nursesChat.sends('execute', 'handover.record', {
    code: second,
    party: 'municipality',
    municipality: 'harnosand',
    counterpart: 'Hanna',
    items: 'actualDischarge,dischargeNotice',
    outcome: 'read-back',
    dischargedOn: '2026-11-24',
    dischargedAt: '14:00',
  });
  expect(anew.text).not.toContain('Alla mottagare ni angett har bekräftat');
  const again2 = await nursesChat.sends('execute', 'handover.record', {
    code: second,
    direction: 'received',
    party: 'municipality',
    municipality: 'harnosand',
    counterpart: 'Hanna',
    items: 'canReceive',
    outcome: 'read-back',
  });
  expect(again2.text).toContain('Alla mottagare ni angett har bekräftat');

  // 13.20: the health centre rings Ånge for a SIP, on the ward's code, which it was told.
  at('2026-11-24T13:15:00+01:00');
  await nursesChat.sends('execute', 'handover.record', {
    code: first,
    party: 'primary-care',
    counterpart: 'Cilla',
    items: 'admission',
    outcome: 'given',
  });
  at('2026-11-24T13:20:00+01:00');
  const sip = await centre.sends('dialog', 'handover.record', {
    code: first,
    party: 'municipality',
    municipality: 'ange',
    counterpart: 'Bo',
    items: 'namedContact,sipSummons',
    outcome: 'read-back',
    sipOn: '2026-11-27',
  });
  expect(sip.text).toContain(first);

  // 14.12: all clear. Each unit's end notice is its own summary, without a code.
  at('2026-11-24T14:12:00+01:00');
  const end = await coordinator.presses(await coordinator.says('avsluta avbrottet'), 'Öppna formuläret');
  await coordinator.fillsIn(end, { endedOn: '2026-11-24', endedAt: '14:10' });
  const summary = await story.channelShows(spChannel, /Avbrottet är slut/);
  expect(summary.text).toContain('Tidigare kommunicerad information behöver inte föras in retroaktivt');
  await story.channelShows(harnosandChannel, /Kontrollera och kvittera/);
  for (const channel of [spChannel, angeChannel, harnosandChannel, ankaretChannel, coordination]) {
    expect(postedIn(story, channel)).not.toMatch(codePattern);
  }

  // Her list says what, at which level, and what not.
  const list = await nurse.presses(summary, 'Visa er lista');
  expect(list.text).toContain(first);
  expect(list.text).toContain(second);
  expect(list.text).toContain('SKA INTE');
  expect(list.text).toMatch(/SKA: \nUtskrivningsmeddelande/);
  expect(list.text).toContain('behöver inte föras in retroaktivt');
  expect(list.text).toMatch(/Utskrivningsklar/);

  // The first patient came before the outage: nothing but the messages. The second was discharged in it.
  const done = await nursesChat.says(`klar ${second}`);
  const marked = await nursesChat.fillsIn(done, { tasks: 'dischargeNotice,patientInformation' });
  expect(marked.text).toMatch(/Kvar på er lista/);

  // The health centre sends the summons and confirms the named contact; Ånge waits for it.
  const centreList = await centre.presses(
    await story.channelShows(ankaretChannel, /Avbrottet är slut/),
    'Visa er lista',
  );
  expect(centreList.text).toMatch(/SKA: \n[^\n]*Kallelse till SIP/);
  const angeList = await angeManager.presses(
    await story.channelShows(angeChannel, /Avbrottet är slut/),
    'Visa er lista',
  );
  expect(angeList.text).not.toMatch(/SKA: \n[^\n]*Kallelse till SIP/);

  // The coordinator sees counts alone.
  const outstanding = await coordinator.says('lista utestående efterregistreringar');
  expect(outstanding.text).toContain('Medicin 24');
  expect(outstanding.text).toContain('Ånge bistånd');
  expect(JSON.stringify(outstanding.card)).not.toMatch(codePattern);
  const figures = await coordinator.says('visa statistik över avbrottet');
  expect(JSON.stringify(figures.card)).not.toMatch(codePattern);

  // The day after, in office hours, units that owe something are reminded once, and coordinators hear.
  at('2026-11-25T14:20:00+01:00');
  await story.channelShows(ankaretChannel, /kvar/);
  await story.channelShows(coordination, /[Kk]var att efterregistrera/);
  expect(story.bot.logged()).not.toMatch(/"level":50/);
  for (const secret of [first, second, 'Hanna', 'Hemtjänsten', 'biståndshandläggare']) {
    expect(story.bot.logged()).not.toContain(secret);
  }
}, 120_000);

async function unitNamed(form: ShownCard, name: string): Promise<{ readonly directoryUnit: string }> {
  const found = new RegExp(`\\{"title":"[^"]*${name}[^"]*","value":"([^"]+)"\\}`).exec(
    JSON.stringify(form.card),
  );
  if (found?.[1] === undefined) throw new Error(`No unit ${name}`);
  return { directoryUnit: found[1] };
}
