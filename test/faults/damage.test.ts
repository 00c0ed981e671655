import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { megan, question } from '../support/activities.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { buildFaultStage, declared, kindsIn, unitsOf, updated } from '../support/fault-stage.ts';
import type { FaultStage } from '../support/fault-stage.ts';
import { answerTo, filledInByCoordinator } from '../support/press.ts';
import { startServiceProcess } from '../support/service-process.ts';
import { startTeamsDouble } from '../support/teams-double.ts';

/** A service that has told of an outage, and is stopped. */
async function buildStopped(): Promise<
  FaultStage & { readonly files: Readonly<Record<'directory' | 'outage', string>> }
> {
  const stage = await buildFaultStage();
  await stage.coordinate('outage.declare', declared);
  await stage.coordinate('outage.update', updated);
  await stage.settled();
  await stage.stop();
  const [outage = ''] = await readdir(join(stage.directory, 'outages'));
  const files = {
    directory: join(stage.directory, 'directory.jsonl'),
    outage: join(stage.directory, 'outages', outage),
  };
  return { ...stage, files };
}

const which = ['directory', 'outage'] as const;

describe.each(which)('of the %s’s records', (file) => {
  test('a last line that was torn is cut off, and all that was answered is there', async () => {
    await using stage = await buildStopped();
    const whole = await readFile(stage.files[file]);
    const last = whole.subarray(whole.lastIndexOf('\n', whole.length - 2) + 1);
    await appendFile(stage.files[file], last.subarray(0, last.length / 2));
    const before = kindsIn(await stage.records());
    await stage.start();
    await stage.logs(/unfinished record cut off/);
    expect(await readFile(stage.files[file])).toEqual(whole);
    expect(kindsIn(await stage.records())).toEqual(before);
    expect(await stage.coordinate('outage.end', { message: 'Klart.' })).toContain('Sparat');
    await stage.settled();
    for (const unit of unitsOf(stage)) expect(stage.posts(unit, /Avbrottet är slut/)).toHaveLength(1);
  });

  test.each([
    ['in the first record', (bytes: Buffer) => bytes.indexOf('\n') - 20],
    ['in the middle', (bytes: Buffer) => Math.floor(bytes.length / 2)],
    ['in the last record', (bytes: Buffer) => bytes.length - 20],
  ])(
    'a flipped bit %s is said at the start, with its line and what to do; nothing is changed',
    async (_where, at) => {
      await using stage = await buildStopped();
      const path = stage.files[file];
      const whole = await readFile(path);
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(damaged.readUInt8(at(whole)) ^ 1, at(whole));
      await writeFile(path, damaged);
      await expect(stage.start()).rejects.toThrow(
        /\.jsonl rad \d+ är skadad: .*Stoppa tjänsten, spara undan filen och återställ den från en säkerhetskopia\.$/,
      );
      expect(await readFile(path)).toEqual(damaged);
      await writeFile(path, whole);
      await stage.start();
      expect(await stage.coordinate('outage.end', { message: 'Klart.' })).toContain('Sparat');
    },
  );
});

describe('a directory of units and outages', () => {
  test.each([
    ['that is gone', () => ''],
    ['that is an older copy', (whole: string) => whole.slice(0, whole.indexOf('\n') + 1)],
  ])(
    '%s is not taken for a new one: the start says which outage it has lost, and what to do',
    async (_what, cut) => {
      await using stage = await buildStopped();
      const path = stage.files.directory;
      const whole = await readFile(path, 'utf8');
      await writeFile(path, cut(whole));
      await expect(stage.start()).rejects.toThrow(
        /^Avbrott som registret inte känner till finns sparade: outages\/.* Lägg tillbaka registret från samma/,
      );
      await writeFile(path, whole);
      await stage.start();
      expect(await stage.coordinate('outage.end', { message: 'Klart.' })).toContain('Sparat');
    },
  );
});

describe('the file of phrases', () => {
  test('that is damaged keeps nobody from being answered', async () => {
    await using stage = await buildStopped();
    await writeFile(join(stage.directory, 'phrases.jsonl'), '{"hash":"no\n');
    await stage.start();
    expect((await stage.ask()).at(-1)).toContain('0690');
    await stage.answer(question('blå apelsiner i backspegeln'));
    expect(stage.double.connector.messagesIn('a:personal')).toHaveLength(2);
  });
});

describe('a data directory that another process has', () => {
  test('is refused to a second one with a sentence; the first is not disturbed, and when it is killed the next may have it', async () => {
    await using double = await startTeamsDouble();
    await using place = await temporaryDirectory();
    const start = { double, storage: { DATA_DIR: place.path }, coordinators: [megan] };
    await using first = await startServiceProcess(start);
    await expect(startServiceProcess(start)).rejects.toThrow(
      /^The service ended: Datamappen .* används redan av process \d+\. Stäng den först, eller ange en annan mapp/,
    );
    expect(
      await answerTo(double, first, filledInByCoordinator('outage.report', { message: 'Nere' })),
    ).toContain('Anmälan är sparad');
    await first.kill();
    await using next = await startServiceProcess(start);
    expect(await next.stop()).toBe(0);
  });
});
