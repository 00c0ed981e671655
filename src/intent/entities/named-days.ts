import { dayEdge, dayEnd } from './calendar-dates.ts';
import type { NamedDay, SaidDay } from './said-day.ts';
import type { Way } from './way.ts';

/** "Lucia" alone is a woman's name. */
const names: Readonly<Record<NamedDay, string>> = {
  'christmas-eve': 'julafton(?:en)?',
  'christmas-day': 'juldagen',
  'boxing-day': 'annandag(?:en|s)? jul|annandagen(?! p)',
  'new-years-eve': 'nyarsafton(?:en)?',
  'new-years-day': 'nyarsdagen',
  'epiphany-eve': 'trettondagsafton',
  epiphany: 'trettondagen|trettonde?dag(?:en)? jul',
  lucia: 'luciadagen|(?<=(?<![a-z])pa )lucia',
  'walpurgis-eve': 'valborgsmassoafton|valborgsafton',
  'national-day': 'nationaldagen',
  'maundy-thursday': 'skartorsdag(?:en)?',
  'good-friday': 'langfredag(?:en)?',
  'easter-eve': 'paskafton(?:en)?',
  'easter-day': 'paskdagen',
  'easter-monday': 'annandag(?:en)? pask',
  'ascension-day': 'kristi himmelsfard(?:sdag(?:en)?)?',
  'whitsun-eve': 'pingstafton',
  'whitsun-day': 'pingstdagen',
  'midsummer-eve': 'midsommarafton(?:en)?',
  'midsummer-day': 'midsommardagen',
  'all-saints-day': 'alla helgons dag|allhelgonadagen',
};

const isNamedDay = (name: string): name is NamedDay => Object.hasOwn(names, name);

/** Public days by their names: "på julafton". */
export const namedDays: readonly Way<SaidDay>[] = Object.entries(names).flatMap(([name, written]) =>
  isNamedDay(name)
    ? [
        {
          pattern: new RegExp(`${dayEdge}(?:${written})${dayEnd}`, 'gu'),
          read: () => ({ kind: 'named', name }) as const,
        },
      ]
    : [],
);
