/**
 * Locks and notifications of a database, as those of one table of records: two services in two schemas do not stand in
 * each other's line. SQL, each of them.
 */
const table = `'bot_records'::regclass::oid::text`;
/** The first key says what is locked. */
const lockOf = (key: number): string => `${key}, hashtext(${table})`;

/** The line of `Store.exclusively`. */
export const lineLock = lockOf(1);
/** The lead of `Store.lead`. */
export const leadLock = lockOf(2);
/** The migrations, which make the table that the others are named after. */
export const migrationLock = `3, hashtext(current_schema())`;

/** Where it is told that something was written. */
export const channel = `'bot_records_' || ${table}`;
export const listenToChannel = `do $$ begin execute format('listen %I', ${channel}); end $$`;
