import { z } from 'zod';
import { deedsIn } from '../app/deeds.ts';
import { eraseLog } from '../app/erase-log.ts';
import { readDirectory, readOutage } from '../app/read-outages.ts';
import type { AnnouncedOutage, ReadDirectory, ReadOutage } from '../app/read-outages.ts';
import { directoryOf } from '../domain/directory-of.ts';
import { organisations } from '../domain/ids.ts';
import type { Organisation } from '../domain/ids.ts';
import { logErasedSchema, outageErasedSchema } from '../domain/log-erased.ts';
import type { LogErased } from '../domain/log-erased.ts';
import { outageStatistics } from '../domain/outage-statistics.ts';
import { findPatientIdentities } from '../domain/patient-identity.ts';
import type { StoragePlace } from '../storage/open-store.ts';
import type { Store, StoredRecord } from '../storage/store.ts';
import { organisationNames } from '../text/names.ts';
import { clockNow } from './clock-now.ts';
import { openOwnStore, runCommand } from './operator-command.ts';
import type { Outcome } from './operator-command.ts';
import { outageId } from './outage-option.ts';

/** `npm run erase`: takes an organisation's part of an outage's log away, by a decision, while the service is stopped. */

const usage = `Så gallrar du en organisations logg i ett avbrott, med tjänsten stoppad:
  npm run --silent erase -- --outage <id> --organisation <organisation> --decision "<diarienummer>"

Avbrottet ska vara avslutat och stängt. Kvar blir antal, beslutets nummer och en kedja som går att kontrollera. Det som
andra organisationer loggat om samtal med den är deras, och gallras efter deras egna beslut. Gallra också säkerhetskopior
som är tagna före. Mappen är DATA_DIR, eller den som --data anger.`;

const missing = { error: 'saknas' };
const options = z.strictObject({
  outage: outageId(missing),
  organisation: z.enum(organisations, { error: `ska vara en av ${organisations.join(', ')}` }),
  decision: z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(100, { error: 'är för långt för ett diarienummer' })
    .refine((text) => findPatientIdentities(text).length === 0, {
      error: 'ser ut som ett personnummer: ange beslutets diarienummer',
    }),
});
type Wanted = z.infer<typeof options>;

type Erasing = {
  readonly store: Store;
  readonly known: ReadDirectory;
  readonly announced: AnnouncedOutage;
  readonly read: ReadOutage;
};

/** The outage first: where it broke off after that, what was done stands in it, and is told to the directory now. */
async function erase(wanted: Wanted, { announced, known, read, store }: Erasing): Promise<Outcome> {
  const isTheirs = deedsIn(read.records, known.directory).some(
    (deed) => deed.organisation === wanted.organisation,
  );
  if (!isTheirs) return alreadyDone(wanted.organisation, { announced, read, store });
  const at = (await clockNow()).getTime();
  const figures = {
    ...outageStatistics(read.outage, directoryOf(known.directory, wanted.organisation)).whole,
  };
  const { decision, organisation } = wanted;
  const { erased, records } = eraseLog(
    read.records,
    { at, decision, figures, organisation },
    known.directory,
  );
  if (Object.keys(erased.counts).length === 0)
    return alreadyDone(wanted.organisation, { announced, read, store });
  await store.takeOver(announced.stream, records);
  return tell(store, announced, { erased, headAfter: headOf(records) });
}

const headOf = (records: readonly StoredRecord[]): string => records.at(-1)?.hash ?? '';

async function alreadyDone(
  organisation: Organisation,
  { announced, read, store }: Omit<Erasing, 'known'>,
): Promise<Outcome> {
  const last = read.records
    .at(-1)
    ?.entries.flatMap((entry) => logErasedSchema.safeParse(entry).data ?? [])[0];
  const isTold = (await store.read('directory', 0))
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => outageErasedSchema.safeParse(entry).data ?? [])
    .some(({ headAfter }) => headAfter === headOf(read.records));
  if (last?.organisation !== organisation || isTold) {
    const why = `${organisationNames[organisation]} har inget i loggen för det avbrottet. Inget är ändrat.`;
    return { kind: 'refused', why: [why] };
  }
  return tell(store, announced, { erased: last, headAfter: headOf(read.records) });
}

type Told = { readonly erased: LogErased; readonly headAfter: string };

/** What the command cannot reach, for the operator who is to do the rest. */
const remains: Readonly<Record<StoragePlace['kind'], string>> = {
  file: `Det gallrade finns inte kvar i någon fil i mappen. Kvar kan det finnas i säkerhetskopior, ögonblicksbilder och uttag
som är gjorda före: gallra dem också. På diskens lediga plats ligger det tills den skrivs över.`,
  postgres: `Det gallrade finns inte kvar i databasens tabeller. Kvar kan det finnas i säkerhetskopior, ögonblicksbilder och uttag
som är gjorda före, på repliker, och i databasens WAL och WAL-arkiv: gallra dem också. På diskens lediga plats ligger det
tills den skrivs över.`,
};

async function tell(store: Store, { id }: AnnouncedOutage, { erased, headAfter }: Told): Promise<Outcome> {
  const { at, counts, decision, hashes, organisation } = erased;
  const headBefore = hashes.at(-1) ?? '';
  const entry: z.infer<typeof outageErasedSchema> = {
    kind: 'outageErased',
    at,
    organisation,
    decision,
    counts,
    outage: id,
    headBefore,
    headAfter,
  };
  await store.append({ stream: 'directory', expectedVersion: 'any', recordedAt: at, entries: [entry] });
  const lines = [
    `${organisationNames[organisation]} är gallrad ur avbrottet enligt ${decision}.`,
    ...Object.entries(counts).map(([kind, count]) => `  ${kind}: ${count}`),
    `Kedjan slutade med ${headBefore}`,
    `och slutar nu med   ${headAfter}`,
  ];
  return { kind: 'done', said: `${lines.join('\n')}\n` };
}

await runCommand({
  usage,
  values: ['outage', 'organisation', 'decision'],
  options,
  async run(wanted, storage): Promise<Outcome> {
    await using store = await openOwnStore(storage);
    const known = await readDirectory(store);
    const announced = known.announced.find(({ id }) => id === wanted.outage);
    const read = announced && (await readOutage(store, announced));
    if (read === undefined || announced === undefined) {
      return {
        kind: 'refused',
        why: ['outage: det avbrottet finns inte; visa dem med npm run export -- --list'],
      };
    }
    if (known.directory.openOutages.has(announced.id)) {
      const why =
        'Avbrottet är inte stängt, eller inte färdigt: starta tjänsten, låt samordnaren stänga det, och gallra sedan.';
      return { kind: 'refused', why: [why] };
    }
    // Waited for: the store is open as long as this runs.
    const outcome = await erase(wanted, { store, known, announced, read });
    if (outcome.kind !== 'done') return outcome;
    return { ...outcome, said: `${outcome.said}\n${remains[storage.kind]}\n` };
  },
});
