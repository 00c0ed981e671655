import { describe, expect, test } from 'vitest';
import { startNotice } from '../../src/cards/start-notice.ts';
import { updateNotice } from '../../src/cards/update-notice.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { at, outage } from '../support/outage-samples.ts';
import { factsOf, headingsOf, linesOf } from '../support/said.ts';

const { routine } = await builtInKnowledge();
const context = (clock: string) => ({ now: at(clock), number: 3, routine });

describe('an outage begins', () => {
  const { answer, text } = startNotice(outage(), context('08:20'));

  test('a phone shows what happened and since when', () => {
    expect(text).toBe('Avbrott i Lifecare SP sedan kl. 08.10');
  });

  test('the card says since when, until when, for whom, when more is said, and which notice it is', () => {
    expect(answer.title).toBe('Avbrott i Lifecare SP');
    expect(factsOf(answer)).toEqual({
      Sedan: 'tisdag 24 november kl. 08.10',
      'Beräknas sluta': 'okänt',
      Gäller: 'alla',
      'Nästa besked': 'när vi vet mer',
    });
    expect(answer.footer).toBe('Meddelande 3');
    expect(answer.choices).toEqual(['call.who', 'handover.what']);
    expect(answer).not.toHaveProperty('banner');
  });

  test('who declared it is not told to the units', () => {
    expect(JSON.stringify(answer)).not.toContain('Anna Berg');
  });

  test('what a coordinator says, whom it concerns and when more is said', () => {
    const terms = {
      scope: ['region' as const, 'ange' as const],
      message: 'Leverantören felsöker.',
      expectedEndAt: at('12:00'),
      nextUpdateAt: at('09:00'),
    };
    const said = startNotice(outage({ terms }), context('08:20')).answer;
    expect(factsOf(said)).toMatchObject({
      'Beräknas sluta': 'tisdag 24 november kl. 12.00',
      Gäller: 'Region Västernorrland, Ånge kommun',
      'Nästa besked': 'tisdag 24 november kl. 09.00',
    });
    expect(headingsOf(said)).toContain('Från samordnarna');
    expect(linesOf(said)).toContain('Leverantören felsöker.');
  });

  test('a promise that has passed is said to have passed', () => {
    const terms = { scope: [], message: '', nextUpdateAt: at('09:00') };
    expect(factsOf(startNotice(outage({ terms }), context('09:30')).answer)['Nästa besked']).toBe(
      'tisdag 24 november kl. 09.00 (har passerat)',
    );
  });
});

describe('how long it has lasted decides what the card says', () => {
  const { phoneOnly, dischargeGate, shortOutage, longOutage } = routine.general;
  const heldAllTheSame = [phoneOnly.text, dischargeGate.text];

  test.each(['08:20', '10:09'])('at %s it is short, and phone, discharge rule and clocks hold', (clock) => {
    const { answer } = startNotice(outage(), context(clock));
    expect(headingsOf(answer)).toEqual(['Kort avbrott, än så länge', 'Det här gäller ändå']);
    expect(linesOf(answer)).toEqual(expect.arrayContaining([shortOutage.text, ...heldAllTheSame]));
    expect(linesOf(answer)).not.toContain(longOutage.text);
    expect(linesOf(answer).join()).toContain('Lagens tider gäller som vanligt');
    expect(linesOf(answer).join()).toContain('Gränsen är inte fastställd i rutinen.');
  });

  test.each(['10:10', '23:00'])('at %s the routine is followed', (clock) => {
    const { answer } = startNotice(outage(), context(clock));
    expect(headingsOf(answer)).toEqual(['Mer än 2 timmar: följ avbrottsrutinen']);
    expect(linesOf(answer)).toEqual(expect.arrayContaining([longOutage.text, ...heldAllTheSame]));
    expect(linesOf(answer)).not.toContain(shortOutage.text);
  });

  test('every sentence of it has its source', () => {
    const { answer } = startNotice(outage(), context('08:20'));
    const lines = answer.sections.flatMap((section) => section.lines);
    expect(lines.filter(({ heading, basis }) => heading === undefined && basis === undefined)).toEqual([]);
  });
});

describe('a planned outage begins', () => {
  const planned = outage({ kind: 'planned' });

  test('whoever is told at once hears that it begins now, others since when', () => {
    expect(startNotice(planned, context('08:10')).text).toBe('Planerat avbrott i Lifecare SP börjar nu');
    expect(startNotice(planned, context('08:40')).text).toBe(
      'Planerat avbrott i Lifecare SP sedan kl. 08.10',
    );
    expect(startNotice(planned, context('08:10')).answer.title).toBe('Planerat avbrott i Lifecare SP pågår');
  });
});

test('a drill is marked on the card and first in the push, and says that the system works', () => {
  const { answer, text } = startNotice(outage({ kind: 'drill' }), context('08:20'));
  expect(text).toBe('ÖVNING: Avbrott i Lifecare SP sedan kl. 08.10');
  expect(answer.banner).toBe('ÖVNING');
  expect(linesOf(answer)[0]).toBe(
    'Det här är en övning. Lifecare SP fungerar: använd det som vanligt för era patienter.',
  );
});

describe('something new is known', () => {
  test('the reply says when it is expected to end, and when more is said', () => {
    const terms = { scope: [], message: '', expectedEndAt: at('12:00'), nextUpdateAt: at('11:00') };
    expect(updateNotice(outage({ terms }), context('09:20')).text).toBe(
      'Nytt om avbrottet i Lifecare SP. Beräknas sluta kl. 12.00. Nästa besked kl. 11.00',
    );
  });

  test('where the end is unknown the reply says no more of it: the message alone may be what is new', () => {
    expect(updateNotice(outage(), context('09:20')).text).toBe('Nytt om avbrottet i Lifecare SP');
  });

  test('what has no room on a phone is left to the card', () => {
    const terms = {
      scope: [],
      message: '',
      expectedEndAt: at('12:00', '2026-11-25'),
      nextUpdateAt: at('11:00', '2026-11-25'),
    };
    const { answer, text } = updateNotice(outage({ kind: 'drill', terms }), context('09:20'));
    expect(text.length).toBeLessThanOrEqual(120);
    expect(text).toContain('Beräknas sluta onsdag 25 november kl. 12.00');
    expect(factsOf(answer)['Nästa besked']).toBe('onsdag 25 november kl. 11.00');
  });

  test('the first post is edited to what holds now', () => {
    expect(updateNotice(outage(), context('09:20')).answer).toEqual(
      startNotice(outage(), context('09:20')).answer,
    );
  });
});
