import type { Answer } from '../cards/answer.ts';
import { asList } from '../cards/as-list.ts';
import { intentLabels } from '../cards/intent-labels.ts';
import { orderPrefill, orderVerbs } from '../cards/order-answer.ts';
import type { Order } from '../cards/order-answer.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import { caseOf } from '../domain/case-access.ts';
import type { World } from '../domain/decision.ts';
import { itemsBetween, partyOf } from '../domain/handover-items.ts';
import type { HandoverItem } from '../domain/ids.ts';
import { analyse } from '../intent/analysis.ts';
import type { Intent } from '../intent/recognition.ts';
import { toldCall } from '../intent/told-call.ts';
import type { ToldCall } from '../intent/told-call.ts';
import type { Reply } from './answer-question.ts';
import { toldValues } from './told-values.ts';
import type { Setting } from './setting.ts';
import { unitOf } from './situation-of.ts';
import type { Use } from './use-verb.ts';
import type { VerbName } from './verbs.ts';

const isOrder = (intent: Intent): intent is Order => Object.hasOwn(orderVerbs, intent);

/**
 * What words lead to: the form of an order, or a list of the log. In the own chat it is shown at once, since only the
 * one who wrote sees it; in a channel the answer has a button to it. What is connected from the own chat is oneself.
 */
export function orderIn(reply: Reply, setting: Setting): Use | undefined {
  const { refused, recognition, text } = reply;
  const { intent, asks, emergency } = recognition;
  const { place, world } = setting;
  if (refused || asks || emergency || world === undefined) return undefined;
  const use = logUse(reply, { ...setting, world });
  if (use !== undefined) return use;
  if (!isOrder(intent) || place !== 'personal') return undefined;
  const verb = intent === 'unit.connect' ? 'profile.choose' : orderVerbs[intent];
  return { verb, data: orderPrefill(intent, text, nowOf(setting)), isFetch: true };
}

type Known = Setting & { readonly world: World };

type MakeUse = (text: string, ofCode: { readonly code?: string }, setting: Known) => Use | undefined;

/** What concerns a unit's log, by what is wanted. */
const logUses: Readonly<Partial<Record<Intent, MakeUse>>> = {
  'handover.log': (text, _ofCode, setting) =>
    form('handover.record', toldValues(withDirection(toldCall(text, nowOf(setting)), setting))),
  'handover.confirm': confirmUse,
  'handover.list': (_text, ofCode) => list('handover.list', ofCode),
  'discharge.allowed': (_text, ofCode) =>
    ofCode.code === undefined ? undefined : list('handover.list', ofCode),
  'reregistration.list': () => list('tasks.list', {}),
  // Of which patient is for whoever wrote it to say: nothing is ticked that was not named.
  'reregistration.done': (text, ofCode) =>
    ofCode.code === undefined
      ? list('tasks.list', {})
      : form(isDismissal(text) ? 'task.dismiss' : 'task.done', ofCode),
  'outage.summary': () => list('summary.show', {}),
  statistics: () => list('statistics.show', {}),
};

/** Which way it went, where it was not said: what only the other side says was received. */
function withDirection(told: ToldCall, { whereabouts, world }: Known): ToldCall {
  const careSetting = unitOf(whereabouts, world)?.careSetting;
  const { direction, items, party } = told;
  if (direction !== undefined || careSetting === undefined || party === undefined) return told;
  const own = partyOf(careSetting);
  const isAll = (said: readonly HandoverItem[]): boolean => items.every((item) => said.includes(item));
  const isReceived = !isAll(itemsBetween(own, party)) && isAll(itemsBetween(party, own));
  return isReceived ? { ...told, direction: 'received' } : told;
}

/** Not done, and not to be done: "stryk den", "ska inte registreras", "ej aktuell". */
function isDismissal(text: string): boolean {
  const { concepts, speech } = analyse(text);
  return concepts.has('STRIKE') || (speech.negated && (concepts.has('NEEDED') || concepts.has('MODAL')));
}

function logUse({ recognition: { entities, intent }, text }: Reply, setting: Known): Use | undefined {
  const [code, ...others] = asList(entities.code);
  const ofCode = code === undefined || others.length > 0 ? {} : { code };
  const isCall = isUnanswered(intent, text, setting);
  return logUses[isCall ? 'handover.log' : intent]?.(text, ofCode, setting);
}

/** A call that nobody answered is told in words that ask for a list too, or for nothing: "ringde Ånge, inget svar". */
function isUnanswered(intent: Intent, text: string, setting: Setting): boolean {
  if (intent !== 'handover.list' && intent !== 'none') return false;
  const { outcome, party } = toldCall(text, nowOf(setting));
  return outcome === 'no-answer' && party !== undefined;
}

function nowOf({ known }: Setting): number {
  return known.situation?.now ?? 0;
}

/** A form is asked for. */
function form(verb: VerbName, data: Use['data']): Use {
  return { verb, data, isFetch: true };
}

function list(verb: VerbName, data: Use['data']): Use {
  return { verb, data, isFetch: false };
}

/** "Timrå har bekräftat K7M-3F" is the sender's word, of a call that was read back; else it is the receiver's. */
function confirmUse(text: string, ofCode: { readonly code?: string }, setting: Known): Use {
  const { whereabouts, world } = setting;
  const owner = ofCode.code === undefined ? undefined : caseOf(world, ofCode.code)?.found.owner;
  const isOwn = owner !== undefined && owner === unitOf(whereabouts, world)?.id;
  if (!isOwn) return form('handover.acknowledge', ofCode);
  return form('handover.record', {
    ...toldValues(toldCall(text, nowOf(setting))),
    ...ofCode,
    direction: 'given',
    outcome: 'read-back',
  });
}

/** Whether what words lead to may be shown where they were written. */
export function isAnsweredHere({ verb }: Use, { known, place }: Setting): boolean {
  if (place === 'personal') return true;
  const isOfCoordinators = verb === 'tasks.list' || verb === 'summary.show' || verb === 'statistics.show';
  const { isAmongCoordinators, isCoordinator } = known.situation ?? {};
  return isOfCoordinators && isAmongCoordinators === true && isCoordinator === true;
}

/** In a channel: a button to what only the one who presses it sees. What was written stays with the bot. */
export function openAnswer(
  { answer, recognition: { intent } }: Reply,
  verb: VerbName,
  draft: string,
): Answer {
  const open = { verb, data: { draft }, opensForm: true as const };
  // What the routine says of a discharge is said to all; how it stands with a code, to the one who opens it.
  if (intent === 'discharge.allowed')
    return { ...answer, actions: [{ ...open, title: 'Visa läget för koden' }] };
  return {
    ...plainAnswer(intentLabels[intent], ['Öppna, så ser bara du det. Inget är sparat än.']),
    actions: [{ ...open, title: 'Öppna' }],
  };
}
