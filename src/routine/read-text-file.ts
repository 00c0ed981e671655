import { readFile } from 'node:fs/promises';
import type { Loaded } from './loaded.ts';

/** Reads a UTF-8 file; a file that is missing, unreadable or in another encoding is a fault that says so. */
export async function readTextFile(file: string | URL): Promise<Loaded<string>> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
    return { kind: 'loaded', value: text };
  } catch (error) {
    return { kind: 'faulty', faults: [whyUnreadable(error)] };
  }
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'filen finns inte';
    case 'EACCES':
      return 'filen får inte läsas av tjänsten';
    case 'EISDIR':
      return 'är en mapp, inte en fil';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'filen är inte sparad som UTF-8; spara om den som ”CSV UTF-8” eller ”UTF-8”';
    default:
      return `filen kan inte läsas (${String(code)})`;
  }
}
