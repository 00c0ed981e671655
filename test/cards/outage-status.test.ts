import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/cards/answer.ts';
import { outageStatusAnswer } from '../../src/cards/outage-status.ts';
import type { Situation } from '../../src/cards/situation.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { act, at, outage, unit } from '../support/outage-samples.ts';
import { factsOf, headingsOf, linesOf, verbsOf } from '../support/said.ts';

const knowledge = await builtInKnowledge();
const plain: Question = {
  text: 'är Lifecare nere?',
  asker: { organisation: 'region' },
  group: undefined,
  entities: {},
  described: { sameDayOnly: false },
  topics: [],
  knowledge,
};
const answerIn = (situation: Partial<Situation>, question: Partial<Question> = {}) =>
  outageStatusAnswer({
    ...plain,
    ...question,
    situation: { now: at('09:00'), planned: [], isCoordinator: false, coordinators: [], ...situation },
  });
const amongCoordinators = { isCoordinator: true, isAmongCoordinators: true } as const;
const reported = outage({
  state: 'reported',
  kind: 'reported',
  deeds: {},
  reports: [{ act: act('08:10'), message: 'Kommer inte in' }],
});
const planned = (day: string) =>
  outage({ id: day, state: 'planned', kind: 'planned', startedAt: at('22:00', day) });

test('without a store nothing is known, and that is said', () => {
  const answer = outageStatusAnswer(plain);
  expect(linesOf(answer)[0]).toBe('Det vet jag inte: här finns ingen uppgift om läget.');
  expect(answer).not.toHaveProperty('actions');
});

describe('nothing is known to be wrong', () => {
  test('staff are told to ring their own IT support, and can report', () => {
    const answer = answerIn({});
    expect(answer.title).toBe('Inget avbrott är anmält');
    expect(linesOf(answer)).toContain('Kommer du inte in? Ring din egen IT-support, och anmäl det här.');
    expect(headingsOf(answer)).toContain('Din egen IT-support – ring genast vid avbrott');
    expect(verbsOf(answer)).toEqual(['outage.report']);
  });

  test('within a day of the one before, that it is over is the answer; what to register is one press away', () => {
    const ended = outage({ state: 'ended', endedAt: at('07:00') });
    const answer = answerIn({ ended });
    expect(answer.title).toBe('Nej, avbrottet är slut sedan kl. 07.00');
    expect(linesOf(answer)[0]).toBe('Inget nytt avbrott är anmält.');
    expect(headingsOf(answer)).not.toContain('Om det är avbrott');
    expect(answer.choices).toContain('reregistration.rules');
  });

  test('later it is told, after what holds now', () => {
    const ended = outage({ state: 'ended', endedAt: at('09:00', '2026-11-23') });
    const answer = answerIn({ ended });
    expect(answer.title).toBe('Inget avbrott är anmält');
    expect(linesOf(answer).slice(0, 2)).toEqual([
      'Ingen har anmält att Lifecare SP är nere.',
      'Det senaste avbrottet är slut sedan måndag 23 november kl. 09.00.',
    ]);
  });

  test('the end of a drill is no answer to whether the system is down', () => {
    const answer = answerIn({ ended: outage({ kind: 'drill', state: 'ended', endedAt: at('07:00') }) });
    expect(answer.title).toBe('Inget avbrott är anmält');
    expect(linesOf(answer)).toContain('Den senaste övningen är slut sedan kl. 07.00.');
  });

  test('what a coordinator is told to do has its button, and so has what others are', () => {
    expect(linesOf(answerIn(amongCoordinators))).toContain(
      'Kommer du inte in? Ring din egen IT-support, och utlys det här.',
    );
    const answer = answerIn({ isCoordinator: true });
    expect(linesOf(answer)).toContain('Kommer du inte in? Ring din egen IT-support, och anmäl det här.');
    expect(verbsOf(answer)).toEqual(['outage.report']);
  });

  test('those to come are told, the next one first', () => {
    const answer = answerIn({ planned: [planned('2026-12-03'), planned('2026-11-26')] });
    expect(linesOf(answer).filter((line) => line.startsWith('Börjar'))).toEqual([
      'Börjar torsdag 26 november kl. 22.00, okänt när det slutar. Gäller alla.',
      'Börjar torsdag 3 december kl. 22.00, okänt när det slutar. Gäller alla.',
    ]);
  });

  test('a coordinator can declare, close the one before and change the next plan', () => {
    expect(verbsOf(answerIn(amongCoordinators))).toEqual(['outage.declare', 'unit.list']);
    const ended = outage({ state: 'ended', endedAt: at('07:00') });
    const answer = answerIn({ ...amongCoordinators, ended, planned: [planned('2026-11-26')] });
    expect(verbsOf(answer)).toEqual([
      'outage.declare',
      'outage.close',
      'outage.update',
      'outage.cancel',
      'unit.list',
    ]);
  });
});

describe('it is reported and not declared', () => {
  test('staff hear that nobody has declared it, and can report too', () => {
    const answer = answerIn({ running: reported });
    expect(answer.title).toBe('Kanske: Lifecare SP är anmält som nere');
    expect(linesOf(answer)[0]).toBe(
      'En har anmält att Lifecare SP inte fungerar, först kl. 08.10. Ingen samordnare har utlyst avbrott än.',
    );
    expect(verbsOf(answer)).toEqual(['outage.report']);
  });

  test('a coordinator declares or dismisses it', () => {
    expect(verbsOf(answerIn({ running: reported, ...amongCoordinators }))).toEqual([
      'outage.declare',
      'outage.dismiss',
      'outage.show',
    ]);
  });
});

