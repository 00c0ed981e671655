import { elementsOf } from './card-faults.ts';

/** What Teams makes of a text that it reads as Markdown: everything but the link of a number. */
const markdown = /\[|\]|<|>|[*_`~#|\\]|:\/\//;
const numberLink = /^\[[^[\]*_`<>]+\]\(tel:\+?\d+\)$/;

/** The texts of a card that hold Markdown alive: in a TextBlock, on an input and on what is chosen from. */
export function liveMarkdown(card: unknown): readonly string[] {
  return elementsOf(card)
    .flatMap((element) => {
      const { type, text, label, placeholder, title, choices } = element;
      if (type === 'TextBlock') return [text];
      return String(type).startsWith('Input.') ? [label, placeholder, title, ...titlesOf(choices)] : [];
    })
    .flatMap((text) => (typeof text === 'string' ? [text] : []))
    .filter((text) => markdown.test(text) && !numberLink.test(text));
}

function titlesOf(choices: unknown): readonly unknown[] {
  if (!Array.isArray(choices)) return [];
  return choices.map((choice: unknown) =>
    typeof choice === 'object' && choice !== null && 'title' in choice ? choice.title : undefined,
  );
}
