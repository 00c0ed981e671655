import type { Organisation } from '../domain/ids.ts';
import type { Outage } from '../domain/outage.ts';
import { wholeMinute } from '../domain/swedish-time.ts';
import { organisationNames } from '../text/names.ts';
import { swedishDuration, swedishMoment } from '../text/swedish-moment.ts';
import type { CardFact } from './answer.ts';

/** How long, in milliseconds, an outage is called short: "gränsen är inte fastställd i rutinen" (A15). */
const shortOutageMs = 120 * 60_000;

/** True when the outage has lasted so long that the routine is to be followed (L92–96, reading A15). */
export function isLong({ startedAt }: Outage, now: number): boolean {
  return now - startedAt >= shortOutageMs;
}

/** Since when, for whom, until when and when more is said: of each only what is true of the outage as it stands. */
export function outageFacts(outage: Outage, now: number): readonly CardFact[] {
  const { startedAt, terms, state, endedAt } = outage;
  const { expectedEndAt, nextUpdateAt, scope } = terms;
  if (endedAt !== undefined) return endedFacts(outage, endedAt, now);
  if (state === 'reported' || state === 'closed') return neverBegunFacts(outage, now);
  const isPlanned = state === 'planned';
  return [
    { label: isPlanned ? 'Börjar' : 'Sedan', value: swedishMoment(startedAt, now) },
    {
      label: 'Beräknas sluta',
      value: expectedEndAt === undefined ? 'okänt' : promisedText(expectedEndAt, now),
    },
    { label: 'Gäller', value: scopeText(scope) },
    ...(isPlanned && nextUpdateAt === undefined
      ? []
      : [
          {
            label: 'Nästa besked',
            value: nextUpdateAt === undefined ? 'när vi vet mer' : promisedText(nextUpdateAt, now),
          },
        ]),
  ];
}

/** A moment that was promised and is past is said to be that. */
function promisedText(at: number, now: number): string {
  return at < now ? `${swedishMoment(at, now)} (har passerat)` : swedishMoment(at, now);
}

/** A report that nobody declared, or a plan that did not come: nothing lasted, and nothing is promised. */
function neverBegunFacts({ kind, reports, startedAt, terms }: Outage, now: number): readonly CardFact[] {
  const at = swedishMoment(startedAt, now);
  return kind === 'planned'
    ? [
        { label: 'Planerad start', value: at },
        { label: 'Gällde', value: scopeText(terms.scope) },
      ]
    : [{ label: reports.length === 0 ? 'Första samtalet' : 'Anmält', value: at }];
}

function endedFacts({ startedAt, terms }: Outage, endedAt: number, now: number): readonly CardFact[] {
  return [
    { label: 'Från', value: swedishMoment(startedAt, now) },
    { label: 'Till', value: swedishMoment(endedAt, now) },
    { label: 'Varade', value: swedishDuration(wholeMinute(endedAt) - wholeMinute(startedAt)) },
    { label: 'Gällde', value: scopeText(terms.scope) },
  ];
}

/** Whom an outage concerns: "alla", or the organisations by name. */
export function scopeText(scope: readonly Organisation[]): string {
  return scope.length === 0 ? 'alla' : scope.map((one) => organisationNames[one]).join(', ');
}
