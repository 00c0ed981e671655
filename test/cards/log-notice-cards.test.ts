import { describe, expect, test } from 'vitest';
import { outstandingNotice, reportNotice } from '../../src/cards/coordinator-notice.ts';
import { logKeptNotice, receiptNotice, retryNotice, tailNotice } from '../../src/cards/log-notices.ts';
import { noticeMessage, noticeView } from '../../src/cards/notice-card.ts';
import type { Notice } from '../../src/cards/notice.ts';
import type { HandoverEvent } from '../../src/domain/handover-event.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { findPatientIdentities } from '../../src/domain/patient-identity.ts';
import { aCode, actAt, angeKind, opened, recorded } from '../support/build-log.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { cardFaults } from '../support/card-faults.ts';
import {
  caseOf,
  causeOf,
  corrected,
  given,
  hemsjukvarden,
  outageAfter,
  received,
  retryOf,
  story,
  tailOf,
  ward,
  withdrawn,
} from '../support/log-notice-samples.ts';
import { at, directory, unit } from '../support/outage-samples.ts';
import { parseFaults } from '../support/parse-faults.ts';
import { factsOf, linesOf } from '../support/said.ts';

const { routine } = await builtInKnowledge();
const otherCode = 'D7M-3C';
const known = directory({ units: [ward, hemsjukvarden] });
const context = { now: at('10:00'), number: 4, routine, directory: known };
const toAnna = causeOf();
const toWard = causeOf({ recipients: ['unit:ward'] });

/** All of a notice that is stored and sent. */
const wholeOf = (notice: Notice): string => JSON.stringify(notice);
const faultsOf = ({ answer, text }: Notice): readonly string[] =>
  (['channel', 'personal'] as const).flatMap((place) => {
    const { card, summary } = noticeMessage(noticeView({ answer, text, routine }), { place });
    return [
      ...cardFaults(card),
      ...parseFaults(card),
      ...(summary.includes(aCode) ? ['a code in a push'] : []),
    ];
  });

describe('the receiver’s side has confirmed', () => {
  test('whoever handed over reads what, on which code, by whom and when', () => {
    const { answer, text } = receiptNotice(outageAfter(story), context, toAnna);
    expect(text).toBe('Ånge kommun har bekräftat en överlämning');
    expect(answer.title).toBe('Ånge kommun har bekräftat en överlämning');
    expect(factsOf(answer)).toEqual({ Kod: aCode, Av: 'Eva, Hemsjukvården', När: 'kl. 09.10' });
    expect(linesOf(answer)).toEqual([
      'Ånge kommun har bekräftat: Inskrivning, Planeringsunderlag.',
      'Öppna koden och se vad som är kvar.',
      'Dokumentera i journalen; boten ersätter den inte.',
    ]);
    expect(answer.actions).toEqual([
      {
        title: `Visa ${aCode}`,
        verb: 'handover.list',
        data: { code: aCode, unit: 'ward' },
        opensForm: true,
      },
    ]);
    expect(answer.footer).toBe('Meddelande 4');
  });

  test('the unit’s channel reads that there is something in the log, and nothing of the case', () => {
    const notice = receiptNotice(outageAfter(story), context, toWard);
    expect(notice.text).toBe('En mottagare har bekräftat en överlämning');
    expect(linesOf(notice.answer)[0]).toBe('Öppna er logg.');
    expect(notice.answer.actions).toEqual([
      { title: 'Visa er logg', verb: 'handover.list', data: {}, opensForm: true },
    ]);
    for (const word of [aCode, 'Inskrivning', 'Ånge', 'Eva', 'Hemsjukvården']) {
      expect(wholeOf(notice)).not.toContain(word);
    }
  });

  test('a region’s unit is told of by what it is, and by its name where it is known', () => {
    const as = { careSetting: 'primary-care', organisation: 'region' } as const;
    const events = [caseOf(), given('e1', { party: 'primary-care' }), received({}, { unit: 'gone', as })];
    const cause = causeOf({ about: { unit: 'gone', entry: 'receipt' } });
    const { answer } = receiptNotice(outageAfter(events), context, cause);
    expect(answer.title).toBe('Hälsocentralen har bekräftat en överlämning');
    expect(factsOf(answer)['Av']).toBe('Eva');
  });

  test('that Teams could not say who it was is said', () => {
    const events = [caseOf(), given('e1'), received({}, { isUnverified: true })];
    expect(linesOf(receiptNotice(outageAfter(events), context, toAnna).answer)).toContain(
      'Teams kunde inte visa att personen hör till enheten.',
    );
  });
});

