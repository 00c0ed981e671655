import type { Whereabouts, WhereaboutsPlace } from '../app/whereabouts.ts';
import type { Person } from '../domain/person.ts';
import type { TeamsActivity } from './activity.ts';
import { tenantOf } from './admit.ts';

/** Where an admitted activity comes from, and from whom. */
export function whereaboutsOf(activity: TeamsActivity): Whereabouts {
  const person = personOf(activity);
  return {
    ...(person !== undefined && { person }),
    ...(activity.from !== undefined && { userId: activity.from.id }),
    tenant: tenantOf(activity),
    ...(activity.id !== undefined && { activityId: activity.id }),
    serviceUrl: activity.serviceUrl ?? '',
    place: placeOf(activity),
  };
}

function personOf({ from }: TeamsActivity): Person | undefined {
  if (from?.aadObjectId === undefined) return undefined;
  return { id: from.aadObjectId.toLowerCase(), name: from.name ?? '' };
}

function placeOf(activity: TeamsActivity): WhereaboutsPlace {
  const { conversation, channelData } = activity;
  if (conversation.conversationType === 'personal')
    return { kind: 'personal', conversation: conversation.id };
  const team = teamOf(activity);
  if (team === undefined || conversation.conversationType === 'groupChat') {
    return { kind: 'group', conversation: conversation.id };
  }
  const channelType = channelTypeOf(channelData?.channel?.type);
  return {
    kind: 'channel',
    conversation: conversation.id,
    channel: channelOf(activity, team.id),
    ...(channelType !== undefined && { channelType }),
    team,
  };
}

function teamOf(activity: TeamsActivity) {
  const team = activity.channelData?.team;
  if (team === undefined) return undefined;
  return {
    id: team.id,
    ...(team.aadGroupId !== undefined && { groupId: team.aadGroupId }),
    name: team.name ?? '',
    tenant: tenantOf(activity),
    serviceUrl: activity.serviceUrl ?? '',
  };
}

/** Teams leaves out the name of the channel that every team has: each client says it in its own language. */
const generalName = 'Allmänt';

/** An installation is told from the channel that was chosen for it, and names no channel of its own. */
function channelOf({ conversation, channelData }: TeamsActivity, teamId: string) {
  const told = channelData?.channel ?? channelData?.settings?.selectedChannel;
  const [thread = ''] = conversation.id.split(';messageid=');
  const { id, name } = told ?? { id: thread, name: conversation.name };
  return { id, name: name ?? (id === teamId ? generalName : '') };
}

const channelTypes = ['standard', 'private', 'shared'] as const;

function channelTypeOf(told: string | undefined) {
  return channelTypes.find((type) => type === told?.toLowerCase());
}
