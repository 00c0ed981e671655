import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { swedishDateOf, swedishTimeOf } from '../../src/domain/swedish-time.ts';
import { readOnlyFiles } from '../../src/storage/read-only-files.ts';
import { asa, inChannel, question, submitDialog } from '../support/activities.ts';
import { buildFaultStage, declared, kindsIn, outageIn, unitsOf } from '../support/fault-stage.ts';
import type { FaultStage } from '../support/fault-stage.ts';
import { dayMs, hourMs, minuteMs } from '../support/moved-clock.ts';

/** Every file of the store by its name, as it stands. */
async function filesOf({ directory }: FaultStage): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(directory, { recursive: true })).filter((name) => name.endsWith('.jsonl'));
  const texts = names.map(async (name) => [name, await readFile(join(directory, name), 'utf8')] as const);
  return new Map(await Promise.all(texts));
}

/** The files of which something that stood there does not stand there any more. */
async function shortenedSince(
  stage: FaultStage,
  before: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const now = await filesOf(stage);
  return [...before].flatMap(([name, text]) => (now.get(name)?.startsWith(text) === true ? [] : [name]));
}

const call = {
  verb: 'handover.record',
  direction: 'given',
  party: 'municipality',
  municipality: 'ange',
  counterpart: 'Lisa Handläggare',
  items: 'admission',
  outcome: 'given',
  receivers: 'municipality',
  receivingMunicipality: 'ange',
};

test('through an outage, its end, its closing, half a year and restarts, the service takes nothing away that it wrote', async () => {
  await using stage = await buildFaultStage();
  const seen: ReadonlyMap<string, string>[] = [];
  const look = async (): Promise<void> => void seen.push(await filesOf(stage));
  const [unit] = unitsOf(stage);
  if (unit === undefined) throw new Error('No unit is connected');
  await look();
  await stage.answer(question('xylofon på taket hos Berit?'));
  const outage = outageIn(await stage.coordinate('outage.declare', declared));
  expect(await stage.answer(submitDialog(call, { ...inChannel(unit), from: asa }))).toContain('Sparat');
  await stage.settled();
  await look();
  stage.clock.jump(6 * hourMs);
  const at = stage.clock.at();
  const ended = { endedOn: swedishDateOf(at), endedAt: swedishTimeOf(at) };
  expect(await stage.coordinate('outage.end', { outage, ...ended })).toContain('Sparat');
  await stage.settled(minuteMs);
  await look();
  stage.clock.jump(20 * hourMs);
  expect(await stage.coordinate('outage.close', { outage, reason: 'Klart' })).toContain('Sparat');
  await stage.settled(minuteMs);
  for (let month = 1; month <= 6; month += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one month after the other
    await look();
    stage.clock.jump(30 * dayMs);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await (month % 3 === 0 ? stage.restart() : stage.answer(question('Vem ringer jag i Ånge?')));
  }
  for (const before of seen) expect(await shortenedSince(stage, before)).toEqual([]);

  const kinds = kindsIn(await stage.records());
  for (const kind of [
    'phraseMissed',
    'personSeen',
    'outageDeclared',
    'handoverRecorded',
    'noticeIssued',
    'outageClosed',
  ]) {
    expect(kinds).toContain(kind);
  }
  const log = await readOnlyFiles(stage.directory).read(`outages/${outage}`, 0);
  expect(JSON.stringify(log)).toContain('Lisa Handläggare');
}, 60_000);
