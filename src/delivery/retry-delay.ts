import type { BackOff, DeliveryLimits } from './delivery-limits.ts';

/** What a retry waits for. */
type Wait = {
  readonly backOff: BackOff;
  /** How often it failed in a row before. */
  readonly failures: number;
  /** From Teams; then it is never less than that. */
  readonly retryAfterMs?: number | undefined;
  /** 0–1: retries that began together do not come together. */
  readonly random: number;
};

/** Milliseconds until the next try: what Teams asked for and up to 20 % more, else doubling, spread by ±20 %. */
export function retryDelayMs({ backOff, failures, retryAfterMs = 0, random }: Wait): number {
  if (retryAfterMs > 0) return Math.ceil(retryAfterMs * (1 + 0.2 * random));
  const { firstMs, mostMs } = backOff;
  return Math.round(Math.min(firstMs * 2 ** failures, mostMs) * (0.8 + 0.4 * random));
}

/**
 * The longest that anything is put off, in milliseconds: the longest back-off, or Teams' longest window, and the
 * spread. A `Retry-After` beyond it is a fault of somebody's.
 */
export function longestDelayMs(limits: DeliveryLimits): number {
  const { backOff, installationBackOff, perConversation, slowBackOff } = limits;
  const backOffs = [backOff, slowBackOff, installationBackOff].map(({ mostMs }) => mostMs);
  return 1.2 * Math.max(...backOffs, ...perConversation.map(({ withinMs }) => withinMs));
}
