import { describe, expect, test } from 'vitest';
import { chainRecord, recordLine } from '../../src/storage/chain.ts';
import { inspectChain } from '../../src/storage/inspect-chain.ts';
import type { ChainFault } from '../../src/storage/inspect-chain.ts';
import type { StoredRecord } from '../../src/storage/store.ts';

function chainOf(count: number, text = 'Ringde Ånge'): readonly StoredRecord[] {
  const records: StoredRecord[] = [];
  for (let at = 1; at <= count; at += 1) {
    records.push(chainRecord(records.at(-1), { recordedAt: at, entries: [{ kind: 'noted', text }] }));
  }
  return records;
}
const records = chainOf(5);
const lines = records.map(recordLine);
const fileOf = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');
const [one = '', two = '', three = '', four = '', five = ''] = lines;

test('a chain that holds has no fault, and all its records', () => {
  expect(inspectChain(fileOf(lines))).toEqual({ records, faults: [] });
  expect(inspectChain('')).toEqual({ records: [], faults: [] });
});

test('a last line that a crash cut off is nobody’s fault', () => {
  expect(inspectChain(fileOf(lines) + one.slice(0, 40))).toEqual({ records, faults: [] });
});

describe('what was done to a chain is told with its place', () => {
  const forged = chainOf(2, 'Ringde Timrå').map(recordLine)[1] ?? '';
  test.each<[string, readonly string[], readonly ChainFault[]]>([
    [
      'a record that was changed',
      [one, two.replace('Ånge', 'Umeå'), three, four, five],
      [{ kind: 'changed', line: 2 }],
    ],
    ['a record that was removed', [one, three, four, five], [{ kind: 'missing', versions: [2] }]],
    ['two that were removed', [one, four, five], [{ kind: 'missing', versions: [2, 3] }]],
    ['the first that was removed', [two, three], [{ kind: 'missing', versions: [1] }]],
    ['two that changed places', [one, three, two, four, five], [{ kind: 'moved', line: 3, version: 2 }]],
    ['a record that stands twice', [one, two, two, three], [{ kind: 'moved', line: 3, version: 2 }]],
    [
      'a record that was made anew',
      [one, forged, three],
      [
        { kind: 'replaced', version: 2 },
        { kind: 'replaced', version: 1 },
      ],
    ],
    ['a line of something else', [one, two, 'hej', three], [{ kind: 'changed', line: 3 }]],
    [
      'several things at once',
      [one, 'hej', four, five],
      [
        { kind: 'changed', line: 2 },
        { kind: 'missing', versions: [3] },
      ],
    ],
  ])('%s', (_what, changed, faults) => {
    expect(new Set(inspectChain(fileOf(changed)).faults)).toEqual(new Set(faults));
  });
});

test('an end that was cut off is not seen without a hash from before: the records that are left hold', () => {
  expect(inspectChain(fileOf([one, two, three]))).toEqual({ records: records.slice(0, 3), faults: [] });
});
