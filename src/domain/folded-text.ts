/**
 * A text as a reader of digits sees it, with the way back to the original.
 * `starts[i]` and `ends[i]` are where the original keeps what `text[i]` stands for (UTF-16 offsets).
 */
export type FoldedText = {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

const invisible = /^[\p{Cf}\p{Mn}\p{Me}\p{Cc}]$/u;
const dash = /^[\p{Pd}\u2212\u02D7\u2043\u2796]$/u;
const space = /^[^\S\uFEFF]$/u;
const lineBreak = /^[\n\r\u2028\u2029]$/u;
const decimalDigit = /^\p{Nd}$/u;
const entity = /&(?:amp;)?(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;
const percentEncoded = /%(20|2[bBdD])/y;
const tagWithoutDigits = /<\/?[a-zA-Z][a-zA-Z\d]?[^<>\d]{0,80}>/y;

/** Most texts: there is nothing in them to fold. */
const unchanged = /^[ !-$'-;=-~À-ÖØ-öø-ÿ]{0,500}$/;
const asItStands = {
  starts: Array.from({ length: 500 }, (_, at) => at),
  ends: Array.from({ length: 500 }, (_, at) => at + 1),
};

const namedEntities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '-',
  mdash: '-',
  minus: '-',
  hyphen: '-',
  dash: '-',
  plus: '+',
  shy: '',
  zwj: '',
  zwnj: '',
};

/**
 * Folds what looks alike to a reader into one character: every Unicode digit, dash and space, HTML
 * entities, "%20", "%2B", "%2D" of web addresses, and compatibility forms (NFKC). What cannot be seen (zero-width characters, soft hyphens,
 * combining marks) goes, HTML tags become a space; a line break stays one. Linear, never throws.
 */
export function foldText(original: string): FoldedText {
  if (unchanged.test(original)) return { text: original, ...asItStands };
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  while (at < original.length) {
    const { folded, length } = foldAt(original, at);
    for (let i = 0; i < folded.length; i++) {
      starts.push(at);
      ends.push(at + length);
    }
    text += folded;
    at += length;
  }
  return { text, starts, ends };
}

type Step = { readonly folded: string; readonly length: number };

function foldAt(original: string, at: number): Step {
  const codePoint = original.codePointAt(at) ?? 0;
  const character = String.fromCodePoint(codePoint);
  if (character === '&') return foldEntity(original, at) ?? { folded: character, length: 1 };
  if (character === '%') return foldPercent(original, at) ?? { folded: character, length: 1 };
  if (character === '<') return foldTag(original, at) ?? { folded: character, length: 1 };
  if (codePoint > 0x20 && codePoint < 0x7f) return { folded: character, length: 1 };
  return { folded: foldCharacter(character), length: character.length };
}

function foldPercent(original: string, at: number): Step | undefined {
  percentEncoded.lastIndex = at;
  const code = percentEncoded.exec(original)?.[1];
  return code === undefined
    ? undefined
    : { folded: String.fromCharCode(Number.parseInt(code, 16)), length: 3 };
}

function foldTag(original: string, at: number): Step | undefined {
  tagWithoutDigits.lastIndex = at;
  const tag = tagWithoutDigits.exec(original)?.[0];
  return tag === undefined ? undefined : { folded: ' ', length: tag.length };
}

function foldEntity(original: string, at: number): Step | undefined {
  entity.lastIndex = at;
  const match = entity.exec(original);
  if (match === null) return undefined;
  const [{ length }, decimal, hexadecimal, name] = match;
  const codePoint = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  if (codePoint <= 0x10ffff) return { folded: foldCharacter(String.fromCodePoint(codePoint)), length };
  const folded = namedEntities[name?.toLowerCase() ?? ''];
  return folded === undefined ? undefined : { folded, length };
}

function foldCharacter(character: string): string {
  if (lineBreak.test(character)) return '\n';
  if (space.test(character)) return ' ';
  if (invisible.test(character)) return '';
  if (dash.test(character)) return '-';
  const compatible = character.normalize('NFKC');
  if (dash.test(compatible)) return '-';
  return decimalDigit.test(compatible) ? String(digitValue(compatible)) : compatible;
}

/** Unicode keeps the ten digits of a script side by side, so the distance down to the zero is the value. */
function digitValue(digit: string): number {
  const codePoint = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && decimalDigit.test(String.fromCodePoint(codePoint - value - 1))) value++;
  return value;
}
