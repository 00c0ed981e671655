import { own } from './line.ts';
import { numberFooter } from './notice.ts';
import type { Notice, NoticeContext } from './notice.ts';
import { printReminder, remindedPages } from './print-reminder.ts';

/** To coordinators: the bot answers from another routine than before, and what is on paper is not from it. */
export function routineNotice(context: NoticeContext): Notice {
  const { date, status, version } = context.routine.document;
  return {
    answer: {
      title: 'Avbrottsrutinen är ändrad',
      sections: [
        {
          lines: [
            own(`Boten svarar nu efter version ${version}, ${date} – ${status}.`),
            own('Äldre utskrifter gäller inte längre: ta in dem, och skriv ut på nytt.'),
          ],
        },
        printReminder,
      ],
      pages: remindedPages,
      footer: numberFooter(context),
    },
    text: 'Avbrottsrutinen är ändrad: skriv ut reservrutinen på nytt',
  };
}
