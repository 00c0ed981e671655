import type { Section } from '../cards/answer.ts';
import type { PrintablePage } from '../text/printable-pages.ts';
import type { SheetForm } from './sheet-form.ts';

/** Some of what a sheet says, under a heading of its own. */
export type Part = {
  readonly heading: string;
  readonly sections: readonly Section[];
  /** What is to be written in by hand: the label of each line. */
  readonly blanks?: readonly string[];
};

/** An A4 page. What does not fit goes on on the next. */
export type Sheet = {
  readonly title: string;
  readonly parts: readonly Part[];
  /** What is filled in by hand, where that is what the sheet is for. */
  readonly form?: SheetForm;
  /** What the form is made from: said as its source alone. */
  readonly quoted?: readonly Section[];
};

/** A page for paper: its sheets, and what it is before anything else. */
export type Page = {
  readonly id: PrintablePage;
  /** Of the document; each sheet has its own. */
  readonly title: string;
  /** Said first on each sheet where nobody must miss it. */
  readonly notice?: string;
  /** It is short: on paper, its text is larger. */
  readonly isShort?: true;
  readonly sheets: readonly Sheet[];
};
