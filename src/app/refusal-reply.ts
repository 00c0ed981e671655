import { plainAnswer } from '../cards/plain-answer.ts';
import { coordinatorNames } from '../domain/access.ts';
import type { World } from '../domain/decision.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refusalText } from '../text/refusal-text.ts';
import type { Asked, VerbReply } from './verb.ts';

/** A refusal in words: what happened, and what to do. */
export function refusalSentence(refusal: Refusal, { now }: Pick<Asked, 'now'>, world: World): string {
  return refusalText(refusal, { now, coordinators: coordinatorNames(world) });
}

/** Why nothing was changed. */
export function refusalReply(refusals: readonly Refusal[], asked: Asked, world: World): VerbReply {
  const texts = refusals.map((refusal) => refusalSentence(refusal, asked, world));
  return { kind: 'answer', answer: plainAnswer('Inget har ändrats', texts) };
}
