import { describe, expect, test } from 'vitest';
import { remembering } from '../../src/domain/remembering.ts';

/** Counts what is done. */
function counted(most: number) {
  const done: string[] = [];
  const get = remembering(
    most,
    (word: string) => word,
    (word) => {
      done.push(word);
      return { word };
    },
  );
  return { done, get };
}

describe('what is remembered', () => {
  test('is done once, and is the very same afterwards', () => {
    const { done, get } = counted(2);
    expect(get('ett')).toBe(get('ett'));
    expect(done).toEqual(['ett']);
  });

  test('is at most so much: what nobody has asked for the longest goes first', () => {
    const { done, get } = counted(2);
    for (const word of ['ett', 'två', 'ett', 'tre', 'ett', 'två']) get(word);
    expect(done).toEqual(['ett', 'två', 'tre', 'två']);
  });

  test('is nothing of work that failed', () => {
    let tries = 0;
    const get = remembering(
      2,
      (word: string) => word,
      (word) => {
        tries += 1;
        if (tries === 1) throw new Error('inte än');
        return word;
      },
    );
    expect(() => get('ett')).toThrow('inte än');
    expect(get('ett')).toBe('ett');
  });
});
