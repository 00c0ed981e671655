import { z } from 'zod';
import type { Membership, Roster, RosterQuestion } from '../app/roster.ts';
import { isRecent } from '../domain/is-recent.ts';
import { putLast } from '../domain/put-last.ts';
import { unreachable } from '../domain/unreachable.ts';
import { connectorUrl } from './connector-url.ts';
import { ConnectorFailure } from './connector-failure.ts';
import type { CallConnector } from './connector.ts';
import type { Limits } from './limits.ts';
import type { Outside } from './outside.ts';

/**
 * Asks Teams for one member at a time, and remembers the answer. What is remembered is of this process alone:
 * after a restart Teams is asked again.
 */
export function createRoster(
  callConnector: CallConnector,
  { now, limits }: Pick<Outside, 'now' | 'limits'>,
): Roster {
  const known = new Map<string, Membership>();
  const asking = new Map<string, Promise<Membership>>();

  const ask = async (key: string, question: RosterQuestion): Promise<Membership> => {
    const kind = await askTeams(question, callConnector, limits.rosterTimeoutMs);
    const membership = following(known.get(key), kind, now().getTime());
    putLast(known, [key, membership], limits.rosterMost);
    return membership;
  };

  return {
    async membership(question) {
      const key = JSON.stringify([question.team.id, question.person.id]);
      const at = now().getTime();
      const earlier = known.get(key);
      if (earlier !== undefined && isRecent(earlier.checkedAt, believedMs(earlier.kind, limits), at)) {
        return ofToday(earlier, at, limits);
      }
      const asked = asking.get(key) ?? ask(key, question).finally(() => asking.delete(key));
      asking.set(key, asked);
      return ofToday(await asked, now().getTime(), limits);
    },
  };
}

/** Silence says nothing about what was known: whoever was a guest or a stranger is not let in by it. */
function following(earlier: Membership | undefined, kind: Membership['kind'], at: number): Membership {
  if (kind === 'member') return { kind, checkedAt: at, verifiedAt: at };
  if (kind !== 'unknown' || earlier === undefined) return { kind, checkedAt: at };
  if (earlier.kind === 'guest' || earlier.kind === 'stranger') return { kind: earlier.kind, checkedAt: at };
  const { verifiedAt } = earlier;
  return { kind, checkedAt: at, ...(verifiedAt !== undefined && { verifiedAt }) };
}

function ofToday(membership: Membership, at: number, { rosterVerifiedMs }: Limits): Membership {
  const { verifiedAt, ...others } = membership;
  return verifiedAt !== undefined && isRecent(verifiedAt, rosterVerifiedMs, at) ? membership : others;
}

function believedMs(kind: Membership['kind'], limits: Limits): number {
  switch (kind) {
    case 'member':
    case 'guest':
      return limits.rosterMemberMs;
    case 'stranger':
      return limits.rosterStrangerMs;
    case 'unknown':
      return limits.rosterSilenceMs;
    default:
      return unreachable(kind);
  }
}

async function askTeams(
  { team, person, userId }: RosterQuestion,
  callConnector: CallConnector,
  onceWithinMs: number,
): Promise<Membership['kind']> {
  try {
    const url = connectorUrl(team.serviceUrl, 'conversations', team.id, 'members', userId ?? person.id);
    const { body } = await callConnector({ method: 'GET', url, onceWithinMs });
    return kindOf(member.parse(JSON.parse(body)), team.tenant, person.id);
  } catch (error) {
    return error instanceof ConnectorFailure && isNotThere(error) ? 'stranger' : 'unknown';
  }
}

/** Teams says it with 404, and has been seen to say it with 400. */
function isNotThere({ status, errorCode }: ConnectorFailure): boolean {
  return (
    errorCode === 'MemberNotFoundInConversation' || (status === 404 && errorCode !== 'ConversationNotFound')
  );
}

/** The Entra id comes under either name. */
const member = z.object({
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  tenantId: z.string().nullish(),
  userRole: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

function kindOf(found: z.infer<typeof member>, teamTenant: string, person: string): Membership['kind'] {
  const id = found.aadObjectId ?? found.objectId ?? '';
  if (id.toLowerCase() !== person.toLowerCase()) return 'unknown';
  return isForeign(found.tenantId ?? '', teamTenant) || isGuest(found) ? 'guest' : 'member';
}

const isForeign = (tenant: string, teamTenant: string): boolean =>
  tenant !== '' && teamTenant !== '' && tenant.toLowerCase() !== teamTenant.toLowerCase();

/** Entra marks an account from elsewhere in its sign-in name. */
const isGuest = ({ userRole, userPrincipalName }: z.infer<typeof member>): boolean =>
  ['guest', 'anonymous'].includes((userRole ?? '').toLowerCase()) ||
  (userPrincipalName ?? '').includes('#EXT#');
