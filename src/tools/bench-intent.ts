import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseUtterances } from '../intent/corpus.ts';
import { recognise } from '../intent/recognise.ts';
import { median } from './bench-run.ts';
import type { Goal, Row } from './bench-run.ts';

const corpus = new URL('../intent/corpus/utterances.jsonl', import.meta.url);
const module = new URL('../intent/recognise.ts', import.meta.url);
/** Every so many-th sentence of the corpus is measured. */
const stride = 7;

/** What is sent by mistake or in malice. */
const nasty: readonly (readonly [name: string, text: string])[] = [
  ['one word of 100 000 letters', 'x'.repeat(100_000)],
  ['100 000 spaces', ' '.repeat(100_000)],
  ['100 000 marks', '?!'.repeat(50_000)],
  ['50 000 emoji', '😂'.repeat(50_000)],
  ['90 000 accents on one letter', `a${'\u0301'.repeat(90_000)}`],
  ['25 000 unclosed tags', '<at>'.repeat(25_000)],
  ['10 000 codes', 'K7M-3F '.repeat(10_000)],
  ['10 000 clock times', 'kvart över tio i morse '.repeat(10_000)],
  ['20 000 beginnings of a word', 'utskr'.repeat(20_000)],
  ['10 000 beginnings of danger', 'andas hon '.repeat(10_000)],
];

/** How long it takes to understand a sentence, to understand what is nasty, and to load what that needs. */
export async function benchIntent({ rounds }: { readonly rounds: number }) {
  const texts = parseUtterances(readFileSync(corpus, 'utf8'))
    .filter((_, at) => at % stride === 0)
    .map(({ text }) => text);
  const all = Array.from({ length: rounds + 1 }, () => texts.map(microseconds)).slice(1);
  const times = all.flat().toSorted((one, other) => one - other);
  const at = (part: number): number => times[Math.floor(part * times.length)] ?? Number.NaN;
  const worst = nasty.map(([name, text]) => ({
    name,
    milliseconds: median(Array.from({ length: rounds }, () => microseconds(text))) / 1000,
  }));
  const load = loadMilliseconds();
  const table: readonly Row[] = [
    ['', 'value'],
    [`a sentence, median of ${texts.length}, µs`, at(0.5).toFixed(0)],
    ['95 %, µs', at(0.95).toFixed(0)],
    ['99 %, µs', at(0.99).toFixed(0)],
    ['load, first start, ms', load.first.toFixed(0)],
    ['load, later starts, ms', load.later.toFixed(0)],
    ...worst.map(({ milliseconds, name }): Row => [`${name}, ms`, milliseconds.toFixed(1)]),
  ];
  const goals: readonly Goal[] = [
    { what: 'a sentence, median, µs', measured: at(0.5), most: 200 },
    { what: 'a sentence, 99 %, µs', measured: at(0.99), most: 1000 },
    { what: 'load, later starts, ms', measured: load.later, most: 100 },
    {
      what: 'the worst nasty input, ms',
      measured: Math.max(...worst.map(({ milliseconds }) => milliseconds)),
      most: 10,
    },
  ];
  return { table, goals };
}

function microseconds(text: string): number {
  const begun = performance.now();
  recognise(text);
  return (performance.now() - begun) * 1000;
}

/**
 * In processes of their own, since a module is loaded once: without compiled code from before, and with it
 * (Node's compile cache), as a service has it from its second start on.
 */
function loadMilliseconds(): { readonly first: number; readonly later: number } {
  const cache = mkdtempSync(join(tmpdir(), 'bench-intent-'));
  const measured = {
    first: loadTime(''),
    later: loadTime(`(await import('node:module')).enableCompileCache(${JSON.stringify(cache)});`),
  };
  rmSync(cache, { recursive: true });
  return measured;
}

/** The middle of five; the one before them only fills what is kept. */
function loadTime(before: string): number {
  const script = `
    ${before}
    await import('zod');
    await import(${JSON.stringify(new URL('../intent/create-random.ts', import.meta.url).href)});
    const begun = performance.now();
    await import(${JSON.stringify(module.href)});
    console.log(performance.now() - begun);`;
  const args = ['--input-type=module', '-e', script];
  const cwd = new URL('../..', import.meta.url);
  const times = Array.from({ length: 6 }, () =>
    Number(execFileSync(process.execPath, args, { cwd, encoding: 'utf8' })),
  );
  return median(times.slice(1));
}
