import type { CareGroup } from '../domain/care-group.ts';
import { fold } from './normalise.ts';

const groupWords: readonly (readonly [CareGroup, string])[] = [
  [
    'municipality',
    'kommun|kommunen|kommunerna|bistandshandlaggare|bistandshandlaggaren|bistandshandlaggarna|hemsjukvarden|hemtjansten|socialtjansten|bistandsenheten',
  ],
  [
    'outpatient',
    'primarvard|primarvarden|halsocentral|halsocentralen|halsocentralerna|vardcentralen|oppenvard|oppenvarden|mottagningen|fast vardkontakt|psykiatrisk oppenvard|psykiatriska oppenvarden|psykoppenvarden|hc',
  ],
  [
    'inpatient',
    'slutenvard|slutenvarden|avdelningen|avdelningarna|avdelning|vardavdelningen|sjukhuset|somatiken|psykiatriska slutenvarden',
  ],
];

const patterns = groupWords.map(([group, words]): readonly [CareGroup, RegExp] => [
  group,
  new RegExp(
    [
      `\\b(?:ska|skall|maste|bor|behover|far|ansvarar|gor|har|registrerar|dokumenterar|kvitterar|lamnar) (?:vi (?:i|pa|inom) |jag (?:i|pa|inom) )?(?:den )?(?:${words})\\b`,
      `\\b(?:${words})s? (?:ansvar|uppgift|uppgifter|del|ansvarsomrade|skyldighet)`,
      `(?:^|[.,!] ?|\\b(?:jobbar|arbetar|sitter) )(?:(?:vi|jag) )?(?:(?:ar|jobbar|arbetar|sitter) )?(?:i|pa|inom|fran|som) (?:en )?(?:${words})\\b`,
    ].join('|'),
  ),
]);

/**
 * The group whose duties a text asks about, as the one that acts: "vad ska kommunen svara?", "primärvårdens
 * ansvar", "vi på hälsocentralen". Not one that is only spoken to: "vad säger jag till kommunen?".
 */
export function groupNamed(text: string): CareGroup | undefined {
  const folded = fold(text);
  return patterns.find(([, pattern]) => pattern.test(folded))?.[0];
}
