import type { Line } from './answer.ts';

/** Something to choose. `value` is an id: no comma, since several come as `"a,b"` (contract.md §5). */
export type Option = { readonly value: string; readonly title: string };

/** What is filled in, and how. Every value is as it was filled in; empty where nothing was. */
type FieldKind =
  | {
      readonly kind: 'text' | 'multiline';
      readonly value: string;
      /** In characters (UTF-16). */
      readonly maxLength: number;
      readonly placeholder?: string;
    }
  /** `YYYY-MM-DD`. */
  | { readonly kind: 'date'; readonly value: string }
  /** `HH:mm`. */
  | { readonly kind: 'time'; readonly value: string }
  /** One of them. What is chosen cannot be unchosen: give "nothing" an option of its own where that is an answer. */
  | {
      readonly kind: 'choice';
      readonly value: string;
      readonly options: readonly Option[];
      /** A list that is unfolded, however few there are to choose from. */
      readonly isCompact?: true;
    }
  /** Any of them. */
  | { readonly kind: 'choices'; readonly value: readonly string[]; readonly options: readonly Option[] }
  /**
   * A person's Entra object id, searched for in the whole organisation. `options`: people who are known already;
   * all there are to choose from where the client cannot search.
   */
  | { readonly kind: 'person'; readonly value: string; readonly options?: readonly Option[] }
  /** Comes as `"true"` or `"false"`. `title` stands beside the box. */
  | { readonly kind: 'toggle'; readonly value: boolean; readonly title: string };

/** One field of a form. */
export type Field = FieldKind & {
  /** The input's id in contract.md §5: ASCII, once in the form. */
  readonly id: string;
  readonly label: string;
  /** What to think of when filling it in. */
  readonly hint?: string;
  /** What is wrong with what was filled in, and what to do. */
  readonly error?: string;
  /** Folded away until it is wanted, unless something is wrong with it. Never of a required one. */
  readonly isExtra?: true;
  /** Where clients can, they do not send the form without it. A toggle is never required. */
  readonly isRequired?: true;
};

/** The view model of every form. */
export type FormCard = {
  /** Said above the title where nobody must miss it: "ÖVNING". */
  readonly banner?: string;
  readonly title: string;
  /** What the one who fills it in needs to know first. */
  readonly lines: readonly Line[];
  /** Why the form as it was sent is not saved, each with what to do; shown before everything. */
  readonly problems: readonly string[];
  readonly fields: readonly Field[];
  /** The button that unfolds the extra fields: at most 25 characters. */
  readonly extrasTitle?: string;
  readonly submit: {
    readonly title: string;
    /** The verb of contract.md §5, and what goes with the inputs: `formId`, `version`, `outage`. */
    readonly verb: string;
    readonly data: Readonly<Record<string, string>>;
    /** It takes something away: shown in another colour by the clients that can. */
    readonly isDestructive?: true;
  };
};
