import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** What a command came to. */
export type ToolRun = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a command of src/tools in a process of its own, which knows no environment but what is given. */
export function runTool(
  tool: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<ToolRun> {
  const path = join(import.meta.dirname, '../../src/tools', `${tool}.ts`);
  return new Promise((resolve) => {
    execFile(process.execPath, [path, ...args], { env, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : Number(error.code ?? 1);
      resolve({ code, stdout, stderr });
    });
  });
}
