/** What a log line may have beside its message: ids, counts, and words from lists of our own. */
const fields = [
  'activity',
  'at',
  'busy',
  'bytes',
  'conversation',
  'errorCode',
  'failed',
  'fault',
  'identity',
  'intent',
  'kind',
  'ms',
  'number',
  'outcome',
  'port',
  'reached',
  'reason',
  'recipient',
  'status',
  'step',
  'stream',
  'verdict',
] as const;

/** Beside the message, nothing but these: what somebody wrote, a secret or an error has no field to stand in. */
export type LogLine = {
  readonly [Field in (typeof fields)[number]]?: string | number | boolean | readonly string[] | undefined;
};

/** The service's log, as its parts are given it: no line without its fields, which are checked, and no error. */
export type OperationsLog = {
  readonly [Level in 'info' | 'warn' | 'error']: (line: LogLine, message: string) => void;
};

const known: ReadonlySet<string> = new Set(fields);
const hidden = '[dolt]';

/** The line without what it may not have, should any come to it all the same; nothing is copied where nothing is amiss. */
export function onlyKnownFields(line: Readonly<Record<string, unknown>>): Record<string, unknown> {
  for (const field in line) if (!isShown(field, line[field])) return withHidden(line);
  return line;
}

const isShown = (field: string, value: unknown): boolean =>
  known.has(field) && (typeof value !== 'object' || value === null || areTexts(value));

const areTexts = (value: object): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const withHidden = (line: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(line).map(([field, value]) => (isShown(field, value) ? [field, value] : [field, hidden])),
  );
