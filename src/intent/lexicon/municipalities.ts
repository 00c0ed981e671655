import type { Municipality } from '../../domain/ids.ts';

/**
 * How people write the seven municipalities, besides the name itself: nicknames, places, misspellings.
 * A genitive -s is understood without being listed. "Ånge" has rules of its own (entities/municipality.ts),
 * since "ange" without its ring is a verb.
 */
export const municipalityNames: Readonly<Record<Municipality, readonly string[]>> = {
  timra: ['timrå', 'timmrå', 'timra'],
  ange: ['ånge'],
  ornskoldsvik: [
    'örnsköldsvik',
    'örnsköldvik',
    'örnskjöldsvik',
    'örnskölsvik',
    'övik',
    'ö-vik',
    'ö vik',
    'ovik',
    'o-vik',
  ],
  sundsvall: ['sundsvall', 'sundsval', 'svall', 'sundsvalls'],
  kramfors: ['kramfors', 'kramforss', 'krammfors', 'kramfos'],
  harnosand: ['härnösand', 'härnosand', 'härnö', 'hernösand', 'härnösan', 'härnössand'],
  solleftea: ['sollefteå', 'sollefteo', 'solefteå', 'sollefeå', 'sollefta', 'sollå', 'sollefte'],
};
