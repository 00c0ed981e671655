import type { CareGroup } from './care-group.ts';
import type { Level, ReregistrationTask } from './ids.ts';
import { caseFactNames, readingsBehind, reregistrationLevels } from './reregistration.ts';
import type { CaseFacts, CaseReading } from './reregistration.ts';

/** What has been said of a case; an absent fact is unknown, not false. */
export type KnownFacts = Partial<CaseFacts>;

/** One level a task can have, and the facts (among the unknown ones) that give it. */
export type Outcome = { readonly level: Level; readonly when: KnownFacts };

/** Every whole case that agrees with what is known. */
export function completions(known: KnownFacts): readonly CaseFacts[] {
  const values = (fact: keyof CaseFacts): readonly boolean[] =>
    known[fact] === undefined ? [true, false] : [known[fact]];
  return values('admitted').flatMap((admitted) =>
    values('discharged').flatMap((discharged) =>
      values('wentHome').flatMap((wentHome) =>
        values('readyForDischarge').flatMap((readyForDischarge) =>
          values('sipDateAgreed').map((sipDateAgreed) => ({
            admitted,
            discharged,
            wentHome,
            readyForDischarge,
            sipDateAgreed,
          })),
        ),
      ),
    ),
  );
}

/**
 * The levels a task can have by the table when only some facts are known, each with the
 * conditions that decide it: one outcome without conditions where the unknown facts do not matter.
 */
export function possibleOutcomes(
  group: CareGroup,
  task: ReregistrationTask,
  known: KnownFacts,
): readonly Outcome[] {
  const levelOf = (facts: CaseFacts): Level => reregistrationLevels(group, facts)[task];
  const matters = (facts: KnownFacts, fact: keyof CaseFacts): boolean =>
    completions(facts).some((whole) => levelOf(whole) !== levelOf({ ...whole, [fact]: !whole[fact] }));
  const split = (facts: KnownFacts, when: KnownFacts): readonly Outcome[] => {
    const deciding = caseFactNames.find((fact) => facts[fact] === undefined && matters(facts, fact));
    if (deciding === undefined)
      return completions(facts)
        .slice(0, 1)
        .map((whole) => ({ level: levelOf(whole), when }));
    return [true, false].flatMap((value) =>
      split({ ...facts, [deciding]: value }, { ...when, [deciding]: value }),
    );
  };
  return split(known, {});
}

/** The readings (`A03`) that the levels rest on whatever the unknown facts turn out to be. */
export function certainReadings(group: CareGroup, known: KnownFacts): readonly CaseReading[] {
  const [first = [], ...others] = completions(known).map((facts) => readingsBehind(group, facts));
  return first.filter((id) => others.every((ids) => ids.includes(id)));
}
