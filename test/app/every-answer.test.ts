import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/app/answer-question.ts';
import type { Asker } from '../../src/domain/asker.ts';
import { careSettings } from '../../src/domain/ids.ts';
import { askedNames, awaitedNames, taskNames } from '../../src/text/names.ts';
import { ask } from '../support/ask.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';

const knowledge = await builtInKnowledge();
const { routine } = knowledge;

const questions = [
  'vem ringer jag?',
  'vem ringer jag i Ånge?',
  'vem ringer jag på avdelningen?',
  'vem ringer jag på hälsocentralen?',
  'vem ringer jag på psykiatrisk öppenvård?',
  'vad ska jag lämna över?',
  'får vi skriva ut patienten?',
  'hur kallar vi till SIP?',
  'hur dokumenterar jag under avbrottet?',
  'var finns blanketten?',
  'vad ska registreras i efterhand?',
  'ska utskrivningsklar registreras i efterhand?',
  'en patient skrevs in under avbrottet, ska den registreras i efterhand?',
  'en patient skrevs ut under avbrottet, ska den registreras i efterhand?',
  'ska vi kvittera meddelanden efteråt?',
  'vilken version är rutinen?',
  'är Lifecare nere?',
  'Lifecare fungerar inte, jag kan inte logga in',
  'hjälp',
  'asdf qwer zxcv',
];
const askers: readonly Asker[] = [{}, ...careSettings.map((careSetting) => ({ careSetting }))];
const everything = askers.flatMap((asker) => questions.map((question) => ({ question, asker })));

/** What is said otherwise than in these words, and where. */
const saidOtherwise: readonly (readonly [place: string, how: string])[] = [
  ['.general.regionItSupport', 'as Servicedesk’s number'],
  ['.general.regionSwitchboard', 'as the switchboard’s number'],
  ['.general.externalSwitchboard', 'as the switchboard’s number, by reading A18'],
  ['.general.oneWayIn', 'as L117–121, which is not ambiguous (A32)'],
  ['.general.handoverByPhone', 'by whom each group calls'],
  ['.general.intranetContacts', 'as L115'],
  ['.general.intranetPath', 'an example, for the intranet as it was'],
  ['.groups.inpatient.appliesTo', 'by who is asking'],
  ['.groups.municipality.appliesTo', 'by who is asking'],
  ['.groups.outpatient.appliesTo', 'by who is asking'],
  ['.groups.inpatient.during', 'by what is handed over, and L127'],
  ['.groups.municipality.during', 'by what is handed over'],
  ['.groups.outpatient.during', 'by what is handed over, and L127'],
  ['.groups.outpatient.contacts.0', 'by the ward’s and the municipality’s numbers'],
  ['.groups.inpatient.tasks.mustNot', 'as SKA INTE before each item'],
  ['.groups.inpatient.tasks.patientInformation', 'as its two halves, OM MÖJLIGT and SKA'],
  ['.groups.municipality.tasks.patientInformation', 'as OM MÖJLIGT, and reading A09'],
  ['.groups.outpatient.tasks.patientInformation', 'as OM MÖJLIGT, and reading A09'],
];

type Statement = { readonly text: string };
const isStatement = (value: object): value is Statement => 'text' in value && 'heading' in value;

function statementsIn(value: unknown, place = ''): readonly (readonly [place: string, text: string])[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isStatement(value)) return [[place, value.text]];
  return Object.entries(value).flatMap(([key, inner]) => statementsIn(inner, `${place}.${key}`));
}

describe('every answer', () => {
  test('together they say all that the routine says', () => {
    const told = everything.map(({ question, asker }) => ask(question, asker)).join('\n');
    const unsaid = statementsIn(routine)
      .filter(([, text]) => !told.includes(text.replace(/^Personen/, '')))
      .map(([place]) => place);
    const known = saidOtherwise.map(([place]) => place);
    expect(unsaid.filter((place) => !known.some((one) => place.startsWith(one)))).toEqual([]);
    expect(known.filter((one) => !unsaid.some((place) => place.startsWith(one)))).toEqual([]);
  });

  test('none quotes what the routine does not say', () => {
    const words = [taskNames, awaitedNames, askedNames].flatMap((names) => Object.values(names));
    const statements = new Set([
      ...statementsIn(routine).flatMap(([, text]) => [
        text,
        text.replace(/^Personen/, 'Biståndshandläggaren'),
      ]),
      ...words,
      'fyll i Patientinformation',
      'skicka hem patientinformationen',
    ]);
    const lead =
      /^(?:(?:Slutenvården|Kommunen|Primärvården\/öppenvården)(?: –|:) )?(?:(?:SKA(?: INTE)?|OM MÖJLIGT|BEHÖVER INTE|FORTSÄTT SOM VANLIGT|INVÄNTA|FRÅGA|Ring|Lämna|Ta emot från avdelningen)[^:]*: )?/;
    for (const { question, asker } of everything) {
      const { answer } = answerQuestion(question, asker, knowledge);
      const quoted = answer.sections.flatMap(({ lines }) =>
        lines.filter(({ heading }) => heading !== undefined),
      );
      const invented = quoted
        .filter(({ text }) => !statements.has(text))
        .flatMap(({ text }) => text.replace(lead, '').split(' · '))
        .filter((part) => !statements.has(part));
      expect(invented, question).toEqual([]);
    }
  });

  test.each(askers)('to $careSetting is as it was looked at', async (asker) => {
    const told = questions.map((question) => `# ${question}\n\n${ask(question, asker)}\n`).join('\n\n');
    await expect(told).toMatchFileSnapshot(`answers/${asker.careSetting ?? 'anyone'}.txt`);
  });
});
