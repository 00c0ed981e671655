/**
 * Whether it was within so many milliseconds before now. What lies ahead of now was noted by a clock that has been set
 * back since: nobody knows how long ago that was, and it is not recent.
 */
export function isRecent(at: number, withinMs: number, now: number): boolean {
  return at <= now && now - at < withinMs;
}
