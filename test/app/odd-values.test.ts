import { describe, expect, test } from 'vitest';
import { megan } from '../support/activities.ts';
import { coordinator, inTeamChannel } from '../support/bot-stage.ts';
import { declared, inUnit, openLogStage, presses, ward } from '../support/unit-stage.ts';

// Values that no form of ours sends, but that a client may.

const odd = ['${title}', '$${title}', 'x'.repeat(30_000), '\ud800', '__proto__'];

describe('a form’s id that the bot has not made', () => {
  test.each(odd)('is none: %.20s', async (formId) => {
    const stage = await openLogStage();
    await declared(stage);
    const call = { formId, whole: 'true', party: 'municipality' };
    const seen = await stage.press(inUnit(ward), 'handover.record', call, { carrier: 'dialog' });
    expect(seen.outcome).toBe('faulty');
    const again = await stage.press(coordinator, 'outage.end', { formId }, { carrier: 'fetch' });
    expect(again.outcome).toBe('form');
  });
});

describe('words that a card cannot carry, in a form that is sent where all can read it', () => {
  test.each(['${title}', 'x'.repeat(30_000)])('are a press away: %.20s', async (message) => {
    const stage = await openLogStage();
    await declared(stage);
    const inChannel = inTeamChannel(megan);
    const data = { message, endedOn: '2026-11-24', endedAt: '23:00', whole: 'true' };
    const seen = await stage.press(inChannel, 'outage.end', data, { carrier: 'submit' });
    expect(seen.outcome).toBe('faulty');
    const form = await presses(stage, inChannel, [seen, 'Öppna formuläret']);
    expect(form.values['message']?.slice(0, 4)).toBe(message.replace('$', '').slice(0, 4));
    expect(form.values['endedAt']).toBe('23:00');
  });
});
