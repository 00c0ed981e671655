import { randomUUID } from 'node:crypto';
import { execute, inChannel, megan } from './activities.ts';
import type { TestActivity } from './activities.ts';
import { coordinationChannel } from './seed-units.ts';
import { post } from './teams-double.ts';
import type { TeamsDouble } from './teams-double.ts';

/** Somebody sends a form that they filled in; new each time, and recorded under the activity's id. */
export function filledIn(verb: string, data: object, place: Readonly<Record<string, unknown>>): TestActivity {
  const id = randomUUID();
  return execute(verb, { ...data, formId: id }, { ...place, id });
}

/** A coordinator sends one in the coordinators' channel. */
export function filledInByCoordinator(verb: string, data: object): TestActivity {
  return filledIn(verb, data, { ...inChannel(coordinationChannel), from: megan });
}

/** What is answered to an activity, as it stands. Rejects where nobody answers. */
export async function answerTo(
  double: Pick<TeamsDouble, 'tokenFor'>,
  bot: { readonly port: number },
  activity: TestActivity,
): Promise<string> {
  const response = await post(bot, activity, {
    authorization: `Bearer ${await double.tokenFor(activity)}`,
  });
  return response.text();
}
