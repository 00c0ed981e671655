import type { Store } from '../storage/store.ts';
import type { DeliveryLoop } from './delivery.ts';
import type { OperationsLog } from './operations-log.ts';

/** Delivers whenever this process leads on the store; what others write wakes it as well. */
export type LedDelivery = Pick<DeliveryLoop, 'wake'> & AsyncDisposable;

type Parts = {
  readonly store: Pick<Store, 'lead'>;
  /** Starts a delivery: a new one each time that this process comes to lead. */
  readonly begin: () => DeliveryLoop;
  readonly log: OperationsLog;
};

/** Stands for the lead until it is disposed of. */
export function deliverWhileLeading({ store, begin, log }: Parts): LedDelivery {
  let delivery: DeliveryLoop | undefined;
  const wake = (): void => delivery?.wake();
  const leading = store.lead({
    async reign(lost) {
      log.info({}, 'delivers');
      const begun = begin();
      delivery = begun;
      await aborted(lost);
      await begun.stop();
      delivery = undefined;
      log.info({}, 'delivers no more');
    },
    news: wake,
  });
  return {
    wake,
    async [Symbol.asyncDispose]() {
      await Promise.all([leading[Symbol.asyncDispose](), delivery?.[Symbol.asyncDispose]()]);
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
