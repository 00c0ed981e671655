import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import sample from '../../cards/answer.sample.json' with { type: 'json' };
import template from '../../cards/answer.json' with { type: 'json' };
import { openQuestion } from '../../src/app/open-question.ts';
import { replyMessage } from '../../src/app/reply-message.ts';
import type { Answer, PhoneLine } from '../../src/cards/answer.ts';
import { answerCard } from '../../src/cards/answer-card.ts';
import { answerViewSchema } from '../../src/cards/answer-view.ts';
import type { AnswerCardOptions } from '../../src/cards/answer-view.ts';
import { cardRenderer } from '../../src/cards/render-card.ts';
import { shownText } from '../../src/cards/shown-text.ts';
import { intents } from '../../src/intent/recognition.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { cardFaults, elementsOf } from '../support/card-faults.ts';
import { everyAnswer } from '../support/every-answer.ts';
import type { Answered } from '../support/every-answer.ts';
import { liveMarkdown } from '../support/live-markdown.ts';
import { parseFaults } from '../support/parse-faults.ts';

const knowledge = await builtInKnowledge();
const { routine } = knowledge;
const answers = everyAnswer(knowledge);
const plain: AnswerCardOptions = { callLinks: 'none' };

function optionsOf({ reply, asker }: Answered, callLinks: AnswerCardOptions['callLinks']): AnswerCardOptions {
  const open = openQuestion(reply, asker, knowledge);
  return { callLinks, ...(open !== undefined && { openQuestion: open }) };
}

function textsOf(card: unknown): readonly string[] {
  return elementsOf(card).flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
}

const titled = z.object({ type: z.string(), title: z.string() });

function buttonsOf(card: unknown): readonly string[] {
  return elementsOf(card)
    .filter(({ type }) => type === 'Action.Execute' || type === 'Action.OpenUrl')
    .map((element) => titled.parse(element).title);
}

function phone(over: Partial<PhoneLine> = {}): PhoneLine {
  return { name: 'Avdelning 24', place: 'Sundsvall', number: '060-18 10 00', e164: '+4660181000', ...over };
}

function phoneAnswer(...phones: readonly PhoneLine[]): Answer {
  return { title: 'Ring så här', sections: [{ heading: 'Avdelningen', phones, lines: [] }] };
}

test('the sample shows every part of the template and is a sound card', () => {
  const rendered = cardRenderer(template, answerViewSchema)(answerViewSchema.parse(sample));
  if (rendered.kind !== 'card') throw new Error(rendered.kind);
  expect(cardFaults(rendered.card)).toEqual([]);
  expect(parseFaults(rendered.card)).toEqual([]);
  const types = new Set(elementsOf(rendered.card).map(({ type }) => type));
  const inTemplate = new Set(elementsOf(template).map(({ type }) => type));
  expect(types).toEqual(inTemplate);
});

