import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { createBooks } from '../../src/app/books.ts';
import { placeOf } from '../../src/delivery/place-of.ts';
import type { Directory } from '../../src/domain/directory.ts';
import { noticeOf } from '../../src/domain/notice-steps.ts';
import type { NoticeStep } from '../../src/domain/notice-event.ts';
import type { Delivery } from '../../src/domain/outbox.ts';
import { openFileStore } from '../../src/storage/file-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';

/** One step of one notice to one channel: what two requests have in common that say the same. */
export function stepKey(channel: string, step: NoticeStep, text: string): string {
  return [channel, step, text].join(' | ');
}

/** What a data directory says of deliveries, as its records were when it was read. */
export type ToldSteps = {
  /** The steps that are recorded as done, by `stepKey`. */
  readonly done: ReadonlySet<string>;
  /** How many notices to how many have not been sent. */
  readonly unsent: number;
  /** Two notices to one channel say the same, as those do that amend the coordinators' card. */
  readonly isAmbiguous: boolean;
};

/** Reads a copy: what a dead process has left is the next one's to mend. */
export async function readToldSteps(directory: string): Promise<ToldSteps> {
  await using copy = await temporaryDirectory();
  const path = join(copy.path, 'data');
  await cp(directory, path, { recursive: true });
  await using store = await openFileStore(path);
  const steps = await toldStepsIn(store);
  if (steps.isAmbiguous) throw new Error('Two notices to one channel say the same');
  return steps;
}

/** The same of any store. */
export async function toldStepsIn(store: Store): Promise<ToldSteps> {
  const books = createBooks({
    store,
    now: () => new Date(),
    configuredCoordinators: [],
    issueNotices: () => [],
  });
  const { directory: known } = await books.world();
  const done: string[] = [];
  let unsent = 0;
  for (const { outbox } of await books.outboxes()) {
    for (const delivery of outbox.deliveries.values()) {
      if (delivery.state !== 'sent') unsent += 1;
      const text = noticeOf(outbox, delivery)?.text ?? '';
      done.push(...delivery.done.map((step) => stepKey(channelOf(delivery, known), step, text)));
    }
  }
  const steps = new Set(done);
  return { done: steps, unsent, isAmbiguous: steps.size < done.length };
}

function channelOf({ recipient }: Delivery, known: Directory): string {
  const place = placeOf(recipient, known);
  return place.kind === 'unreachable' ? recipient : place.conversation;
}
