import { describe, expect, test } from 'vitest';
import type { Whereabouts } from '../../src/app/whereabouts.ts';
import { newCaseCode } from '../../src/domain/case-code.ts';
import { asa, bo, someone } from '../support/activities.ts';
import { coordinator, inOwnChat, inTeamChannel } from '../support/bot-stage.ts';
import type { BotStage } from '../support/bot-stage.ts';
import { logAttempts } from '../support/log-attempts.ts';
import {
  ange,
  centre,
  codeOn,
  declared,
  inUnit,
  logged,
  openLogStage,
  otherWard,
  timra,
  toAnge,
  ward,
} from '../support/unit-stage.ts';

/** A code as one is made, that nobody has taken. */
const guess = (number: number): string => newCaseCode(`guess-${number}-abcdef`, () => false);

/** A stage where the ward has rung Ånge, and the code of that. */
async function withCall(): Promise<{ stage: BotStage; code: string }> {
  const stage = await openLogStage();
  await declared(stage);
  await stage.at('2026-11-24T09:00:00+01:00');
  return { stage, code: await logged(stage, { counterpart: 'Lisa Handläggare' }) };
}

async function unitIds(stage: BotStage): Promise<ReadonlyMap<string, string>> {
  const { directory } = await stage.books.world();
  return new Map([...directory.units.values()].map(({ id, name }) => [name, id]));
}

async function attempts(stage: BotStage, code: string) {
  const [outage] = await stage.outages();
  const unit = (await unitIds(stage)).get('Avdelning 24') ?? '';
  const [entry = ''] = outage?.log.units.get(unit)?.entries.keys() ?? [];
  return logAttempts({ unit, outage: outage?.id ?? '', entry, code });
}

const strangers: readonly (readonly [string, Whereabouts])[] = [
  ['another ward of the region, in its own channel', inUnit(otherWard)],
  ['the municipality that was rung, in its own channel', inUnit(ange)],
  ['another municipality', inUnit(timra)],
  ['somebody in the own chat who is of no unit', inOwnChat(someone(99))],
  ['a coordinator in the own chat', coordinator],
  ['somebody who writes from the ward’s channel and is not in its team', inTeamChannel(someone(98), ward)],
];

describe('a unit’s log is the unit’s', () => {
  test.each(strangers)('%s neither sees nor changes it by naming it', async (_who, by) => {
    const { stage, code } = await withCall();
    const before = await stage.recorded();
    for (const [verb, data] of await attempts(stage, code)) {
      for (const carrier of ['execute', 'dialog', 'fetch', 'submit'] as const) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const seen = await stage.press(by, verb, data, { carrier });
        const all = JSON.stringify(seen.card) + seen.summary;
        expect(seen.outcome, `${verb} by ${carrier}`).toBe('refused');
        expect(all, `${verb} by ${carrier}`).not.toContain(code);
        expect(all).not.toContain('Lisa Handläggare');
        expect(all).not.toContain('Åsa');
      }
    }
    expect(await stage.recorded()).toBe(before);
  });

  test.each(['guest', 'stranger'] as const)('a %s of the ward’s own team is let in nowhere', async (kind) => {
    const { stage, code } = await withCall();
    stage.setRosters(() => ({ kind }));
    for (const [verb, data] of await attempts(stage, code)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const seen = await stage.press(inUnit(ward), verb, data);
      expect(seen.outcome, verb).toBe('refused');
      expect(JSON.stringify(seen.card)).not.toContain('Lisa Handläggare');
    }
  });

  test('who has left the team sees it no more, and who has come does', async () => {
    const { stage, code } = await withCall();
    const left = inUnit(ward);
    expect((await stage.press(left, 'handover.list', { code })).text).toContain('Lisa Handläggare');
    stage.setRosters((_team, person) =>
      person === asa.aadObjectId ? { kind: 'stranger' } : { kind: 'member', verifiedAt: 1 },
    );
    expect((await stage.press(left, 'handover.list', { code })).outcome).toBe('refused');
    const came = inTeamChannel(someone(97), { channel: ward.channel, name: 'Lifecare', team: ward.team });
    expect((await stage.press(came, 'handover.list', { code })).text).toContain('Lisa Handläggare');
  });

  test.each([
    ['another unit’s entry', 'entry'],
    ['an entry that there is not', 'none'],
  ])('%s is not corrected or taken back by a member of another unit', async (_what, which) => {
    const { stage, code } = await withCall();
    const [outage] = await stage.outages();
    const unit = (await unitIds(stage)).get('Avdelning 24') ?? '';
    const [entry = ''] = outage?.log.units.get(unit)?.entries.keys() ?? [];
    const data = { outage: outage?.id ?? '', entry: which === 'entry' ? entry : 'e-0' };
    const before = await stage.recorded();
    for (const verb of ['handover.correct', 'handover.withdraw']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const seen = await stage.press(inUnit(ange), verb, { ...data, ...toAnge, reason: 'Fel' });
      expect(JSON.stringify(seen.card)).not.toContain(code);
      expect(seen.text).not.toContain('Lisa Handläggare');
    }
    expect(await stage.recorded()).toBe(before);
  });

  test('what is shown to others than the writer is recorded, with who saw it', async () => {
    const { stage, code } = await withCall();
    const before = await stage.recorded();
    await stage.press(inUnit(ward), 'handover.list', { code });
    expect(await stage.recorded()).toBe(before);
    await stage.press(inUnit(ward, 1), 'handover.list', { code });
    const after = await stage.recorded();
    expect(after.split('"logRead"')).toHaveLength(2);
    expect(after).toContain(`"by":{"id":"${ward.people[1].aadObjectId}"`);
    await stage.press(inUnit(ward, 1), 'handover.list');
    expect((await stage.recorded()).split('"logRead"')).toHaveLength(3);
  });

  test('in a channel nothing of the log is shown to all: not by a Submit, and not by words', async () => {
    const { stage, code } = await withCall();
    for (const data of [{}, { code }]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const seen = await stage.press(inUnit(ward), 'handover.list', data, { carrier: 'submit' });
      expect(JSON.stringify(seen.card)).not.toContain(code);
    }
    const saved = await stage.press(
      inUnit(ward),
      'handover.record',
      { ...toAnge, code },
      { carrier: 'submit' },
    );
    expect(saved.outcome).toBe('saved');
    expect(saved.text).toContain('Sparat.');
    expect(JSON.stringify(saved.card)).not.toContain(code);
    for (const text of [`visa ${code}`, 'visa loggen', 'vad är kvar att göra?', `får ${code} skrivas ut?`]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const seen = await stage.says(inUnit(ward), text);
      expect(JSON.stringify(seen.card), text).not.toContain(code);
      expect(seen.text).not.toContain('Lisa Handläggare');
    }
    const told = await stage.says(
      inUnit(ward),
      `ringde Ånge 08.40, pratade med Lisa Handläggare, inskrivning, upprepat, ${code}`,
    );
    expect(JSON.stringify(told.card)).not.toContain('Lisa');
    expect(JSON.stringify(told.card)).not.toContain(code);
  });
});

