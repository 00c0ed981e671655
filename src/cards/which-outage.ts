import type { Outage } from '../domain/outage.ts';
import { swedishMoment } from '../text/swedish-moment.ts';
import type { Answer } from './answer.ts';
import { own } from './line.ts';

/** Several could be meant: a button for each, the one that begins first being first. */
export function whichOutageAnswer(verb: string, outages: readonly Outage[], now: number): Answer {
  return {
    title: 'Vilket avbrott menar du?',
    sections: [{ lines: [own('Inget är ändrat än.')] }],
    actions: outages
      .toSorted((one, other) => one.startedAt - other.startedAt)
      .map((outage) => ({
        title: `${nameOf(outage)} ${swedishMoment(outage.startedAt, now)}`,
        verb,
        data: { outage: outage.id },
        opensForm: true,
      })),
    withoutRoutine: true,
  };
}

function nameOf({ kind, state }: Outage): string {
  if (kind === 'drill') return 'Övningen';
  return state === 'planned' ? 'Det planerade' : 'Avbrottet';
}
