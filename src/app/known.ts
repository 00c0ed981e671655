import type { Situation } from '../cards/situation.ts';
import type { Knowledge } from '../routine/knowledge.ts';

/** What is known when somebody asks: the routine, the numbers and, where there are books, how things stand. */
export type Known = Knowledge & { readonly situation?: Situation };