describe('a receipt is not what it was', () => {
  test('taken back, the sender reads what, and is sent to look; the other side’s reason stays there', () => {
    const { answer, text } = receiptNotice(outageAfter([...story, withdrawn]), context, toAnna);
    expect(text).toBe('Ånge kommun har tagit tillbaka en bekräftelse');
    expect(factsOf(answer)).toMatchObject({ Kod: aCode, När: 'kl. 09.30' });
    expect(linesOf(answer).slice(0, 2)).toEqual([
      'Ånge kommun har tagit tillbaka: Inskrivning, Planeringsunderlag.',
      'Öppna koden och se vad som gäller nu. Ring igen om något måste bekräftas.',
    ]);
    expect(JSON.stringify(answer)).not.toContain('Fel patient');
  });

  test('changed, the sender reads what is confirmed now and what no longer', () => {
    const { answer, text } = receiptNotice(
      outageAfter([...story, corrected({ items: ['admission'] })]),
      context,
      toAnna,
    );
    expect(text).toBe('Ånge kommun har ändrat en bekräftelse');
    expect(linesOf(answer).slice(0, 3)).toEqual([
      'Ånge kommun bekräftar nu: Inskrivning.',
      'Ånge kommun bekräftar inte längre: Planeringsunderlag.',
      'Öppna koden och se vad som gäller nu. Ring igen om något måste bekräftas.',
    ]);
  });

  test('moved to somebody else’s code, that code is never shown to the one who had it before', () => {
    const events = [...story, caseOf(otherCode, 'secret'), corrected({ code: otherCode })];
    const notice = receiptNotice(outageAfter(events), context, toAnna);
    expect(wholeOf(notice)).not.toContain(otherCode);
    expect(factsOf(notice.answer)['Kod']).toBe(aCode);
    expect(linesOf(notice.answer)[0]).toBe(
      'Ånge kommun bekräftar inte längre: Inskrivning, Planeringsunderlag.',
    );
  });

  test('corrected to a call of the other direction, it confirms nothing any more', () => {
    const events = [...story, corrected({ direction: 'given', items: ['canReceive'] })];
    expect(linesOf(receiptNotice(outageAfter(events), context, toAnna).answer)).not.toContain(
      'Ånge kommun bekräftar nu: Kan ta emot patienten.',
    );
  });

  test.each([
    ['taken back', [...story, withdrawn]],
    ['changed', [...story, corrected({ items: ['admission'] })]],
  ])('%s, the channel reads that it is to look', (_what, events) => {
    const notice = receiptNotice(outageAfter(events), context, toWard);
    expect(linesOf(notice.answer)[0]).toBe('Öppna er logg och se vad som gäller nu.');
    expect(wholeOf(notice)).not.toContain(aCode);
  });
});

describe('nobody answered', () => {
  const unanswered = outageAfter([caseOf(), given('e1', { outcome: 'no-answer', counterpart: '' })]);

  test('whoever rang reads whom to ring again, at which number, of which case, and logs from there', () => {
    const { answer, text } = retryNotice(unanswered, context, retryOf('e1', 'person:anna'));
    expect(text).toBe('Ring igen: Ånge kommun. Ingen svarade kl. 09.00');
    expect(factsOf(answer)).toEqual({
      'Inget svar': 'kl. 09.00',
      Kod: aCode,
      'Att lämna': 'Inskrivning, Planeringsunderlag',
    });
    expect(answer.sections[0]?.phones).toMatchObject([
      { name: 'Ånge kommuns växel', number: '0690-25 01 00', askFor: 'ansvarig biståndshandläggare' },
    ]);
    expect(answer.actions).toEqual([
      {
        title: 'Logga samtalet',
        verb: 'handover.record',
        data: { code: aCode, party: 'municipality', municipality: 'ange', unit: 'ward' },
        opensForm: true,
      },
    ]);
  });

  test('the unit’s channel reads whom to ring, and not about whom', () => {
    const notice = retryNotice(unanswered, context, retryOf('e1', 'unit:ward'));
    expect(notice.answer.title).toBe('Ring igen: Ånge kommun');
    expect(notice.answer.actions?.map(({ title }) => title)).toEqual(['Visa er logg']);
    expect(wholeOf(notice)).not.toContain(aCode);
    expect(wholeOf(notice)).not.toContain('Inskrivning');
  });

  test.each([
    ['primary-care', 'Hälsocentralen', routine.general.reachOutpatient.text],
    ['psychiatric-outpatient', 'Psykiatrisk öppenvård', routine.general.reachOutpatient.text],
    ['inpatient-ward', 'Avdelningen', 'Ring direktnumret. Har du det inte: ring växeln.'],
  ] as const)(
    '%s is reached through the region’s switchboard where no direct number is known',
    (party, name, way) => {
      const { municipality: _, ...call } = given('e1', { party, outcome: 'no-answer' }).call;
      const one = outageAfter([caseOf(), { ...given('e1'), call }]);
      const { answer } = retryNotice(one, context, retryOf('e1', 'person:anna'));
      expect(answer.title).toBe(`Ring igen: ${name}`);
      expect(answer.sections[0]?.phones?.map(({ number }) => number)).toEqual(['0611–800 00']);
      expect(linesOf(answer)).toContain(way);
      expect(answer.actions?.[0]?.data).toEqual({ code: aCode, party, unit: 'ward' });
    },
  );

  test('within the municipality the switchboard is not the way', () => {
    const events = [
      opened({ unit: 'ange', as: angeKind }),
      recorded('e1', { items: ['forwarded'], outcome: 'no-answer' }, { unit: 'ange', as: angeKind }),
    ];
    const cause = causeOf({ notice: 'reminder', key: 'retry:e1', about: { unit: 'ange', entry: 'e1' } });
    const { answer } = retryNotice(outageAfter(events), context, cause);
    expect(answer.sections[0]?.phones).toEqual([]);
    expect(linesOf(answer)[0]).toBe('Ring den enhet i kommunen som du försökte nå.');
  });
});

