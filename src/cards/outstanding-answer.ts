import type { Directory, Unit } from '../domain/directory.ts';
import { organisations } from '../domain/ids.ts';
import type { Organisation } from '../domain/ids.ts';
import type { Outage } from '../domain/outage.ts';
import { owedTasks } from '../domain/owed-tasks.ts';
import { dutiesIn, owingUnits } from '../domain/owing-units.ts';
import type { Duties } from '../domain/owing-units.ts';
import { organisationNames, taskNames } from '../text/names.ts';
import { swedishDuration } from '../text/swedish-moment.ts';
import type { Answer, CardAction, CardFact, CardRow, Line } from './answer.ts';
import { joinedWithin } from './joined-within.ts';
import { own } from './line.ts';
import { journalLine } from './log-lines.ts';
import { drillTaskLines } from './task-lines.ts';
import { markedAnswer } from './notice.ts';
import { coordinatorActions } from './outage-actions.ts';
import { pageOf } from './paged-rows.ts';
import { unreachedBy } from './unreached.ts';

type Outstanding = {
  readonly outage: Outage;
  readonly directory: Directory;
  readonly now: number;
  /** Pages count from 1. */
  readonly page: number;
  /** Only the units of this one. */
  readonly organisation?: Organisation;
};

/** A unit that owes something, or has. */
type OwingUnit = {
  readonly unit: Unit;
  readonly duties: Duties;
  readonly mustBeRung: boolean;
};

/** To coordinators: what each unit has left to register, in counts alone, whom to ring first. */
export function outstandingAnswer(context: Outstanding): Answer {
  const { organisation, outage } = context;
  const units = outage.endedAt === undefined ? [] : unitsOf(context);
  const owing = units.filter(({ duties }) => duties.left.length > 0).toSorted(ringFirst);
  const page = pageOf(owing, context.page, {
    verb: 'tasks.list',
    data: { outage: outage.id, ...(organisation !== undefined && { organisation }) },
  });
  return markedAnswer(outage, {
    title: 'Kvar att efterregistrera',
    facts: factsOf(units, owing, context),
    sections: [
      { lines: standLines(context, owing) },
      ...(page.rows.length === 0
        ? []
        : [{ rows: page.rows.map((one) => unitRow(one, context)), lines: page.lines }]),
      ...organisationSections(units),
      { lines: [journalLine] },
    ].filter(({ lines, ...section }) => lines.length > 0 || 'rows' in section),
    actions: [...page.actions, statisticsAction(outage), ...coordinatorActions(outage)],
    withoutRoutine: true,
  });
}

function unitsOf({ directory, organisation, outage }: Outstanding): readonly OwingUnit[] {
  return owingUnits(outage, directory)
    .filter((unit) => organisation === undefined || unit.organisation === organisation)
    .map((unit) => {
      const duties = dutiesIn(owedTasks(outage.log, unit, outage));
      return { unit, duties, mustBeRung: unreachedBy(unit, directory) !== undefined };
    });
}

/** No reminder reaches those; then those with most left, and by name. */
function ringFirst(one: OwingUnit, other: OwingUnit): number {
  return (
    Number(other.mustBeRung) - Number(one.mustBeRung) ||
    other.duties.left.length - one.duties.left.length ||
    one.unit.name.localeCompare(other.unit.name, 'sv')
  );
}

function factsOf(
  units: readonly OwingUnit[],
  owing: readonly OwingUnit[],
  { now, organisation, outage: { endedAt } }: Outstanding,
): readonly CardFact[] {
  if (endedAt === undefined) return [];
  const age = swedishDuration(now - endedAt);
  return [
    ...(organisation === undefined
      ? []
      : [{ label: 'Organisation', value: organisationNames[organisation] }]),
    { label: 'Läget', value: progressText(units) },
    { label: 'Enheter med något kvar', value: `${owing.length} av ${units.length}` },
    { label: 'Sedan avbrottet tog slut', value: age },
  ];
}

/** "klart 12 av 30, 18 kvar". */
function progressText(units: readonly OwingUnit[]): string {
  const all = units.reduce((sum, { duties }) => sum + duties.count, 0);
  const left = units.reduce((sum, { duties }) => sum + duties.left.length, 0);
  return `klart ${all - left} av ${all}, ${left} kvar`;
}

function standLines({ outage }: Outstanding, owing: readonly OwingUnit[]): readonly Line[] {
  if (outage.endedAt === undefined)
    return [own('Inget räknas förrän avbrottet är slut: listorna är inte färdiga.')];
  const ring = owing.filter(({ mustBeRung }) => mustBeRung).length;
  return [
    ...drillTaskLines(outage),
    ...(owing.length === 0 ? [own('Alla enheter är klara.')] : []),
    ...(ring === 0
      ? []
      : [
          own(
            `${ring === 1 ? '1 enhet får' : `${ring} enheter får`} inga påminnelser i Teams och ska ringas.`,
          ),
        ]),
  ];
}

function unitRow({ duties, mustBeRung, unit }: OwingUnit, { now, outage }: Outstanding): CardRow {
  const { count: all, left, leftByTask } = duties;
  const kinds = leftByTask.map(({ count, task }) => `${taskNames[task]} ${count}`);
  const age = outage.endedAt === undefined ? '' : `, äldst ${swedishDuration(now - outage.endedAt)}`;
  const progress = `klart ${all - left.length} av ${all}, ${left.length} kvar`;
  return {
    title: unit.name,
    state: mustBeRung ? `ska ringas, ${progress}` : progress,
    details: [
      `${organisationNames[unit.organisation]}${age}${numberOf(unit, mustBeRung)}`,
      ...joinedWithin(kinds, 160).slice(0, 2),
    ],
    ...(mustBeRung && { isProblem: true }),
  };
}

function numberOf({ directNumber }: Unit, mustBeRung: boolean): string {
  return mustBeRung && directNumber !== undefined ? ` · ring ${directNumber}` : '';
}

/** Each organisation's total, where there are several. */
function organisationSections(units: readonly OwingUnit[]) {
  const present = organisations.filter((one) => units.some(({ unit }) => unit.organisation === one));
  if (present.length < 2) return [];
  return [
    {
      heading: 'Per organisation',
      lines: present.map((one) =>
        own(
          `${organisationNames[one]}: ${progressText(units.filter(({ unit }) => unit.organisation === one))}`,
        ),
      ),
    },
  ];
}

function statisticsAction({ id }: Outage): CardAction {
  return { title: 'Visa statistik', verb: 'statistics.show', data: { outage: id } };
}
