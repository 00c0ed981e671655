import template from '../../cards/form.json' with { type: 'json' };
import type { CardMessage } from './card-message.ts';
import { formView, formViewSchema } from './form-view.ts';
import type { FormPlace, FormRoom } from './form-view.ts';
import type { FormCard } from './form.ts';
import { cardRenderer } from './render-card.ts';
import type { Card } from './render-card.ts';
import { plainText } from './shown-text.ts';

const render = cardRenderer(template, formViewSchema);

/** From a whole form to what fits whatever was filled in and however long the customer's lists are. */
const rooms: readonly FormRoom[] = [
  { characters: 4000, options: 100, lines: 12 },
  { characters: 1000, options: 50, lines: 8 },
  { characters: 300, options: 20, lines: 4 },
  { characters: 60, options: 8, lines: 2 },
];

/**
 * A form as it is sent: the card alone, and what a notification shows or the dialog is called. In a dialog it
 * is sent by Action.Submit; in the personal chat by Action.Execute, or by Submit where that is not known.
 */
export function formMessage(form: FormCard, place: FormPlace): CardMessage {
  const { banner, title } = form;
  return {
    card: formCard(form, place),
    summary: plainText(banner === undefined ? title : `${banner} – ${title}`, 120),
  };
}

function formCard(form: FormCard, place: FormPlace): Card {
  for (const room of rooms) {
    const rendered = render(formView(form, place, room));
    if (rendered.kind === 'card') return rendered.card;
  }
  throw new Error('The form does not fit a card, however short');
}
