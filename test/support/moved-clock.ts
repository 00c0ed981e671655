/** The machine's clock, running, and set as the test likes: to one that stands still timers would never fire. */
export type MovedClock = {
  readonly now: () => Date;
  /** Milliseconds since 1970. */
  readonly at: () => number;
  /** Jumps; back where it is negative. */
  readonly jump: (ms: number) => void;
  readonly set: (moment: string) => void;
};

/** Starts at a moment, or at the machine's own time. */
export function createMovedClock(moment?: string): MovedClock {
  let ahead = moment === undefined ? 0 : Date.parse(moment) - Date.now();
  const at = (): number => Date.now() + ahead;
  return {
    at,
    now: () => new Date(at()),
    jump(ms) {
      ahead += ms;
    },
    set(to) {
      ahead = Date.parse(to) - Date.now();
    },
  };
}

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
