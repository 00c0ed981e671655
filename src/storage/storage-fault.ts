import { StoreFault } from './store.ts';

/** The system's own short word for what went wrong (`ENOSPC`), or the error's name. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'okänt fel';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

const noRoom: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const notAllowed: readonly string[] = ['EACCES', 'EPERM', 'EROFS'];

/** What the operator can do about it. */
function remedy(code: string): string {
  if (noRoom.includes(code)) return 'Disken är full: frigör plats.';
  if (notAllowed.includes(code)) return 'Ge tjänsten rätt att läsa och skriva där.';
  if (code === 'EMFILE' || code === 'ENFILE') return 'För många filer är öppna: höj gränsen (ulimit -n).';
  return 'Kontrollera disken.';
}

/** A file or directory that could not be used, for the operator. A `StoreFault` is given back as it is. */
export function storageFault(what: string, error: unknown): StoreFault {
  if (error instanceof StoreFault) return error;
  const code = codeOf(error);
  return new StoreFault(`${what} (${code}). ${remedy(code)}`, { cause: error });
}
