import { aheadMoments } from '../domain/ahead.ts';
import type { Outage, OutageDeed } from '../domain/outage.ts';
import { toldOn } from '../domain/outage-recipients.ts';
import type { Answer } from './answer.ts';
import type { KnownRecipients } from './delivery-rows.ts';
import { own } from './line.ts';
import { outageBoardAnswer } from './outage-board.ts';
import { printReminder, remindedPages } from './print-reminder.ts';

/** What was just done to an outage: who is told of it is said first, then how things stand. */
export function savedAnswer(
  outage: Outage,
  { now, directory }: { readonly now: number; readonly directory: KnownRecipients },
): Answer {
  const stand = outageBoardAnswer(outage, { now, directory, isJustSaved: true });
  const isPlan = outage.state === 'planned';
  return {
    ...stand,
    title: `Sparat. ${stand.title}`,
    sections: [
      { lines: [own(toldText(outage, now))] },
      ...(isPlan ? [printReminder] : []),
      ...stand.sections,
    ],
    ...(isPlan && { pages: remindedPages }),
  };
}

function toldText(outage: Outage, now: number): string {
  return told[outage.lastDeed ?? 'declared'](outage, now);
}

const nobodyTold = (): string => 'Enheterna har inte fått något besked, och får inget nu.';
const logKept = 'De enheter som har loggat överlämningar får veta att deras logg finns kvar.';
const onlyCoordinators = (): string => 'Bara samordnarna har fått veta det.';

/** By what was done last. */
const told: Readonly<Record<OutageDeed, (outage: Outage, now: number) => string>> = {
  reported: nobodyTold,
  declared: sentText,
  planned: aheadText,
  updated: (outage, now) => (outage.state === 'planned' ? changedPlanText(outage, now) : sentText(outage)),
  restored: onlyCoordinators,
  resumed: onlyCoordinators,
  ended: sentText,
  dismissed: ({ log }) => (log.units.size === 0 ? nobodyTold() : logKept),
  cancelled: cancelledText,
  closed: () => 'Ingen påminns mer.',
};

function sentText({ outbox }: Outage): string {
  return toldOn(outbox, 'units').size === 0
    ? 'Ingen ansluten kanal berörs, så ingen får veta det i Teams. Ring enheterna.'
    : 'Meddelandena skickas nu. Under Visa leveranser ser du vilka som har kommit fram.';
}

/** As far ahead as the moments of `aheadMoments` are. */
const aheadNames = ['7 dagar', '1 dag', '1 timme'];

/** A moment that has passed when it is planned is never said. */
function aheadText({ startedAt }: Outage, now: number): string {
  const left = aheadMoments(startedAt).flatMap(({ at }, index) =>
    at > now ? (aheadNames[index] ?? []) : [],
  );
  const [last] = left.slice(-1);
  if (last === undefined) return 'Enheterna får veta det när avbrottet börjar.';
  const others = left.slice(0, -1);
  return `Enheterna får veta det ${others.length === 0 ? last : `${others.join(', ')} och ${last}`} innan.`;
}

/** Who has heard of the plan hears of the change; who has not hears of it as it is then. */
function changedPlanText(outage: Outage, now: number): string {
  return isPlanTold(outage)
    ? 'De enheter som redan har fått besked får veta ändringen.'
    : aheadText(outage, now);
}

function cancelledText(outage: Outage): string {
  return isPlanTold(outage)
    ? 'De enheter som redan har fått besked får veta att det är inställt.'
    : 'Ingen enhet hade fått besked än, så ingen får något nu.';
}

function isPlanTold({ outbox }: Outage): boolean {
  return toldOn(outbox, 'planned').size > 0;
}
