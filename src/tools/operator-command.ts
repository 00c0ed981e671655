import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { readStorage } from '../config.ts';
import { load } from '../routine/loaded.ts';
import { openStore } from '../storage/open-store.ts';
import type { StoragePlace } from '../storage/open-store.ts';
import { readOnlyFiles } from '../storage/read-only-files.ts';
import type { Records } from '../storage/read-only-files.ts';
import { StoreFault } from '../storage/store.ts';
import type { Store } from '../storage/store.ts';

/** What a command comes to: what is said on stdout, or why not, for stderr. */
export type Outcome =
  | { readonly kind: 'done'; readonly said: string }
  /** It was carried out, and something is wrong with what it found: that is told on stderr. */
  | { readonly kind: 'alarm'; readonly said: string; readonly told: string }
  /** Asked for in a way that it cannot be done. */
  | { readonly kind: 'refused'; readonly why: readonly string[] }
  | { readonly kind: 'failed'; readonly why: string };

type Command<Schema extends z.ZodType> = {
  readonly usage: string;
  /** Options that take a value, and those that do not; `--data` every command has. */
  readonly values: readonly string[];
  readonly flags?: readonly string[];
  readonly options: Schema;
  readonly run: (options: z.output<Schema>, storage: StoragePlace) => Promise<Outcome>;
};

/** Runs a command of the operator's, and sets the exit code: 0 done, 1 alarm or fault, 2 refused. */
export async function runCommand<Schema extends z.ZodType>(command: Command<Schema>): Promise<void> {
  const outcome = await outcomeOf(command);
  switch (outcome.kind) {
    case 'refused':
      process.stderr.write(`${[...outcome.why, '', command.usage].join('\n')}\n`);
      process.exitCode = 2;
      return;
    case 'failed':
      process.stderr.write(`${outcome.why}\n`);
      process.exitCode = 1;
      return;
    case 'alarm':
      process.exitCode = 1;
      process.stdout.write(outcome.said);
      process.stderr.write(outcome.told);
      return;
    case 'done':
      process.stdout.write(outcome.said);
  }
}

async function outcomeOf<Schema extends z.ZodType>(command: Command<Schema>): Promise<Outcome> {
  const { data, ...given } = optionsIn(command);
  const options = load(command.options, given);
  const storage = readStorage(typeof data === 'string' ? { DATA_DIR: data, DATABASE_URL: undefined } : {});
  if (options.kind === 'faulty') return { kind: 'refused', why: options.faults };
  if (storage.kind === 'faulty') return { kind: 'refused', why: storage.faults };
  try {
    return await command.run(options.value, storage.value);
  } catch (error) {
    if (error instanceof StoreFault) return { kind: 'failed', why: error.message };
    throw error;
  }
}

function optionsIn({ flags = [], values }: Pick<Command<z.ZodType>, 'flags' | 'values'>) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const known = {
    data: text,
    ...Object.fromEntries(values.map((name) => [name, text])),
    ...Object.fromEntries(flags.map((name) => [name, flag])),
  };
  return parseArgs({ strict: false, options: known }).values;
}

/** Which directory or database it is, for the operator; nothing of a database's URL that opens it. */
export function nameOf(storage: StoragePlace): string {
  if (storage.kind === 'file') return resolve(storage.directory);
  const { host, pathname } = new URL(storage.url);
  return `databasen ${pathname.slice(1)} på ${host}`;
}

/** The records, to be read beside the service. Close it when done. */
export async function openRecords(storage: StoragePlace): Promise<Records & AsyncDisposable> {
  if (storage.kind !== 'file') return openStore(storage, {});
  return { ...readOnlyFiles(storage.directory), [Symbol.asyncDispose]: () => Promise.resolve() };
}

/** The store, to be written in: of files, nobody else's while it is open. */
export const openOwnStore = (storage: StoragePlace): Promise<Store> => openStore(storage, {});
