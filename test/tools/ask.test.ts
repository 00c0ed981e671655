import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = new URL('../../', import.meta.url).pathname;

/** Runs the command as a person does: a process of its own, with this environment and input. */
function ask(args: readonly string[], input = '', environment: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, ['src/tools/ask.ts', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    env: { ...environment },
    maxBuffer: 1 << 28,
  });
}

const answered = z.object({
  text: z.string(),
  intent: z.string(),
  confidence: z.number().min(0).max(1),
  asks: z.boolean(),
  alternatives: z.array(z.string()),
  entities: z.record(z.string(), z.unknown()),
  answer: z.string(),
  emergency: z.literal(true).optional(),
  refused: z.literal(true).optional(),
});
const objectsIn = (stdout: string) =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => answered.strict().parse(JSON.parse(line)));

describe('one question', () => {
  test('gets its answer as text', () => {
    const { status, stdout, stderr } = ask(['vem ringer jag i Ånge?']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Ring Ånge kommun\n[^]*☎ 0690-25 01 00 {2}Ånge kommuns växel/);
  });

  test('may be typed without quotes', () => {
    expect(ask(['vem', 'ringer', 'jag', 'i', 'Ånge?']).stdout).toContain('0690-25 01 00');
  });

  test('is answered for the role and organisation given', () => {
    const { stdout } = ask(['--role', 'municipality', '--organisation', 'timra', 'vem ringer jag?']);
    expect(stdout).toContain('Timrå kommuns växel (fråga efter kommunens IT-support)');
  });

  test('gets one JSON object with --json', () => {
    const [answer] = objectsIn(ask(['--json', 'vem ringer jag i Övik?']).stdout);
    expect(answer).toMatchObject({
      text: 'vem ringer jag i Övik?',
      intent: 'call.who',
      asks: false,
      alternatives: [],
      entities: { municipality: 'ornskoldsvik', party: 'municipality' },
    });
    expect(answer).not.toHaveProperty('emergency');
  });

  test('in an emergency says so in the object', () => {
    expect(objectsIn(ask(['--json', 'hon andas inte']).stdout)).toMatchObject([{ emergency: true }]);
  });

  test('with a patient’s number is not repeated, not even in the object', () => {
    const { stdout } = ask(['--json', 'ska 19121212-1212 skrivas ut']);
    expect(stdout).not.toContain('1212');
    expect(objectsIn(stdout)).toMatchObject([{ intent: 'none', refused: true }]);
  });
});

describe('many questions', () => {
  test('are answered one object per line, in order, blank lines and carriage returns included', () => {
    const lines = ['\uFEFFvem ringer jag i Timrå?', '', 'får vi skriva ut?\r', 'hjälp\u2028mig'];
    const objects = objectsIn(ask(['--json'], lines.join('\n')).stdout);
    expect(objects.map(({ text }) => text)).toEqual([
      'vem ringer jag i Timrå?',
      '',
      'får vi skriva ut?',
      'hjälp\u2028mig',
    ]);
    expect(objects.map(({ intent }) => intent).slice(0, 3)).toEqual([
      'call.who',
      'none',
      'discharge.allowed',
    ]);
  });

  test('may be thousands', () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `fråga ${index}: vem ringer jag i Sollefteå?`);
    const objects = objectsIn(ask(['--json'], `${lines.join('\n')}\n`).stdout);
    expect(objects.map(({ text }) => text)).toEqual(lines);
  });
});

describe('what is wrong is told in a sentence, and nothing is answered', () => {
  test.each([
    [['--role', 'sköterska', 'hjälp'], 'role: Ogiltigt val: förväntade en av "inpatient-somatic"'],
    [['--organisation', 'umea', 'hjälp'], 'organisation: Ogiltigt val: förväntade en av "region"'],
    [['--role', 'municipality', '--organisation', 'region', 'hjälp'], 'municipality till en kommun'],
    [['--rolle', 'x'], 'Okänd nyckel: "rolle"'],
    [[], 'Så frågar du:'],
  ])('%j', (args, sentence) => {
    const { status, stdout, stderr } = ask(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('at ');
  });

  test('files that cannot be used stop the start, all faults at once', () => {
    const { status, stdout, stderr } = ask(['hjälp'], '', {
      ROUTINE_FILE: '/finns/inte.json',
      DIRECTORY_FILE: '/finns/inte.csv',
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(
      'Kan inte starta:\nROUTINE_FILE (/finns/inte.json): filen finns inte\nDIRECTORY_FILE (/finns/inte.csv): filen finns inte\n',
    );
  });

  test('a variable that is set but empty is told with an example', () => {
    expect(ask(['hjälp'], '', { DIRECTORY_FILE: '' }).stderr).toContain(
      'DIRECTORY_FILE: är tom; ange till exempel ./nummer.csv',
    );
  });
});
