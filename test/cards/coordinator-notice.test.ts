import { describe, expect, test } from 'vitest';
import { coordinationNotice, promptNotice, reportNotice } from '../../src/cards/coordinator-notice.ts';
import type { PromptReason } from '../../src/cards/coordinator-notice.ts';
import { testNotice, unitConnectedNotice } from '../../src/cards/test-notice.ts';
import type { Outage, OutageDeed } from '../../src/domain/outage.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { act, at, directory, outage, unit } from '../support/outage-samples.ts';
import { factsOf, headingsOf, linesOf, verbsOf } from '../support/said.ts';

const { routine } = await builtInKnowledge();
const context = (clock: string) => ({
  now: at(clock),
  number: 3,
  routine,
  directory: directory({ units: [unit()] }),
});
const report = (clock: string, id: string, over: object = {}) => ({
  act: { ...act(clock), by: { id, name: `Namn ${id}` } },
  message: '',
  ...over,
});

describe('somebody reports', () => {
  const reported = outage({
    state: 'reported',
    kind: 'reported',
    deeds: {},
    lastDeed: 'reported',
    reports: [
      report('08:10', 'a', { message: 'Kommer inte in', unit: 'unit-1' }),
      report('08:12', 'b'),
      report('08:14', 'b', { message: 'Fortfarande', unit: 'gone' }),
    ],
  });
  const { answer, text } = reportNotice(reported, context('08:20'));

  test('a phone shows how many, and since when', () => {
    expect(text).toBe('2 har anmält att Lifecare SP inte fungerar, först kl. 08.10');
    expect(reportNotice({ ...reported, reports: reported.reports.slice(0, 1) }, context('08:20')).text).toBe(
      'En har anmält att Lifecare SP inte fungerar, först kl. 08.10',
    );
  });

  test('the card counts people, shows what was said and from where, and names nobody', () => {
    expect(answer.title).toBe('2 har anmält att Lifecare SP inte fungerar');
    expect(linesOf(answer)).toEqual(
      expect.arrayContaining([
        'Ingen samordnare har utlyst avbrott än.',
        'kl. 08.14, okänd enhet: ”Fortfarande”',
        'kl. 08.12, okänd enhet',
        'kl. 08.10, Avdelning 12: ”Kommer inte in”',
      ]),
    );
    expect(JSON.stringify(answer)).not.toContain('Namn');
  });

  test('it is declared or dismissed from there', () => {
    expect(answer.actions).toEqual([
      {
        title: 'Utlys avbrott',
        verb: 'outage.declare',
        data: { outage: 'outage-1', version: '1' },
        opensForm: true,
      },
      {
        title: 'Det är inget avbrott',
        verb: 'outage.dismiss',
        data: { outage: 'outage-1', version: '1' },
        opensForm: true,
      },
      { title: 'Visa läget', verb: 'outage.show', data: { outage: 'outage-1' } },
    ]);
  });

  test('many reports are counted, and the latest shown', () => {
    const reports = Array.from({ length: 30 }, (_, index) => report('08:10', `p${index}`));
    const many = reportNotice({ ...reported, reports }, context('08:20')).answer;
    expect(many.title).toBe('30 har anmält att Lifecare SP inte fungerar');
    expect(linesOf(many)).toContain('… och 25 tidigare.');
  });

  test.each<[Partial<Outage>, string, number]>([
    [{ state: 'ongoing', lastDeed: 'declared' }, 'Avbrottet är redan utlyst.', 4],
    [{ state: 'closed', lastDeed: 'dismissed' }, 'En samordnare har sagt att det inte är något avbrott.', 0],
    [{ state: 'closed', lastDeed: 'closed' }, 'Avbrottet är slut.', 0],
  ])('when it is settled the card says so: %j', (settled, sentence, buttons) => {
    const later = reportNotice({ ...reported, ...settled }, context('08:20')).answer;
    expect(linesOf(later)).toContain(sentence);
    expect(later.actions).toHaveLength(buttons);
  });
});

describe('the clock asks', () => {
  test.each<[PromptReason, string]>([
    ['one-hour', 'Avbrottet i Lifecare SP har pågått i 1 timme: uppdatera enheterna'],
    ['two-hours', 'Avbrottet i Lifecare SP har pågått i 2 timmar: nu följs avbrottsrutinen'],
    ['update-passed', 'Tiden för nästa besked om avbrottet i Lifecare SP har passerat'],
    ['planned-end-passed', 'Det planerade avbrottet i Lifecare SP skulle vara slut: är det det?'],
  ])('%s: %s', (reason, text) => {
    const notice = promptNotice(outage(), reason, context('10:10'));
    expect(notice.text).toBe(text);
    expect(verbsOf(notice.answer)).toEqual(['outage.update', 'outage.restored', 'outage.end', 'outage.show']);
  });
});

test.each<[PromptReason, string]>([
  ['one-hour', 'ÖVNING: Övningen har pågått i 1 timme: uppdatera enheterna'],
  ['two-hours', 'ÖVNING: Övningen har pågått i 2 timmar: nu övas avbrottsrutinen'],
  ['update-passed', 'ÖVNING: Tiden för nästa besked om övningen har passerat'],
])('of a drill the clock asks as of a drill: %s', (reason, text) => {
  const { answer, text: push } = promptNotice(outage({ kind: 'drill' }), reason, context('10:10'));
  expect(push).toBe(text);
  expect(answer.title).not.toContain('Avbrott');
});

