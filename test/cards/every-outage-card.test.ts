import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/cards/answer.ts';
import { answerCard } from '../../src/cards/answer-card.ts';
import { answerText } from '../../src/cards/answer-text.ts';
import { cancelForm } from '../../src/cards/cancel-form.ts';
import { closeForm } from '../../src/cards/close-form.ts';
import { connectForm } from '../../src/cards/connect-form.ts';
import { coordinationNotice, promptNotice, reportNotice } from '../../src/cards/coordinator-notice.ts';
import { addCoordinatorForm, removeCoordinatorForm } from '../../src/cards/coordinator-form.ts';
import { declareForm } from '../../src/cards/declare-form.ts';
import { deliveryListAnswer } from '../../src/cards/delivery-list.ts';
import { disconnectForm } from '../../src/cards/disconnect-form.ts';
import { dismissForm } from '../../src/cards/dismiss-form.ts';
import { endForm } from '../../src/cards/end-form.ts';
import { endNotice } from '../../src/cards/end-notice.ts';
import { formMessage } from '../../src/cards/form-card.ts';
import type { FormCard } from '../../src/cards/form.ts';
import type { Notice } from '../../src/cards/notice.ts';
import { outageBoardAnswer } from '../../src/cards/outage-board.ts';
import { cancelledNotice, plannedAheadNotice } from '../../src/cards/planned-notice.ts';
import { profileForm } from '../../src/cards/profile-form.ts';
import { reportForm } from '../../src/cards/report-form.ts';
import { restoredForm } from '../../src/cards/restored-form.ts';
import { resumeForm } from '../../src/cards/resume-form.ts';
import { savedAnswer } from '../../src/cards/saved-answer.ts';
import { startNotice } from '../../src/cards/start-notice.ts';
import { testNotice, unitConnectedNotice } from '../../src/cards/test-notice.ts';
import { unitListAnswer } from '../../src/cards/unit-list.ts';
import { updateForm } from '../../src/cards/update-form.ts';
import { updateNotice } from '../../src/cards/update-notice.ts';
import type { Outage, OutageState } from '../../src/domain/outage.ts';
import { findPatientIdentities } from '../../src/domain/patient-identity.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { cardFaults } from '../support/card-faults.ts';
import { act, at, directory, failed, issued, outage, outboxOf, unit } from '../support/outage-samples.ts';
import { parseFaults } from '../support/parse-faults.ts';

const knowledge = await builtInKnowledge();
const { routine } = knowledge;
const now = at('11:00');
const units = Array.from({ length: 30 }, (_, index) => unit({ id: `u${index}`, name: `Enhet ${index}` }));
const recipients = units.map(({ id }) => `unit:${id}` as const);
const outbox = outboxOf(issued(1, recipients), ...recipients.map((one) => failed(1, one)));
const known = directory({ units, outbox });
const context = { now, number: 12, routine, directory: known };

const states: readonly OutageState[] = ['planned', 'reported', 'ongoing', 'restored', 'ended', 'closed'];
const kinds: readonly Outage['kind'][] = ['unplanned', 'planned', 'drill'];

/** One outage of each kind in each state, with all that can be said of it. */
function outages(words: string): readonly Outage[] {
  return kinds.flatMap((kind) =>
    states.map((state) =>
      outage({
        kind,
        state,
        terms: {
          scope: ['region', 'ornskoldsvik', 'sundsvall'],
          message: words,
          expectedEndAt: at('23:30', '2026-12-30'),
          nextUpdateAt: at('23:30', '2026-12-29'),
        },
        startedAt: at('23:30', '2026-11-23'),
        restoredAt: now,
        ...((state === 'ended' || state === 'closed') && { endedAt: now }),
        reason: words,
        reports: Array.from({ length: 40 }, () => ({ act: act('08:00'), message: words, unit: 'u1' })),
        lastDeed: 'updated',
        deeds: { updated: act('10:00', 'Anna-Karin Bergström-Lundqvist von der Esch') },
        outbox,
      }),
    ),
  );
}

function noticesOf(one: Outage): readonly Notice[] {
  return [
    startNotice(one, context),
    updateNotice(one, context),
    endNotice(one, context),
    plannedAheadNotice(one, context),
    cancelledNotice(one, context),
    reportNotice(one, context),
    promptNotice(one, 'two-hours', context),
    coordinationNotice(one, context),
  ];
}

