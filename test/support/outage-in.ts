import { expect } from 'vitest';
import { coordinator, openBotStage } from './bot-stage.ts';
import type { BotStage } from './bot-stage.ts';

/** Where an outage may stand; of a closed one, how it came there. */
export type State =
  'reported' | 'planned' | 'ongoing' | 'restored' | 'ended' | 'closed' | 'dismissed' | 'cancelled';
type Step = readonly [verb: string, data: Readonly<Record<string, string>>];

const declare: Step = ['outage.declare', { kind: 'unplanned', startedAt: '07:00' }];
/** A plan a fortnight ahead. */
export const plan: Step = [
  'outage.declare',
  { kind: 'planned', startedOn: '2026-12-08', startedAt: '06:00' },
];
const report: Step = ['outage.report', { message: 'Nere' }];
const restore: Step = ['outage.restored', { restoredAt: '08:00' }];
const end: Step = ['outage.end', { endedAt: '08:00' }];
const waysTo: Readonly<Record<State, readonly Step[]>> = {
  reported: [report],
  planned: [plan],
  ongoing: [declare],
  restored: [declare, restore],
  ended: [declare, end],
  closed: [declare, end, ['outage.close', { reason: 'Klart' }]],
  dismissed: [report, ['outage.dismiss', { reason: 'Fel lösenord' }]],
  cancelled: [plan, ['outage.cancel', { reason: 'Blir inte av' }]],
};

/** A stage with one outage as wanted: Megan did each step, the first at 08.01, the next a minute later. */
export async function outageIn(state: State): Promise<BotStage> {
  const stage = await openBotStage();
  let minute = 0;
  for (const [verb, data] of waysTo[state]) {
    minute += 1;
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await stage.at(`2026-11-24T08:0${minute}:00+01:00`);
    const outage = verb.endsWith('declare') || verb.endsWith('report') ? '' : (await stage.outages())[0]?.id;
    // oxlint-disable-next-line no-await-in-loop -- as above
    const seen = await stage.press(coordinator, verb, { ...data, ...(outage !== '' && { outage }) });
    expect(seen.outcome).toBe('saved');
  }
  return stage;
}

/** What carries each verb out, in the first minutes of the stage. */
export const deeds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'outage.update': { message: 'Nytt' },
  'outage.restored': { restoredAt: '08:00' },
  'outage.resume': { restoredAt: '08:02' },
  'outage.end': { endedAt: '08:01' },
  'outage.dismiss': { reason: 'Fel lösenord' },
  'outage.cancel': { reason: 'Blir inte av' },
  'outage.close': { reason: 'Klart' },
};
