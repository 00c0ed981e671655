import { deliveryKey, noticeOf, rootKey, stepsLeft } from '../domain/notice-steps.ts';
import type { Courier, Place, Sent } from './courier.ts';
import type { DeliveryLimits } from './delivery-limits.ts';
import type { DeliveryState } from './delivery-stream.ts';
import { factOfFailure, factOfUnclear, factOfUnreachable, mayRepeat, turnIds } from './fact-of-failure.ts';
import type { Turn } from './fact-of-failure.ts';
import type { Clock, Pace } from './pace.ts';
import { placeOf } from './place-of.ts';
import { urgencyOf } from './plan-deliveries.ts';
import type { DueDelivery } from './plan-deliveries.ts';
import { nameOf } from './recorder.ts';
import type { NoticeFact, Recorder } from './recorder.ts';
import type { OperationsLog } from './operations-log.ts';

/** What a delivery is carried out with. */
export type Means = {
  readonly read: () => Promise<DeliveryState>;
  readonly courier: Courier;
  readonly pace: Pace;
  readonly recorder: Recorder;
  readonly limits: DeliveryLimits;
  readonly now: Clock['now'];
  readonly random: () => number;
  readonly log: OperationsLog;
  /** Says that nothing more is begun. */
  readonly stopped: AbortSignal;
};

/**
 * Sends one notice to one recipient, step by step, and records each step before the next: until it is sent, has
 * failed, or is to stop. Resolves to when it is tried again, `Infinity` where that is not by itself.
 */
export async function deliverNotice(due: DueDelivery, means: Means): Promise<number> {
  for (let known = due; ;) {
    // oxlint-disable-next-line no-await-in-loop -- a step is recorded before the next one is taken
    const fact = await takeTurn(known, means);
    if (fact === undefined) return Infinity;
    // oxlint-disable-next-line no-await-in-loop -- as above
    const outbox = await means.recorder.keep(due.stream, fact);
    if (outbox === undefined) return Infinity;
    if (fact.kind === 'noticeFailed') return triedAgainAt(fact);
    known = { ...known, outbox };
  }
}

/** What waits for the directory has no time of its own. */
function triedAgainAt({ at, nextTryAt = Infinity }: Extract<NoticeFact, { kind: 'noticeFailed' }>): number {
  return nextTryAt > at ? nextTryAt : Infinity;
}

/** Undefined where nothing is left: it is sent or given up, or a later notice says it. */
function nextTurn(due: DueDelivery): Turn | undefined {
  const { number, outbox, recipient } = due;
  const delivery = outbox.deliveries.get(deliveryKey(number, recipient));
  if (delivery?.state !== 'waiting') return undefined;
  const notice = noticeOf(outbox, delivery);
  const [step] = stepsLeft(outbox, delivery);
  if (notice === undefined || step === undefined) return undefined;
  return { due, delivery, notice, step, root: outbox.roots.get(rootKey(notice.thread, recipient)) };
}

/** What became of the step; undefined, and nothing sent, where it is not to be, or not now. */
async function takeTurn(due: DueDelivery, means: Means): Promise<NoticeFact | undefined> {
  const asked = nextTurn(due);
  if (asked === undefined) return undefined;
  const place = placeOf(due.recipient, due.directory);
  if (place.kind === 'unreachable') return factOfUnreachable(asked, place.reason, means);
  if (!mayRepeat(asked) && asked.delivery.isUnclear) return factOfUnclear(asked, means);
  if (!(await isTurnOf(asked, place, means))) return undefined;
  const turn = await lookAnew(asked, means);
  // While it looked, another may have come to deliver: it repeats what can be repeated, and nothing else.
  if (means.stopped.aborted && mayRepeat(asked)) return undefined;
  return turn && sendNow(turn, means);
}

/** While it waited for its turn the address may have changed, and what it says may have become needless. */
async function lookAnew(asked: Turn, { log, read }: Means): Promise<Turn | undefined> {
  const state = await read().catch((error: unknown) => {
    log.warn({ ...turnIds(asked), fault: nameOf(error) }, 'notice not looked up anew');
    return undefined;
  });
  // What is written down as begun is sent come what may.
  if (state === undefined) return mayRepeat(asked) ? undefined : asked;
  const { directory, streams } = state;
  const outbox = streams.find(({ stream }) => stream === asked.due.stream)?.outbox;
  const turn = outbox && nextTurn({ ...asked.due, directory, outbox });
  return turn?.step === asked.step ? turn : undefined;
}

async function sendNow(turn: Turn, means: Means): Promise<NoticeFact> {
  const place = placeOf(turn.due.recipient, turn.due.directory);
  if (place.kind === 'unreachable') return factOfUnreachable(turn, place.reason, means);
  const sent = await send(turn, place, means.courier);
  return sent.kind === 'sent' ? done(turn, sent, means) : factOfFailure(turn, sent.failure, means);
}

/** Resolves when the request may leave; false where it is to stop, or its result could not be recorded now. */
async function isTurnOf(turn: Turn, place: Place, means: Means): Promise<boolean> {
  const { pace, recorder, stopped } = means;
  const request = { ...place, urgency: urgencyOf(turn.delivery) };
  if (stopped.aborted || recorder.isFailing()) return false;
  if (mayRepeat(turn)) return (await pace.turn(request, stopped)) && !recorder.isFailing();
  // What is written down as begun is sent come what may: after a restart nobody would know that it was not.
  return (await begin(turn, means)) && pace.turn(request, new AbortController().signal);
}

async function begin({ due }: Turn, { now, recorder }: Means): Promise<boolean> {
  const { number, recipient, stream } = due;
  const outbox = await recorder.keep(stream, {
    kind: 'noticeBegun',
    number,
    recipient,
    at: now().getTime(),
  });
  return outbox !== undefined;
}

function send({ notice, root, step }: Turn, place: Place, courier: Courier): Promise<Sent> {
  const { text } = notice;
  if (step === 'post') {
    const isConclusion = notice.manner === 'conclude' && notice.conclusion !== undefined;
    return courier.post(place, { card: isConclusion ? notice.conclusion : notice.card, text });
  }
  if (root === undefined) throw new Error('A notice is to be edited where nothing was posted');
  return step === 'edit'
    ? courier.edit(place, root, { card: notice.card, text })
    : courier.reply(place, root, text);
}

function done(turn: Turn, { root }: Extract<Sent, { kind: 'sent' }>, { log, now }: Means): NoticeFact {
  const { due, step } = turn;
  const { number, recipient } = due;
  log.info(turnIds(turn), 'notice step done');
  const begins = step === 'post' && root !== undefined;
  return {
    kind: 'noticeStepDone',
    number,
    recipient,
    at: now().getTime(),
    step,
    ...(begins && { root }),
  };
}
