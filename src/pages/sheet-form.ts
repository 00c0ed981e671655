/** Something to be written in by hand. */
export type Blank = {
  readonly label: string;
  /** How much room it needs. */
  readonly size: 'short' | 'long';
};

/** One thing that is said on the phone, to be ticked off for each call. */
export type TickRow = {
  readonly label: string;
  /** What it rests on where the routine does not have it. */
  readonly basis?: string;
};

/** A sheet that is filled in by hand. */
export type SheetForm = {
  /** How many signs a code has before its hyphen, and after. */
  readonly code?: readonly [before: number, after: number];
  readonly blanks: readonly Blank[];
  /** A column for each call. */
  readonly calls?: {
    readonly count: number;
    /** What is written in of each call before what was said. */
    readonly about: readonly string[];
    readonly groups: readonly { readonly heading: string; readonly rows: readonly TickRow[] }[];
  };
  /** How many ruled lines there are for notes. */
  readonly noteLines?: number;
};
