/**
 * What is somebody else's business: a text with one of `concepts` (names of concepts.ts) and none of `unless` is
 * answered with "det förstår jag inte", whatever else it resembles. Only words spelled as listed count.
 */
export type Veto = {
  readonly about: string;
  readonly concepts: readonly string[];
  readonly unless: readonly string[];
};

const ourMatters = ['SYSTEM', 'REREG', 'SIP', 'ITEM', 'FORM', 'HANDOVER'] as const;

export const vetoes: readonly Veto[] = [
  {
    about: 'another system',
    concepts: ['OTHERSYSTEM'],
    unless: [...ourMatters, 'DOCUMENT', 'MUNICIPALITYPARTY'],
  },
  { about: 'a password or an account', concepts: ['ACCOUNT'], unless: ['DOWN', 'OUTAGE'] },
  {
    about: 'clinical advice',
    concepts: ['CLINICAL'],
    unless: [...ourMatters, 'OUTAGE', 'DISCHARGE', 'GOHOME', 'CODE', 'ACK'],
  },
  {
    about: 'work hours and pay',
    concepts: ['HR'],
    unless: [...ourMatters, 'OUTAGE', 'DISCHARGE', 'LIST', 'STATS', 'SUMMARY', 'CONFIRM', 'ROUTINE'],
  },
  { about: 'leisure', concepts: ['LEISURE'], unless: [...ourMatters, 'OUTAGE', 'DISCHARGE'] },
];
