/**
 * What was typed, as an input shows it again: as it was typed, with its lines, but for what a card cannot carry.
 * Gone are half characters, control characters, the marks that turn text around, and the `$` of every `${`, which
 * would look like a template that broke. At most `most` characters (UTF-16); no half character at the end.
 */
export function typedText(text: string, most: number): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\n\t]/gu, '')
    .replace(/\$+(?=\{)/g, '')
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '');
}
