import { z } from 'zod';
import { deedsIn } from '../app/deeds.ts';
import type { Deed } from '../app/deeds.ts';
import { readDirectory, readOutage } from '../app/read-outages.ts';
import type { ReadDirectory, ReadOutage } from '../app/read-outages.ts';
import type { Directory } from '../domain/directory.ts';
import { directoryOf } from '../domain/directory-of.ts';
import { organisations } from '../domain/ids.ts';
import type { Organisation } from '../domain/ids.ts';
import { outageStatistics } from '../domain/outage-statistics.ts';
import type { Figures, OutageStatistics } from '../domain/outage-statistics.ts';
import type { Outage } from '../domain/outage.ts';
import type { Records } from '../storage/read-only-files.ts';
import { organisationNames } from '../text/names.ts';
import { csvOf } from './csv.ts';
import { logTable } from './log-table.ts';
import { nameOf, openRecords, runCommand } from './operator-command.ts';
import type { Outcome } from './operator-command.ts';
import { outageId } from './outage-option.ts';

/**
 * `npm run export`: the statistics of an outage, or an organisation's own log of it, as JSON or CSV, beside the service
 * that runs. Nothing is changed.
 */

const usage = `Så tar du ut ett avbrott, medan tjänsten kör:
  npm run --silent export -- --list                                       (vilka avbrott som finns)
  npm run --silent export -- --outage <id>                                (statistiken, JSON)
  npm run --silent export -- --outage <id> --csv > statistik.csv
  npm run --silent export -- --outage <id> --organisation <organisation>  (dess statistik och logg, JSON)
  npm run --silent export -- --outage <id> --organisation <organisation> --csv > logg.csv
  npm run --silent export -- --outage <id> --organisation <organisation> --csv --statistics > statistik.csv

Mappen är DATA_DIR, eller den som --data anger. Loggen är organisationens: lämna den till den, och inte vidare.`;

const options = z.strictObject({
  outage: outageId().optional(),
  list: z.boolean().default(false),
  csv: z.boolean().default(false),
  statistics: z.boolean().default(false),
  organisation: z.enum(organisations, { error: `är ingen av ${organisations.join(', ')}` }).optional(),
});
type Wanted = z.infer<typeof options>;

async function listed(store: Records, { announced }: ReadDirectory): Promise<string> {
  const outages = await Promise.all(announced.map((one) => readOutage(store, one)));
  return outages.map((read) => (read === undefined ? '' : `${rowOf(read.outage)}\n`)).join('');
}

const date = (instant: number | undefined): string =>
  instant === undefined ? '' : new Date(instant).toISOString();

const rowOf = ({ endedAt, id, kind, startedAt, state }: Outage): string =>
  [id, kind, state, date(startedAt), date(endedAt)].join('\t');

function exported(read: ReadOutage, directory: Directory, { csv, organisation, statistics }: Wanted): string {
  const figures = outageStatistics(read.outage, directoryOf(directory, organisation));
  if (organisation === undefined || statistics) {
    return csv ? csvOf(statisticsTable(figures)) : json({ outage: read.outage.id, ...figures });
  }
  const log = deedsOf(read, directory, organisation);
  if (csv) return csvOf(logTable(log, directory));
  const { endedAt, id, kind, startedAt, state } = read.outage;
  const about = { kind, state, startedAt: date(startedAt), endedAt: date(endedAt) };
  return json({
    outage: id,
    ...about,
    organisation,
    ...figures,
    log: log.map((deed) => told(deed, directory)),
  });
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

const deedsOf = (
  { records }: ReadOutage,
  directory: Directory,
  organisation: Organisation,
): readonly Deed[] => deedsIn(records, directory).filter((deed) => deed.organisation === organisation);

/** As it is recorded, with its record's number and time and the unit's name. */
function told({ at, event, unit = '', version }: Deed, { units }: Directory): object {
  return { record: version, recordedAt: date(at), unitName: units.get(unit)?.name ?? '', ...event };
}

const figureNames = [
  'cases',
  'entries',
  'handedOver',
  'confirmed',
  'medianMinutesToConfirm',
  'tasks',
  'done',
  'doneWithin24h',
  'doneWithin72h',
  'formsUsed',
  'formsSent',
] as const satisfies readonly (keyof Figures)[];

const columns = [
  'nivå',
  'namn',
  'patienter',
  'samtal',
  'lämnat',
  'bekräftat',
  'median minuter till bekräftelse',
  'uppgifter',
  'klara',
  'klara inom 24 h',
  'klara inom 72 h',
  'blanketter använda',
  'blanketter inskickade',
];

function row(level: string, name: string, figures: Figures): readonly (string | number)[] {
  return [level, name, ...figureNames.map((figure) => figures[figure] ?? '')];
}

function statisticsTable({
  municipalities,
  units,
  whole,
}: OutageStatistics): readonly (readonly (string | number)[])[] {
  return [
    columns,
    row('hela', '', whole),
    ...municipalities.map(({ figures, municipality }) =>
      row('kommun', organisationNames[municipality], figures),
    ),
    ...units.map(({ figures, name }) => row('enhet', name, figures)),
  ];
}

await runCommand({
  usage,
  values: ['outage', 'organisation'],
  flags: ['list', 'csv', 'statistics'],
  options,
  async run(wanted, storage): Promise<Outcome> {
    await using store = await openRecords(storage);
    const known = await readDirectory(store);
    if (wanted.list) return { kind: 'done', said: await listed(store, known) };
    const announced = known.announced.find(({ id }) => id === wanted.outage);
    const read = announced && (await readOutage(store, announced));
    if (read === undefined)
      return { kind: 'refused', why: [`Det avbrottet finns inte i ${nameOf(storage)}.`] };
    return { kind: 'done', said: exported(read, known.directory, wanted) };
  },
});
