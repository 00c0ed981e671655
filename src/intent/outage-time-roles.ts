import type { FoundTimeWords } from './time-words.ts';

/** What of an outage a time is of: its start, its end, or the next word of it. */
export type OutageTime = 'start' | 'end' | 'next';

/** A word that says when, and what it is of; `isSaid` where other words say so too. */
export type TimeRole = {
  readonly words: FoundTimeWords;
  readonly of: OutageTime;
  readonly isSaid: boolean;
  /** It ends what the time before it begins: "kl 21-23". */
  readonly endsRange: boolean;
};

const signs: Readonly<Record<OutageTime, RegExp>> = {
  next: /(?<![a-z])(?:(?:ny|nytt|nasta|mer|vidare) (?:info[a-z]*|besked|uppdatering|lagesrapport|lagesbild)|aterkommer|hor av (?:mig|oss|sig))(?![a-z])/gu,
  end: /(?<![a-z])(?:[a-z]*prognos[a-z]*|slut(?:tid[a-z]*|et|ar|ade)?|klart?|igang|uppe|beraknas|beraknad|beraknat|vantas|eta|forlang[a-z]*|losning|fixat|lost|atgarda[a-z]*|atersta[a-z]*|aterga[a-z]*|i drift|tillbaka|drojer|drar ut|avsluta[a-z]*)(?![a-z])/gu,
  start:
    /(?<![a-z])(?:borja[a-z]*|pabor[a-z]*|starta(?:r|de|t)|starttid[a-z]*|starten|gick (?:[a-z]+ ){0,2}ner|gar ner|gatt ner|nere|foll|dog|slocknade|krascha[a-z]*|slutade (?:fungera|svara|funka)|strula[a-z]*)(?![a-z])/gu,
};
const vague: Readonly<Record<'start' | 'end', RegExp>> = {
  end: /(?<![a-z])(?:(?<!natt(?:en)? )till|tills|senast|tidigast|innan|fore|forran)(?![a-z])/u,
  start: /(?<![a-z])(?:fran|from|sedan|sen|start)(?![a-z])/u,
};
const times: readonly OutageTime[] = ['start', 'end', 'next'];

/** The sign that stands last. */
function signIn(text: string): OutageTime | undefined {
  const found = times.flatMap((of) =>
    [...text.matchAll(signs[of])].map(({ 0: sign, index }) => ({ of, end: index + sign.length })),
  );
  return found.toSorted((one, other) => one.end - other.end).at(-1)?.of;
}

/** What each of such words of a folded text is of, in order; `otherwise` where nothing says. */
export function timeRoles(
  words: readonly FoundTimeWords[],
  folded: string,
  otherwise: OutageTime,
): readonly TimeRole[] {
  const roles: TimeRole[] = [];
  for (const [at, one] of words.entries()) {
    const from = roles.at(-1)?.words.end ?? 0;
    const place = {
      lead: folded.slice(from, one.start),
      whole: folded.slice(from, one.end),
      written: folded.slice(from, one.end).replace(/^.*[.!?\n] /su, ''),
      tail: folded.slice(one.end, words[at + 1]?.start).replace(/[,.;!?\n].*$/su, ''),
    };
    roles.push({ ...(roleAfter(roles, one, place) ?? roleAlone(place, otherwise)), words: one });
  }
  return roles;
}

type Place = {
  /** From the word before to this one. */
  readonly lead: string;
  /** From the word before to the end of this one, which may have "klart" in it. */
  readonly whole: string;
  /** The same, of its own sentence alone. */
  readonly written: string;
  /** To the end of the clause, or the next word. */
  readonly tail: string;
};
type Role = Omit<TimeRole, 'words'>;

/** By a plain sign before it, or by the word before it. */
function roleAfter(roles: readonly TimeRole[], one: FoundTimeWords, place: Place): Role | undefined {
  const sign = signIn(place.whole);
  if (sign !== undefined) return { of: sign, isSaid: true, endsRange: false };
  if (isRangeEnd(roles, one, place)) return { of: 'end', isSaid: true, endsRange: true };
  const before = roles.at(-1);
  const isApart = /[.!?\n]/u.test(place.lead) || vague.end.test(place.written);
  return before === undefined || isApart ? undefined : before;
}

/** "21-23", "mellan tio och två". */
function isRangeEnd(roles: readonly TimeRole[], one: FoundTimeWords, { lead, written }: Place): boolean {
  const isTime = ({ words }: Pick<TimeRole, 'words'>): boolean => words.value.clock !== undefined;
  const isJoined = lead.length <= 10 && /^ ?(?:[-–]|(?:och|o|a|till)(?![a-z]))/u.test(written);
  return isJoined && isTime({ words: one }) && roles.some(isTime);
}

/** By a vague word before it, or by what follows it. */
function roleAlone({ tail, written }: Place, otherwise: OutageTime): Role {
  const isEnd = vague.end.test(written);
  if (isEnd || vague.start.test(written)) {
    return { of: isEnd ? 'end' : 'start', isSaid: true, endsRange: false };
  }
  const behind = signIn(tail);
  return { of: behind ?? otherwise, isSaid: behind !== undefined, endsRange: false };
}
