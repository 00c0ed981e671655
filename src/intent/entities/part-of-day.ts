import type { Found } from './found.ts';
import { findAll } from './way.ts';
import type { Way } from './way.ts';

export type PartOfDay = 'morning' | 'forenoon' | 'day' | 'afternoon' | 'evening' | 'night';

/** A part of a day as it was said. */
export type SaidPart = {
  readonly part: PartOfDay;
  /**
   * "I kväll" says which day too; "på kvällen" does not; "kväll" is one only beside a day or a time; "natten till"
   * is the one before the day that is named behind it.
   */
  readonly said: 'this' | 'some' | 'bare' | 'before';
};

const edge = '(?:(?<![a-z0-9])|(?<=i ?gar)(?=kvall))';
const end = '(?![a-z0-9])';
const ways = (
  said: SaidPart['said'],
  written: Readonly<Partial<Record<PartOfDay, string>>>,
): readonly Way<SaidPart>[] =>
  Object.entries(written).flatMap(([name, words]) =>
    isPart(name)
      ? [{ pattern: new RegExp(`${edge}(?:${words})${end}`, 'gu'), read: () => ({ part: name, said }) }]
      : [],
  );

const parts: readonly PartOfDay[] = ['morning', 'forenoon', 'day', 'afternoon', 'evening', 'night'];
const isPart = (name: string): name is PartOfDay => parts.some((part) => part === name);

const sayings: readonly Way<SaidPart>[] = [
  ...ways('before', { night: '(?:pa |under )?natten (?:till|mot)(?= )|natt till(?= )' }),
  ...ways('this', {
    morning: 'i ?morr?(?:se|es|sse|s)',
    forenoon: 'i ?(?:formiddags?|fm)',
    afternoon: 'i ?(?:eftermiddags?|em)',
    evening: 'i ?kvalls?',
    night: 'i ?natt',
  }),
  ...ways('some', {
    morning: '(?:pa |under )?(?:morgonen|morronen|morgonkvisten)|bitti|(?<=gar )mors(?:e|es)',
    forenoon: '(?:pa |under )?formiddagen|pa fm',
    day: 'pa dagen|mitt pa dan|pa dan|dagtid',
    afternoon: '(?:pa |under )?eftermiddagen|pa em',
    evening: '(?:pa |under )?kvallen|kvallstid',
    night: '(?:pa |under )?natten|nattetid|forra natten',
  }),
  ...ways('bare', {
    morning: 'morgon|morron|morgonkvist',
    forenoon: 'formiddags?|fm|f\\.m\\.?',
    afternoon: 'eftermiddags?|em|e\\.m\\.?',
    evening: 'kvalls?',
    night: 'natt',
  }),
];

/** The parts of a day that a folded text names, in order. */
export const findParts = (folded: string): readonly Found<SaidPart>[] => findAll(folded, sayings);
