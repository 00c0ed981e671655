import type { Store } from '../storage/store.ts';
import type { DeliveryLoop } from './delivery.ts';

/** Delivers whenever this process leads on the store; what others write wakes it as well. */
export type LedDelivery = Pick<DeliveryLoop, 'wake'> & AsyncDisposable;

/** `begin` starts a delivery: a new one each time that this process comes to lead. */
export function deliverWhileLeading({ lead }: Pick<Store, 'lead'>, begin: () => DeliveryLoop): LedDelivery {
  let delivery: DeliveryLoop | undefined;
  const wake = (): void => delivery?.wake();
  const leading = lead({
    async reign(lost) {
      const begun = begin();
      delivery = begun;
      await aborted(lost);
      await begun.stop();
      delivery = undefined;
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
