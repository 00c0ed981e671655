/** What stands on a card, in reading order: its texts, the labels of its fields, and its buttons. */
export function cardLines(card: unknown): readonly string[] {
  if (typeof card !== 'object' || card === null) return [];
  const parts: ReadonlyMap<string, unknown> = new Map(Object.entries(card));
  const own = ['text', 'label', 'title'].flatMap((key) => {
    const said = parts.get(key);
    return typeof said === 'string' && said !== '' ? [said] : [];
  });
  // A fallback is the same button once more.
  const within = [...parts].filter(([key]) => key !== 'fallback' && key !== 'data');
  return [...own, ...within.flatMap(([, value]) => cardLines(value))];
}

/** The buttons of cards: the titles of all that can be pressed. */
export function buttonTitles(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const isButton = 'type' in part && String(part.type).startsWith('Action.');
  const own = isButton && 'title' in part && typeof part.title === 'string' ? [part.title] : [];
  return [...own, ...Object.values(part).flatMap(buttonTitles)];
}

/** What stands on each card, by its name. */
export function picturedText(pictures: ReadonlyMap<string, object>): string {
  return [...pictures].map(([name, card]) => `# ${name}\n${cardLines(card).join('\n')}\n`).join('\n');
}
