import type { NoticeEvent } from '../domain/notice-event.ts';
import { deliveryKey } from '../domain/notice-steps.ts';
import type { Outbox } from '../domain/outbox.ts';
import type { StreamName } from '../storage/store.ts';
import type { BackOff } from './delivery-limits.ts';
import type { DeliveryStream } from './delivery-stream.ts';
import type { Clock } from './pace.ts';
import { retryDelayMs } from './retry-delay.ts';
import type { LogLine, OperationsLog } from './operations-log.ts';

/** What is to be known of one notice to one recipient. */
export type NoticeFact = Extract<NoticeEvent, { recipient: unknown }>;

/** Writes down what became of notices, and does not let go of it while the store cannot be written to. */
export type Recorder = {
  /** The outbox after it; undefined where the stream is closed, or where it was ended and the store failed. */
  readonly keep: (stream: StreamName, fact: NoticeFact) => Promise<Outbox | undefined>;
  /** The store failed and has not taken it since: what is sent now might be sent again after a restart. */
  readonly isFailing: () => boolean;
};

type Parts = {
  readonly streams: () => Promise<readonly DeliveryStream[]>;
  readonly record: (stream: StreamName, events: readonly NoticeEvent[]) => Promise<Outbox>;
  readonly backOff: BackOff;
};
type Outside = Clock & { readonly random: () => number; readonly log: OperationsLog };

/** Makes the recorder. After the signal it tries once more, and no longer waits. */
export function createRecorder(
  { streams, record, backOff }: Parts,
  { wait, random, log }: Outside,
  ended: AbortSignal,
): Recorder {
  let failing = 0;

  const attempt = async (stream: StreamName, fact: NoticeFact, failures: number): Promise<Kept> => {
    try {
      const known = failures === 0 ? undefined : recorded(await streams(), stream, fact);
      return known ?? { kind: 'kept', outbox: await record(stream, [fact]) };
    } catch (error) {
      log.error({ ...factIds(stream, fact), fault: nameOf(error) }, 'notice not recorded');
      return { kind: 'failed' };
    }
  };
  const insist = async (stream: StreamName, fact: NoticeFact): Promise<Outbox | undefined> => {
    for (let failures = 1; ; failures += 1) {
      const isLast = ended.aborted;
      // oxlint-disable-next-line no-await-in-loop -- each try is one after the other
      await wait(retryDelayMs({ backOff, failures: failures - 1, random: random() }), ended);
      // oxlint-disable-next-line no-await-in-loop -- as above
      const kept = await attempt(stream, fact, failures);
      if (kept.kind !== 'failed') return kept.outbox;
      if (isLast) return undefined;
    }
  };
  return {
    async keep(stream, fact) {
      const kept = await attempt(stream, fact, 0);
      if (kept.kind !== 'failed') return kept.outbox;
      failing += 1;
      try {
        return await insist(stream, fact);
      } finally {
        failing -= 1;
      }
    },
    isFailing: () => failing > 0,
  };
}

type Kept =
  | { readonly kind: 'kept'; readonly outbox: Outbox }
  /** The stream is closed: what became of its notices concerns nobody any more. */
  | { readonly kind: 'closed'; readonly outbox?: undefined }
  | { readonly kind: 'failed' };

/** A writing that failed may have come through all the same: what is there is not written again. */
function recorded(
  streams: readonly DeliveryStream[],
  stream: StreamName,
  fact: NoticeFact,
): Kept | undefined {
  const outbox = streams.find((one) => one.stream === stream)?.outbox;
  if (outbox === undefined) return { kind: 'closed' };
  const delivery = outbox.deliveries.get(deliveryKey(fact.number, fact.recipient));
  const isDone = fact.kind === 'noticeStepDone' && delivery?.done.includes(fact.step);
  return isDone ? { kind: 'kept', outbox } : undefined;
}

/** What a log line says of a fact: ids alone. */
export function factIds(
  stream: StreamName,
  { number, recipient }: Pick<NoticeFact, 'number' | 'recipient'>,
): LogLine {
  return { stream, number, recipient };
}

/** A fault's name, without its message, which may say anything. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
