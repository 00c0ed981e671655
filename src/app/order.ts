import { orderPrefill, orderVerbs } from '../cards/order-answer.ts';
import type { Order } from '../cards/order-answer.ts';
import type { Intent } from '../intent/recognition.ts';
import type { Reply } from './answer-question.ts';
import type { Setting } from './setting.ts';
import type { Use } from './use-verb.ts';

const isOrder = (intent: Intent): intent is Order => Object.hasOwn(orderVerbs, intent);

/**
 * The form that an order in words leads to at once: in the own chat, where only the one who wrote sees it. In a
 * channel the answer has a button to it. What is connected from the own chat is oneself.
 */
export function orderIn({ refused, recognition, text }: Reply, { place, world }: Setting): Use | undefined {
  const { intent, asks, emergency, entities } = recognition;
  if (refused || asks || emergency || world === undefined || place !== 'personal') return undefined;
  if (!isOrder(intent)) return undefined;
  const verb = intent === 'unit.connect' ? 'profile.choose' : orderVerbs[intent];
  return { verb, data: orderPrefill(intent, entities, text), isFetch: true };
}
