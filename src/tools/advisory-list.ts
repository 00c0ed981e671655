import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { satisfies } from 'semver';
import { z } from 'zod';
import { storageFault } from '../storage/storage-fault.ts';
import { StoreFault } from '../storage/store.ts';
import { osvAdvisory } from './osv-advisory.ts';
import type { ProductionPackage } from './production-packages.ts';

/** A known vulnerability of some versions of a package. */
export type Advisory = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly severity: string;
  /** As npm writes ranges of versions; undefined where it does not say which, so that nobody can tell. */
  readonly range: string | undefined;
};

export type AdvisoryList = {
  readonly advisories: readonly Advisory[];
  /** When it was as it is, in milliseconds since 1970. */
  readonly at: number;
  /** How many packages the tree had that a report was made of; a list is of none. */
  readonly treeCount?: number;
};

const viaSchema = z.object({
  source: z.union([z.number(), z.string()]),
  name: z.string(),
  title: z.string(),
  url: z.string().optional(),
  severity: z.string(),
  range: z.string(),
});
const reportSchema = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), viaSchema])) })),
  metadata: z.object({ dependencies: z.object({ total: z.int() }) }),
});

/** What `npm audit --json` said at a time; undefined where it is no such report. */
export function advisoriesInReport(value: unknown, at: number): AdvisoryList | undefined {
  const report = reportSchema.safeParse(value).data;
  if (report === undefined) return undefined;
  const found = Object.values(report.vulnerabilities).flatMap(({ via }) => via);
  return {
    advisories: found.flatMap((via) =>
      typeof via === 'string' ? [] : [{ ...via, id: via.url ?? `${via.source}` }],
    ),
    at,
    treeCount: report.metadata.dependencies.total,
  };
}

/**
 * Reads a stored list: a report of `npm audit --json`, an advisory in OSV's form, an array of them, or a directory of
 * such files. A list is as old as its newest advisory, a report as its file. Throws `StoreFault` for anything else.
 */
export async function readAdvisories(path: string): Promise<AdvisoryList> {
  const files = await filesAt(path);
  const lists: AdvisoryList[] = [];
  for (const file of files) {
    // oxlint-disable-next-line no-await-in-loop -- there may be as many as there are advisories
    lists.push(await readOne(file));
  }
  if (lists.every(({ treeCount, advisories }) => treeCount === undefined && advisories.length === 0)) {
    throw new StoreFault(
      `${path} har inga råd om npm-paket. Ange en lista i OSV-form, eller en npm-rapport.`,
    );
  }
  const treeCount = lists.find((list) => list.treeCount !== undefined)?.treeCount;
  return {
    advisories: lists.flatMap(({ advisories }) => advisories),
    at: lists.reduce((newest, { at }) => Math.max(newest, at), 0),
    ...(treeCount !== undefined && { treeCount }),
  };
}

async function filesAt(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = await readdir(path, { recursive: true });
    return names.filter((name) => name.endsWith('.json')).map((name) => join(path, name));
  } catch (error) {
    throw storageFault(`${path} kunde inte läsas`, error);
  }
}

async function readOne(path: string): Promise<AdvisoryList> {
  const value = parsed(path, await readFile(path, 'utf8'));
  const report = advisoriesInReport(value, (await stat(path)).mtimeMs);
  if (report !== undefined) return report;
  const read = (Array.isArray(value) ? value : [value]).map((one: unknown) => osvAdvisory(one));
  if (read.some((one) => one === undefined)) {
    throw new StoreFault(`${path} är varken en npm-rapport eller råd i OSV-form.`);
  }
  const known = read.filter((one) => one !== undefined);
  return {
    advisories: known.flatMap(({ advisories }) => advisories),
    at: known.reduce((newest, { modifiedAt }) => Math.max(newest, modifiedAt), 0),
  };
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StoreFault(`${path} är inte JSON.`);
  }
}

/** A line for each package that an advisory is about, or may be about, in the version that is installed. */
export function vulnerableAmong(
  packages: readonly ProductionPackage[],
  advisories: readonly Advisory[],
): readonly string[] {
  const byName = Map.groupBy(advisories, ({ name }) => name);
  return packages.flatMap(({ name, version }) =>
    (byName.get(name) ?? [])
      .filter(({ range }) => range === undefined || satisfies(version, range, { includePrerelease: true }))
      .map(({ id, range, severity, title }) => {
        const doubt = range === undefined ? '. Rådet säger inte vilka versioner: läs det' : '';
        return `${name} ${version}: ${title} (${severity}, ${id})${doubt}`;
      }),
  );
}
