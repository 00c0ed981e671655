import { join } from 'node:path';
import { openFileStore } from '../../src/storage/file-store.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { coordinator, onlyOutage } from './bot-stage.ts';
import {
  ange,
  declared,
  entriesOf,
  hasChat,
  inUnit,
  logged,
  openLogStage,
  timra,
  toAnge,
  ward,
} from './unit-stage.ts';
import type { BotStage } from './bot-stage.ts';

/** The directory of a service that is stopped, and what its one outage was about. */
export type ClosedOutage = AsyncDisposable & {
  readonly data: string;
  /** Somewhere beside it. */
  readonly beside: (name: string) => string;
  readonly outage: string;
  /** The codes of the ward's and of Timrå's case. */
  readonly codes: { readonly ward: string; readonly timra: string };
};

/** Words that are in one organisation's log alone. */
export const wardsOwn = ['Lisa Handläggare', 'Fel mottagare angavs', '=HYPERLINK("http://ond.example")'];
export const timrasOwn = ['Sven Sjuksköterska'];

async function settle(stage: BotStage, outage: string): Promise<void> {
  const end = { outage, endedOn: '2026-11-24', endedAt: '14:10' };
  await stage.at('2026-11-24T14:10:00+01:00');
  await stage.press(coordinator, 'outage.end', end);
  await stage.at('2026-11-25T09:00:00+01:00');
  await stage.press(coordinator, 'outage.close', { outage, reason: 'Klart' });
}

/**
 * An outage with a log of a ward, of Ånge that confirms, and of Timrå with a case of its own; ended and closed. Nothing
 * is sent, so that whoever wants it settled says so in the directory.
 */
export async function closedOutage({ isSettled = true } = {}): Promise<ClosedOutage> {
  const place = await temporaryDirectory();
  const data = join(place.path, 'data');
  const store = await openFileStore(data);
  const stage = await openLogStage(store);
  await hasChat(stage, ward.people[0]);
  await stage.press(inUnit(ward), 'outage.report', { message: 'Det går inte att logga in på avdelningen' });
  await declared(stage);
  await stage.at('2026-11-24T09:00:00+01:00');
  const code = await logged(stage, { counterpart: 'Lisa Handläggare', outcome: 'given' });
  await stage.press(inUnit(ange), 'handover.acknowledge', { code, items: 'admission' });
  const { id } = await onlyOutage(stage);
  const [entry = ''] = await entriesOf(stage, ward);
  const correction = {
    ...toAnge,
    outage: id,
    entry,
    code,
    items: 'admission',
    counterpart: wardsOwn[2] ?? '',
    reason: 'Fel mottagare angavs',
  };
  await stage.press(inUnit(ward, 1), 'handover.correct', correction);
  await stage.press(inUnit(ward, 1), 'handover.list', { code });
  const timras = await logged(
    stage,
    {
      party: 'inpatient-ward',
      municipality: '',
      counterpart: 'Sven Sjuksköterska',
      receivers: '',
      receivingMunicipality: '',
      items: 'currentServices',
    },
    inUnit(timra),
  );
  await settle(stage, id);
  if (isSettled) {
    const entries = [{ kind: 'outageSettled', at: 1, outage: id }];
    await store.append({ stream: 'directory', expectedVersion: 'any', recordedAt: 1, entries });
  }
  await store[Symbol.asyncDispose]();
  return {
    data,
    beside: (name) => join(place.path, name),
    outage: id,
    codes: { ward: code, timra: timras },
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
}
