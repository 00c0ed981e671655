import { fold, endingLetter } from './normalise.ts';

/** The ids of the readings (domain C.8) of what the routine is silent about. */
export type TopicReading = 'A05' | 'A06' | 'A26' | 'A28' | 'A29' | 'A31';

/**
 * What the routine is silent about and people ask about all the same, with the reading that says so
 * (domain C.8). Folded words; `*` stands for any ending.
 */
const topics: readonly { readonly reading: TopicReading; readonly words: readonly string[] }[] = [
  {
    reading: 'A28',
    words: [
      'privat*',
      'utomlans*',
      'annat lan',
      'andra lan',
      'utanfor lanet',
      'annan region*',
      'andra regioner',
      'grannlan*',
      ...'umea skelleftea lulea ostersund gavle hudiksvall bollnas soderhamn ljusdal nordanstig ragunda bracke stromsund krokom harjedalen nordmaling bjurholm asele vindeln stockholm uppsala goteborg malmo orebro falun jamtland vasterbotten norrbotten gavleborg halsingland'
        .split(' ')
        .map((place) => `${place}*`),
    ],
  },
  {
    reading: 'A29',
    words: [
      'skyddad* person*',
      'skyddad* identitet*',
      'skyddade uppgifter',
      'sekretessmark*',
      'reservnummer*',
      'reservnr',
    ],
  },
  {
    reading: 'A26',
    words: ['opt', 'orv', 'oppen psykiatrisk tvangsvard*', 'oppen rattspsykiatrisk*', 'rattspsykiatrisk*'],
  },
  {
    reading: 'A06',
    words: [
      'avliden',
      'avlidit',
      'avled',
      'dott',
      'egen begaran',
      'korttidsboende*',
      'annat sjukhus',
      'korttids',
    ],
  },
  { reading: 'A05', words: ['permission*', 'permitterad*', 'avvikit', 'avviker'] },
  {
    reading: 'A31',
    words: ['flera avbrott', 'tva avbrott', 'skiftbyte*', 'bara vissa kommuner', 'bara en kommun'],
  },
];

const patterns = topics.map(({ reading, words }) => ({
  reading,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.map((word) => word.replaceAll('*', `${endingLetter}*`)).join('|')})(?![\\p{L}\\p{N}])`,
    'u',
  ),
}));

/** The readings for what a text mentions that the routine says nothing about. */
export function topicsBeyond(text: string): readonly TopicReading[] {
  const folded = fold(text);
  return patterns.filter(({ pattern }) => pattern.test(folded)).map(({ reading }) => reading);
}
