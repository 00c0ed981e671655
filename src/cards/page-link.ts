import { z } from 'zod';
import { pageNames } from '../text/printable-pages.ts';
import type { PrintablePage } from '../text/printable-pages.ts';
import type { CallLinks } from './call-link.ts';
import { filledText } from './view-text.ts';

/** Where cards lead out of Teams. */
export type CardLinks = {
  readonly callLinks: CallLinks;
  /** Where the pages for paper are reached (`PUBLIC_URL`); absent: nowhere that is known. */
  readonly publicUrl?: string | undefined;
};

/** A button that opens a page for paper. */
export const pageLinkView = z.strictObject({ title: filledText, url: z.url() });
type PageLinkView = z.infer<typeof pageLinkView>;

/** The buttons to pages; none where it is not known where those are reached. */
export function pageLinksOf(
  pages: readonly PrintablePage[],
  { publicUrl }: Pick<CardLinks, 'publicUrl'>,
): readonly PageLinkView[] {
  if (publicUrl === undefined) return [];
  return pages.map((page) => ({
    title: pageNames[page].button,
    url: `${publicUrl.replace(/\/+$/, '')}${pageNames[page].path}`,
  }));
}
