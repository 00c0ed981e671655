/** How long the bot waits, for whom, and how much it keeps. Times in milliseconds. */
export type Limits = {
  /** Microsoft's metadata, key page and login: one request. */
  readonly loginTimeoutMs: number;
  /** The keys are fetched anew when they are this old; the old ones go on being used until it succeeds. */
  readonly keysMaxAgeMs: number;
  /** An unknown key leads to a fetch at most this often. */
  readonly keysCooldownMs: number;
  /** One call to the connector. */
  readonly sendTimeoutMs: number;
  /** A call with its retries: Teams delivers an activity anew after 15 s. */
  readonly sendBudgetMs: number;
  /** Before the first retry; doubled for each one after it. */
  readonly firstRetryMs: number;
  /** An activity that was handled is known again for so long, at most so many of them. */
  readonly rememberMs: number;
  readonly rememberMost: number;
  /** The clock is looked at at least so often: timers stand still while a machine sleeps. */
  readonly lookEveryMs: number;
  /** Turns that may wait for one conversation; the next is refused. */
  readonly waitingMost: number;
  /** Teams' list of a team's members: one question. */
  readonly rosterTimeoutMs: number;
  /** That somebody is a member, or a guest, is believed for so long. */
  readonly rosterMemberMs: number;
  /** That somebody is not: shorter, for whoever is let into the team tries again. */
  readonly rosterStrangerMs: number;
  /** After silence nobody waits for it again so soon. */
  readonly rosterSilenceMs: number;
  /** For so long it is known that somebody was a member; of at most so many. */
  readonly rosterVerifiedMs: number;
  readonly rosterMost: number;
  /** One person may send so much in so long; a search counts by itself. Kept of at most so many people. */
  readonly personMost: number;
  readonly personWithinMs: number;
  readonly personsMost: number;
};

export const defaultLimits: Limits = {
  loginTimeoutMs: 5_000,
  keysMaxAgeMs: 24 * 60 * 60_000,
  keysCooldownMs: 60_000,
  sendTimeoutMs: 5_000,
  sendBudgetMs: 9_000,
  firstRetryMs: 500,
  rememberMs: 10 * 60_000,
  // Each may hold the card that an invoke was answered with.
  rememberMost: 2_000,
  lookEveryMs: 60_000,
  waitingMost: 20,
  rosterTimeoutMs: 1_000,
  rosterMemberMs: 10 * 60_000,
  rosterStrangerMs: 60_000,
  rosterSilenceMs: 5_000,
  rosterVerifiedMs: 24 * 60 * 60_000,
  rosterMost: 10_000,
  // Nobody presses so often who works; a script does.
  personMost: 100,
  personWithinMs: 60_000,
  personsMost: 10_000,
};
