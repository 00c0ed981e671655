import { expect, test } from 'vitest';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { append } from './append-builder.ts';
import { describeStore } from './store-contract.ts';

describeStore('the memory store', async () => ({
  isDurable: false,
  open: async () => createMemoryStore(),
  async [Symbol.asyncDispose]() {},
}));

test('what is read from memory is a copy', async () => {
  const store = createMemoryStore();
  await store.append(append({ entries: [{ kind: 'noted', items: ['one'] }] }));
  const [first] = await store.read('outages/a1', 0);
  const [second] = await store.read('outages/a1', 0);
  expect(first).toEqual(second);
  expect(first?.entries[0]).not.toBe(second?.entries[0]);
});
