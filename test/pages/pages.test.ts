import { describe, expect, test } from 'vitest';
import type { Answer, Section } from '../../src/cards/answer.ts';
import { callWhoAnswer } from '../../src/cards/call-who.ts';
import { handoverWhatAnswer } from '../../src/cards/handover-what.ts';
import { reregistrationRulesAnswer } from '../../src/cards/reregistration-rules.ts';
import { careGroups } from '../../src/domain/care-group.ts';
import { aboutHtml } from '../../src/pages/about-html.ts';
import { aboutPagesOf } from '../../src/pages/about-pages.ts';
import { pageQuestion } from '../../src/pages/page-question.ts';
import { pagesOf } from '../../src/pages/pages.ts';
import { withLineBreaks } from '../../src/pages/line-breaks.ts';
import { routineSchema } from '../../src/routine/routine.ts';
import { pageNames, printablePages } from '../../src/text/printable-pages.ts';
import { documentOf, pageOf, saidIn } from '../support/built-in-pages.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';

const { routine } = await builtInKnowledge();
const said = (id: (typeof printablePages)[number]): string => saidIn(documentOf(routine, id));

const sentencesOf = ({ sections }: Pick<Answer, 'sections'>): readonly string[] =>
  sections.flatMap(({ lines, phones = [] }: Section) => [
    ...phones.map(({ number }) => number),
    ...lines.map(({ text }) => text),
  ]);

