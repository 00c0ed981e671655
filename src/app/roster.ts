/** What Teams' own list of a team's members says of somebody. */
export type Membership = {
  /**
   * `guest`: in the team, but as a guest or from another tenant than the team's. `unknown`: Teams did not say,
   * in time or at all.
   */
  readonly kind: 'member' | 'guest' | 'stranger' | 'unknown';
  /** When Teams said it, or should have. Milliseconds since 1970. */
  readonly checkedAt: number;
  /** When Teams last said `member`, in the last 24 hours, and has not said otherwise since. */
  readonly verifiedAt?: number;
};

/**
 * Whose membership is asked for: the person by the Entra object id, and where it is known by the id that
 * activities come `from`. Every roster knows that one; not every one finds an Entra id.
 */
export type RosterQuestion = {
  readonly team: { readonly id: string; readonly tenant: string; readonly serviceUrl: string };
  readonly person: { readonly id: string };
  readonly userId?: string;
};

/** A team's members as Teams knows them, never as somebody says (design.md §2, promise 6). Never rejects. */
export type Roster = { readonly membership: (question: RosterQuestion) => Promise<Membership> };
