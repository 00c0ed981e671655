import { describe, expect, test } from 'vitest';
import { megan } from '../support/activities.ts';
import {
  asClientSends,
  coordinator,
  inTeamChannel,
  nurse,
  onlyOutage,
  openBotStage,
  otherCoordinator,
  secondCoordinator,
} from '../support/bot-stage.ts';
import { deeds, outageIn } from '../support/outage-in.ts';

describe('a form is carried out once', () => {
  test('the same form again is answered as the first time', async () => {
    const stage = await openBotStage();
    const data = { kind: 'unplanned', message: 'Nere', formId: 'f1' };
    const first = await stage.press(coordinator, 'outage.declare', data);
    const before = await stage.recorded();
    const second = await stage.press(coordinator, 'outage.declare', data);
    expect(second.outcome).toBe('repeated');
    expect(second.text).toBe(first.text);
    expect(await stage.recorded()).toBe(before);
  });

  test('the same form with other content is refused, and says who saved it', async () => {
    const stage = await openBotStage();
    await stage.press(coordinator, 'outage.declare', { kind: 'unplanned', message: 'Nere', formId: 'f1' });
    const before = await stage.recorded();
    const data = { kind: 'unplanned', message: 'Annat', formId: 'f1' };
    const seen = await stage.press(otherCoordinator, 'outage.declare', data);
    expect(seen.text).toMatch(/redan sparat av Megan Samordnare 08\.00/i);
    expect(await stage.recorded()).toBe(before);
  });

  test.each(['outage.report', 'outage.declare', 'unit.connect', 'profile.choose', 'coordinator.add'])(
    'without a form, the same activity counts once: %s',
    async (verb) => {
      const stage = await openBotStage();
      const data = {
        kind: 'unplanned',
        message: 'Nere',
        name: 'Avd 24',
        careSetting: 'inpatient-somatic',
        organisation: 'region',
        person: '33333333-3333-4333-8333-000000000044',
      };
      const by = verb === 'unit.connect' ? inTeamChannel(megan) : coordinator;
      await stage.press(by, verb, data, { activityId: 'a1' });
      const before = await stage.recorded();
      expect((await stage.press(by, verb, data, { activityId: 'a1' })).outcome).toBe('repeated');
      expect(await stage.recorded()).toBe(before);
    },
  );

  test('activities of the same id in two conversations are two', async () => {
    // Teams numbers the messages of a conversation by the millisecond: two conversations may share a number.
    const stage = await openBotStage();
    await stage.press(nurse, 'outage.report', { message: 'Nere' }, { activityId: '1795373763454' });
    const other = inTeamChannel(secondCoordinator);
    const seen = await stage.press(
      other,
      'outage.report',
      { message: 'Nere hos oss' },
      { activityId: '1795373763454' },
    );
    expect(seen.outcome).toBe('saved');
    expect((await onlyOutage(stage)).reports).toHaveLength(2);
  });

  test.each(['outage.end', 'outage.restored'])(
    'of two who press at once, one is told who was first: %s',
    async (verb) => {
      const stage = await outageIn('ongoing');
      const { id } = await onlyOutage(stage);
      const data = { outage: id, ...deeds[verb] };
      const seen = await Promise.all([
        stage.press(coordinator, verb, data),
        stage.press(otherCoordinator, verb, data),
      ]);
      expect(seen.map(({ outcome }) => outcome)).toEqual(['saved', 'refused']);
      expect(seen[1]?.text).toMatch(/redan .* av Megan Samordnare 08\.01/);
    },
  );

  test('of two who update from the same form, the second sees what changed, keeps the words, and may send again', async () => {
    const stage = await outageIn('ongoing');
    const { id } = await onlyOutage(stage);
    const [one, other] = await Promise.all([
      stage.press(coordinator, 'outage.update', { outage: id }),
      stage.press(otherCoordinator, 'outage.update', { outage: id }),
    ]);
    await stage.press(coordinator, 'outage.update', asClientSends(one, { message: 'Först' }));
    const late = await stage.press(
      otherCoordinator,
      'outage.update',
      asClientSends(other, { message: 'Sen' }),
    );
    expect(late.outcome).toBe('faulty');
    expect(late.text).toMatch(/uppdaterades av Megan Samordnare 08\.01/);
    expect(late.values['message']).toBe('Sen');
    expect((await stage.press(otherCoordinator, 'outage.update', asClientSends(late))).outcome).toBe('saved');
    expect((await onlyOutage(stage)).terms.message).toBe('Sen');
  });

  test('two declarations at once are one outage', async () => {
    const stage = await openBotStage();
    const seen = await Promise.all(
      [coordinator, otherCoordinator].map((by) => stage.press(by, 'outage.declare', { kind: 'unplanned' })),
    );
    expect(seen.map(({ outcome }) => outcome)).toEqual(['saved', 'refused']);
    expect(await stage.outages()).toHaveLength(1);
  });

  test('forty reports at once are forty reports of one outage', async () => {
    const stage = await openBotStage();
    await Promise.all(
      Array.from({ length: 40 }, () => stage.press(nurse, 'outage.report', { message: 'Nere' })),
    );
    expect((await onlyOutage(stage)).reports).toHaveLength(40);
  });
});
