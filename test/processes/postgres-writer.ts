import { openPostgresStore } from '../../src/storage/postgres-store.ts';

/** Writes to the database of its first argument until it is killed, and says what was answered: version and id, a line. */
const [url = '', life = ''] = process.argv.slice(2);
const store = await openPostgresStore(url);

async function write(writer: number): Promise<never> {
  for (let count = 0; ; count += 1) {
    const id = `${life}-${writer}-${count}`;
    const entries = [
      { kind: 'noted', id },
      { kind: 'noted', id },
    ];
    const appended = await store.append({
      stream: 'outages/a1',
      expectedVersion: 'any',
      recordedAt: 0,
      entries,
    });
    if (appended.kind === 'appended') process.stdout.write(`${appended.record.version} ${id}\n`);
  }
}
await Promise.all([1, 2, 3, 4].map(write));
