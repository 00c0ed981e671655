import type { CardPlace } from '../cards/button-view.ts';
import type { World } from '../domain/decision.ts';
import type { BotParts, Speaker } from './bot.ts';
import type { Known } from './known.ts';
import { askerAt, situationOf } from './situation-of.ts';

/** Who speaks, and what is known when they do. */
export type Setting = Speaker & {
  readonly known: Known;
  /** Absent where the books could not be read. */
  readonly world?: World;
  readonly place: CardPlace;
};

/** Reads the books for the one who speaks. Never rejects: without books questions are answered still. */
export async function settingOf(
  speaker: Speaker,
  { books, knowledge, now, failed }: BotParts,
): Promise<Setting> {
  const { asker, whereabouts } = speaker;
  const place = whereabouts.place.kind === 'personal' ? 'personal' : 'channel';
  try {
    const world = await books.world();
    const situation = situationOf(world, whereabouts, now().getTime());
    const known = { ...knowledge, situation };
    return { ...speaker, asker: askerAt(asker, whereabouts, world), known, world, place };
  } catch (error) {
    failed(error);
    return { ...speaker, known: knowledge, place };
  }
}
