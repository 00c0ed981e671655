import { deadlinesOf } from '../domain/deadlines.ts';
import type { Deadline } from '../domain/deadlines.ts';
import type { HandoverLog } from '../domain/handover-log.ts';
import { latestStay } from '../domain/stay-of-case.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Routine } from '../routine/routine.ts';
import { swedishDay } from '../text/swedish-day.ts';
import { swedishMoment } from '../text/swedish-moment.ts';
import type { Line, Section } from './answer.ts';
import { beyond, own } from './line.ts';
import { shortTime } from './short-time.ts';

type Told = { readonly routine: Routine; readonly now: number };

/** What a unit's log knows of a stay, and the times that the law sets from it: facts, no reckoning and no money. */
export function timeSections(
  log: HandoverLog,
  [unit, code]: readonly [unit: string, code: string],
  told: Told,
): readonly Section[] {
  const lines = [
    ...stayLines(log, [unit, code], told.now),
    ...firstTellings(deadlinesOf(log, unit, code)).map((deadline) => deadlineLine(deadline, told)),
  ];
  return lines.length === 0 ? [] : [{ heading: 'Tider', lines }];
}

/** Of each who was told that the patient is ready, the first time: of more than these the rest stands in the calls. */
const mostTellings = 3;

function firstTellings(deadlines: readonly Deadline[]): readonly Deadline[] {
  const ready = deadlines.filter(({ kind }) => kind === 'ready');
  const first = new Map(
    ready.toReversed().map((one) => [one.kind === 'ready' ? one.receiver : '', one] as const),
  );
  const shown = new Set(ready.filter((one) => [...first.values()].includes(one)).slice(0, mostTellings));
  return deadlines.filter((one) => one.kind !== 'ready' || shown.has(one));
}

function stayLines(
  log: HandoverLog,
  [unit, code]: readonly [unit: string, code: string],
  now: number,
): readonly Line[] {
  const { admittedAt, dischargedAt, formUsed, sipOn, wentHome } = latestStay(log, unit, code);
  const known = [
    ...(admittedAt === undefined ? [] : [`Inskriven ${swedishMoment(admittedAt, now)}.`]),
    ...(dischargedAt === undefined ? [] : [dischargeText(dischargedAt, now)]),
    ...(wentHome === undefined ? [] : [wentHome ? 'Har gått hem.' : 'Har inte gått hem.']),
    ...(sipOn === undefined ? [] : [`SIP överenskommen till ${swedishDay(sipOn, now)}.`]),
    ...(formUsed === true ? ['Blankett för driftstopp är ifylld.'] : []),
  ];
  return known.length === 0 ? [] : [own(known.join(' '))];
}

function dischargeText(dischargedAt: number, now: number): string {
  return `${dischargedAt > now ? 'Skrivs ut' : 'Utskriven'} ${swedishMoment(dischargedAt, now)}.`;
}

function deadlineLine(deadline: Deadline, { now, routine: { beyond: law } }: Told): Line {
  switch (deadline.kind) {
    case 'admission':
      return beyond({
        text: `Inskrivningsmeddelande senast ${swedishMoment(deadline.at, now)} (24 timmar).`,
        basis: law.admissionContents.basis,
      });
    case 'discharge':
      return beyond({
        text: `Nödvändig information senast ${swedishDay(deadline.on, now)} (samma dag).`,
        basis: law.dischargeDeadline.basis,
      });
    case 'sip':
      return beyond({
        text: `Behövs SIP: kallelse senast ${swedishDay(deadline.on, now)} (tre dagar).`,
        basis: law.sipDeadline.basis,
      });
    case 'ready':
      return own(readyText(deadline, now));
    default:
      return unreachable(deadline);
  }
}

/** To the minute, and which side of noon: what is paid for is no business of the bot's. */
function readyText(
  { at, isBeforeNoon, receiver }: Extract<Deadline, { kind: 'ready' }>,
  now: number,
): string {
  const to = receiver === '' ? '' : ` till ${receiver}`;
  const noon = isBeforeNoon ? 'före 12.00' : 'klockan 12.00 eller senare';
  return `Utskrivningsklar meddelat ${shortTime(at, now)}${to} (${noon}).`;
}
