import { createHash } from 'node:crypto';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { pageStyle } from './page-style.ts';

/** The policy under which a page may be shown: its own style and nothing else. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** To the letter what the policy has the hash of. */
const styleElement: Html = { html: `<style>${pageStyle}</style>` };

type DocumentParts = {
  readonly title: string;
  /** How large its text is on paper. */
  readonly size: 'large' | 'usual';
  readonly body: readonly Html[];
};

/** A document of its own: no scripts, nothing fetched, and in order without its style too. */
export function documentHtml({ body, size, title }: DocumentParts): string {
  return html`<!doctype html>
    <html lang="sv" class="${size}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – Avbrottsboten</title>
        ${styleElement}
      </head>
      <body>
        ${body}
      </body>
    </html> `.html;
}
