import type { Mood } from '../mood.ts';
import type { Intent } from '../recognition.ts';

/**
 * What is plain from the words and the mood alone. A rule speaks for its intent where every concept of `all` is
 * there, one of `any`, none of `none`, and the clause that matters has one of `moods`. It adds `weight` to the
 * classifier's score: where the two agree the answer is sure, where they differ the bot asks.
 */
export type Rule = {
  readonly intent: Intent;
  readonly all: readonly string[];
  readonly any?: readonly string[];
  readonly none?: readonly string[];
  readonly moods?: readonly Mood[];
  /** Only for texts of at most so many words. */
  readonly mostWords?: number;
  readonly weight: number;
  /** A sentence that the rule speaks for. */
  readonly example: string;
};

/** The moods of a question, and those of what is told or ordered. */
export const asked = ['wh', 'yes-no'] as const;
export const said = ['statement', 'order', 'wish'] as const;
