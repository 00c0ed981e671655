import { execFile } from 'node:child_process';
import { z } from 'zod';
import { advisoriesInReport } from './advisory-list.ts';
import type { AdvisoryList } from './advisory-list.ts';

/** So long may the registry take, in milliseconds. */
const patienceMs = 60_000;
const failure = z.object({ message: z.string() });

/** Asks the registry what it knows of the packages in a directory; or why it could not be asked. */
export async function npmAudit(root: string, at: number): Promise<AdvisoryList | { readonly why: string }> {
  const said = await new Promise<string>((resolve) => {
    const args = ['audit', '--json', '--omit=dev'];
    execFile('npm', args, { cwd: root, timeout: patienceMs, maxBuffer: 1 << 28 }, (_error, stdout) =>
      resolve(stdout),
    );
  });
  const value = parsed(said);
  const why = failure.safeParse(value).data?.message ?? 'npm svarade inte';
  return advisoriesInReport(value, at) ?? { why };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