describe('it runs', () => {
  test('since when, until when, what holds, and when it was last spoken of', () => {
    const running = outage({
      terms: { scope: [], message: 'Leverantören felsöker.', expectedEndAt: at('12:00') },
      deeds: { declared: act('08:20'), updated: act('08:50') },
    });
    const answer = answerIn({ running });
    expect(answer.title).toBe('Ja, det är avbrott i Lifecare SP');
    expect(factsOf(answer)).toEqual({
      Sedan: 'tisdag 24 november kl. 08.10',
      'Beräknas sluta': 'tisdag 24 november kl. 12.00',
      Gäller: 'alla',
      'Nästa besked': 'när vi vet mer',
      'Senaste besked': 'kl. 08.50',
    });
    expect(linesOf(answer)).toContain('Leverantören felsöker.');
    expect(headingsOf(answer)).toContain('Det här gäller ändå');
    expect(answer.choices).toEqual(['call.who', 'handover.what']);
    expect(verbsOf(answer)).toEqual([]);
  });

  test('after two hours the routine is to be followed', () => {
    expect(headingsOf(answerIn({ running: outage(), now: at('10:10') }))).toContain(
      'Mer än 2 timmar: följ avbrottsrutinen',
    );
  });

  test('one that others have is said to be theirs, by the unit or by who asks', () => {
    const running = outage({ terms: { scope: ['ange'], message: '' } });
    const title = 'Det är avbrott i Lifecare SP, men inte hos er';
    expect(answerIn({ running }).title).toBe(title);
    expect(verbsOf(answerIn({ running }))).toEqual(['outage.report']);
    expect(answerIn({ running, unit: unit({ organisation: 'ange' }) }).title).not.toBe(title);
    expect(answerIn({ running }, { asker: {} }).title).not.toBe(title);
  });

  test('a coordinator updates, says that it answers again, or ends it', () => {
    expect(verbsOf(answerIn({ running: outage(), ...amongCoordinators }))).toEqual([
      'outage.update',
      'outage.restored',
      'outage.end',
      'outage.show',
    ]);
  });

  test('a planned one that has begun says that it was planned', () => {
    expect(answerIn({ running: outage({ kind: 'planned' }) }).title).toBe('Ja, ett planerat avbrott pågår');
  });
});

describe('the system answers again and is checked', () => {
  const restored = outage({ state: 'restored', restoredAt: at('08:50') });

  test('staff do not hear of it, nor anybody where staff read too', () => {
    for (const situation of [{}, { isCoordinator: true }]) {
      const answer = answerIn({ running: restored, ...situation });
      expect(answer.title).toBe('Ja, det är avbrott i Lifecare SP');
      expect(linesOf(answer).join()).not.toMatch(/svarar igen|logga in från/);
    }
  });

  test('coordinators among themselves get the checks before all clear', () => {
    const answer = answerIn({ running: restored, ...amongCoordinators });
    expect(linesOf(answer)).toContain(
      'Lifecare SP svarar igen sedan kl. 08.50. Enheterna får veta det när du avslutar.',
    );
    expect(headingsOf(answer)).toContain('Kontrollera innan du avslutar (förslag, utöver rutinen)');
    expect(verbsOf(answer)).toEqual(['outage.end', 'outage.resume', 'outage.update', 'outage.show']);
  });
});

describe('a drill runs', () => {
  const drill = outage({ kind: 'drill' });

  test('the card is marked, and says that the system works', () => {
    const answer = answerIn({ drill });
    expect(answer.banner).toBe('ÖVNING');
    expect(answer.title).toBe('Nej, men en övning pågår');
    expect(verbsOf(answer)).toEqual(['outage.report']);
  });

  test('a coordinator can declare a real one before anything else', () => {
    const { actions = [] } = answerIn({ drill, ...amongCoordinators });
    expect(actions.map(({ title }) => title)).toEqual([
      'Utlys avbrott',
      'Uppdatera övningen',
      'Övning: svarar igen',
      'Avsluta övningen',
      'Visa övningen',
    ]);
  });

  test('what holds in it is short, and led by that', () => {
    const { phoneOnly, dischargeGate, shortOutage, longOutage } = knowledge.routine.general;
    for (const [now, length] of [
      [at('09:00'), shortOutage],
      [at('12:00'), longOutage],
    ] as const) {
      const section = answerIn({ drill, now }).sections.find(
        ({ heading }) => heading === 'I övningen gäller',
      );
      expect(section?.lines.map(({ text }) => text)).toEqual([
        length.text,
        phoneOnly.text,
        dischargeGate.text,
      ]);
    }
    expect(headingsOf(answerIn({ drill }))).not.toContain('Det här gäller ändå');
  });

  test('a real one is told before the drill', () => {
    expect(answerIn({ drill, running: outage() })).not.toHaveProperty('banner');
  });
});

describe('a coordinator asks where staff read it too', () => {
  const drill = outage({ kind: 'drill' });

  test.each<[string, Partial<Situation>]>([
    ['nothing', {}],
    ['a report', { running: reported }],
    ['an outage', { running: outage() }],
    ['an outage of others', { running: outage({ terms: { scope: ['ange'], message: '' } }) }],
    ['a drill', { drill }],
    ['a plan', { planned: [planned('2026-11-26')] }],
  ])('%s: the answer is what staff get', (_what, situation) => {
    expect(answerIn({ ...situation, isCoordinator: true })).toEqual(answerIn(situation));
  });

  test('who is no coordinator gets no coordinator’s buttons in the coordinators’ channel', () => {
    expect(verbsOf(answerIn({ drill, isAmongCoordinators: true }))).toEqual(['outage.report']);
  });
});

test('nobody is named in any of them', () => {
  const running = outage();
  for (const situation of [{ running }, { running: reported }, { drill: outage({ kind: 'drill' }) }]) {
    expect(JSON.stringify(answerIn(situation))).not.toContain('Anna Berg');
  }
});
