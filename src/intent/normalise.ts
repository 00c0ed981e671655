/** The longest text that is read; of a longer one the beginning and the end are kept, half each. */
const maxCharacters = 600;
/** The most words that are read, and the longest word: what is beyond either is cut. */
export const maxWords = 90;
export const maxWordLength = 40;

/** Lower case without å, ä, ö, é and other marks, so that a keyboard without them writes the same words. */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/**
 * A letter of a Swedish ending in a folded text, for patterns of many words with any ending: to compile `\p{L}` as
 * often takes longer than to read the text, and the first who asks waits for it.
 */
export const endingLetter = '[a-z]';

const mention = /<at[^<>]{0,80}>[^<>]{0,80}<\/at>|&nbsp;|<\/?[a-z]{1,10}\/?>/giu;
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;

/** The text within the caps, or of at most so many characters: one line feed or space where there were several, no mention of the bot, no control characters. */
export function cleaned(text: string, most: number = maxCharacters): string {
  return shortened(text, most)
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(mention, ' ')
    .replaceAll(/[❓❔⁇？]/gu, '?')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(unprintable, (character) => (character === '\n' ? '\n' : ' '))
    .replaceAll(/[^\S\n]{1,600}/gu, ' ')
    .trim();
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = most / 2;
  return `${text.slice(0, half)} \n ${text.slice(-half)}`;
}

const greeting =
  /^(?:(?:avbrotts)?boten|@\S{1,40}|hej(?: hej)?(?:san)?(?: där| alla| igen)?|hejhej|hall[åa](?: där)?|tjena|tja|god (?:morgon|kväll|dag|natt|eftermiddag|förmiddag)|godmorgon|goddag|hi|hello|ursäkta|du|snälla|okej|ok|jaha|asså|alltså|ja men|jo men|öh|eh|hörru)(?=$|[\s,.!:;–-])[\s,.!:;–-]{0,5}/iu;
const signature =
  /[\s,.!–-]{1,5}(?:mvh|m v h|med vänlig(?:a)? häls\p{L}{1,6}|vänlig(?:a|en)? häls\p{L}{1,6}|hälsningar|hälsar|\/\/)(?:[\s,.]{1,3}[\p{L}.-]{1,25}){0,6}\s{0,3}$/iu;
const courtesy =
  /(?<!^(?:tusen|stort|ok|okej|ja|nej))[\s,.!–-]{1,5}(?:(?:tusen |stort )?tack(?: så mycket| på förhand| snälla| för hjälpen)?|snälla|tackar|please|thanks)[\s.!?]{0,3}$/iu;

/** What is left of the text when greeting, signature and thanks are taken off; all of it where nothing would be left. */
export function withoutCourtesies(text: string): string {
  let rest = text;
  for (let round = 0; round < 4; round += 1) {
    const shorter = rest.replace(greeting, '');
    if (shorter === rest || shorter.trim() === '') break;
    rest = shorter;
  }
  const bare = trimmedOrSame(trimmedOrSame(rest, signature), courtesy);
  return bare.trim();
}

function trimmedOrSame(text: string, pattern: RegExp): string {
  const shorter = text.replace(pattern, (found) => (found.includes('?') ? '?' : ''));
  return /[\p{L}\p{N}]/u.test(shorter) ? shorter : text;
}
