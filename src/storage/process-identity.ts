import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { unreachable } from '../domain/unreachable.ts';

/** What tells one run of one process from every other, also where all have the same process id (containers). */
export const processIdentity = z.object({
  pid: z.int().positive(),
  /** Of the machine's start; empty where the system does not tell. */
  bootId: z.string(),
  /** When the process began, in the system's own count; where it does not tell, in the process's own. */
  startedAt: z.string(),
});
export type ProcessIdentity = z.infer<typeof processIdentity>;

/** The process that asks. */
export function ownIdentity(): ProcessIdentity {
  const kernel = kernelView(process.pid);
  const startedAt = kernel.kind === 'living' ? kernel.startedAt : String(performance.timeOrigin);
  return { pid: process.pid, bootId: textOf('/proc/sys/kernel/random/boot_id').trim(), startedAt };
}

/** Whether that very run still lives on this machine. Where the system does not tell all, a living id is enough. */
export function isAlive({ pid, bootId, startedAt }: ProcessIdentity): boolean {
  const own = ownIdentity();
  if (bootId !== own.bootId) return false;
  if (pid === own.pid) return startedAt === own.startedAt;
  if (!isProcessId(pid)) return false;
  const kernel = kernelView(pid);
  switch (kernel.kind) {
    case 'living':
      return startedAt === kernel.startedAt;
    case 'dead':
      return false;
    case 'unknown':
      return true;
    default:
      return unreachable(kernel);
  }
}

function isProcessId(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Any other refusal means that there is such a process, but not one of ours.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

type KernelView =
  | { readonly kind: 'living'; readonly startedAt: string }
  | { readonly kind: 'dead' }
  | { readonly kind: 'unknown' };

/** proc_pid_stat(5): after the name in brackets, which may hold anything, come state (3) and start time (22). */
function kernelView(pid: number): KernelView {
  const stat = textOf(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAt] = [fields[0], fields[19]];
  if (startedAt === undefined) return { kind: 'unknown' };
  // A zombie has ended; only its parent has not asked how.
  return state === 'Z' || state === 'X' ? { kind: 'dead' } : { kind: 'living', startedAt };
}

/** Empty where there is no such file. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
