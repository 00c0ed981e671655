import { careGroups } from '../domain/care-group.ts';

/** The pages that are made for paper, named by what a file of each is called. */
export const printablePages = ['nummer', ...careGroups, 'sip', 'blankett'] as const;
export type PrintablePage = (typeof printablePages)[number];

/** Where each is reached (contract.md §3). */
export const pagePaths: Readonly<Record<PrintablePage, string>> = {
  nummer: '/reservrutin',
  inpatient: '/reservrutin/inpatient',
  municipality: '/reservrutin/municipality',
  outpatient: '/reservrutin/outpatient',
  sip: '/reservrutin/sip',
  blankett: '/blankett',
};

/** What each is called where pages lead to each other. */
export const pageNames: Readonly<Record<PrintablePage, string>> = {
  nummer: 'Alla nummer',
  inpatient: 'Slutenvården',
  municipality: 'Kommunen',
  outpatient: 'Primärvården/öppenvården',
  sip: 'SIP',
  blankett: 'Stödblad för samtal',
};

/** The button that leads to it: what it opens is made to be printed. */
export const pageTitles: Readonly<Record<PrintablePage, string>> = {
  nummer: 'Skriv ut reservrutinen',
  inpatient: 'Skriv ut reservrutinen',
  municipality: 'Skriv ut reservrutinen',
  outpatient: 'Skriv ut reservrutinen',
  sip: 'Skriv ut sidan om SIP',
  blankett: 'Skriv ut stödbladet',
};

/** What a file of a page is called, without what it ends in. */
export function fileNameOf(page: PrintablePage): string {
  return page === 'blankett' ? page : `reservrutin-${page}`;
}
