import { describe, expect, test } from 'vitest';
import { aWorld, afterCommand, hour, minute, noon, someTerms } from '../support/build-outage.ts';
import {
  report,
  declare,
  plan,
  drill,
  update,
  restored,
  end,
  after,
  dueIn,
  at,
} from '../support/outage-commands.ts';

const lead = '→ unit:lead';

const promise = (nextUpdateAt: number) => ({ terms: someTerms({ nextUpdateAt }) });

describe('coordinators', () => {
  test('are asked after an hour and two while an outage or a drill runs', () => {
    for (const running of [after(declare()), after(drill())]) {
      expect(dueIn(running, noon + hour - 1)).toEqual([]);
      expect(dueIn(running, noon + hour)).toEqual([`prompt post prompts prompt:60m ${lead}`]);
      const hourLater = at(running, noon + hour);
      expect(dueIn(hourLater, noon + 2 * hour - 1)).toEqual([]);
      expect(dueIn(hourLater, noon + 2 * hour)).toEqual([`prompt post prompts prompt:120m ${lead}`]);
    }
  });

  test('are asked in a thread of its own, so that their card stays the one that is edited', () => {
    const asked = at(after(declare()), noon + hour).outages.get('o1');
    const threads = asked?.outbox.notices.values().toArray().flat();
    expect(threads?.map(({ notice, thread }) => `${notice} ${thread}`)).toEqual([
      'start units',
      'coordination coordinators',
      'prompt prompts',
    ]);
  });

  test.each([
    ['reported', [report()]],
    ['restored', [declare(), restored()]],
    ['ended', [declare(), end()]],
  ])('are not asked for how long it has been when it is %s', (_state, commands) => {
    expect(dueIn(after(...commands), noon + 3 * hour)).toEqual([]);
  });

  test('are asked the latest at once of an outage that began long ago', () => {
    const { directory, outages } = after(declare({ startedAt: noon - 5 * hour }));
    expect([...(outages.get('o1')?.outbox.keys.keys() ?? [])]).toEqual(['prompt:60m', 'prompt:120m']);
    expect(dueIn({ ...aWorld(), directory, outages }, noon + hour)).toEqual([]);
    const numbers = outages.get('o1')?.outbox.notices.values().toArray().flat();
    expect(numbers?.map(({ key, notice }) => `${notice} ${key ?? ''}`)).toEqual([
      'start ',
      'coordination ',
      'prompt prompt:120m',
    ]);
  });

  test.each([
    ['ongoing', [declare({ terms: someTerms({ nextUpdateAt: noon + minute }) })]],
    ['restored', [declare({ terms: someTerms({ nextUpdateAt: noon + minute }) }), restored()]],
    ['planned', [plan({ newOutage: 'o1', terms: someTerms({ nextUpdateAt: noon + minute }) })]],
  ])('are asked when a promised update is due, %s', (_state, commands) => {
    expect(dueIn(after(...commands), noon + minute)).toEqual([
      `prompt post prompts prompt:update:${noon + minute} ${lead}`,
    ]);
    expect(dueIn(at(after(...commands), noon + minute), noon + 2 * minute)).toEqual([]);
  });

  test('are asked anew when a promise is made anew', () => {
    const kept = at(after(declare(promise(noon + minute))), noon + minute);
    const again = afterCommand(kept, update(promise(noon + 3 * minute)), noon + 2 * minute);
    expect(dueIn(again, noon + 3 * minute)).toEqual([
      `prompt post prompts prompt:update:${noon + 3 * minute} ${lead}`,
    ]);
  });

  test('are asked once when an hour and a promise fall together: for the promise', () => {
    const world = after(declare({ terms: someTerms({ nextUpdateAt: noon + hour }) }));
    expect(dueIn(world, noon + hour)).toEqual([
      'o1 noticeDropped prompt:60m',
      `prompt post prompts prompt:update:${noon + hour} ${lead}`,
    ]);
  });

  test('are asked for the end of a planned outage only', () => {
    const terms = someTerms({ expectedEndAt: noon + minute });
    const planned = after(declare({ outageKind: 'planned', terms }));
    expect(dueIn(planned, noon + minute)).toEqual([
      `prompt post prompts prompt:end:${noon + minute} ${lead}`,
    ]);
    expect(dueIn(after(declare({ terms })), noon + minute)).toEqual([]);
  });

  test('whom nothing reaches are not asked later either', () => {
    const world = after(declare());
    const alone = { ...world, directory: { ...world.directory, units: new Map() } };
    expect(dueIn(alone, noon + hour)).toEqual(['o1 noticeDropped prompt:60m']);
    expect(dueIn({ ...at(alone, noon + hour), directory: world.directory }, noon + hour)).toEqual([]);
  });
});
