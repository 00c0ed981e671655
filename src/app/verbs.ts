import { caseVerbs } from './case-verbs.ts';
import { coordinatorVerbs } from './coordinator-verbs.ts';
import { correctionVerbs } from './correction-verbs.ts';
import { handoverVerbs } from './handover-verbs.ts';
import { listVerbs } from './list-verbs.ts';
import { logLists } from './log-lists.ts';
import { outageVerbs } from './outage-verbs.ts';
import { profileVerbs } from './profile-verb.ts';
import { taskVerbs } from './task-verbs.ts';
import { unitVerbs } from './unit-verbs.ts';
import type { Verb } from './verb.ts';

/** Every verb that changes something or shows what is the coordinators' (contract.md §5). */
export const verbs = {
  ...outageVerbs,
  ...unitVerbs,
  ...profileVerbs,
  ...coordinatorVerbs,
  ...listVerbs,
  ...handoverVerbs,
  ...correctionVerbs,
  ...caseVerbs,
  ...taskVerbs,
  ...logLists,
} as const satisfies Readonly<Record<string, Verb>>;
export type VerbName = keyof typeof verbs;

/** Whether the bot has such a verb; `help.choose` asks, and is none. */
export const isVerb = (name: string): name is VerbName => Object.hasOwn(verbs, name);
