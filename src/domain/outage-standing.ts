import type { Outage, OutageDeed, OutageState } from './outage.ts';
import type { OutageCommand } from './outage-command.ts';
import type { Refusal } from './refusal.ts';

/** What is wanted of an outage that there is already. */
export type CommandOnOne = Exclude<OutageCommand, { kind: 'report' | 'declare' }>;

type Standing = {
  readonly from: readonly OutageState[];
  /** States from which it may still come to that. */
  readonly tooEarly: readonly OutageState[];
};

const standings: Readonly<Record<CommandOnOne['kind'], Standing>> = {
  update: { from: ['planned', 'ongoing', 'restored'], tooEarly: ['reported'] },
  restored: { from: ['ongoing'], tooEarly: ['planned', 'reported'] },
  resume: { from: ['restored'], tooEarly: ['planned', 'reported'] },
  end: { from: ['ongoing', 'restored'], tooEarly: ['planned', 'reported'] },
  dismiss: { from: ['reported'], tooEarly: ['planned'] },
  cancel: { from: ['planned'], tooEarly: ['reported'] },
  close: { from: ['ended'], tooEarly: ['planned', 'reported'] },
};

/** Why a command does not fit the state that the outage is in, or the form the outage as it has become. */
export function standingRefusal(
  outage: Outage,
  { kind, revision }: Pick<CommandOnOne, 'kind' | 'revision'>,
): Refusal | undefined {
  const { from, tooEarly } = standings[kind];
  if (tooEarly.includes(outage.state)) return { kind: 'no-outage' };
  if (!from.includes(outage.state)) return pastRefusal(outage, kind);
  if (revision === undefined || revision === outage.revision) return undefined;
  return staleRefusal(outage);
}

function staleRefusal(outage: Outage): Refusal | undefined {
  const { deeds, lastDeed, revision, startedRevision } = outage;
  if (startedRevision === revision) return begunMeanwhile(outage);
  const act = lastDeed && deeds[lastDeed];
  return act && { kind: 'changed-meanwhile', deed: lastDeed, act };
}

/** Nobody declared what the clock began: whoever planned it long before did not do it now. */
function begunMeanwhile({ startedAt }: Outage): Refusal {
  return { kind: 'begun-meanwhile', at: startedAt };
}

/** Closing what still runs is not done already: it is shown as it is. */
function pastRefusal(outage: Outage, kind: CommandOnOne['kind']): Refusal {
  const deed = broughtBy(outage);
  const isBegunByClock = outage.startedRevision !== undefined && outage.state === 'ongoing';
  if (isBegunByClock && deed === 'declared') return begunMeanwhile(outage);
  const act = outage.deeds[deed];
  if (act === undefined) return { kind: 'no-such-outage' };
  const isOpen = outage.state === 'ongoing' || outage.state === 'restored';
  return { kind: kind === 'close' && isOpen ? 'changed-meanwhile' : 'already-done', deed, act };
}

/** The deed that brought an outage to its state. */
export function broughtBy({ deeds, joinedTo, state }: Outage): OutageDeed {
  if (state === 'closed') return joinedTo === undefined ? closingDeed(deeds) : 'declared';
  if (state !== 'ongoing') return state;
  return deeds.resumed === undefined ? 'declared' : 'resumed';
}

function closingDeed({ cancelled, dismissed }: Outage['deeds']): OutageDeed {
  if (cancelled !== undefined) return 'cancelled';
  return dismissed === undefined ? 'closed' : 'dismissed';
}
