import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/app/answer-question.ts';
import type { Answer } from '../../src/cards/answer.ts';
import { answerCard } from '../../src/cards/answer-card.ts';
import { coordinationNotice } from '../../src/cards/coordinator-notice.ts';
import { noticeMessage, noticeView } from '../../src/cards/notice-card.ts';
import { plannedAheadNotice } from '../../src/cards/planned-notice.ts';
import { savedAnswer } from '../../src/cards/saved-answer.ts';
import type { Asker } from '../../src/domain/asker.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { cardFaults, elementsOf } from '../support/card-faults.ts';
import { at, directory, outage, unit } from '../support/outage-samples.ts';
import { linesOf } from '../support/said.ts';

const knowledge = await builtInKnowledge();
const { routine } = knowledge;
const publicUrl = 'https://avbrott.example.se';

/** The buttons of a card that lead to a page: what each says, and where it leads. */
function linksOf(card: unknown): readonly string[] {
  return elementsOf(card)
    .filter(({ type }) => type === 'Action.OpenUrl')
    .map(({ title, url }) => `${String(title)} ${String(url)}`);
}

function cardOf(answer: Answer, url?: string): object {
  const card = answerCard(answer, routine, { callLinks: 'none', publicUrl: url });
  expect(cardFaults(card)).toEqual([]);
  return card;
}

const ward: Asker = { careSetting: 'inpatient-somatic', organisation: 'region' };
const printForm = `Skriv ut stödbladet ${publicUrl}/blankett`;

describe('an answer that speaks of the form or of the routine on paper leads to it', () => {
  test.each<[string, Asker, readonly string[]]>([
    ['var finns blanketten?', {}, [printForm, `Skriv ut reservrutinen ${publicUrl}/reservrutin`]],
    ['var finns blanketten?', ward, [printForm, `Skriv ut reservrutinen ${publicUrl}/reservrutin/inpatient`]],
    ['hur dokumenterar jag?', ward, [printForm]],
    ['hur gör vi med sip?', {}, [`Skriv ut sidan om SIP ${publicUrl}/reservrutin/sip`]],
    ['om rutinen', ward, [`Skriv ut reservrutinen ${publicUrl}/reservrutin/inpatient`]],
    ['hjälp', {}, [`Skriv ut reservrutinen ${publicUrl}/reservrutin`]],
    ['vem ringer jag i Ånge?', ward, []],
  ])('%s', (text, asker, links) => {
    const { answer } = answerQuestion(text, asker, knowledge);
    expect(linksOf(cardOf(answer, publicUrl))).toEqual(links);
    expect(linksOf(cardOf(answer))).toEqual([]);
  });

  test('also where the address has a path of its own', () => {
    const { answer } = answerQuestion('hjälp', {}, knowledge);
    expect(linksOf(cardOf(answer, 'https://example.se/bot/'))).toEqual([
      'Skriv ut reservrutinen https://example.se/bot/reservrutin',
    ]);
  });
});

const plan = outage({
  kind: 'planned',
  state: 'planned',
  startedAt: at('22:00', '2026-12-08'),
  lastDeed: 'planned',
});
const context = { now: at('09:00'), number: 3, routine, directory: directory({ units: [unit()] }) };
const reminder =
  'Skriv ut reservrutinen och några stödblad till varje enhet: Teams kan ligga nere samtidigt.';

describe('ahead of a planned outage', () => {
  const { answer, text } = coordinationNotice(plan, context);
  const saved = savedAnswer(plan, context);

  test.each([
    ['the notice', answer],
    ['what is answered to whoever planned it', saved],
  ])('%s reminds coordinators to print, and leads to what', (_what, told) => {
    expect(linesOf(told)).toEqual(
      expect.arrayContaining([reminder, 'Samma sidor finns som filer hos driften.']),
    );
    expect(linksOf(cardOf(told, publicUrl))).toEqual([
      `Skriv ut reservrutinen ${publicUrl}/reservrutin`,
      printForm,
    ]);
    expect(linksOf(cardOf(told))).toEqual([]);
  });

  test('a stored notice leads to the address of the day when it is sent', () => {
    const view = JSON.parse(JSON.stringify(noticeView({ answer, text, routine })));
    expect(linksOf(noticeMessage(view, { publicUrl }).card)).toContain(printForm);
    expect(linksOf(noticeMessage(view).card)).toEqual([]);
  });

  test('a stored notice about a page that is no more is shown without it', () => {
    const view = { ...noticeView({ answer, text, routine }) };
    const older = { ...view, answer: { ...view.answer, pages: ['form', 'gone'] } };
    expect(linksOf(noticeMessage(older, { publicUrl }).card)).toEqual([printForm]);
  });

  test('units are led there too', () => {
    const { answer: told } = plannedAheadNotice(plan, context);
    expect(linksOf(cardOf(told, publicUrl))).toContain(printForm);
  });

  test('when it runs, nobody is told to print', () => {
    const running = outage({ kind: 'planned', state: 'ongoing', lastDeed: 'declared' });
    expect(linesOf(coordinationNotice(running, context).answer)).not.toContain(reminder);
    expect(linesOf(savedAnswer(running, context))).not.toContain(reminder);
  });
});