describe('a code says nothing to those who have nothing to do with it', () => {
  test('an unknown code, a foreign one and one that was nothing to the unit are answered alike', async () => {
    const { stage, code } = await withCall();
    const answers = new Set<string>();
    for (const [by, one] of [
      [inUnit(timra), code],
      [inUnit(otherWard), code],
      [inUnit(centre), code],
      [inUnit(ange), guess(1)],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const seen = await stage.press(by, 'handover.acknowledge', { code: one, items: 'admission' });
      expect(seen.text).toContain('Ingen överlämning till er är loggad på koden.');
      answers.add(seen.text.replaceAll(one, '…'));
    }
    expect(answers.size).toBe(1);
  });

  test('the municipality that was rung is shown the items, and nothing else of the case', async () => {
    const { stage, code } = await withCall();
    await stage.press(inUnit(ward), 'case.facts', { code, admittedOn: '2026-11-24', admittedAt: '06:11' });
    const form = await stage.press(inUnit(ange), 'handover.acknowledge', { code }, { carrier: 'fetch' });
    expect(JSON.stringify(form.card)).toContain('Inskrivning');
    expect(JSON.stringify(form.card)).toContain('Åsa Öberg');
    const list = await stage.press(inUnit(ange), 'handover.list', { code });
    for (const seen of [form, list]) {
      expect(JSON.stringify(seen.card)).not.toContain('06.11');
      expect(JSON.stringify(seen.card)).not.toContain('06:11');
      expect(JSON.stringify(seen.card)).not.toContain('Lisa Handläggare');
    }
  });

  test('who guesses is made to wait, in every verb, and is answered again later', async () => {
    const { stage, code } = await withCall();
    await stage.press(inUnit(ward), 'handover.record', { ...toAnge, municipality: 'timra', code });
    const verbs = ['handover.acknowledge', 'handover.list', 'handover.record', 'case.facts', 'task.done'];
    for (const [index, verb] of verbs.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await stage.press(inUnit(timra), verb, { ...toAnge, code: guess(index) });
    }
    const right = { code, items: 'admission' };
    const blocked = await stage.press(inUnit(timra), 'handover.acknowledge', right);
    expect(blocked.outcome).toBe('faulty');
    expect(blocked.text).toContain('Vänta tio minuter');
    expect(JSON.stringify(blocked.card)).not.toContain('Inskrivning');
    // What the unit's own people have logged is no guess.
    const call = { ...toAnge, municipality: 'timra' };
    const own = codeOn(await stage.press(inUnit(ward), 'handover.record', call));
    for (const index of [0, 1, 2, 3, 4]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await stage.press(inUnit(ward), 'handover.list', { code: guess(index) });
    }
    expect((await stage.press(inUnit(ward), 'handover.list', { code: own })).text).toContain(own);
    // A colleague who has not guessed is not made to wait.
    const colleague = await stage.press(
      inUnit(timra, 1),
      'handover.acknowledge',
      { code },
      { carrier: 'fetch' },
    );
    expect(JSON.stringify(colleague.card)).toContain('Inskrivning');
    await stage.at('2026-11-24T09:30:00+01:00');
    expect(
      (await stage.press(inUnit(timra), 'handover.acknowledge', { code, items: 'admission' })).outcome,
    ).toBe('saved');
  });
});

describe('where Teams does not say who is a member', () => {
  test('writing goes on in the unit’s own channel, marked, and nothing of others is shown', async () => {
    const { stage } = await withCall();
    stage.setRosters(() => ({ kind: 'unknown' }));
    const seen = await stage.press(inUnit(ward, 1), 'handover.record', toAnge);
    expect(seen.outcome).toBe('saved');
    expect(codeOn(seen)).toMatch(/-/);
    expect(await stage.recorded()).toContain('"isUnverified":true');
    const list = await stage.press(inUnit(ward, 1), 'handover.list');
    expect(list.text).toContain('Jag kan inte visa loggen just nu');
    expect(JSON.stringify(list.card)).not.toContain('Lisa Handläggare');
  });

  test('who was a member in the last 24 hours reads and writes', async () => {
    const { stage, code } = await withCall();
    stage.setRosters(() => ({ kind: 'unknown', verifiedAt: 1 }));
    expect((await stage.press(inUnit(ward), 'handover.list', { code })).text).toContain('Lisa Handläggare');
    expect((await stage.press(inUnit(ward), 'handover.record', toAnge)).outcome).toBe('saved');
  });

  test('in the own chat nobody unchecked writes', async () => {
    const { stage } = await withCall();
    const unit = (await unitIds(stage)).get('Avdelning 24') ?? '';
    stage.setRosters(() => ({ kind: 'unknown' }));
    const seen = await stage.press(inOwnChat(asa), 'handover.record', { ...toAnge, unit });
    expect(seen.outcome).toBe('refused');
    expect(seen.text).toContain('Teams svarar inte');
  });
});

describe('two units in one team', () => {
  const neighbour = inTeamChannel(asa, {
    channel: '19:annan@thread.tacv2',
    name: 'Dagvård',
    team: ward.team,
  });

  test('a log is not shown until a coordinator agrees; writing goes on', async () => {
    const { stage, code } = await withCall();
    const fields = { name: 'Dagvården', careSetting: 'primary-care', organisation: 'region' };
    await stage.press(neighbour, 'unit.connect', fields);
    const seen = await stage.press(inUnit(ward), 'handover.list', { code });
    expect(seen.text).toContain('En samordnare måste först bekräfta det');
    expect(JSON.stringify(seen.card)).not.toContain('Lisa Handläggare');
    const saved = await stage.press(inUnit(ward), 'handover.record', { ...toAnge, code });
    expect(saved.outcome).toBe('saved');
    await stage.press(coordinator, 'unit.share', { team: ward.team.id });
    expect((await stage.press(inUnit(ward), 'handover.list', { code })).text).toContain('Lisa Handläggare');
  });
});

describe('what coordinators see', () => {
  test('counts alone: no code, no name, whatever they ask', async () => {
    const { stage, code } = await withCall();
    await stage.at('2026-11-24T14:12:00+01:00');
    await stage.press(coordinator, 'outage.end', { endedOn: '2026-11-24', endedAt: '14:10' });
    const [outage] = await stage.outages();
    for (const verb of ['tasks.list', 'summary.show', 'statistics.show', 'outage.show', 'unit.list']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const seen = await stage.press(coordinator, verb, { outage: outage?.id ?? '' });
      expect(seen.outcome, verb).toBe('shown');
      expect(JSON.stringify(seen.card), verb).not.toContain(code);
      expect(JSON.stringify(seen.card), verb).not.toContain('Lisa Handläggare');
    }
  });

  test('bo of Ånge is no coordinator, and gets his own unit’s', async () => {
    const { stage } = await withCall();
    expect(ange.people[0]).toBe(bo);
    const seen = await stage.press(inUnit(ange), 'tasks.list');
    expect(seen.text).not.toContain('Avdelning 24');
  });
});
