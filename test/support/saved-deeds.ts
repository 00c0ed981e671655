import { z } from 'zod';
import { isNextInChain } from '../../src/storage/chain.ts';
import type { Store, StoredRecord } from '../../src/storage/store.ts';

/** Whether a form was answered as saved. */
export const isSaved = (answer: string): boolean =>
  /"Sparat[.:] |Tack, samordnarna får veta det|Anmälan är sparad/.test(answer);

/** What does not hold of the deeds on record, a line each; `saved` are the forms that were answered as saved. */
export async function faultsInDeeds(store: Store, saved: ReadonlySet<string>): Promise<readonly string[]> {
  const faults: string[] = [];
  const done: string[] = [];
  for (const stream of await store.streams()) {
    // oxlint-disable-next-line no-await-in-loop -- one stream after the other
    const records = await store.read(stream, 0);
    for (const [at, record] of records.entries()) {
      if (!isNextInChain(records[at - 1], record))
        faults.push(`${stream} ${record.version}: not in the chain`);
      if (!isWhole(record)) faults.push(`${stream} ${record.version}: a deed without its notice`);
      done.push(...formsIn(record));
    }
  }
  const there = new Set(done);
  if (there.size < done.length) faults.push('something was done twice');
  const lost = [...saved].filter((id) => !there.has(id));
  return [...faults, ...lost.map((id) => `${id} was answered as saved and is not there`)];
}

/** What each deed tells, in the same record. */
const noticesOfDeed: Readonly<Record<string, readonly unknown[]>> = {
  outageReported: ['report', 'coordination'],
  outageDeclared: ['start'],
  outageUpdated: ['update'],
};

function isWhole({ entries }: StoredRecord): boolean {
  return entries.every(({ kind }) => {
    const told = noticesOfDeed[kind];
    return told === undefined || entries.some((entry) => told.includes(entry['notice']));
  });
}

const deed = z.object({ act: z.object({ form: z.object({ id: z.string() }) }) });

/** What one form leads to is one record, of several events at times. */
function formsIn({ entries }: StoredRecord): readonly string[] {
  return [...new Set(entries.flatMap((entry) => deed.safeParse(entry).data?.act.form.id ?? []))];
}
