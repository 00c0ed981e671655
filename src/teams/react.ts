import type { Bot, Speaker, Spoken } from '../app/bot.ts';
import { unreachable } from '../domain/unreachable.ts';
import { carry } from './carry.ts';
import { hitsInSearch, toldInSearch } from './search-body.ts';
import type { Incoming } from './incoming.ts';
import type { Post, Reaction } from './reaction.ts';

const tooLong = 'Det var för mycket text för mig. Fråga med en mening, till exempel: Vem ringer jag i Ånge?';
const unknownForm =
  'Den knappen kan jag inte längre. Skriv din fråga i stället, till exempel: Vem ringer jag i Ånge?';
const hello =
  'Hej! Jag svarar på frågor om avbrottsrutinen när Lifecare SP ligger nere. Nämn mig med @ och skriv din fråga, till exempel: Vem ringer jag i Ånge? Skriv ”anslut enheten” i den kanal dit besked om avbrott ska komma. Skriv inga patientuppgifter.';
const fault =
  'Det blev fel hos mig. Försök igen. Går det inte, följ den utskrivna avbrottsrutinen eller ring IT-supporten.';

/** Decides what to do about one activity, and does what changes the books. Nothing is sent or logged here. */
export async function react(incoming: Incoming, speaker: Speaker, bot: Bot): Promise<Reaction> {
  switch (incoming.kind) {
    case 'message':
      return answerTo(incoming.text, speaker, bot);
    case 'edit':
      return reactToEdit(incoming.text, speaker, bot);
    case 'form':
      return reactToForm(incoming, speaker, bot);
    case 'search':
      return reactToSearch(incoming, speaker, bot);
    case 'installation':
      return welcome(speaker, bot);
    case 'unknown-invoke':
      return { outcome: 'unknown-invoke', body: {} };
    case 'removal':
    case 'place-changed':
    case 'ignored':
      return { outcome: 'ignored' };
    default:
      return unreachable(incoming);
  }
}

/** When the bot itself fails: says so, in the way that the one who asked can see. */
export function reactToFault(incoming: Incoming): Reaction {
  const post: Post = { kind: 'text', text: fault };
  if (incoming.kind === 'form') return { outcome: 'fault', ...carry(incoming.carrier, post) };
  if (incoming.kind === 'search') return { outcome: 'fault', body: toldInSearch(fault) };
  return incoming.kind === 'message' ? { outcome: 'fault', post } : { outcome: 'fault' };
}

async function answerTo(text: string, speaker: Speaker, bot: Bot): Promise<Reaction> {
  const spoken = await bot.hear(text, speaker);
  if (spoken === undefined) return { outcome: 'too-long', post: { kind: 'text', text: tooLong } };
  return { ...resultOf(spoken), post: card(spoken) };
}

/**
 * An edited message is searched like a new one, and in the personal chat answered like one. Among others a
 * corrected word does not bring a second answer: only a patient's identity or danger to life speaks up.
 */
async function reactToEdit(text: string, speaker: Speaker, bot: Bot): Promise<Reaction> {
  if (text === '') return { outcome: 'ignored' };
  const reaction = await answerTo(text, speaker, bot);
  const urgent = reaction.outcome === 'refused' || reaction.outcome === 'emergency';
  return urgent || isPersonal(speaker) ? reaction : { outcome: 'ignored' };
}

async function reactToForm(
  { carrier, form }: Extract<Incoming, { kind: 'form' }>,
  speaker: Speaker,
  bot: Bot,
): Promise<Reaction> {
  const spoken = await bot.press(form, carrier, speaker);
  return spoken === undefined
    ? { outcome: 'unknown-verb', ...carry(carrier, { kind: 'text', text: unknownForm }) }
    : { ...resultOf(spoken), ...carry(carrier, card(spoken)) };
}

/** Seen by the one who searches alone, until one of the cards is chosen and sent. */
async function reactToSearch(
  { page, text }: Extract<Incoming, { kind: 'search' }>,
  speaker: Speaker,
  bot: Bot,
): Promise<Reaction> {
  const found = await bot.search(text, speaker, page);
  const body = found.told === undefined ? hitsInSearch(found.hits) : toldInSearch(found.told);
  return { outcome: found.outcome, body };
}

async function welcome(speaker: Speaker, bot: Bot): Promise<Reaction> {
  const post: Post = isPersonal(speaker) ? card(await bot.greet(speaker)) : { kind: 'text', text: hello };
  return { outcome: 'welcomed', post };
}

const isPersonal = ({ whereabouts }: Speaker): boolean => whereabouts.place.kind === 'personal';

const resultOf = ({ outcome, intent }: Spoken): Pick<Reaction, 'outcome' | 'intent'> => ({
  outcome,
  ...(intent !== undefined && { intent }),
});

const card = ({ card: shown, summary }: Spoken): Post => ({ kind: 'card', card: shown, summary });
