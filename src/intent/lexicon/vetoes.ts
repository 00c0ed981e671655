/** Whose business something may be that is not ours. */
export type Beyond = 'other-system' | 'account' | 'clinical' | 'employment' | 'leisure';

/**
 * What is somebody else's business: a text with one of `concepts` (names of concepts.ts) and none of `unless` is
 * hardly one for us. Only words spelled as listed count.
 */
export type Veto = {
  readonly about: Beyond;
  readonly concepts: readonly string[];
  readonly unless: readonly string[];
};

const ourMatters = ['SYSTEM', 'REREG', 'SIP', 'ITEM', 'FORM', 'HANDOVER'] as const;

export const vetoes: readonly Veto[] = [
  {
    about: 'other-system',
    concepts: ['OTHERSYSTEM'],
    unless: [...ourMatters, 'DOCUMENT', 'MUNICIPALITYPARTY'],
  },
  { about: 'account', concepts: ['ACCOUNT'], unless: ['DOWN', 'OUTAGE'] },
  {
    about: 'clinical',
    concepts: ['CLINICAL'],
    unless: [...ourMatters, 'OUTAGE', 'DISCHARGE', 'GOHOME', 'CODE', 'ACK'],
  },
  {
    about: 'employment',
    concepts: ['HR'],
    unless: [...ourMatters, 'OUTAGE', 'DISCHARGE', 'LIST', 'STATS', 'SUMMARY', 'CONFIRM', 'ROUTINE'],
  },
  { about: 'leisure', concepts: ['LEISURE'], unless: [...ourMatters, 'OUTAGE', 'DISCHARGE'] },
];