describe('something is done', () => {
  test.each<[OutageDeed, Partial<Outage>, string]>([
    ['declared', {}, 'Anna Berg har utlyst avbrott i Lifecare SP'],
    ['declared', { kind: 'drill' }, 'Anna Berg har startat en övning'],
    ['planned', { state: 'planned', kind: 'planned' }, 'Anna Berg har planerat ett avbrott i Lifecare SP'],
    ['updated', {}, 'Anna Berg har uppdaterat avbrottet'],
    ['updated', { state: 'planned', kind: 'planned' }, 'Anna Berg har ändrat det planerade avbrottet'],
    ['restored', { state: 'restored' }, 'Anna Berg säger att Lifecare SP svarar igen'],
    ['resumed', {}, 'Anna Berg säger att Lifecare SP slutade fungera igen'],
    [
      'restored',
      { state: 'restored', kind: 'drill' },
      'Anna Berg säger att Lifecare SP svarar igen i övningen',
    ],
    ['ended', { state: 'ended' }, 'Anna Berg har avslutat avbrottet'],
    ['dismissed', { state: 'closed' }, 'Anna Berg säger att det inte var något avbrott'],
    ['cancelled', { state: 'closed', kind: 'planned' }, 'Anna Berg har ställt in det planerade avbrottet'],
    ['closed', { state: 'closed' }, 'Anna Berg har stängt avbrottet'],
  ])('%s %j: %s', (deed, over, title) => {
    const done = outage({ lastDeed: deed, deeds: { [deed]: act('08:30') }, ...over });
    const { answer, text } = coordinationNotice(done, context('08:30'));
    expect(answer.title).toBe(title);
    expect(text).toBe(over.kind === 'drill' ? `ÖVNING: ${title}` : title);
    expect(factsOf(answer)['När']).toBe('kl. 08.30');
  });

  test('the reason is shown, and what was done to a drill is marked', () => {
    const { answer } = coordinationNotice(
      outage({
        state: 'closed',
        kind: 'drill',
        reason: 'Alla är klara.',
        lastDeed: 'closed',
        deeds: { closed: act('09:00') },
      }),
      context('09:00'),
    );
    expect(answer.banner).toBe('ÖVNING');
    expect(linesOf(answer)).toContain('Alla är klara.');
  });

  test('when it answers again the checks are shown, marked as beyond the routine', () => {
    const { answer } = coordinationNotice(
      outage({ state: 'restored', lastDeed: 'restored', deeds: { restored: act('13:40') } }),
      context('13:40'),
    );
    expect(headingsOf(answer)).toEqual(['Kontrollera innan du avslutar (förslag, utöver rutinen)']);
    expect(verbsOf(answer)).toEqual(['outage.end', 'outage.resume', 'outage.update', 'outage.show']);
  });

  test('what the clock began or joined is nobody’s deed', () => {
    const planned = { kind: 'planned' as const, startedAt: at('22:00'), lastDeed: 'declared' as const };
    const deeds = { planned: act('08:00'), declared: act('08:00') };
    expect(coordinationNotice(outage({ ...planned, deeds }), context('22:00')).text).toBe(
      'Det planerade avbrottet har börjat',
    );
    const joined = outage({ ...planned, deeds, state: 'closed', joinedTo: 'o2' });
    expect(coordinationNotice(joined, context('22:00')).text).toBe(
      'Det planerade avbrottet blev en del av det som pågår',
    );
  });

  test('a long name leaves room for what happened', () => {
    const by = { id: 'x', name: 'N'.repeat(200) };
    const done = outage({ lastDeed: 'declared', deeds: { declared: { ...act('08:30'), by } } });
    const { text } = coordinationNotice(done, context('08:30'));
    expect(text.length).toBeLessThanOrEqual(120);
    expect(text).toContain('har utlyst avbrott');
  });
});

describe('a channel is connected', () => {
  test('it is told that it can be reached', () => {
    const { answer, text } = testNotice(unit(), context('08:20'));
    expect(text).toBe('Prov: meddelanden från Avbrottsboten kommer fram hit');
    expect(factsOf(answer)).toEqual({
      Enhet: 'Avdelning 12',
      Organisation: 'Region Västernorrland',
      Vårdform: 'Somatisk slutenvård',
    });
    expect(JSON.stringify(answer)).not.toContain('Karin Ek');
  });

  test('coordinators are told what it is connected as, where, and by whom', () => {
    const { careSetting: _, ...without } = unit({ directNumber: '060-12 34 56' });
    const { answer, text } = unitConnectedNotice(without, context('08:20'));
    expect(text).toBe('Ny enhet ansluten: Avdelning 12');
    expect(factsOf(answer)).toEqual({
      Enhet: 'Avdelning 12',
      Organisation: 'Region Västernorrland',
      Vårdform: 'Bara meddelanden',
      Kanal: 'Lifecare i Medicin Sundsvall',
      Direktnummer: '060-12 34 56',
      'Ansluten av': 'Karin Ek',
    });
  });
});
