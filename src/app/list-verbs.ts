import { deliveryListAnswer } from '../cards/delivery-list.ts';
import { outageBoardAnswer } from '../cards/outage-board.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import { unitListAnswer } from '../cards/unit-list.ts';
import type { Answer } from '../cards/answer.ts';
import type { Outage } from '../domain/outage.ts';
import { pageOf, valueOf } from './form-values.ts';
import type { Asked, Verb } from './verb.ts';

/** What coordinators look at: it changes nothing. */
function list(show: (asked: Asked) => Answer): Verb {
  return {
    who: 'coordinator',
    inputs: [],
    read: (asked) => ({ kind: 'answered', reply: { kind: 'answer', answer: show(asked) } }),
    done: show,
  };
}

const ofOutage =
  (show: (outage: Outage, asked: Asked) => Answer) =>
  (asked: Asked): Answer => {
    const outage = asked.world.outages.get(valueOf(asked.values, 'outage'));
    return outage === undefined
      ? plainAnswer('Det avbrottet är stängt', ['Fråga: Är Lifecare nere? Då visar jag hur det är nu.'])
      : show(outage, asked);
  };

/** The lists of units and deliveries, and an outage at a glance. */
export const listVerbs = {
  'outage.show': list(
    ofOutage((outage, { now, world }) => outageBoardAnswer(outage, { now, directory: world.directory })),
  ),
  'delivery.list': list(
    ofOutage((outage, asked) =>
      deliveryListAnswer(outage, asked.world.directory, { now: asked.now, page: pageOf(asked.values) }),
    ),
  ),
  'unit.list': list((asked) =>
    unitListAnswer(asked.world, asked.knowledge, { now: asked.now, page: pageOf(asked.values) }),
  ),
} as const satisfies Readonly<Record<string, Verb>>;
