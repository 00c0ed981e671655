import { noticeMessage, noticeView } from '../cards/notice-card.ts';
import type { Answer, CardAction, CardRow } from '../cards/answer.ts';
import type { Card } from '../cards/render-card.ts';
import type { Routine } from '../routine/routine.ts';

const actions: readonly CardAction[] = [
  'Uppdatera',
  'Systemet svarar igen',
  'Avsluta',
  'Vilka har fått besked?',
  'Visa överlämningar',
  'Planera ett avbrott',
].map((title) => ({ title, verb: 'outage.update', data: { outage: 'exempel' }, opensForm: true }));

const start: Answer = {
  banner: 'ÖVNING',
  title: 'Avbrott i Lifecare SP',
  facts: [
    { label: 'Sedan', value: 'i dag kl. 14.05' },
    { label: 'Beräknas sluta', value: 'okänt' },
    { label: 'Gäller', value: 'Region Västernorrland, Örnsköldsviks kommun, Härnösands kommun' },
    { label: 'Nästa besked', value: 'i dag kl. 15.00' },
  ],
  sections: [
    { lines: [{ text: 'Det här är en övning. Lifecare SP fungerar: använd det som vanligt.' }] },
    {
      heading: 'Det här gäller nu',
      lines: [
        { text: 'Ring i stället för att skriva i Lifecare SP.' },
        {
          text: 'Lagens tider gäller som vanligt.',
          basis: 'utöver rutinen: lag (2017:612) 2 kap. 1 §, 3 kap. 2 §',
        },
      ],
    },
  ],
  choices: ['call.who', 'handover.what'],
  footer: 'Meddelande 3',
};

const units: readonly CardRow[] = Array.from({ length: 25 }, (_, at): CardRow => {
  const details = ['Slutenvård, Region Västernorrland', 'Prövad 2026-11-24 kl. 09.30'];
  return at % 4 === 1
    ? {
        title: `Psykiatriska öppenvårdsmottagningen ${at + 1}`,
        details,
        state: 'Svarar inte',
        isProblem: true,
      }
    : { title: `Avdelning ${at + 1}`, details, state: 'Redo' };
});

const coordination: Answer = {
  title: 'Enheterna',
  sections: [{ heading: 'Anslutna (1–25 av 31)', rows: units, lines: [] }],
  actions,
  withoutRoutine: true,
};

/** The cards of notices, made up: to a unit's channel in a drill, and to coordinators. */
export function previewNotices(routine: Routine): ReadonlyMap<string, Card> {
  const shown = { start, samordnare: coordination };
  return new Map(
    Object.entries(shown).map(([name, answer]) => {
      const view = noticeView({ answer, text: answer.title, routine });
      return [`meddelande-${name}`, noticeMessage(view).card];
    }),
  );
}
