import { expect, test } from 'vitest';
import { deliveryReasons } from '../../src/delivery/delivery-reason.ts';
import { deliveryReasonText } from '../../src/text/delivery-reason-text.ts';

test.each(deliveryReasons)('%s has Swedish words of its own', (reason) => {
  const failed = {
    state: 'given-up',
    recipient: 'unit:a',
    awaitsInstallation: false,
    isUnclear: false,
  } as const;
  const { why } = deliveryReasonText({ ...failed, reason });
  expect(why).not.toBe(deliveryReasonText({ ...failed, reason: 'Unheard-of' }).why);
});
