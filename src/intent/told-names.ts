import { conceptsOf } from './concept-finder.ts';
import { municipalityNames } from './lexicon/municipalities.ts';
import { realWords } from './lexicon/real-words.ts';
import { fold } from './normalise.ts';
import { isFamiliar } from './repair.ts';
import { callVerbs } from './told-verbs.ts';

const capitalised = /(?<![\p{L}\p{N}])\p{Lu}[\p{Ll}'’][\p{L}'’-]{0,24}(?: \p{Lu}(?![\p{L}\p{N}-])\.?)?/gu;
const listOf = (words: string): readonly string[] => words.trim().split(/\s+/u);
const real = new Set(listOf(realWords).map(fold));
/** Names that are words as well. */
const homographs = new Set(['per', 'jan', 'maj', 'berg', 'saga', 'strom', 'rut', 'max', 'bror']);
/** What is written large at the beginning of a line, or as a title, and is nobody's name. */
const noNames =
  /^(?:ssk|sjukskot\p{L}*|skoterska\p{L}*|undersk\p{L}*|usk|distriktss\p{L}*|lakare\p{L}*|dr|doktor\p{L}*|enhetschef\p{L}*|chef\p{L}*|samordnare\p{L}*|koordinator\p{L}*|kurator\p{L}*|vaxel\p{L}*|kontakt\p{L}*|ansvarig\p{L}*|upprep\p{L}*|svar\p{L}*|kopplad\p{L}*|kvitter\p{L}*|repeter\p{L}*|telefon\p{L}*|inkommande|utgaende|samtal\p{L}*|forsok\p{L}*|regionen?s?|lasarett\p{L}*|feb|mars|juni|juli|aug|sept?|okt|nov|dec|\p{L}*(?:jouren|tjansten|enheten|gruppen|teamet|mottagningen|avdelningen|centralen|vaxeln|boendet|kliniken|skoterskan|handlaggaren|lakaren|chefen|personalen|expeditionen|receptionen|hemmet|polisen|kassan))$/u;

/** Places and units that are called by their name alone. */
const places = new Set(
  listOf(`
  ankaret ankarets nolby granlo sidsjo skonsmon matfors njurunda alno stode liden fransta ljungaverk
  bergsaker soraker domsjo husum bredbyn sjalevad bjasta bjorna kopmanholmen nyland bollstabruk ullanger
  nordingra ramsele junsele langsele nasaker adalen hoga kusten premicare centrum cederhus nacksta kvissleby
  indal sorberge bergeforsen alandsbro ramvik docksta umea ostersund gavle stockholm borgsjo torpshammar
  vasternorrland vasternorrlands lifecare teams cosmic
`),
);
const municipal = new Set(Object.values(municipalityNames).flat().map(fold));

function isPlace(plain: string): boolean {
  return [plain, plain.replace(/s$/u, '')].some((name) => places.has(name) || municipal.has(name));
}

type Name = { readonly start: number; readonly end: number };

/** Where in a text a person is named: a word written large that is not known otherwise, nor marked in the sketch. */
export function namesIn(text: string, sketch: string): readonly Name[] {
  return [...text.matchAll(capitalised)]
    .filter(({ 0: word, index }) => !/\p{Lu}/u.test(sketch.slice(index, index + word.length)))
    .filter(({ 0: word, index }) => isName(word, text, index))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

function isName(word: string, text: string, start: number): boolean {
  const [first = ''] = word.split(' ');
  const plain = fold(first);
  const opens = /(?:^|[.!?\n:]) *$/u.test(text.slice(Math.max(0, start - 4), start));
  if (homographs.has(plain)) return !opens;
  if (isWord(plain)) return false;
  return !opens || isNameFirst(plain, text.slice(start + word.length));
}

function isWord(plain: string): boolean {
  return isPlace(plain) || callVerbs.has(plain) || noNames.test(plain) || isKnown(plain);
}

function isKnown(plain: string): boolean {
  return isFamiliar(plain) || conceptsOf(plain).size > 0;
}

/** At the beginning of a sentence every word is written large. */
function isNameFirst(plain: string, rest: string): boolean {
  if (/(?:ade|erat|ats|ades|ingen)$/u.test(plain)) return false;
  return !real.has(plain) || /^,? \p{Lu}/u.test(rest);
}

/** Words after "pratade med" that name nobody. */
const nobody = new Set(
  listOf(`
  alla nagon nagra ingen henne honom hen dem dom de mig oss dig er sig varandra bada flera en ett den det
  samma ngn nan chefen chef lakaren lakare doktorn doktor jouren bakjouren jour kollegan kollega personalen
  personal receptionen receptionist receptionisten telefonisten telefonist vaxeln vxl vaxel expeditionen exp
  sekreteraren sekreterare kuratorn kurator samordnaren samordnare koordinatorn koordinator skoterskan
  skoterska sjukskoterskan sjukskoterska underskoterskan underskoterska ssk usk dsk us mas mar pal al tf
  patienten patient pat anhorig anhoriga narstaende dottern dotter sonen son frun fru mannen man hustrun
  maken maka makan systern brodern mamman pappan mamma pappa modern fadern foraldrar grannen vannen god
  brukaren brukare ansvarig ansvariga teamet team gruppen natten dagen kvallen nattpersonalen vikarien
  vikarie enhetschefen enhetschef boendet hemmet korttids korttiden rehab avd hc kommun kommunen hemtjanst
  hemtjansten arbetsterapeuten fysioterapeuten dietisten logopeden ambulansen taxi apoteket rontgen labb
  akuten regionen sjukhuset kontakten kontaktperson kontaktpersonen ledningen ledning myndigheten bistand
  social handl handlaggare kl klockan om ordinarie jourhavande tjanstgorande tillforordnad ny nya ratt fel
  inhyrd annan andra angaende gallande ang via per tel telefon idag igar nyss precis nu sen sedan och men i
  pa fran
`),
);
const namesAmongRealWords = new Set(
  listOf('anna birgitta johan karin lena lisa maria stefan stina ulla sara'),
);
const definite = /(?:skan|isten|orn|aren|orna|arna|erna|ingen|nisten)$/u;

/** True for a folded word, written small, that may be a name: it is known as nothing else. */
export function mayBeName(word: string): boolean {
  if (namesAmongRealWords.has(word)) return true;
  if (nobody.has(word) || real.has(word) || isWord(word)) return false;
  return !definite.test(word);
}
