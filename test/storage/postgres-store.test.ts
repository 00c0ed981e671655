import { expect, test } from 'vitest';
import { openPostgresStore } from '../../src/storage/postgres-store.ts';
import { newPostgresPlace } from '../support/postgres-place.ts';
import { append } from './append-builder.ts';
import { describeStore } from './store-contract.ts';

describeStore('the PostgreSQL store', async () => {
  const place = await newPostgresPlace();
  return {
    isDurable: true,
    open: () => openPostgresStore(place.url),
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
});

test('x', async () => {
  await using place = await newPostgresPlace();
  await using store = await openPostgresStore(place.url);
  await store.append(append());
  expect(await place.run('select version from bot_records')).toEqual([{ version: 1 }]);
});
