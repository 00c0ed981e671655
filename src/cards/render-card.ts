// The package's own entry has types that import the TypeScript source of another package; this file of it has not.
import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import { z } from 'zod';

/** An Adaptive Card 1.5 as JSON, ready to be attached to an activity. */
export type Card = z.infer<typeof card>;
const card = z.looseObject({ type: z.literal('AdaptiveCard'), version: z.literal('1.5') });

/** A card, or why there is none: it is longer than a card may be, and shorter data is asked for. */
export type RenderedCard =
  { readonly kind: 'card'; readonly card: Card } | { readonly kind: 'too-long'; readonly characters: number };

/**
 * How long a card's JSON may be. Teams refuses messages over 40 kB (older clients' limit) counted in UTF-16:
 * Microsoft Learn, "Format your bot messages".
 */
const mostCharacters = 20_000;

/**
 * Turns a template (`cards/<card>.json`) into a function from its view to the card. The template is compiled
 * once, when it is first needed: that takes longer than a card. The view is checked first: what the template reads
 * and does not find would stay in the card as `${…}`. A view of the wrong shape and a `${` in the card are faults and
 * throw.
 */
export function cardRenderer<Schema extends z.ZodType>(
  template: object,
  view: Schema,
): (data: z.input<Schema>) => RenderedCard {
  let compiled: Template | undefined;
  return (data) => {
    compiled ??= new Template(template);
    const rendered = card.parse(compiled.expand({ $root: view.parse(data) }));
    const json = JSON.stringify(rendered);
    const left = /\$\{[^"]{0,40}/.exec(json);
    if (left !== null) throw new Error(`The card still holds ${left[0]}`);
    if (json.length > mostCharacters) return { kind: 'too-long', characters: json.length };
    return { kind: 'card', card: rendered };
  };
}
