import type { Directory } from '../domain/directory.ts';
import type { Report } from '../domain/outage.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import type { Line, Section } from './answer.ts';
import { own } from './line.ts';

/** How many reports of an outage are shown; the others are counted. */
const mostShown = 5;

type Known = { readonly now: number; readonly directory: Pick<Directory, 'units'> };

/** How many people say that it does not work, as the beginning of a sentence. */
export function reportCountText(reports: readonly Report[]): string {
  const count = new Set(reports.map(({ act }) => act.by.id)).size;
  return count === 1 ? 'En har anmält' : `${count} har anmält`;
}

/** The latest reports: when, from which unit, and what was said. No names of people. */
export function reportSections(reports: readonly Report[], known: Known): readonly Section[] {
  if (reports.length === 0) return [];
  const shown = reports.slice(-mostShown).toReversed();
  const hidden = reports.length - shown.length;
  return [
    {
      heading: 'Anmälningarna, den senaste först',
      lines: [
        ...shown.map((report) => reportLine(report, known)),
        ...(hidden > 0 ? [own(`… och ${hidden} tidigare.`)] : []),
      ],
    },
  ];
}

function reportLine({ act, message, unit }: Report, { now, directory }: Known): Line {
  const from = unit === undefined ? undefined : directory.units.get(unit)?.name;
  const who = `${swedishSince(act.at, now)}, ${from ?? 'okänd enhet'}`;
  return own(message.trim() === '' ? who : `${who}: ”${message.trim()}”`);
}
