import { DatabaseError } from 'pg';
import { codeOf } from '../storage-fault.ts';
import { StoreFault } from '../store.ts';

/** Whether the server said no by itself, and so has done nothing; else nobody knows what it has done. */
export function isRefusal(error: unknown): error is DatabaseError & { readonly code: string } {
  return error instanceof DatabaseError && error.code !== undefined && !isCut(error.code);
}

/**
 * The server ends the connection, or cannot be connected to yet (PostgreSQL, appendix A: classes 08 and 57P, 25P03); or
 * it is one that others write to by now, and cannot write itself (25006): another connection may find the other.
 */
const isCut = (code: string): boolean => /^(?:08|57P|25P03|25006)/.test(code);

const unreachable = 'Kontrollera att den är igång och går att nå med DATABASE_URL.';
const remedies: readonly (readonly [code: RegExp, remedy: string])[] = [
  [/^28/, 'Den släpper inte in tjänsten: kontrollera användare och lösenord i DATABASE_URL.'],
  [/^3D000$/, 'Det finns ingen databas med namnet i DATABASE_URL: skapa den, eller ange en annan.'],
  [
    /^(?:42501|3F000)$/,
    'Ge användaren i DATABASE_URL rätt att skapa tabeller i databasen och att skriva i dem.',
  ],
  [/^(?:25006)$/, 'Den kan bara läsas: peka DATABASE_URL på den server som tar emot ändringar.'],
  [/^53[12]00$/, 'Dess disk eller minne är fullt: frigör plats.'],
  [/^53300$/, 'Den har för många anslutningar: höj max_connections, eller kör färre instanser.'],
  [/^(?:57014|55P03)$/, 'Den blev inte klar i tid: se efter vad som belastar den.'],
  [/CERT|SSL|TLS/, 'Krypteringen går inte att lita på: kontrollera certifikatet och sslmode i DATABASE_URL.'],
  [/^(?:08|57P|E[A-Z]+$|timeout$)/, unreachable],
];

/**
 * What could not be done with the database, for the operator: without the server's own words, which may tell anything.
 * A `StoreFault` is given back as it is.
 */
export function databaseFault(what: string, error: unknown): StoreFault {
  if (error instanceof StoreFault) return error;
  const code = shortWord(error);
  const [, remedy = unreachable] = remedies.find(([pattern]) => pattern.test(code)) ?? [];
  return new StoreFault(`${what} (${code}). ${remedy}`, { cause: error });
}

function shortWord(error: unknown): string {
  const code = codeOf(error);
  if (code !== 'Error') return code;
  // pg has no code for these.
  const message = error instanceof Error ? error.message : '';
  if (/timeout/i.test(message)) return 'timeout';
  return /SSL/.test(message) ? 'SSL' : 'avbröts';
}
