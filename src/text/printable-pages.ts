/** The pages that are made for paper. Stored in notices: only ever add. */
export const printablePages = ['numbers', 'inpatient', 'municipality', 'outpatient', 'sip', 'form'] as const;
export type PrintablePage = (typeof printablePages)[number];

type PageNames = {
  /** Where it is reached (contract.md §3). */
  readonly path: string;
  /** What a file of it is called, without what that ends in. */
  readonly file: string;
  /** What it is called where pages lead to each other. */
  readonly name: string;
  /** The button that leads to it. */
  readonly button: string;
};

const printRoutine = 'Skriv ut reservrutinen';

export const pageNames: Readonly<Record<PrintablePage, PageNames>> = {
  numbers: {
    path: '/reservrutin',
    file: 'reservrutin-nummer',
    name: 'Alla nummer',
    button: printRoutine,
  },
  inpatient: {
    path: '/reservrutin/inpatient',
    file: 'reservrutin-slutenvarden',
    name: 'Slutenvården',
    button: printRoutine,
  },
  municipality: {
    path: '/reservrutin/municipality',
    file: 'reservrutin-kommunen',
    name: 'Kommunen',
    button: printRoutine,
  },
  outpatient: {
    path: '/reservrutin/outpatient',
    file: 'reservrutin-oppenvarden',
    name: 'Primärvården/öppenvården',
    button: printRoutine,
  },
  sip: {
    path: '/reservrutin/sip',
    file: 'reservrutin-sip',
    name: 'SIP',
    button: 'Skriv ut sidan om SIP',
  },
  form: {
    path: '/blankett',
    file: 'blankett',
    name: 'Stödblad för samtal',
    button: 'Skriv ut stödbladet',
  },
};
