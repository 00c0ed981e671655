import type { Place } from './courier.ts';
import type { DeliveryLimits } from './delivery-limits.ts';

/** Time, as this folder is given it. */
export type Clock = {
  readonly now: () => Date;
  /** Resolves after so many milliseconds, or as soon as the signal says so. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** What asks for a turn. The more urgent goes first, else the one that asked first. */
type Request = Pick<Place, 'tenant' | 'conversation'> & { readonly urgency: number };

/** Holds requests back so that Teams does not have to. */
export type Pace = {
  /** Resolves when a request to the place may leave, and counts it; false, and nothing counted, once stopped. */
  readonly turn: (request: Request, signal: AbortSignal) => Promise<boolean>;
};

/** Makes the pace of one process. Requests to one conversation must not be asked for at the same time. */
export function createPace(
  limits: Pick<DeliveryLimits, 'perSecond' | 'perConversation'>,
  clock: Clock,
): Pace {
  const tenants = new Map<string, Spacing>();
  const sentTo = new Map<string, readonly number[]>();
  const longestMs = Math.max(...limits.perConversation.map(({ withinMs }) => withinMs));

  const tenantTurn = (tenant: string) => {
    const known = tenants.get(tenant) ?? createSpacing(1_000 / limits.perSecond, clock);
    tenants.set(tenant, known);
    return known;
  };
  return {
    async turn({ tenant, conversation, urgency }, signal) {
      const begun = clock.now().getTime();
      // What lies ahead of a clock that was set back is not waited for.
      const sent = (sentTo.get(conversation) ?? []).filter((at) => at <= begun && at > begun - longestMs);
      if (!(await waitUntil(freeAt(sent, limits.perConversation), clock, signal))) return false;
      if (!(await tenantTurn(tenant)(urgency, signal))) return false;
      sentTo.set(conversation, [...sent, clock.now().getTime()]);
      return true;
    },
  };
}

/** When one more would not be too many in any of the times that end with it. */
function freeAt(sent: readonly number[], windows: DeliveryLimits['perConversation']): number {
  return Math.max(...windows.map(({ most, withinMs }) => (sent.at(-most) ?? -Infinity) + withinMs));
}

type Waiter = { readonly urgency: number; readonly settle: (isTurn: boolean) => void };
type Spacing = (urgency: number, signal: AbortSignal) => Promise<boolean>;

/**
 * Requests one after the other, evenly. A timer that fires late may be made up for by one request, so that n per
 * second are never more than n + 2 in any second, however busy the machine.
 */
function createSpacing(spacingMs: number, clock: Clock): Spacing {
  const waiting = new Set<Waiter>();
  const never = new AbortController().signal;
  let isGiving = false;
  let nextAt = -Infinity;

  const give = async (): Promise<void> => {
    isGiving = true;
    while (waiting.size > 0) {
      // A clock that was set back must not hold up everything until it has caught up.
      if (nextAt - clock.now().getTime() > 3 * spacingMs) nextAt = -Infinity;
      // oxlint-disable-next-line no-await-in-loop -- one turn after the other is what is meant
      await waitUntil(nextAt - spacingMs, clock, never);
      const first = mostUrgent(waiting);
      if (first !== undefined) nextAt = Math.max(nextAt, clock.now().getTime()) + spacingMs;
      first?.settle(true);
    }
    isGiving = false;
  };
  return (urgency, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve(false);
      const settle = (isTurn: boolean): void => {
        waiting.delete(waiter);
        signal.removeEventListener('abort', stop);
        resolve(isTurn);
      };
      const stop = (): void => settle(false);
      const waiter = { urgency, settle };
      waiting.add(waiter);
      signal.addEventListener('abort', stop);
      if (!isGiving) void give();
      return undefined;
    });
}

/** Of those that are as urgent, the one that has waited longest. */
function mostUrgent(waiting: ReadonlySet<Waiter>): Waiter | undefined {
  let first: Waiter | undefined;
  for (const waiter of waiting) if (first === undefined || waiter.urgency > first.urgency) first = waiter;
  return first;
}

/** False when the signal says stop first. A timer may fire early: the clock decides, until it is set back. */
async function waitUntil(at: number, { now, wait }: Clock, signal: AbortSignal): Promise<boolean> {
  let latest = -Infinity;
  for (;;) {
    if (signal.aborted) return false;
    const current = now().getTime();
    const ms = at - current;
    if (ms <= 0 || current < latest) return true;
    latest = current;
    // oxlint-disable-next-line no-await-in-loop -- one wait after the other is what is meant
    await wait(Math.ceil(ms), signal);
  }
}
