import { constants } from 'node:fs';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { recordLine } from './chain.ts';
import { writeAll } from './open-file.ts';
import type { OpenedFile, OpenFile } from './open-file.ts';
import { readLines } from './read-lines.ts';
import { codeOf, storageFault } from './storage-fault.ts';
import { StoreFault } from './store.ts';
import type { StoredRecord } from './store.ts';
import { syncDirectory } from './sync-directory.ts';

/** What an adapter is given of the store. */
export type Surroundings = {
  readonly openFile: OpenFile;
  /** Throws `StoreFault` where nothing may be written any more. */
  readonly mayWrite: () => void;
  /** A line that was never finished has been cut off. */
  readonly cutOff: (bytes: number) => void;
};

/**
 * Keeps lowdb's data, the records of one stream, in a file of lines. Records are only ever added: `write` appends those
 * that the file does not have, and resolves when they would survive a loss of power. Writes that come while one is
 * under way are written and synced together. A write that fails takes its records out of the data again, and those
 * behind them, which rest on them: the data is what the file has and what is on its way there.
 */
export class LinesAdapter implements Adapter<StoredRecord[]> {
  readonly #path: string;
  readonly #surroundings: Surroundings;
  #handle: OpenedFile | undefined;
  #isListed = false;
  #count = 0;
  #bytes = 0;
  #last: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;
  #broken: StoreFault | undefined;

  constructor(path: string, surroundings: Surroundings) {
    this.#path = path;
    this.#surroundings = surroundings;
  }

  /** How many of the records are on disk. */
  get count(): number {
    return this.#count;
  }

  /** Set when nobody knows what is on disk: then nothing more is written until the next start. */
  get broken(): StoreFault | undefined {
    return this.#broken;
  }

  /** Null where there is no file. What it gives is on disk: a process that died may have left it unsynced. */
  async read(): Promise<StoredRecord[] | null> {
    const handle = await this.#openExisting();
    if (handle === undefined) return null;
    try {
      const content = await handle.readFile();
      const { records, bytes } = readLines(content, this.#path);
      if (bytes < content.length) {
        this.#surroundings.mayWrite();
        await handle.truncate(bytes);
        this.#surroundings.cutOff(content.length - bytes);
      }
      await handle.datasync();
      await syncDirectory(dirname(this.#path), this.#surroundings.openFile);
      this.#handle = handle;
      this.#isListed = true;
      this.#count = records.length;
      this.#bytes = bytes;
      return records;
    } catch (error) {
      await handle.close();
      throw storageFault(`${this.#path} kunde inte läsas`, error);
    }
  }

  write(records: StoredRecord[]): Promise<void> {
    if (this.#waiting !== undefined) return this.#waiting;
    const turn = this.#turn(this.#last, records);
    this.#waiting = turn;
    this.#last = turn;
    return turn;
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await this.#last.catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.idle();
    await this.#handle?.close();
    this.#handle = undefined;
  }

  async #turn(before: Promise<void>, records: StoredRecord[]): Promise<void> {
    await before;
    this.#waiting = undefined;
    try {
      await this.#append(records.slice(this.#count));
    } catch (error) {
      records.length = this.#count;
      // Those that wait fail with this one; the next to come begins anew.
      this.#waiting = undefined;
      this.#last = Promise.resolve();
      throw error;
    }
  }

  async #append(added: readonly StoredRecord[]): Promise<void> {
    if (this.#broken !== undefined) throw this.#broken;
    this.#surroundings.mayWrite();
    const text = Buffer.from(added.map((record) => `${recordLine(record)}\n`).join(''));
    const handle = await this.#opened();
    await this.#write(handle, text);
    await this.#sync(handle);
    this.#count += added.length;
    this.#bytes += text.length;
  }

  async #write(handle: OpenedFile, text: Buffer): Promise<void> {
    try {
      await writeAll(handle, text);
    } catch (error) {
      await this.#takeBack(handle);
      throw storageFault(`${this.#path} kunde inte skrivas. Inget av det sparades`, error);
    }
  }

  /** Half a record may be there, and whole ones that nobody will be told of. */
  async #takeBack(handle: OpenedFile): Promise<void> {
    try {
      await handle.truncate(this.#bytes);
      await handle.datasync();
    } catch (error) {
      throw this.#break(error);
    }
  }

  async #sync(handle: OpenedFile): Promise<void> {
    try {
      await handle.datasync();
      if (!this.#isListed) await syncDirectory(dirname(this.#path), this.#surroundings.openFile);
      this.#isListed = true;
    } catch (error) {
      throw this.#break(error);
    }
  }

  /** After a failed sync the system may count as written what is not (fsync(2)), so trying again proves nothing. */
  #break(error: unknown): StoreFault {
    this.#broken = new StoreFault(
      `${this.#path} skrevs, men disken bekräftade det inte (${codeOf(error)}). Inget mer skrivs i filen förrän ` +
        'tjänsten startas om. Kontrollera disken, och starta sedan om tjänsten.',
      { cause: error },
    );
    return this.#broken;
  }

  async #opened(): Promise<OpenedFile> {
    this.#handle ??= await this.#open(constants.O_CREAT | constants.O_EXCL);
    return this.#handle;
  }

  async #openExisting(): Promise<OpenedFile | undefined> {
    try {
      return await this.#open(0);
    } catch (error) {
      if (error instanceof StoreFault && codeOf(error.cause) === 'ENOENT') return undefined;
      throw error;
    }
  }

  async #open(flags: number): Promise<OpenedFile> {
    try {
      const append = constants.O_RDWR | constants.O_APPEND | flags;
      return await this.#surroundings.openFile(this.#path, append, 0o600);
    } catch (error) {
      throw storageFault(`${this.#path} kunde inte öppnas`, error);
    }
  }
}
