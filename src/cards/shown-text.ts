/**
 * Text of any origin as one line that a card shows as it stands: at most `most` characters (UTF-16), cut with
 * "…", and never empty. Line ends become spaces and what cannot be seen is taken out, so that no bidi mark
 * turns a number around; no `${` is left, which would look like a template that broke, and no `"` or `\`, which
 * JSON doubles. It may still hold Markdown: for a TextRun, which has none.
 */
export function shownText(text: string, most = 800): string {
  return shortened(visible(text), most) || '–';
}

/**
 * Text of any origin as one line without Markdown, HTML or mentions, else like `shownText`: for a TextBlock, a
 * button and every place that is not known to show plain text. The marks are replaced, not escaped: Teams'
 * phones show the escaping backslash, or did so for years (github.com/microsoft/AdaptiveCards/issues/5590).
 */
export function plainText(text: string, most?: number): string {
  return shownText(withoutMarks(text), most);
}

/** Several lines of plain text, whole lines only, at most `most` characters together with the "…" that ends a cut. */
export function plainLines(text: string, most: number): string {
  const lines = text.split('\n').map((line) => visible(withoutMarks(line)));
  const whole = lines.join('\n');
  if (whole.length <= most) return whole;
  const lengths = lines.map(({ length }) => length + 1);
  const kept = lines.filter((_, index) => sumOf(lengths.slice(0, index + 1)) < most);
  return [...kept, '…'].join('\n');
}

function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .replace(/"/g, '”')
    .replace(/\\/g, '/')
    .replace(/\$+(?=\{)/g, '')
    .trim();
}

function withoutMarks(text: string): string {
  return text
    .replace(/[*`~#|\\]/g, '')
    .replace(/_/g, ' ')
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/:\/\//g, ': //');
}

/** The beginning of a text that is too long, without half a character at its end. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const beginning = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${beginning.trimEnd()}…`;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
