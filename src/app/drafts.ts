import { putLast } from '../domain/put-last.ts';
import type { FormValues } from './form-values.ts';

/** What somebody wrote in words, read, until the form for it is opened: it never travels in a card. */
export type Drafts = {
  /** Keeps it for an hour; gives its id. */
  readonly keep: (person: string, values: FormValues) => string;
  /** Undefined where it is not that person's, or not kept any more. */
  readonly find: (person: string, id: string) => FormValues | undefined;
};

const keptMs = 60 * 60_000;
/** More than these push out the oldest. */
const mostKept = 1_000;

type Draft = { readonly person: string; readonly values: FormValues; readonly at: number };

/** Drafts in this process's memory alone: a restart forgets them, and the form opens empty. */
export function createDrafts({
  now,
  newId,
}: {
  readonly now: () => Date;
  readonly newId: () => string;
}): Drafts {
  const drafts = new Map<string, Draft>();
  return {
    keep(person, values) {
      const id = newId();
      putLast(drafts, [id, { person, values, at: now().getTime() }], mostKept);
      return id;
    },
    find(person, id) {
      const draft = drafts.get(id);
      if (draft === undefined || draft.person !== person) return undefined;
      return now().getTime() - draft.at > keptMs ? undefined : draft.values;
    },
  };
}
