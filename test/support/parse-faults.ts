import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';

// The package's entry cannot be imported by Node (it leaves out file endings); its bundle can, but has no types.
const { AdaptiveCard, SerializationContext }: typeof AdaptiveCards = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);

/** What Microsoft's own parser of Adaptive Cards has to say about a card; nothing is a valid card. */
export function parseFaults(card: unknown): readonly string[] {
  const context = new SerializationContext();
  new AdaptiveCard().parse(card, context);
  return Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
}
