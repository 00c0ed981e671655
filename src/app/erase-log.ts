import type { Directory } from '../domain/directory.ts';
import { isLogEvent } from '../domain/handover-event.ts';
import type { Organisation } from '../domain/ids.ts';
import type { LogErased } from '../domain/log-erased.ts';
import type { NoticeKind } from '../domain/notice-event.ts';
import { outageEventSchema } from '../domain/outage-event.ts';
import type { OutageEvent } from '../domain/outage-event.ts';
import { createWhose } from '../domain/whose-event.ts';
import { chainRecord } from '../storage/chain.ts';
import type { Entry, StoredRecord } from '../storage/store.ts';

export type ErasedLog = {
  /** A new chain: as many records as before, and one that tells what was done. */
  readonly records: readonly StoredRecord[];
  readonly erased: LogErased;
};

/** Whose log, by which decision, when, and what the log of it came to. */
export type Erasing = Pick<LogErased, 'at' | 'decision' | 'figures' | 'organisation'>;

/**
 * The records of an outage without what an organisation's units logged and read in it. Reports of theirs, and stored
 * notices that tell of calls or went to them alone, are emptied; what others logged stays, though it be of calls with
 * them. Only for an outage that needs no looking after any more: none of its notices is sent again.
 */
export function eraseLog(
  records: readonly StoredRecord[],
  erasing: Erasing,
  directory: Pick<Directory, 'units'>,
): ErasedLog {
  const counts = new Map<string, number>();
  const whose = createWhose(directory);
  const kept = (entry: Entry): readonly Entry[] => {
    const event = outageEventSchema.parse(entry);
    const left = leftOf(entry, event, {
      isOwn: whose(event) === erasing.organisation,
      ...erasing,
      directory,
    });
    if (left !== entry) counts.set(entry.kind, (counts.get(entry.kind) ?? 0) + 1);
    return left === undefined ? [] : [left];
  };
  const emptied = records.map(({ entries, recordedAt }) => ({ recordedAt, entries: entries.flatMap(kept) }));
  const erased: LogErased = {
    kind: 'logErased',
    ...erasing,
    counts: Object.fromEntries(counts),
    hashes: records.map(({ hash }) => hash),
  };
  return { records: chained([...emptied, { recordedAt: erasing.at, entries: [erased] }]), erased };
}

type Judged = {
  readonly isOwn: boolean;
  readonly organisation: Organisation;
  readonly directory: Pick<Directory, 'units'>;
};

/** The entry itself where nothing of it is to go; undefined: all of it goes. */
function leftOf(entry: Entry, event: OutageEvent, judged: Judged): Entry | undefined {
  if (isLogEvent(event)) return judged.isOwn ? undefined : entry;
  if (event.kind === 'outageReported' && judged.isOwn) {
    const { at, by } = event.act;
    if (by.id === nobody.id) return entry;
    return { ...entry, message: '', act: { by: nobody, at, form: { id: nobody.id, digest: '' } } };
  }
  if (event.kind !== 'noticeIssued' || event.card === null || !tellsOf(event, judged)) return entry;
  const { conclusion: _conclusion, ...notice } = entry;
  return { ...notice, card: null, text: '' };
}

const nobody = { id: 'gallrad', name: '' };

/** Their cards name who rang, what was said to whom, or who reported. */
const aboutCalls: ReadonlySet<NoticeKind> = new Set(['receipt', 'reminder', 'log-kept', 'report']);

function tellsOf(
  { notice, recipients }: Extract<OutageEvent, { kind: 'noticeIssued' }>,
  { directory, organisation }: Judged,
): boolean {
  const isTheirs = (recipient: string): boolean =>
    directory.units.get(recipient.replace(/^unit:/, ''))?.organisation === organisation;
  return aboutCalls.has(notice) || recipients.some(isTheirs);
}

function chained(contents: readonly Pick<StoredRecord, 'recordedAt' | 'entries'>[]): readonly StoredRecord[] {
  const records: StoredRecord[] = [];
  for (const content of contents) records.push(chainRecord(records.at(-1), content));
  return records;
}