test('units with calls read that it was no outage, that the log is kept, and what to do', () => {
  const dismissed = outageAfter(story, { state: 'closed', kind: 'reported' });
  const { answer, text } = logKeptNotice(dismissed, context);
  expect(text).toBe('Det var inget avbrott i Lifecare SP. Er logg finns kvar');
  expect(linesOf(answer)).toEqual([
    'Er logg finns kvar.',
    'Arbeta som vanligt i Lifecare SP.',
    'Det ni har lämnat och tagit emot i telefon ska stå i journalen.',
    'Dokumentera i journalen; boten ersätter den inte.',
  ]);
});

describe('whatever is told of a log', () => {
  const noAnswer = given('e2', { outcome: 'no-answer', counterpart: '' });
  const causes: readonly (readonly [string, (one: Outage) => Notice, readonly HandoverEvent[]])[] = [
    ...[toAnna, toWard].flatMap((cause) =>
      [story, [...story, withdrawn], [...story, corrected({ items: ['admission'] })]].map(
        (events, index) =>
          [
            `receipt ${index} to ${cause.recipients.join()}`,
            (one: Outage) => receiptNotice(one, context, cause),
            events,
          ] as const,
      ),
    ),
    ...(['person:anna', 'unit:ward'] as const).map(
      (recipient) =>
        [
          `retry to ${recipient}`,
          (one: Outage) => retryNotice(one, context, retryOf('e2', recipient)),
          [...story, noAnswer],
        ] as const,
    ),
    ['tail', (one) => tailNotice(one, context, tailOf('tail:3w')), story],
    ['log kept', (one) => logKeptNotice(one, context), story],
    ['outstanding', (one) => outstandingNotice(one, context), story],
    ['report', (one) => reportNotice(one, context), story],
  ];

  test.each(causes)('%s: its card is sound, its push short and without a code', (_name, say, events) => {
    for (const over of [{}, { kind: 'drill' }, { kind: 'drill', isInterrupted: true }] as const) {
      const notice = say(outageAfter(events, over));
      expect(faultsOf(notice)).toEqual([]);
      expect(notice.text.length).toBeLessThanOrEqual(120);
      expect(notice.text).not.toContain(aCode);
      expect(findPatientIdentities(wholeOf(notice))).toEqual([]);
    }
  });

  test.each(causes.filter(([name]) => name !== 'report' && name !== 'outstanding'))(
    '%s: of a drill it says so first',
    (_name, say, events) => {
      const { answer, text } = say(outageAfter(events, { kind: 'drill' }));
      expect(answer.banner).toBe('ÖVNING');
      expect(text).toMatch(/^ÖVNING: /);
      const broken = say(outageAfter(events, { kind: 'drill', isInterrupted: true }));
      expect(broken.answer.banner).toBe('ÖVNING AVBRUTEN, verkligt avbrott');
      expect(broken.text).toMatch(/^ÖVNING: /);
    },
  );

  test('a name or a unit as long as can be breaks nothing', () => {
    const by = { id: 'e', name: 'Ö'.repeat(5_000) };
    const events = [caseOf(), given('e1'), received({}, { act: { ...actAt(at('09:10')), by } })];
    const units = [unit({ id: 'ange', name: '**Fet** ${x}'.repeat(50), ...angeKind })];
    const notice = receiptNotice(
      outageAfter(events),
      { ...context, directory: directory({ units }) },
      toAnna,
    );
    expect(faultsOf(notice)).toEqual([]);
    expect(notice.text.length).toBeLessThanOrEqual(120);
  });

  test.each([
    ['a receipt', () => receiptNotice(outageAfter([]), context, toAnna)],
    ['a retry', () => retryNotice(outageAfter([]), context, causeOf({ about: { unit: 'ward' } }))],
    ['a reminder', () => tailNotice(outageAfter([]), context, causeOf({ about: { unit: 'nobody' } }))],
  ])('%s about nothing is a fault', (_what, say) => {
    expect(say).toThrow(/is about no/);
  });
});
