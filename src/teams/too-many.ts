import type { Speaker } from '../app/bot.ts';
import { isRecent } from '../domain/is-recent.ts';
import { findPatientIdentities } from '../domain/patient-identity.ts';
import { putLast } from '../domain/put-last.ts';
import { unreachable } from '../domain/unreachable.ts';
import { isEmergency } from '../intent/emergency.ts';
import { carry } from './carry.ts';
import type { Incoming } from './incoming.ts';
import type { Outside } from './outside.ts';
import type { Reaction } from './reaction.ts';
import { toldInSearch } from './search-body.ts';

const text =
  'Det kom mycket från dig på kort tid. Det senaste har jag varken svarat på eller sparat. Vänta en minut och försök igen. Är det fara för liv: ring 112.';
const outcome = 'too-many';
/** What is urgent is written at once; to search a long text is what a script may want. */
const searchedMost = 2_000;

/** What somebody has sent since a moment, milliseconds since 1970. */
type Window = { readonly since: number; readonly count: number };

/**
 * What is done about one activity more than a person may send in a while; undefined while it is not too many. Said
 * once in that while, and to every button whose client waits for an answer. Danger to life and a patient's identity in
 * the beginning of a message are answered all the same, and what Teams tells of its places is never too much. In this
 * process's memory alone; more people than are kept push out whoever was quiet longest.
 */
export function createTooMany({ limits, now }: Pick<Outside, 'limits' | 'now'>) {
  const windows = new Map<string, Window>();

  const countOf = (sender: string): number => {
    const at = now().getTime();
    const earlier = windows.get(sender);
    const isSame = earlier !== undefined && isRecent(earlier.since, limits.personWithinMs, at);
    const { since, count } = isSame ? earlier : { since: at, count: 0 };
    putLast(windows, [sender, { since, count: count + 1 }], limits.personsMost);
    return count + 1;
  };

  return (incoming: Incoming, speaker: Speaker): Reaction | undefined => {
    if (!isSent(incoming)) return undefined;
    const excess = countOf(senderOf(incoming, speaker)) - limits.personMost;
    if (excess <= 0 || isUrgent(incoming)) return undefined;
    return reactionTo(incoming, excess === 1);
  };
}

type Sent = Exclude<Incoming, { readonly kind: 'installation' | 'removal' | 'place-changed' | 'ignored' }>;

function isSent(incoming: Incoming): incoming is Sent {
  return ['message', 'edit', 'form', 'search', 'unknown-invoke'].includes(incoming.kind);
}

/** A search is made at every few letters: whoever types is not kept from asking by it. */
function senderOf({ kind }: Sent, { whereabouts: { person, place, userId } }: Speaker): string {
  return JSON.stringify([person?.id ?? userId ?? place.conversation, kind === 'search']);
}

function isUrgent(incoming: Sent): boolean {
  if (incoming.kind !== 'message' && incoming.kind !== 'edit') return false;
  const beginning = incoming.text.slice(0, searchedMost);
  return isEmergency(beginning) || findPatientIdentities(beginning).length > 0;
}

function reactionTo(incoming: Sent, isFirst: boolean): Reaction {
  switch (incoming.kind) {
    case 'message':
    case 'edit':
      return { outcome, ...(isFirst && { post: { kind: 'text', text } }) };
    case 'form':
      return { outcome, ...(isFirst || incoming.carrier !== 'submit' ? toldInForm(incoming) : {}) };
    case 'search':
      return { outcome, body: toldInSearch(text) };
    case 'unknown-invoke':
      return { outcome, body: {} };
    default:
      return unreachable(incoming);
  }
}

const toldInForm = ({ carrier }: Extract<Sent, { readonly kind: 'form' }>) =>
  carry(carrier, { kind: 'text', text });
