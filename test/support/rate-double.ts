/** How many requests Teams takes in a second: of the app in all, and in one conversation (platform.md §1.1). */
export type RateLimit = { readonly perApp?: number; readonly perConversation?: number };

/** Counts what comes in each second, by the clock, and says when it is too much. */
export function createRateDouble() {
  const taken: { readonly at: number; readonly conversation: string }[] = [];
  const arrived: number[] = [];
  let most = 0;
  let limit: RateLimit = {};

  return {
    enforce: (next: RateLimit): void => {
      limit = next;
    },
    /** The most requests that came within one second. */
    most: (): number => most,
    /** False where it is one too many. */
    take(conversation: string): boolean {
      const at = performance.now();
      arrived.push(at);
      most = Math.max(most, arrived.filter((time) => time > at - 1_000).length);
      const { perApp = Infinity, perConversation = Infinity } = limit;
      const recent = taken.filter((one) => one.at > at - 1_000);
      const here = recent.filter((one) => one.conversation === conversation);
      if (recent.length >= perApp || here.length >= perConversation) return false;
      taken.push({ at, conversation });
      return true;
    },
  };
}
