import type { Outage } from '../domain/outage.ts';
import type { Routine } from '../routine/routine.ts';
import type { Line, Section } from './answer.ts';
import { beyond, own, readAs, said } from './line.ts';
import { isLong } from './outage-facts.ts';

/** Said first on every card of a drill that runs: nobody is to stop using a system that works. */
export function drillSections({ kind, isInterrupted }: Outage): readonly Section[] {
  return kind === 'drill' && !isInterrupted
    ? [
        {
          lines: [
            own('Det här är en övning. Lifecare SP fungerar: använd det som vanligt för era patienter.'),
          ],
        },
      ]
    : [];
}

/** What the coordinator added in words of their own, where there is anything. */
export function messageSections(message: string): readonly Section[] {
  return message.trim() === '' ? [] : [{ heading: 'Från samordnarna', lines: [own(message)] }];
}

/**
 * What holds while it lasts: a short outage hardly matters (L88–90), and phone, the discharge rule and the law's
 * time limits hold all the same; after two hours the routine is followed (L92–96, reading A15).
 */
export function rulesSections(outage: Outage, now: number, routine: Routine): readonly Section[] {
  const { shortOutage, longOutage, phoneOnly, dischargeGate, ownRecords } = routine.general;
  const limit = readAs(routine, 'A15');
  const always = [said(phoneOnly), said(dischargeGate), timeLimitsLine(routine), said(ownRecords)];
  return isLong(outage, now)
    ? [{ heading: 'Mer än 2 timmar: följ avbrottsrutinen', lines: [said(longOutage), ...always, limit] }]
    : [
        { heading: 'Kort avbrott, än så länge', lines: [said(shortOutage), limit] },
        { heading: 'Det här gäller ändå', lines: always },
      ];
}

/** What holds in a drill, shortly: for real nothing of it does. */
export function drillRulesSections(outage: Outage, now: number, routine: Routine): readonly Section[] {
  const { shortOutage, longOutage, phoneOnly, dischargeGate } = routine.general;
  const length = isLong(outage, now) ? longOutage : shortOutage;
  return [{ heading: 'I övningen gäller', lines: [length, phoneOnly, dischargeGate].map(said) }];
}

/** The law's clocks do not stop for an outage (lag 2017:612). */
function timeLimitsLine({ beyond: { admissionContents, dischargeDeadline, sipDeadline } }: Routine): Line {
  const laws = [admissionContents, dischargeDeadline, sipDeadline].map(({ basis }) => basis);
  return beyond({
    text: 'Lagens tider gäller som vanligt: inskrivning inom 24 timmar, information samma dag som patienten skrivs ut, kallelse till SIP inom tre dagar.',
    basis: laws.map((law, index) => (index === 0 ? law : law.replace(/^lag \(2017:612\) /, ''))).join(', '),
  });
}