function answersOf(one: Outage): readonly Answer[] {
  return [
    ...noticesOf(one).flatMap(({ answer, conclusion }) =>
      conclusion === undefined ? [answer] : [answer, conclusion],
    ),
    outageBoardAnswer(one, { now, directory: known }),
    savedAnswer(one, { now, directory: known }),
    deliveryListAnswer(one, known, { now, page: 1 }),
  ];
}

const formState = { problems: ['Något är fel.'], fieldErrors: {}, formId: 'form-1', now };

function formsOf(one: Outage, words: string): readonly FormCard[] {
  const values = { message: words, reason: words, name: words };
  const about = { ...formState, values, outage: one };
  const extent = { channels: 30 };
  return [
    declareForm(about, extent),
    updateForm(about, extent),
    restoredForm(about),
    resumeForm(about),
    endForm(about, extent),
    closeForm(about),
    dismissForm(about),
    cancelForm(about),
    reportForm(about),
    connectForm(about, {
      channel: words,
      organisations: [],
      isCoordinator: true,
      unit: unit({ name: words }),
    }),
    disconnectForm(about, unit({ name: words })),
    profileForm(about, { profile: {}, organisations: [], units }),
    addCoordinatorForm(about, []),
    removeCoordinatorForm(about, [{ value: 'p1', title: words || 'Bo Ek' }]),
  ];
}

const unitAnswers: readonly Answer[] = [
  testNotice(unit(), context).answer,
  unitConnectedNotice(unit(), context).answer,
  unitListAnswer({ directory: known, outages: new Map(), configuredCoordinators: [] }, knowledge, {
    now,
    page: 1,
  }),
];

function faultsOf(answer: Answer): readonly string[] {
  return (['channel', 'personal'] as const).flatMap((place) => {
    const card = answerCard(answer, routine, { callLinks: 'teams', place });
    return [...cardFaults(card), ...parseFaults(card)];
  });
}

test.each(outages('Felsöker.').map((one) => [one.kind, one.state, one] as const))(
  'every card of a(n) %s outage that is %s is sound, marked where it is a drill, and free of identities',
  (kind, _state, one) => {
    for (const answer of answersOf(one)) {
      expect(faultsOf(answer), answer.title).toEqual([]);
      expect(answer.banner, answer.title).toBe(kind === 'drill' ? 'ÖVNING' : undefined);
      expect(findPatientIdentities(answerText(answer, routine)), answer.title).toEqual([]);
    }
  },
);

test.each(outages('Felsöker.').map((one) => [one.kind, one.state, one] as const))(
  'every push of a(n) %s outage that is %s is short, and says first that it is a drill',
  (kind, _state, one) => {
    for (const { text } of noticesOf(one)) {
      expect(text.length, text).toBeLessThanOrEqual(120);
      expect(text.startsWith('ÖVNING: '), text).toBe(kind === 'drill');
      expect(text).not.toContain('Felsöker.');
    }
  },
);

test('the cards of units are sound', () => {
  expect(unitAnswers.flatMap(faultsOf)).toEqual([]);
});

test.each(outages('Felsöker.').map((one) => [one.kind, one.state, one] as const))(
  'every form about a(n) %s outage that is %s is sound, in a dialog and in a chat',
  (_kind, _state, one) => {
    for (const form of formsOf(one, 'Felsöker.')) {
      for (const place of ['dialog', 'chat'] as const) {
        const { card } = formMessage(form, place);
        expect([...cardFaults(card), ...parseFaults(card)], form.title).toEqual([]);
      }
    }
  },
);

describe('whatever a coordinator writes', () => {
  const [, , running = outage()] = outages('');

  test('the cards and forms stay sound', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), (words) => {
        const one = { ...running, terms: { ...running.terms, message: words }, reason: words };
        const reports = [{ act: act('08:00'), message: words, unit: 'u1' }];
        const faults = [
          ...answersOf({ ...one, reports }).flatMap(faultsOf),
          ...formsOf(one, words).flatMap((form) => cardFaults(formMessage(form, 'dialog').card)),
        ];
        expect(faults).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
