/** Words in as few lines as they fit in, each at most `most` characters: none is cut in two. */
export function joinedWithin(words: readonly string[], most: number, between = ', '): readonly string[] {
  return words.reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    const longer = `${last}${between}${word}`;
    return last === undefined || longer.length > most ? [...lines, word] : [...lines.slice(0, -1), longer];
  }, []);
}
