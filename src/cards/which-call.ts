import { callOf, entriesOn } from '../domain/handover-log.ts';
import type { Entry } from '../domain/handover-log.ts';
import type { Outage } from '../domain/outage.ts';
import { itemNames } from '../text/handover-names.ts';
import type { Answer, CardAction } from './answer.ts';
import { directionText } from './call-rows.ts';
import { own } from './line.ts';
import { markedAnswer } from './notice.ts';
import { pageOf } from './paged-rows.ts';
import { shortTime } from './short-time.ts';

type WhichCall = {
  readonly outage: Outage;
  readonly unit: string;
  readonly code: string;
  /** Pages count from 1. */
  readonly page: number;
  readonly now: number;
};

/** How many calls a page has: each with a button of its own. */
const callsOnPage = 4;

/** Which of a case's calls is to be corrected: the one that was logged last comes first. */
export function whichCallAnswer({ code, now, outage, page: asked, unit }: WhichCall): Answer {
  const calls = entriesOn(outage.log, unit, code).toSorted(
    (one, other) => other.versions[0].order - one.versions[0].order,
  );
  const page = pageOf(calls, asked, {
    verb: 'handover.correct',
    data: { code },
    opensForm: true,
    size: callsOnPage,
  });
  return markedAnswer(outage, {
    title: 'Vilket samtal ska rättas?',
    sections: [
      {
        rows: page.rows.map((entry) => ({
          title: `${calls.indexOf(entry) + 1}. ${shortTime(callOf(entry).calledAt, now)} ${directionText(entry)}`,
          details: [
            callOf(entry)
              .items.map((item) => itemNames[item])
              .join(', '),
          ],
        })),
        lines: [...page.lines, ...(calls.length === 0 ? [own('Inget samtal står kvar på koden.')] : [])],
      },
    ],
    actions: [
      ...page.rows.map((entry) => correctAction(entry, outage, calls.indexOf(entry) + 1)),
      ...page.actions,
    ],
    withoutRoutine: true,
  });
}

function correctAction(entry: Entry, { id }: Outage, number: number): CardAction {
  return {
    title: `Rätta samtal ${number}`,
    verb: 'handover.correct',
    data: { outage: id, entry: entry.id },
    opensForm: true,
  };
}
