import type { Outage, OutageDeed } from '../domain/outage.ts';
import { swedishSince } from '../text/swedish-moment.ts';

/** Who did or said what last, and when. Undefined where nobody has done anything yet. */
export function lastDeedText(outage: Outage, now: number): string | undefined {
  const { lastDeed, deeds } = outage;
  const act = lastDeed === undefined ? undefined : deeds[lastDeed];
  if (lastDeed === undefined || act === undefined) return undefined;
  const words = wordsOf(outage)[lastDeed];
  const [who, when] = [act.by.name, swedishSince(act.at, now)];
  return 'done' in words ? `${words.done} av ${who} ${when}` : `${who} ${when}: ${words.said}`;
}

/** What somebody did, or what they said of the system: that it answers is no deed of theirs. */
type Words = { readonly done: string } | { readonly said: string };

function wordsOf(outage: Outage): Readonly<Record<OutageDeed, Words>> {
  const isDrill = outage.kind === 'drill';
  return {
    reported: { done: 'Anmält' },
    declared: { done: declaredWord(outage) },
    planned: { done: 'Planerat' },
    updated: { done: 'Uppdaterat' },
    restored: { said: isDrill ? 'i övningen svarar Lifecare SP igen' : 'Lifecare SP svarar igen' },
    resumed: {
      said: isDrill ? 'i övningen slutade Lifecare SP fungera igen' : 'Lifecare SP slutade fungera igen',
    },
    ended: { done: 'Avslutat' },
    dismissed: { said: 'det är inget avbrott' },
    cancelled: { done: 'Inställt' },
    closed: { done: 'Stängt' },
  };
}

/** A plan is declared by the clock, and its deed is the planner's. */
function declaredWord({ deeds, kind }: Outage): string {
  if (kind === 'drill') return 'Startat';
  return deeds.planned === undefined ? 'Utlyst' : 'Planerat';
}
