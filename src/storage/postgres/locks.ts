/**
 * Advisory locks of one table of records: two services in two schemas of a database do not stand in each other's line.
 * The first key says what is locked.
 */
const lockOf = (key: number): string => `${key}, hashtext('bot_records'::regclass::oid::text)`;

/** The line of `Store.exclusively`. */
export const lineLock = lockOf(1);
/** The lead of `Store.lead`. */
export const leadLock = lockOf(2);
/** The migrations, which make the table that the others are named after. */
export const migrationLock = `3, hashtext(current_schema())`;