describe('every page', () => {
  test.each(printablePages)('%s says on each sheet which routine it is, and that it is not decided', (id) => {
    const stamp =
      'Avbrottsrutin Lifecare Samordnad Planering (SP), version 1.0, 2025-10-02 – EJ BESLUTAD . Framtagen 27 november 2026.';
    expect(said(id).split(stamp)).toHaveLength(pageOf(routine, id).sheets.length + 1);
  });

  test.each(printablePages)('%s says where in the routine it is from', (id) => {
    expect(said(id)).toMatch(/Ur: \S/);
  });

  test.each(printablePages)('%s names nobody, nor any number that is not the routine’s', (id) => {
    expect(said(id)).not.toMatch(/Victoria|Bäcklund/);
    const printed = routine.phones.map(({ printed: number }) => number.replace(/-\s+/, '-'));
    const numbers = said(id).match(/0\d{2,3}[- –][\d ]{5,}\d/g) ?? [];
    expect(numbers.filter((number) => !printed.includes(number))).toEqual([]);
  });

  test.each(printablePages)('%s has no script, and fetches nothing', (id) => {
    expect(documentOf(routine, id)).not.toMatch(/<script|<img|<link|\ssrc=|@import|url\(|\son\w+=|\sstyle=/);
  });

  test('says "EJ BESLUTAD" no more when the routine is decided, and what is decided is no reading', () => {
    const decided = routineSchema.parse({
      ...routine,
      document: { ...routine.document, status: 'Hälso- och sjukvårdsdirektören' },
      readings: routine.readings.map((reading) => ({ ...reading, kind: 'decided' })),
    });
    for (const id of printablePages) {
      const text = saidIn(documentOf(decided, id));
      expect(text).toContain('Hälso- och sjukvårdsdirektören');
      expect(text).not.toMatch(/EJ BESLUTAD|Tolkning/);
    }
  });

  test('text of a routine that is no text is shown as it stands', () => {
    const odd = { ...routine, document: { ...routine.document, status: '<b>&"' } };
    expect(documentOf(odd, 'numbers')).toContain('<strong>&lt;b&gt;&amp;&quot;</strong>');
  });
});

describe('the list of numbers', () => {
  test('has every number of the routine as printed, with its name, and the link numbers nowhere', () => {
    const text = said('numbers');
    for (const { name, printed } of routine.phones) {
      expect(text).toContain(name);
      expect(text).toContain(printed.replace(/-\s+/, '-'));
    }
    expect(text).not.toMatch(/19 ?15 ?65/);
  });
});

describe('the page of a role', () => {
  test.each(careGroups)('%s: whom to ring is what the card says', (group) => {
    for (const sentence of sentencesOf(callWhoAnswer(pageQuestion(routine, group)))) {
      expect(said(group)).toContain(sentence);
    }
  });

  test.each(careGroups)(
    '%s: what to say is what the card says, then the order of SBAR beyond it',
    (group) => {
      const text = said(group);
      for (const sentence of sentencesOf(handoverWhatAnswer(pageQuestion(routine, group)))) {
        expect(text).toContain(sentence);
      }
      expect(text).toMatch(
        /Ordning i samtalet: SBAR \(utöver rutinen: SBAR, Vårdhandboken\).*S – Situation.*B – Bakgrund.*A – Aktuellt.*R – Rekommendation/,
      );
    },
  );

  test.each(careGroups)(
    '%s: what is registered afterwards is what the card says, level by level',
    (group) => {
      const text = said(group).replaceAll(' :', ':').replaceAll(' ,', ',');
      const rules = sentencesOf(reregistrationRulesAnswer(pageQuestion(routine, group)));
      for (const sentence of rules)
        expect(text).toContain(sentence.replace(/^(SKA INTE|SKA|OM MÖJLIGT): /, '$1: '));
      expect(rules.some((sentence) => sentence.startsWith('OM MÖJLIGT'))).toBe(true);
    },
  );

  test('marks a reading and what goes beyond the routine as the cards do', () => {
    const text = said('inpatient');
    expect(text).toContain(
      'Ett utskick hem räcker, och slutenvården gör det. Tolkning, rutinen är otydlig här',
    );
    expect(text).toContain(
      'underrätta berörda enheter så snart som möjligt. Utöver rutinen: lag (2017:612) 3 kap. 1 §',
    );
  });

  test('the form is sent to the one who has the role, at the place that the routine says', () => {
    expect(said('inpatient')).toContain(
      'skicka via internposten till: ansvarig systemförvaltare för Lifecare SP, IT-enheten Skeppet, Örnsköldsviks sjukhus. Tolkning',
    );
    expect(said('municipality')).not.toContain('internposten');
  });
});

describe('the page about SIP', () => {
  test('has the routine’s four sentences, word for word, and the one for afterwards', () => {
    for (const { text } of [...routine.sip.during, routine.sip.after]) expect(said('sip')).toContain(text);
    expect(routine.sip.during).toHaveLength(4);
  });
});

describe('the sheet for calls', () => {
  const text = said('form');

  test('says first of all, on both sides, that it does not take the place of the region’s form', () => {
    const notice = 'Ersätter inte regionens blankett – förslag, utöver rutinen';
    expect(text.split(notice)).toHaveLength(3);
    expect(text.indexOf(notice)).toBeLessThan(
      text.indexOf('Stödblad för samtal under avbrott Avbrottsrutin'),
    );
  });

  test('has five boxes for a code on each side, and a row for each thing that the routine has said on the phone', () => {
    const document = documentOf(routine, 'form');
    expect(document.match(/class="sign"/g)).toHaveLength(5 * 2);
    const rows = ['Inskrivning', 'Beräknat utskrivningsdatum', 'Planeringsunderlag'];
    const later = ['Faktiskt utskrivningsdatum', 'Utskrivningsmeddelande', 'Aktuella insatser'];
    const others = ['Kan ta emot patienten', 'Fast vårdkontakt', 'Behov av SIP och vem som kallar'];
    for (const row of [...rows, ...later, ...others]) expect(text).toContain(row);
    expect(text).toMatch(/Utskrivningsklar Utöver rutinen/);
    expect(document.match(/ja<\/span>/g)).toHaveLength(14 * 3);
  });

  test('keeps the identity on paper, and the paper until it is sent in', () => {
    expect(text).toContain('Patientens namn (bara här, aldrig i Teams)');
    expect(text).toContain('Kasta den aldrig innan den är inskickad. Tolkning');
  });
});

test('the pages about the service say what is a proposal, and how far the routine has come', () => {
  const [privacy = '', terms = ''] = aboutPagesOf(routine).map((page) => saidIn(aboutHtml(page)));
  expect(privacy).toMatch(/personuppgiftsansvarig.*Förslag: hur ansvaret delas/);
  expect(privacy).toContain('Namn på patienter känner boten sällan igen. Skriv dem aldrig.');
  expect(privacy).toContain('vem som markerade eller rättade vad, när, och vad de skrev.');
  expect(terms).toContain('version 1.0, 2025-10-02: EJ BESLUTAD.');
});

test('long words part where Swedish parts them, and nowhere else', () => {
  const parted = withLineBreaks('Utskrivningsmeddelande, biståndshandläggare, planeringsunderlag, Ånge');
  expect(parted.replaceAll('\u00AD', '|')).toBe(
    'Utskrivnings|meddelande, bistånds|handläggare, planerings|underlag, Ånge',
  );
});

test('a number and a paragraph of a law stay on one line', () => {
  const kept = withLineBreaks('Ring 0611–800 00 eller 060-16 31 00 senast 24 timmar efter, lag 3 kap. 2 §');
  expect(kept.replaceAll('\u00A0', '_')).toBe(
    'Ring 0611–800_00 eller 060-16_31_00 senast 24 timmar efter, lag 3_kap. 2_§',
  );
});

test('each page has a path, a file and a name of its own', () => {
  const names = printablePages.map((id) => pageNames[id]);
  for (const key of ['path', 'file', 'name'] as const) {
    expect(new Set(names.map((one) => one[key])).size).toBe(printablePages.length);
  }
  expect(pagesOf(routine).map(({ id }) => id)).toEqual([...printablePages]);
});
