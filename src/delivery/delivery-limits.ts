/** How long to wait before the first retry; doubled for each one after it, up to a most. Milliseconds. */
export type BackOff = { readonly firstMs: number; readonly mostMs: number };

/** How fast and how stubbornly notices are sent. Microsoft's numbers "are subject to change". */
export type DeliveryLimits = {
  /** Notices under way at once: of different recipients, always. */
  readonly concurrency: number;
  /** Requests per second to one tenant. */
  readonly perSecond: number;
  /** Requests to one conversation within each of these times. */
  readonly perConversation: readonly { readonly most: number; readonly withinMs: number }[];
  /** After what passes by itself. */
  readonly backOff: BackOff;
  /** After what somebody has to mend, and after 500, which Microsoft would not have retried at all. */
  readonly slowBackOff: BackOff;
  /** After Teams says that the app is not there while the directory knows of no hindrance. */
  readonly installationBackOff: BackOff;
  /** A 500 that comes after so many failures in a row is the last. */
  readonly mostServerErrors: number;
  /** A notice this old that has failed so often in a row is given up at its next failure. */
  readonly giveUpAfterMs: number;
  readonly giveUpAfterFailures: number;
  /** Before what became of a notice is recorded again, and before the store is read again. */
  readonly storeBackOff: BackOff;
  /** A recipient whose delivery broke off by a fault of ours is left alone so long. */
  readonly faultPauseMs: number;
  /** Looks at the clock at least so often while something waits: timers stand still while a machine sleeps. */
  readonly lookEveryMs: number;
};

/**
 * Microsoft Learn, "Rate limiting for agents": 50 requests per second and tenant, and per conversation 7, 8, 60
 * and 1 800 in 1, 2, 30 and 3 600 seconds. A little below 50: requests are not as evenly spaced when they arrive.
 * The first retry is early, since it is paced like every request; the spread and the doubling do the rest.
 */
export const defaultDeliveryLimits: DeliveryLimits = {
  // Enough for the full pace while Teams takes two seconds for each.
  concurrency: 100,
  perSecond: 48,
  perConversation: [
    { most: 7, withinMs: 1_000 },
    { most: 8, withinMs: 2_000 },
    { most: 60, withinMs: 30_000 },
    { most: 1_800, withinMs: 3_600_000 },
  ],
  backOff: { firstMs: 300, mostMs: 5 * 60_000 },
  slowBackOff: { firstMs: 60_000, mostMs: 15 * 60_000 },
  installationBackOff: { firstMs: 10 * 60_000, mostMs: 60 * 60_000 },
  mostServerErrors: 5,
  giveUpAfterMs: 24 * 60 * 60_000,
  giveUpAfterFailures: 5,
  storeBackOff: { firstMs: 1_000, mostMs: 60_000 },
  faultPauseMs: 5 * 60_000,
  lookEveryMs: 60_000,
};
