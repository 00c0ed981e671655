import { z } from 'zod';
import type { PhoneLine } from './answer.ts';
import { callUrl, telLink } from './call-link.ts';
import type { CallLinks } from './call-link.ts';
import { plainText, shownText } from './shown-text.ts';
import { filledText, viewText } from './view-text.ts';

/** A number in a card: never without its name and place. */
export const phoneView = z.strictObject({
  name: filledText,
  number: filledText,
  link: z.string().regex(/^tel:\+?\d+$/),
  notes: z.array(z.strictObject({ text: filledText, isSubtle: z.boolean() })),
  /** Both empty where there is no button to call with. */
  callTitle: viewText,
  callUrl: viewText,
});
type PhoneView = z.infer<typeof phoneView>;

/** What a card shows of a number: whose it is, what to ask for, and when and how it is answered. */
export function phoneViewOf(phone: PhoneLine, callLinks: CallLinks): PhoneView {
  const { name, place, number, e164 } = phone;
  const whose = name.includes(place) ? name : `${name}, ${place}`;
  const url = callUrl(e164, callLinks);
  return {
    name: shownText(whose, 120),
    number: plainText(number, 40),
    link: telLink(e164),
    notes: notesOf(phone),
    callTitle: url === undefined ? '' : `Ring ${plainText(name, 60)}`,
    callUrl: url ?? '',
  };
}

function notesOf({ askFor, menu, hours, email, basis }: PhoneLine): PhoneView['notes'] {
  const address = email === undefined ? undefined : `e-post ${email}, men ring i första hand`;
  const details = [menu, hours, address].flatMap((detail) => (detail === undefined ? [] : [detail]));
  return [
    ...(askFor === undefined ? [] : [{ text: shownText(`Fråga efter ${askFor}`, 120), isSubtle: false }]),
    ...(details.length === 0
      ? []
      : [{ text: capitalised(shownText(details.join(' · '), 160)), isSubtle: true }]),
    ...(basis === undefined ? [] : [{ text: capitalised(shownText(basis, 160)), isSubtle: true }]),
  ];
}

/** A text that stands on a line of its own. */
export function capitalised(text: string): string {
  return `${text.slice(0, 1).toLocaleUpperCase('sv')}${text.slice(1)}`;
}
