import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { directoryFold, outageFold } from '../app/fold.ts';
import { readStorage } from '../config.ts';
import type { Directory } from '../domain/directory.ts';
import { outageStatistics } from '../domain/outage-statistics.ts';
import type { Figures, OutageStatistics } from '../domain/outage-statistics.ts';
import { organisations } from '../domain/ids.ts';
import type { Organisation } from '../domain/ids.ts';
import type { Outage } from '../domain/outage.ts';
import { load } from '../routine/loaded.ts';
import { readOnlyFiles } from '../storage/read-only-files.ts';
import { organisationNames } from '../text/names.ts';

/** `npm run export`: the statistics of an outage, as JSON or CSV, beside the service that runs. Nothing is changed. */

const usage = `Så tar du ut statistiken för ett avbrott:
  npm run --silent export -- --list                      (vilka avbrott som finns)
  npm run --silent export -- --outage <id>               (JSON)
  npm run --silent export -- --outage <id> --csv > statistik.csv
  npm run --silent export -- --outage <id> --organisation <organisation>   (bara dess enheter)

Mappen är DATA_DIR, eller den som --data anger.`;

const options = z.strictObject({
  outage: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/, { error: 'är inget id; visa dem med --list' })
    .optional(),
  list: z.boolean().default(false),
  csv: z.boolean().default(false),
  organisation: z.enum(organisations, { error: `är ingen av ${organisations.join(', ')}` }).optional(),
  data: z.string().min(1).optional(),
});

type Known = { readonly directory: Directory; readonly outages: readonly Outage[] };

async function read(data: string): Promise<Known> {
  const directory = directoryFold();
  const records = await readOnlyFiles(data).read('directory', 0);
  directory.take(records);
  const announced = records.flatMap(({ entries }) => entries).flatMap(openedIn);
  const outages = await Promise.all(announced.map((one) => readOutage(data, one)));
  return { directory: directory.state, outages: outages.filter(({ revision }) => revision > 0) };
}

type Announced = { readonly outage: string; readonly isDrill: boolean };

const opened = z.object({ kind: z.literal('outageOpened'), outage: z.string(), isDrill: z.boolean() });
const openedIn = (entry: object): readonly Announced[] => {
  const parsed = opened.safeParse(entry);
  return parsed.success ? [parsed.data] : [];
};

async function readOutage(data: string, { isDrill, outage }: Announced): Promise<Outage> {
  const fold = outageFold(outage, isDrill);
  fold.take(await readOnlyFiles(data).read(fold.stream, 0));
  return fold.state;
}

const date = (instant: number | undefined): string =>
  instant === undefined ? '' : new Date(instant).toISOString();

function listed(outages: readonly Outage[]): string {
  return outages
    .map(({ endedAt, id, kind, startedAt, state }) =>
      [id, kind, state, date(startedAt), date(endedAt)].join('\t'),
    )
    .join('\n');
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

/** Semicolons and a byte order mark, as Swedish spreadsheets read them; a cell that begins a formula is made a text. */
function asCsv({ municipalities, units, whole }: OutageStatistics): string {
  const rows = [
    row('hela', '', whole),
    ...municipalities.map(({ figures, municipality }) =>
      row('kommun', organisationNames[municipality], figures),
    ),
    ...units.map(({ figures, name }) => row('enhet', name, figures)),
  ];
  return stringify([columns, ...rows], { delimiter: ';', bom: true, escape_formulas: true });
}

async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      outage: { type: 'string' },
      list: { type: 'boolean' },
      csv: { type: 'boolean' },
      organisation: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const wanted = load(options, { ...values });
  if (wanted.kind === 'faulty') return refuse([...wanted.faults, usage]);
  const { csv, list, organisation, outage } = wanted.value;
  const configured = readStorage();
  if (configured.kind === 'faulty') return refuse(configured.faults);
  const known = await read(wanted.value.data ?? configured.value);
  if (list) return say(listed(known.outages));
  const chosen = known.outages.find(({ id }) => id === outage);
  if (chosen === undefined) return refuse(['Det avbrottet finns inte.', usage]);
  const statistics = outageStatistics(chosen, onlyOf(known.directory, organisation));
  return say(csv ? asCsv(statistics) : JSON.stringify({ outage: chosen.id, ...statistics }, null, 2));
}

/** The directory with the units of one organisation alone. */
function onlyOf(directory: Directory, organisation: Organisation | undefined): Directory {
  if (organisation === undefined) return directory;
  const units = [...directory.units].filter(([, unit]) => unit.organisation === organisation);
  return { ...directory, units: new Map(units) };
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function refuse(lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`);
  return 2;
}

process.exitCode = await run(process.argv.slice(2));
