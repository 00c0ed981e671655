import type { TestPerson } from './activities.ts';
import { asa, bo, tenantId } from './activities.ts';

/** Somebody in a team as its roster tells it: a guest has `userRole: 'guest'`, a stranger's tenant its own id. */
export type TestMember = TestPerson & { readonly tenantId?: string; readonly userRole?: string };

export type Answer = { readonly status: number; readonly body: object };

/** What is where in Teams, and where the bot may be: teams, their channels and their members. */
export type PlacesDouble = {
  /** Says which team a channel is in, so that it goes when the team does. */
  readonly addTeam: (team: string, channels: readonly string[], members?: readonly TestMember[]) => void;
  /** A team that nobody has set has `asa` and `bo`. */
  readonly setMembers: (team: string, members: readonly TestMember[]) => void;
  readonly removeApp: (team: string) => void;
  readonly installApp: (team: string) => void;
  readonly deleteChannel: (channel: string) => void;
  readonly restoreChannel: (channel: string) => void;
  /** Nothing goes into a chat, a channel or a team any more: 403 with the code given. */
  readonly block: (place: string, code: string) => void;
  readonly unblock: (place: string) => void;
  /** Why nothing can be done in a conversation, or in a thread of it. */
  readonly refusalOf: (conversation: string) => Answer | undefined;
  /** All members, or the one of either id. */
  readonly members: (team: string, id: string | undefined) => Answer;
};

export function createPlacesDouble(): PlacesDouble {
  const teamOf = new Map<string, string>();
  const rosters = new Map<string, readonly TestMember[]>();
  const refusals = new Map<string, Answer>();
  const refuse = (place: string, status: number, code: string): void => {
    refusals.set(place, failure(status, code));
  };

  return {
    addTeam: (team, channels, members) => {
      for (const channel of channels) teamOf.set(channel, team);
      if (members !== undefined) rosters.set(team, members);
    },
    setMembers: (team, members) => void rosters.set(team, members),
    removeApp: (team) => refuse(team, 403, 'BotNotInConversationRoster'),
    installApp: (team) => void refusals.delete(team),
    deleteChannel: (channel) => refuse(channel, 404, 'ConversationNotFound'),
    restoreChannel: (channel) => void refusals.delete(channel),
    block: (place, code) => refuse(place, 403, code),
    unblock: (place) => void refusals.delete(place),
    refusalOf: (conversation) => {
      const [place = ''] = conversation.split(';messageid=');
      return refusals.get(place) ?? refusals.get(teamOf.get(place) ?? '');
    },
    members: (team, id) => {
      const members = (rosters.get(team) ?? [asa, bo]).map(asRostered);
      if (id === undefined) return { status: 200, body: members };
      const found = members.find((member) => member.id === id || member.aadObjectId === id);
      return found === undefined
        ? failure(404, 'MemberNotFoundInConversation')
        : { status: 200, body: found };
    },
  };
}

export const failure = (status: number, code: string): Answer => ({
  status,
  body: { error: { code, message: 'Something a log should not repeat.' } },
});

const asRostered = (member: TestMember): TestMember => ({ tenantId, userRole: 'user', ...member });
