/** A piece of HTML that is safe to send: all that was put into it is escaped. */
export type Html = { readonly html: string };

type Part = string | number | Html | readonly Html[];

/** HTML as it is written in the code; text that is put in is escaped, HTML is kept, lists are joined. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: String.raw({ raw: strings }, ...parts.map(markup)) };
}

/** HTML where something holds, else nothing. */
export function when(holds: boolean, piece: () => Html): Html {
  return holds ? piece() : { html: '' };
}

function markup(part: Part): string {
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return `${part}`;
  return 'html' in part ? part.html : part.map(({ html: one }) => one).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
