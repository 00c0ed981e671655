import { open } from 'node:fs/promises';

/** What the store uses of an open file or directory. */
export type OpenedFile = {
  readonly readFile: () => Promise<Buffer>;
  /** Writes at the end what stands from `offset` on; it may be less than all of it. */
  readonly write: (bytes: Buffer, offset: number) => Promise<{ readonly bytesWritten: number }>;
  readonly truncate: (length: number) => Promise<void>;
  readonly datasync: () => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** How files that must last are opened; a test puts a disk that fails in its place. */
export type OpenFile = (path: string, flags: number, mode: number) => Promise<OpenedFile>;

/** Opens a file as Node does it. */
export const openFile: OpenFile = (path, flags, mode) => open(path, flags, mode);

/** Writes all of it at the end of the file, in as many steps as the system needs. */
export async function writeAll(file: OpenedFile, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at)).bytesWritten;
}