describe('every answer to everybody', () => {
  test('is of every intent', () => {
    expect(new Set(answers.map(({ reply }) => reply.recognition.intent))).toEqual(new Set(intents));
  });

  test.each(['none', 'tel', 'teams'] as const)('is a sound card with call links %s', (callLinks) => {
    const faults = answers.flatMap((answered) => {
      const card = answerCard(answered.reply.answer, routine, optionsOf(answered, callLinks));
      return [...cardFaults(card), ...parseFaults(card)].map((fault) => `${answered.title}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  test('shows each number with its name and place and dials it', () => {
    const missing = answers.flatMap(({ title, reply: { answer } }) => {
      const texts = textsOf(answerCard(answer, routine, plain));
      return answer.sections
        .flatMap(({ phones = [] }) => phones)
        .filter(({ name, place, number, e164 }) => {
          const whose = name.includes(place) ? name : `${name}, ${place}`;
          return !texts.includes(whose) || !texts.includes(`[${number}](tel:${e164})`);
        })
        .map(({ number }) => `${title}: ${number}`);
    });
    expect(missing).toEqual([]);
  });

  test('says everything that the text says', () => {
    const missing = answers.flatMap((answered) => {
      const { answer } = answered.reply;
      const card = answerCard(answer, routine, optionsOf(answered, 'none'));
      const said = [...textsOf(card), ...buttonsOf(card)].join('');
      return answer.sections
        .flatMap(({ lines }) => lines)
        .filter(({ text }) => !said.includes(shownText(text, 5000)))
        .map(({ text }) => `${answered.title}: ${text}`);
    });
    expect(missing).toEqual([]);
  });

  test('shows version, date and status of the routine wherever it speaks of it', () => {
    const { version, date, status } = routine.document;
    const without = answers.filter(({ reply: { answer } }) => {
      const texts = textsOf(answerCard(answer, routine, plain)).join('|');
      const isShown = texts.includes(version) && texts.includes(date) && texts.includes(status);
      return isShown === (answer.withoutRoutine === true);
    });
    expect(without.map(({ title }) => title)).toEqual([]);
  });

  test('marks what goes beyond the routine in words', () => {
    const unmarked = answers.flatMap(({ title, reply: { answer } }) => {
      const texts = textsOf(answerCard(answer, routine, plain)).map((text) => text.toLowerCase());
      const bases = answer.sections.flatMap(({ lines }) => lines.flatMap(({ basis }) => basis ?? []));
      return bases
        .filter((basis) => !texts.includes(basis.toLowerCase()))
        .map((basis) => `${title}: ${basis}`);
    });
    expect(unmarked).toEqual([]);
  });

  test('goes out with a summary that names what was answered and nothing that was typed', () => {
    const summaries = answers.map(({ reply, asker }) => ({
      title: reply.answer.title,
      ...replyMessage(reply, asker, { known: knowledge, callLinks: 'none', place: 'personal' }),
    }));
    expect(summaries.filter(({ title, summary }) => summary !== `Svar: ${title}`)).toEqual([]);
  });

  test('can be read where the card cannot, whole where it is short', () => {
    const card = answerCard(phoneAnswer(phone()), routine, plain);
    expect(card['fallbackText']).toContain('060-18 10 00  Avdelning 24, Sundsvall'.replace('  ', ' '));
    expect(card['fallbackText']).toContain('EJ BESLUTAD');
  });
});

describe('the buttons', () => {
  test('choices are asked again by their intent', () => {
    const card = answerCard({ ...phoneAnswer(phone()), choices: ['sip.how'] }, routine, plain);
    const execute = elementsOf(card).find(({ type }) => type === 'Action.Execute');
    expect(execute).toMatchObject({
      title: 'Hur gör vi med SIP?',
      verb: 'help.choose',
      data: { intent: 'sip.how' },
      fallback: { data: { intent: 'sip.how', verb: 'help.choose' } },
    });
  });

  test('in a dialog every button is a Submit with its verb in the data, and opens no other', () => {
    const actions = [
      { title: 'Visa K7M-3F', verb: 'handover.list', data: { code: 'K7M-3F' }, opensForm: true },
      { title: 'Ångra', verb: 'task.reopen', data: { task: 'sendForm' } },
    ] as const;
    const card = answerCard({ ...phoneAnswer(phone()), actions, choices: ['sip.how'] }, routine, {
      callLinks: 'none',
      place: 'dialog',
    });
    expect(cardFaults(card)).toEqual([]);
    expect(elementsOf(card).filter(({ type }) => String(type).startsWith('Action.'))).toEqual([
      {
        type: 'Action.Submit',
        title: 'Visa K7M-3F',
        data: { code: 'K7M-3F', verb: 'handover.list', opens: 'form' },
      },
      { type: 'Action.Submit', title: 'Ångra', data: { task: 'sendForm', verb: 'task.reopen' } },
      {
        type: 'Action.Submit',
        title: 'Hur gör vi med SIP?',
        data: { intent: 'sip.how', verb: 'help.choose' },
      },
    ]);
  });

  test('an open question asks for the care setting instead, and takes the question along', () => {
    const card = answerCard({ ...phoneAnswer(phone()), choices: ['sip.how'] }, routine, {
      callLinks: 'none',
      openQuestion: { intent: 'call.who', text: 'vem ringer jag?', groups: ['inpatient', 'outpatient'] },
    });
    expect(buttonsOf(card)).toEqual(['Slutenvården', 'Primärvården/öppenvården']);
    expect(elementsOf(card).find(({ type }) => type === 'Action.Execute')).toMatchObject({
      data: { intent: 'call.who', careSetting: 'inpatient-somatic', question: 'vem ringer jag?' },
    });
  });

  test('a long question is not taken along', () => {
    const text = 'vem ringer jag? '.repeat(20);
    const card = answerCard(phoneAnswer(phone()), routine, {
      callLinks: 'none',
      openQuestion: { intent: 'call.who', text, groups: ['inpatient'] },
    });
    expect(JSON.stringify(card)).not.toContain(text.trim());
  });

  test('what a button says is not said above it', () => {
    const [didYouMean] = answers.filter(({ title }) => title === 'Menade du …?');
    const card = answerCard(didYouMean?.reply.answer ?? phoneAnswer(), routine, plain);
    expect(textsOf(card)).toEqual([
      'Menade du …?',
      'Stämmer inget? Skriv med andra ord, eller ring växeln: 0611–800 00.',
    ]);
    expect(buttonsOf(card)).toHaveLength(3);
  });

  test.each([
    ['none', []],
    ['tel', ['tel:+4660181000']],
    ['teams', ['https://teams.microsoft.com/l/call/0/0?users=4:%2B4660181000']],
  ] as const)('call links %s', (callLinks, urls) => {
    const card = answerCard(phoneAnswer(phone()), routine, { callLinks });
    const links = elementsOf(card).filter(({ type }) => type === 'Action.OpenUrl');
    expect(links.map(({ url }) => url)).toEqual(urls);
  });

  test('112 is rung from a telephone, never through Teams', () => {
    const emergency = phoneAnswer(phone({ name: 'SOS Alarm', number: '112', e164: '112' }));
    const card = answerCard(emergency, routine, { callLinks: 'teams' });
    expect(buttonsOf(card)).toEqual([]);
    expect(textsOf(card)).toContain('[112](tel:112)');
  });
});

describe('levels and steps', () => {
  test.each([
    ['SKA: Utskrivningsmeddelande', 'SKA: '],
    ['SKA INTE: Utskrivningsklar meddelande', 'SKA INTE: '],
    ['SKA (om blankett använts): Skicka in blanketten', 'SKA (om blankett använts): '],
    ['SKA INTE, om patienten har gått hem: Planeringsunderlag', 'SKA INTE'],
    ['Kommunen – INVÄNTA: kallelsen, och kvittera den', 'Kommunen – INVÄNTA: '],
  ])('the level of "%s" is bold, so that SKA and SKA INTE are told apart', (text, lead) => {
    const answer: Answer = { title: 'Registrera', sections: [{ lines: [{ text }, { text }] }] };
    const runs = elementsOf(answerCard(answer, routine, plain)).filter(({ type }) => type === 'TextRun');
    expect(runs[0]).toMatchObject({ text: lead, weight: 'bolder' });
    expect(`${lead}${String(runs[1]?.['text'])}`).toBe(text);
  });

  test('a sentence that only begins like a level has none', () => {
    const answer: Answer = {
      title: 'Rutinen',
      sections: [{ lines: [{ text: 'SKANNA blanketten: så här' }] }],
    };
    const runs = elementsOf(answerCard(answer, routine, plain)).filter(({ type }) => type === 'TextRun');
    expect(runs[0]?.['text']).toBe('SKANNA blanketten: så här');
  });

  test('steps are numbered', () => {
    const answer: Answer = {
      title: 'Så gör du',
      sections: [{ ordered: true, lines: [{ text: 'Ring.' }, { text: 'Skriv.' }] }],
    };
    const texts = textsOf(answerCard(answer, routine, plain));
    expect(texts.slice(1, 5)).toEqual(['1.', 'Ring.', '2.', 'Skriv.']);
  });
});

describe('what others wrote', () => {
  test.each([
    ['a link', '[klicka](http://evil.example)'],
    ['an expression', '${foo}'],
    ['an expression in disguise', '$*{foo}$\u00ad{bar}$${{baz}}'],
    ['bold', '**Avdelning 24**'],
    ['code', '`Avdelning`'],
    ['a mention', '<at>Alla</at>'],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['a turned text', 'Avdelning \u202e00 01\u202c'],
    ['several lines', 'Avdelning\n\n# 24\r- a'],
    ['half a character', 'Avdelning \ud800'],
    ['5 000 characters', 'Avdelning '.repeat(500)],
  ])('%s in a name does no harm', (_what, name) => {
    const hostile = phone({ name, place: name, askFor: name, hours: name, menu: name, basis: name });
    for (const phones of [[hostile], [hostile, hostile, hostile]]) {
      const card = answerCard(phoneAnswer(...phones), routine, { callLinks: 'tel' });
      expect(cardFaults(card)).toEqual([]);
      expect(liveMarkdown(card)).toEqual([]);
      expect(textsOf(card)).toContain('[060-18 10 00](tel:+4660181000)');
      expect(textsOf(card).join('')).not.toMatch(/[\u202a-\u202e\n\r]/);
    }
  });

  test('forty direct numbers make room for the number of the routine, and the card says there are more', () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      phone({ name: `Avdelning ${at}`, askFor: 'sköterskan', basis: 'utöver rutinen: katalogen' }),
    );
    const card = answerCard(phoneAnswer(...many, phone({ name: 'Växeln' })), routine, plain);
    expect(cardFaults(card)).toEqual([]);
    expect(textsOf(card)).toEqual(expect.arrayContaining(['Avdelning 0, Sundsvall', 'Växeln, Sundsvall']));
    expect(textsOf(card).join()).toContain('Fler nummer finns');
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'[]()<>*_`~#|\\$ {}!-.:/"\n&at'.split('')), maxLength: 40 }),
    fc.constant('x'.repeat(3000)),
  );
  const anyPhone = fc.record(
    { name: anyText, place: anyText, askFor: anyText, hours: anyText, email: anyText, basis: anyText },
    { requiredKeys: ['name', 'place'] },
  );
  const filled = anyText.filter((text) => /[\p{L}\p{N}]/u.test(text));
  const anySection = fc.record({
    heading: anyText,
    phones: fc.array(
      anyPhone.map((over) => phone(over)),
      { maxLength: 30 },
    ),
    lines: fc.array(fc.record({ text: filled, basis: anyText }), { maxLength: 30 }),
  });

  test('whatever is written, the card is sound and no Markdown of theirs is alive', () => {
    fc.assert(
      fc.property(filled, fc.array(anySection, { maxLength: 6 }), (title, sections) => {
        const card = answerCard({ title, sections }, routine, plain);
        expect(cardFaults(card)).toEqual([]);
        expect(liveMarkdown(card)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
