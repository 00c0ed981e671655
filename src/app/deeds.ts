import type { Directory } from '../domain/directory.ts';
import type { Organisation } from '../domain/ids.ts';
import { isNoticeEvent } from '../domain/outbox.ts';
import { outageEventSchema } from '../domain/outage-event.ts';
import type { OutageEvent } from '../domain/outage-event.ts';
import type { Person } from '../domain/person.ts';
import { createWhose } from '../domain/whose-event.ts';
import type { StoredRecord } from '../storage/store.ts';

/** Something that somebody, or the clock, did in an outage: read or changed. */
export type Deed = {
  /** The number of its record. */
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly event: OutageEvent;
  /** Absent where the clock did it. */
  readonly by?: Person;
  /** Whose log it is of, where it is of one. */
  readonly organisation?: Organisation;
  /** Whose patient's code was read, where that is another's: what the reader was told by telephone stands there. */
  readonly readOf?: Organisation;
  readonly unit?: string;
  readonly code?: string;
};

/** Everything that was done in an outage, in the order it was recorded; what became of notices is left out. */
export function deedsIn(
  records: readonly StoredRecord[],
  directory: Pick<Directory, 'units'>,
): readonly Deed[] {
  const whose = createWhose(directory);
  const owners = new Map<string, Organisation>();
  const readOf = (event: OutageEvent): Pick<Deed, 'readOf'> => {
    const organisation = whose(event);
    if (event.kind === 'caseOpened' && organisation !== undefined) owners.set(event.code, organisation);
    const owner = event.kind === 'logRead' ? owners.get(event.code ?? '') : undefined;
    return owner === undefined || owner === organisation ? {} : { readOf: owner };
  };
  return records.flatMap(({ entries, recordedAt, version }) =>
    entries
      .map((entry) => outageEventSchema.parse(entry))
      .filter((event) => !isNoticeEvent(event))
      .map((event) => ({
        ...deedOf(event, { version, recordedAt, organisation: whose(event) }),
        ...readOf(event),
      })),
  );
}

type Recorded = {
  readonly version: number;
  readonly recordedAt: number;
  readonly organisation: Organisation | undefined;
};

function deedOf(event: OutageEvent, { organisation, recordedAt, version }: Recorded): Deed {
  const by = 'act' in event ? event.act.by : event.kind === 'logRead' ? event.by : undefined;
  const unit = 'unit' in event ? event.unit : undefined;
  const code = 'call' in event ? event.call.code : 'code' in event ? event.code : undefined;
  return {
    version,
    at: recordedAt,
    event,
    ...(by !== undefined && { by }),
    ...(organisation !== undefined && { organisation }),
    ...(unit !== undefined && { unit }),
    ...(code !== undefined && { code }),
  };
}
