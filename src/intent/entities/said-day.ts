/** A public day by its name. */
export type NamedDay =
  | 'christmas-eve'
  | 'christmas-day'
  | 'boxing-day'
  | 'new-years-eve'
  | 'new-years-day'
  | 'epiphany-eve'
  | 'epiphany'
  | 'lucia'
  | 'walpurgis-eve'
  | 'national-day'
  | 'maundy-thursday'
  | 'good-friday'
  | 'easter-eve'
  | 'easter-day'
  | 'easter-monday'
  | 'ascension-day'
  | 'whitsun-eve'
  | 'whitsun-day'
  | 'midsummer-eve'
  | 'midsummer-day'
  | 'all-saints-day';

/** Monday is 1. */
export type SaidWeekday = {
  readonly kind: 'weekday';
  readonly weekday: number;
  readonly which:
    /** "I fredags", "på fredag", or it is not said. */
    | { readonly kind: 'before' | 'after' | 'either' }
    /** "Torsdag om en vecka". */
    | { readonly kind: 'later'; readonly weeks: number }
    /** "Måndag nästa vecka": 1. */
    | { readonly kind: 'week'; readonly fromThis: number }
    /** "Måndag v 49". */
    | { readonly kind: 'numbered'; readonly week: number }
    /** "Nästa fredag" is this week's to some, and next week's to others; so is "förra". */
    | { readonly kind: 'next' | 'last' }
    /** "En fredag". */
    | { readonly kind: 'any' };
};

/** A day as it was said; which one it is depends on today (told-day.ts). */
export type SaidDay =
  /** "Igår", "om tre dagar". */
  | { readonly kind: 'from-today'; readonly days: number }
  /** "Den 3:e", "25/11", "2026-11-25". */
  | {
      readonly kind: 'date';
      readonly day: number | 'last';
      readonly month?: number;
      readonly year?: number;
    }
  | { readonly kind: 'named'; readonly name: NamedDay }
  | SaidWeekday;
