import { validRange } from 'semver';
import { z } from 'zod';
import type { Advisory } from './advisory-list.ts';

const eventSchema = z.union([
  z.object({ introduced: z.string() }),
  z.object({ fixed: z.string() }),
  z.object({ last_affected: z.string() }),
  z.object({ limit: z.string() }),
]);
const affectedSchema = z.object({
  package: z.object({ ecosystem: z.string(), name: z.string() }).optional(),
  ranges: z.array(z.object({ type: z.string(), events: z.array(eventSchema) })).default([]),
  versions: z.array(z.string()).default([]),
});
const schema = z.object({
  id: z.string(),
  summary: z.string().default(''),
  modified: z.iso.datetime({ offset: true }),
  withdrawn: z.string().optional(),
  affected: z.array(affectedSchema).default([]),
  database_specific: z.object({ severity: z.string().optional() }).optional(),
});
type Affected = z.infer<typeof affectedSchema>;

/** What one advisory in OSV's form (ossf.github.io/osv-schema) says of npm's packages; undefined where it is none. */
export function osvAdvisory(
  value: unknown,
): { readonly advisories: readonly Advisory[]; readonly modifiedAt: number } | undefined {
  const read = schema.safeParse(value).data;
  if (read === undefined) return undefined;
  const { affected, database_specific: specific, id, modified, summary, withdrawn } = read;
  const ofNpm = withdrawn === undefined ? affected.filter((one) => one.package?.ecosystem === 'npm') : [];
  return {
    advisories: ofNpm.map((one) => ({
      id,
      title: summary === '' ? id : summary,
      name: one.package?.name ?? '',
      severity: (specific?.severity ?? 'okänd').toLowerCase(),
      range: rangeOf(one),
    })),
    modifiedAt: Date.parse(modified),
  };
}

/**
 * The versions that are named, and from each one on that brought it to the one that mends it. Undefined where none are,
 * or none as npm writes them: an empty range would be every version.
 */
function rangeOf({ ranges, versions }: Affected): string | undefined {
  const spans = ranges.filter(({ type }) => type === 'SEMVER').flatMap(({ events }) => spansIn(events));
  const range = [...versions, ...spans].join(' || ');
  return range === '' || validRange(range) === null ? undefined : range;
}

function spansIn(events: readonly z.infer<typeof eventSchema>[]): readonly string[] {
  const spans: string[] = [];
  for (const event of events) {
    if ('introduced' in event) spans.push(`>=${event.introduced === '0' ? '0.0.0-0' : event.introduced}`);
    else if ('fixed' in event) spans.push(`${spans.pop() ?? ''} <${event.fixed}`);
    else if ('last_affected' in event) spans.push(`${spans.pop() ?? ''} <=${event.last_affected}`);
  }
  return spans;
}
