import { describe, expect, test } from 'vitest';
import { asa, bo, megan, someone } from '../support/activities.ts';
import {
  coordinator,
  inOwnChat,
  inTeamChannel,
  nurse,
  onlyOutage,
  openBotStage,
  unnamed,
} from '../support/bot-stage.ts';

/** Each with what would carry it out. */
const coordinatorVerbs: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['outage.declare', { kind: 'unplanned' }],
  ['outage.update', { message: 'Nytt' }],
  ['outage.restored', { restoredAt: '08:00' }],
  ['outage.resume', { restoredAt: '08:00' }],
  ['outage.end', { endedAt: '08:00' }],
  ['outage.dismiss', { reason: 'Fel lösenord' }],
  ['outage.cancel', { reason: 'Blir inte av' }],
  ['outage.close', { reason: 'Klart' }],
  ['coordinator.add', { person: someone(5).aadObjectId }],
  ['coordinator.remove', { person: someone(5).aadObjectId }],
  ['outage.show', {}],
  ['delivery.list', {}],
  ['unit.list', {}],
];

describe('what only coordinators may', () => {
  test.each(coordinatorVerbs)('%s by another is refused, and says whom to turn to', async (verb, data) => {
    const stage = await openBotStage();
    await stage.says(coordinator, 'hej');
    const before = await stage.recorded();
    for (const carrier of ['execute', 'dialog', 'fetch'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const seen = await stage.press(nurse, verb, data, { carrier });
      expect(seen.outcome, carrier).toBe('refused');
      expect(seen.text).toContain('Det kan bara en samordnare göra.');
    }
    expect(await stage.recorded()).toBe(before);
  });

  test.each(coordinatorVerbs)('%s shows its form to nobody else, whatever is in it', async (verb, data) => {
    const stage = await openBotStage();
    await stage.press(coordinator, 'outage.declare', { kind: 'unplanned', message: 'Internt besked' });
    const seen = await stage.press(nurse, verb, { ...data, message: '19811218-9876' });
    expect(seen.outcome).toBe('refused');
    expect(Object.keys(seen.values)).toEqual([]);
    expect(seen.text).not.toContain('Internt besked');
  });

  test.each([...coordinatorVerbs, ['outage.report', { message: 'Nere' }] as const])(
    '%s by somebody whom Teams does not name changes nothing',
    async (verb, data) => {
      const stage = await openBotStage();
      const seen = await stage.press(unnamed(coordinator), verb, data);
      expect(seen.outcome).toBe('refused');
      expect(seen.text).toContain('Teams talar inte om vem du är');
      expect(await stage.recorded()).toBe('[]');
    },
  );

  test('who was made a coordinator may declare, and may not when it was taken back', async () => {
    const stage = await openBotStage();
    await stage.press(coordinator, 'coordinator.add', { person: bo.aadObjectId.toUpperCase() });
    const officer = inOwnChat(bo);
    expect((await stage.press(officer, 'outage.declare', { kind: 'drill' })).outcome).toBe('saved');
    await stage.press(coordinator, 'coordinator.remove', { person: bo.aadObjectId });
    expect((await stage.press(officer, 'outage.end', { endedAt: '08:00' })).outcome).toBe('refused');
  });

  test('those of the configuration cannot be removed in the chat', async () => {
    const stage = await openBotStage();
    const seen = await stage.press(coordinator, 'coordinator.remove', { person: megan.aadObjectId });
    expect(seen.text).toContain('lagts in av driften');
  });

  test('somebody who is a coordinator by configuration is not offered to be made one', async () => {
    const stage = await openBotStage();
    await stage.press(coordinator, 'profile.choose', { careSetting: 'municipality', organisation: 'ange' });
    await stage.press(nurse, 'profile.choose', { careSetting: 'inpatient-somatic', organisation: 'region' });
    const { card } = await stage.press(coordinator, 'coordinator.add');
    expect(JSON.stringify(card)).toContain(asa.aadObjectId);
    expect(JSON.stringify(card)).not.toContain(megan.aadObjectId);
  });

  test.each(['not-an-id', '', '33333333-3333-4333-8333-00000000000', 'a,b', '19811218-9876'])(
    'nobody called %j is made a coordinator',
    async (person) => {
      const stage = await openBotStage();
      expect((await stage.press(coordinator, 'coordinator.add', { person })).outcome).not.toBe('saved');
      expect((await stage.books.world()).directory.coordinators.size).toBe(0);
    },
  );
});

describe('what members of a channel may', () => {
  const ward = { name: 'Avdelning 24', careSetting: 'inpatient-somatic', organisation: 'region' };

  test.each([
    ['guest', 'Gäster'],
    ['stranger', 'inte är med i teamet'],
  ] as const)('a %s connects no channel and disconnects none', async (kind, words) => {
    const stage = await openBotStage();
    const here = inTeamChannel(asa);
    stage.setRoster(kind);
    expect((await stage.press(here, 'unit.connect', ward)).text).toContain(words);
    expect((await stage.books.world()).directory.units.size).toBe(0);
    stage.setRoster('member');
    await stage.press(here, 'unit.connect', ward);
    stage.setRoster(kind);
    expect((await stage.press(here, 'unit.disconnect', { formId: 'f1' })).text).toContain(words);
    expect([...(await stage.books.world()).directory.units.values()]).toMatchObject([{ state: 'connected' }]);
  });

  test.each(['private', 'shared'] as const)('a %s channel is not connected', async (type) => {
    const stage = await openBotStage();
    const seen = await stage.press(inTeamChannel(asa, { type }), 'unit.connect', ward);
    expect(seen.text).toContain('Privata och delade kanaler');
    expect((await stage.books.world()).directory.units.size).toBe(0);
  });

  test('nothing is connected from the own chat', async () => {
    const stage = await openBotStage();
    expect((await stage.press(nurse, 'unit.connect', ward)).text).toContain('Anslut i enhetens kanal');
  });

  test('somebody who is no coordinator cannot make the coordinators channel', async () => {
    const stage = await openBotStage();
    const seen = await stage.press(inTeamChannel(asa), 'unit.connect', { ...ward, isCoordination: 'true' });
    expect(seen.outcome).toBe('refused');
    expect((await stage.books.world()).directory.units.size).toBe(0);
  });

  test('another organisation in the same team is refused, in words', async () => {
    const stage = await openBotStage();
    await stage.press(inTeamChannel(asa), 'unit.connect', ward);
    const seen = await stage.press(
      inTeamChannel(bo, { channel: '19:b@thread.tacv2', name: 'B' }),
      'unit.connect',
      {
        name: 'Ånge kommun',
        careSetting: 'municipality',
        organisation: 'ange',
      },
    );
    expect(seen.text).toContain('annan organisation är redan ansluten');
    expect((await stage.books.world()).directory.units.size).toBe(1);
  });

  test("an organisation that is not the tenant's is not connected, and is nobody's profile", async () => {
    const stage = await openBotStage();
    const asker = { isInTeams: true, organisation: 'region' } as const;
    const ange = { name: 'Ånge', careSetting: 'municipality', organisation: 'ange' };
    expect((await stage.press(inTeamChannel(asa), 'unit.connect', ange, { asker })).outcome).not.toBe(
      'saved',
    );
    expect((await stage.press(nurse, 'profile.choose', ange, { asker })).outcome).not.toBe('saved');
  });

  test.each([
    ['a care setting of another organisation', { careSetting: 'municipality' }, 'Vårdformen passar inte'],
    ['an unknown care setting', { careSetting: 'tandvård' }, 'Välj vårdform'],
    ['an unknown organisation', { organisation: 'stockholm' }, 'Välj organisation'],
    ['no organisation', { organisation: '' }, 'Välj organisation'],
    ['no name', { name: '  ' }, 'Skriv enhetens namn'],
    ['a name of 81 characters', { name: 'x'.repeat(81) }, 'Namnet är för långt'],
    ['a number without area code', { directNumber: '800 00' }, 'Det numret går inte att ringa'],
    ['words for a number', { directNumber: 'ring växeln' }, 'Det numret går inte att ringa'],
  ])('%s comes back with the rest of the form', async (_what, changes, words) => {
    const stage = await openBotStage();
    const filled = { ...ward, directNumber: '060-18 10 00', ...changes };
    const seen = await stage.press(inTeamChannel(asa), 'unit.connect', filled, { carrier: 'dialog' });
    expect(seen.outcome).toBe('faulty');
    expect(seen.text).toContain(words);
    expect(seen.values['name']).toBe(filled.name.trim());
    expect((await stage.books.world()).directory.units.size).toBe(0);
  });

  test('a channel that wants notices only has no care setting', async () => {
    const stage = await openBotStage();
    const seen = await stage.press(inTeamChannel(asa), 'unit.connect', { ...ward, careSetting: '' });
    expect(seen.outcome).toBe('saved');
    const [unit] = (await stage.books.world()).directory.units.values();
    expect(unit).toMatchObject({ name: 'Avdelning 24', organisation: 'region' });
    expect(unit?.careSetting).toBeUndefined();
  });

  test('a second unit in a team is told that all in it read both', async () => {
    const stage = await openBotStage();
    await stage.press(inTeamChannel(asa), 'unit.connect', ward);
    const second = inTeamChannel(bo, { channel: '19:b@thread.tacv2', name: 'B' });
    const seen = await stage.press(second, 'unit.connect', { ...ward, name: 'Avdelning 25' });
    expect(seen.text).toContain('alla i teamet kan läsa');
  });

  test('a coordinator disconnects a unit from afar, and nobody else does', async () => {
    const stage = await openBotStage();
    await stage.press(inTeamChannel(asa), 'unit.connect', ward);
    const [unit = ''] = (await stage.books.world()).directory.units.keys();
    stage.setRoster('stranger');
    expect((await stage.press(inOwnChat(bo), 'unit.disconnect', { unit, formId: 'a' })).outcome).not.toBe(
      'saved',
    );
    expect((await stage.press(coordinator, 'unit.disconnect', { unit, formId: 'b' })).outcome).toBe('saved');
  });

  test('a profile keeps its unit only where Teams agrees', async () => {
    const stage = await openBotStage();
    await stage.press(inTeamChannel(asa), 'unit.connect', ward);
    const [unit = ''] = (await stage.books.world()).directory.units.keys();
    stage.setRoster('stranger');
    const refused = await stage.press(nurse, 'profile.choose', { unit });
    expect(refused.text).toContain('inte är med i enhetens team');
    stage.setRoster('member');
    expect((await stage.press(nurse, 'profile.choose', { unit })).text).toContain('Avdelning 24');
    const { people } = (await stage.books.world()).directory;
    expect(people.get(asa.aadObjectId)?.profile).toMatchObject({ unit, careSetting: 'inpatient-somatic' });
  });

  test('a profile is not chosen in a channel', async () => {
    const stage = await openBotStage();
    const seen = await stage.press(inTeamChannel(asa), 'profile.choose', { careSetting: 'primary-care' });
    expect(seen.text).toContain('i din egen chatt');
  });

  test('anyone reports, and reads the number of the IT support', async () => {
    const stage = await openBotStage();
    const seen = await stage.press(nurse, 'outage.report', { message: 'Kommer inte in' });
    expect(seen.outcome).toBe('saved');
    expect(seen.text).toMatch(/0660.?890 70|060.?\d|0\d{2,3}/);
    expect(await onlyOutage(stage)).toMatchObject({ state: 'reported' });
  });
});

test('nothing is connected from a group chat', async () => {
  const stage = await openBotStage();
  const group = { ...inOwnChat(asa), place: { kind: 'group', conversation: '19:grupp' } as const };
  const data = { name: 'Avd 24', careSetting: '', organisation: 'region' };
  expect((await stage.press(group, 'unit.connect', data)).text).toContain('Anslut i enhetens kanal');
  expect((await stage.books.world()).directory.units.size).toBe(0);
});
