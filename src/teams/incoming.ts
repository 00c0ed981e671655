import { z } from 'zod';
import type { Form } from '../app/answer-form.ts';
import type { TeamsActivity } from './activity.ts';
import { messageText } from './message-text.ts';

/** How a form reached the bot, and so how it must be answered (contract.md §5). */
export type Carrier = 'execute' | 'submit' | 'dialog';

/** An activity as the bot understands it. `kind` is also what metrics and logs call it. */
export type Incoming =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'edit'; readonly text: string }
  | { readonly kind: 'form'; readonly carrier: Carrier; readonly form: Form }
  | { readonly kind: 'installation' }
  | { readonly kind: 'removal' }
  | { readonly kind: 'unknown-invoke' }
  | { readonly kind: 'ignored' };

const unknownVerb: Form = { verb: '', data: {} };
const withVerb = z.looseObject({ verb: z.string() });
const executed = z.object({
  action: z
    .object({ type: z.literal('Action.Execute'), verb: z.string(), data: z.unknown().optional() })
    .transform(({ verb, data }) => ({ verb, data })),
});
const dialog = z.object({ data: withVerb });

/** Sorts an activity. Any admitted one can be sorted: what the bot has no use for is ignored. */
export function readIncoming(activity: TeamsActivity): Incoming {
  switch (activity.type) {
    case 'message':
      return readMessage(activity);
    case 'messageUpdate':
      return { kind: 'edit', text: messageText(activity) };
    case 'installationUpdate':
      return readInstallation(activity);
    case 'invoke':
      return readInvoke(activity);
    default:
      return { kind: 'ignored' };
  }
}

function readMessage(activity: TeamsActivity): Incoming {
  const submitted = withVerb.safeParse(activity.value).data;
  if (submitted !== undefined) {
    return { kind: 'form', carrier: 'submit', form: { verb: submitted.verb, data: submitted } };
  }
  const text = messageText(activity);
  return text === '' && typeof activity.value === 'object' && activity.value !== null
    ? { kind: 'form', carrier: 'submit', form: { ...unknownVerb, data: activity.value } }
    : { kind: 'message', text };
}

/** An upgrade of the app is neither: nobody is welcomed twice. */
function readInstallation({ action }: TeamsActivity): Incoming {
  if (action === 'add') return { kind: 'installation' };
  return { kind: action === 'remove' ? 'removal' : 'ignored' };
}

function readInvoke({ name, value }: TeamsActivity): Incoming {
  if (name === 'adaptiveCard/action') {
    return { kind: 'form', carrier: 'execute', form: executed.safeParse(value).data?.action ?? unknownVerb };
  }
  if (name === 'task/fetch' || name === 'task/submit') {
    const data = dialog.safeParse(value).data?.data;
    return { kind: 'form', carrier: 'dialog', form: data ? { verb: data.verb, data } : unknownVerb };
  }
  return { kind: 'unknown-invoke' };
}
