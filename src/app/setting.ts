import type { CardPlace } from '../cards/button-view.ts';
import type { Asker } from '../domain/asker.ts';
import type { World } from '../domain/decision.ts';
import type { BotParts, Speaker } from './bot.ts';
import type { Known } from './known.ts';
import { askerAt, situationOf } from './situation-of.ts';
import type { Whereabouts } from './whereabouts.ts';

/** Who speaks, and what is known when they do. */
export type Setting = {
  readonly asker: Asker;
  readonly whereabouts: Whereabouts;
  readonly known: Known;
  /** Absent where the books could not be read. */
  readonly world?: World;
  readonly place: CardPlace;
};

/** Reads the books for the one who speaks. Never rejects: without books questions are answered still. */
export async function settingOf(
  { asker, whereabouts }: Speaker,
  { books, knowledge, now, failed }: BotParts,
): Promise<Setting> {
  const place = whereabouts.place.kind === 'personal' ? 'personal' : 'channel';
  try {
    const world = await books.world();
    const situation = situationOf(world, whereabouts, now().getTime());
    const known = { ...knowledge, situation };
    return { asker: askerAt(asker, whereabouts, world), whereabouts, known, world, place };
  } catch (error) {
    failed(error);
    return { asker, whereabouts, known: knowledge, place };
  }
}
