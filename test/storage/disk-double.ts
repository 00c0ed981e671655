import { basename } from 'node:path';
import { openFile } from '../../src/storage/open-file.ts';
import type { OpenedFile, OpenFile } from '../../src/storage/open-file.ts';

/** What happens in place of an act on the real file; without it the real one happens. */
type Trouble = {
  write?: (file: OpenedFile, bytes: Buffer, offset: number) => Promise<{ readonly bytesWritten: number }>;
  datasync?: (file: OpenedFile) => Promise<void>;
  truncate?: (file: OpenedFile) => Promise<void>;
};

/** A real disk whose acts are noted (`datasync a1.jsonl`), and which can be given trouble. */
export type DiskDouble = {
  readonly openFile: OpenFile;
  readonly acts: string[];
  readonly trouble: Trouble;
};

export function createDisk(): DiskDouble {
  const acts: string[] = [];
  const trouble: Trouble = {};
  return {
    acts,
    trouble,
    async openFile(path, flags, mode) {
      const file = await openFile(path, flags, mode);
      const note = (act: string): void => void acts.push(`${act} ${basename(path)}`);
      return {
        readFile: () => file.readFile(),
        close: () => file.close(),
        async write(bytes, offset) {
          note('write');
          return trouble.write === undefined ? file.write(bytes, offset) : trouble.write(file, bytes, offset);
        },
        async truncate(length) {
          note('truncate');
          await (trouble.truncate === undefined ? file.truncate(length) : trouble.truncate(file));
        },
        async datasync() {
          note('datasync');
          await (trouble.datasync === undefined ? file.datasync() : trouble.datasync(file));
        },
        async sync() {
          note('sync');
          await file.sync();
        },
      };
    },
  };
}

/** An error as the system gives it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: from the disk`), { code });
}
