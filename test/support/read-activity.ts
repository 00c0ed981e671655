import { activitySchema } from '../../src/teams/activity.ts';
import type { TeamsActivity } from '../../src/teams/activity.ts';
import type { TestActivity } from './activities.ts';

/** An activity as the bot reads it. */
export const read = (activity: TestActivity): TeamsActivity => activitySchema.parse(activity);
