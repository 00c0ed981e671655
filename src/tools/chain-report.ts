import { unreachable } from '../domain/unreachable.ts';
import type { ChainFault, Inspected } from '../storage/inspect-chain.ts';
import type { StreamName } from '../storage/store.ts';

/** How the chain of a stream holds, in a line, and what is wrong with it, a line each. */
export type ChainReport = {
  readonly stream: StreamName;
  readonly said: string;
  readonly faults: readonly string[];
};

/** What was found in a stream, for the operator. */
export function chainReport(stream: StreamName, { faults, records }: Inspected): ChainReport {
  const holds = faults.length === 0 ? 'kedjan håller' : 'kedjan håller INTE';
  const head = records.at(-1)?.hash ?? '–';
  return {
    stream,
    said: `${stream}: ${records.length} poster, ${holds}, slutar med ${head}`,
    faults: faults.map((fault) => `${stream}: ${faultText(fault)}`),
  };
}

function faultText(fault: ChainFault): string {
  switch (fault.kind) {
    case 'changed':
      return `rad ${fault.line} är ändrad: den är inte som den skrevs`;
    case 'replaced':
      return `post ${fault.version} är utbytt: den efter skrevs efter en annan`;
    case 'missing':
      return `${fault.versions.length === 1 ? 'post' : 'posterna'} ${spans(fault.versions)} saknas`;
    case 'moved':
      return `post ${fault.version} står fel, på rad ${fault.line}: flyttad, eller skriven två gånger`;
    default:
      return unreachable(fault);
  }
}

/** "2", "2–4, 7". */
function spans(versions: readonly number[]): string {
  const starts = versions.filter((version, at) => versions[at - 1] !== version - 1);
  const ends = versions.filter((version, at) => versions[at + 1] !== version + 1);
  return starts
    .map((start, at) => (start === ends[at] ? `${start}` : `${start}–${ends[at] ?? ''}`))
    .join(', ');
}
