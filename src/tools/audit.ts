import { z } from 'zod';
import { deedsIn } from '../app/deeds.ts';
import { directoryIn } from '../app/read-outages.ts';
import type { ReadDirectory } from '../app/read-outages.ts';
import { organisations } from '../domain/ids.ts';
import { openInspection } from '../storage/inspect-streams.ts';
import type { Inspected } from '../storage/inspect-chain.ts';
import type { StoragePlace } from '../storage/open-store.ts';
import type { StreamName } from '../storage/store.ts';
import { chainReport } from './chain-report.ts';
import { csvOf } from './csv.ts';
import { findHead } from './find-head.ts';
import { logTable } from './log-table.ts';
import { nameOf, runCommand } from './operator-command.ts';
import type { Outcome } from './operator-command.ts';
import { outageId } from './outage-option.ts';

/**
 * `npm run audit`: whether the records are as they were written, and who read and changed what in an outage, beside the
 * service that runs. Nothing is changed.
 */

const usage = `Så granskar du loggen, medan tjänsten kör:
  npm run --silent audit                                   (håller kedjan i allt som sparats?)
  npm run --silent audit -- --outage <id>                  (och vem som läste och ändrade vad, när)
  npm run --silent audit -- --outage <id> --organisation <organisation> --csv > granskning.csv
  npm run --silent audit -- --head <kontrollsumma>         (finns den som står på slutkortet kvar?)

Mappen är DATA_DIR, eller den som --data anger. Det som är fel sägs på stderr, och slutkoden är då 1.`;

const options = z.strictObject({
  outage: outageId().optional(),
  organisation: z.enum(organisations, { error: `är ingen av ${organisations.join(', ')}` }).optional(),
  head: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{8,64}$/, {
      error: 'ska vara kontrollsumman som kortet visar: 8–64 tecken, 0–9 och a–f',
    })
    .optional(),
  csv: z.boolean().default(false),
});
type Wanted = z.infer<typeof options>;
type Streams = ReadonlyMap<StreamName, Inspected>;

/** Every stream there is. */
async function inspectAll(place: StoragePlace): Promise<Streams> {
  await using inspection = await openInspection(place);
  const inspected = new Map<StreamName, Inspected>();
  for (const stream of await inspection.streams()) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time: the service beside it needs the disk more
    inspected.set(stream, await inspection.inspect(stream));
  }
  return inspected;
}

function faultsOf(streams: Streams, { announced }: ReadDirectory, { head }: Wanted): readonly string[] {
  const found = head === undefined ? 'not asked' : findHead(head, streams);
  return [
    ...[...streams].flatMap(([stream, one]) => chainReport(stream, one).faults),
    ...announced
      .filter(({ stream }) => !streams.has(stream))
      .map(
        ({ stream }) => `${stream}: är anmäld i registret men finns inte: borttagen, eller aldrig påbörjad`,
      ),
    ...(found === undefined
      ? [`Kontrollsumman ${head} finns inte: slutet är avklippt, eller loggen är utbytt.`]
      : []),
  ];
}

/** How the chains hold; then, where an outage is asked for, what was done in it. */
function said(streams: Streams, known: ReadDirectory, { csv, head, organisation, outage }: Wanted): string {
  const stream = known.announced.find(({ id }) => id === outage)?.stream;
  const records = stream === undefined ? [] : (streams.get(stream)?.records ?? []);
  const deeds = deedsIn(records, known.directory).filter(
    (deed) => organisation === undefined || [deed.organisation, deed.readOf].includes(organisation),
  );
  const table = logTable(deeds, known.directory);
  if (csv) return csvOf(table);
  const found = head === undefined ? undefined : findHead(head, streams);
  const lines = [
    ...[...streams].map(([name, one]) => chainReport(name, one).said),
    ...(found === undefined ? [] : [found]),
    ...(outage === undefined ? [] : ['', ...table.map((cells) => cells.slice(0, 8).join('\t'))]),
  ];
  return `${lines.join('\n')}\n`;
}

await runCommand({
  usage,
  values: ['outage', 'organisation', 'head'],
  flags: ['csv'],
  options,
  async run(wanted, place): Promise<Outcome> {
    const streams = await inspectAll(place);
    if (streams.size === 0) {
      return { kind: 'refused', why: [`Det finns inget att granska i ${nameOf(place)}.`] };
    }
    const known = directoryIn(streams.get('directory')?.records ?? []);
    if (wanted.csv && wanted.outage === undefined) return { kind: 'refused', why: ['outage: saknas'] };
    if (wanted.outage !== undefined && !known.announced.some(({ id }) => id === wanted.outage)) {
      return {
        kind: 'refused',
        why: ['outage: det avbrottet finns inte; visa dem med npm run export -- --list'],
      };
    }
    const faults = faultsOf(streams, known, wanted);
    const text = said(streams, known, wanted);
    return faults.length === 0
      ? { kind: 'done', said: text }
      : { kind: 'alarm', said: text, told: `FEL:\n${faults.join('\n')}\n` };
  },
});
