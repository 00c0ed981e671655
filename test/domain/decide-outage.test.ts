import { describe, expect, test } from 'vitest';
import type { OutageCommand } from '../../src/domain/outage-command.ts';
import { aDirectory, aWorld, anAct } from '../support/build-outage.ts';
import {
  report,
  declare,
  plan,
  drill,
  update,
  restored,
  resume,
  end,
  because,
  after,
  decide,
  refusalsOf,
  faultsOf,
  eventsFrom,
  noticesFrom,
} from '../support/outage-commands.ts';

describe('a report', () => {
  test('opens an outage where none runs, and tells the coordinators', () => {
    expect(eventsFrom(report(), aWorld())).toEqual(['directory outageOpened', 'o1 outageReported']);
    expect(noticesFrom(report(), aWorld())).toEqual(['report post coordinators → unit:lead']);
  });

  test.each([
    ['reported', 'report', [report()]],
    ['ongoing', 'coordination', [declare()]],
    ['restored', 'coordination', [declare(), restored()]],
  ])('adds to the one that is %s, silently, in the %s card', (_state, notice, before) => {
    const again = report({ newOutage: 'o2', unit: 'ward' });
    expect(eventsFrom(again, after(...before))).toEqual(['o1 outageReported']);
    expect(noticesFrom(again, after(...before))).toEqual([`${notice} amend coordinators → unit:lead`]);
  });

  test.each([
    ['an ended outage', [declare(), end()]],
    ['a drill', [drill()]],
    ['a plan', [plan()]],
  ])('opens an outage beside %s', (_what, before) => {
    expect(eventsFrom(report({ newOutage: 'o2' }), after(...before))).toEqual([
      'directory outageOpened',
      'o2 outageReported',
    ]);
  });

  test('needs no words, and not too many', () => {
    expect(decide(report({ message: '' }), aWorld()).kind).toBe('decided');
    expect(faultsOf(decide(report({ message: 'x'.repeat(1001) }), aWorld()))).toEqual(['message too-long']);
  });
});

describe('what does not fit the state', () => {
  const before: Readonly<Record<string, readonly OutageCommand[]>> = {
    planned: [plan({ newOutage: 'o1' })],
    reported: [report()],
    ongoing: [declare()],
    resumed: [declare(), restored(), resume()],
    restored: [declare(), restored()],
    ended: [declare(), end()],
    closed: [declare(), end(), because('close')],
    dismissed: [report(), because('dismiss')],
    cancelled: [plan({ newOutage: 'o1' }), because('cancel')],
  };
  const wishes: Readonly<Record<string, () => OutageCommand>> = {
    update,
    restored,
    resume,
    end,
    dismiss: () => because('dismiss'),
    cancel: () => because('cancel'),
    close: () => because('close'),
  };

  test.each([
    ['planned', 'restored resume end dismiss close', 'no-outage'],
    ['reported', 'update restored resume end cancel close', 'no-outage'],
    ['ongoing', 'resume dismiss cancel', 'already-done declared'],
    ['ongoing', 'close', 'changed-meanwhile declared'],
    ['resumed', 'resume dismiss cancel', 'already-done resumed'],
    ['restored', 'restored dismiss cancel', 'already-done restored'],
    ['restored', 'close', 'changed-meanwhile restored'],
    ['ended', 'update restored resume end dismiss cancel', 'already-done ended'],
    ['closed', 'update restored resume end dismiss cancel close', 'already-done closed'],
    ['dismissed', 'update restored resume end dismiss cancel close', 'already-done dismissed'],
    ['cancelled', 'update restored resume end dismiss cancel close', 'already-done cancelled'],
  ])('what is %s: %s is answered %s', (state, kinds, answer) => {
    const world = after(...(before[state] ?? []));
    const answers = kinds.split(' ').flatMap((kind) => {
      const wish = wishes[kind]?.() ?? report();
      return refusalsOf(decide(wish, world)).map((refusal) =>
        'deed' in refusal ? `${refusal.kind} ${refusal.deed}` : refusal.kind,
      );
    });
    expect(answers).toEqual(kinds.split(' ').map(() => answer));
  });

  test('an outage that is not there is told of as that', () => {
    expect(faultsOf(decide(end({ outage: 'o9' }), after(declare())))).toEqual(['no-such-outage']);
  });
});

describe('a form', () => {
  const command = declare();

  test('sent again is not carried out again, whatever has become of the outage', () => {
    for (const world of [after(command), after(command, end()), after(command, end(), because('close'))]) {
      expect(decide(command, world)).toEqual({ kind: 'repeated', outage: 'o1' });
    }
  });

  test('sent again with other content is refused, by what was done under it', () => {
    const other = declare({ act: { ...command.act, form: { ...command.act.form, digest: 'other' } } });
    expect(decide(other, after(command))).toEqual({
      kind: 'refused',
      outage: 'o1',
      refusals: [{ kind: 'form-used', act: command.act }],
    });
  });

  test('that was used of a unit is used', () => {
    const act = anAct();
    const directory = { ...aDirectory(), forms: new Map([[act.form.id, act]]) };
    expect(decide(report({ act }), aWorld({ directory }))).toEqual({ kind: 'repeated' });
    const other = { ...act, form: { ...act.form, digest: 'other' } };
    expect(faultsOf(decide(report({ act: other }), aWorld({ directory })))).toEqual(['form-used']);
  });

  test('that declares an outage during a drill is known as that of the outage', () => {
    expect(decide(command, after(drill(), command))).toEqual({ kind: 'repeated', outage: 'o1' });
  });
});
