/** How a number can be called from a card (contract.md §2, `CALL_LINKS`). */
export type CallLinks = 'none' | 'tel' | 'teams';

/** A `tel:` link to a number in E.164, or to a short number as 112. */
export function telLink(e164: string): string {
  return `tel:${e164}`;
}

/**
 * The address behind a call button, or none. `teams` opens Teams' own telephone, which the client asks about
 * before it rings (Microsoft Learn, "Deep link to a call"); a short number gets no such button: 112 must know
 * where one is, and is rung from a telephone.
 */
export function callUrl(e164: string, callLinks: CallLinks): string | undefined {
  if (callLinks === 'none') return undefined;
  if (callLinks === 'tel') return telLink(e164);
  return e164.startsWith('+')
    ? `https://teams.microsoft.com/l/call/0/0?users=4:${encodeURIComponent(e164)}`
    : undefined;
}
