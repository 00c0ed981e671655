import type { Directory, Unit } from '../domain/directory.ts';
import { careSettingText } from '../text/care-setting-names.ts';
import { organisationNames } from '../text/names.ts';
import type { Answer } from './answer.ts';
import { own } from './line.ts';

/** The channel is a unit's now: as what, what comes, and who can read it. */
export function connectedAnswer(unit: Unit, { units }: Pick<Directory, 'units'>): Answer {
  const others = [...units.values()].filter(
    ({ id, team, state }) => id !== unit.id && team === unit.team && state === 'connected',
  );
  return {
    title: `Kanalen är ansluten: ${unit.name}`,
    facts: [
      { label: 'Organisation', value: organisationNames[unit.organisation] },
      { label: 'Vårdform', value: careSettingText(unit.careSetting) },
    ],
    sections: [
      {
        lines: [
          own('Ett prov skickas nu till kanalen. Syns det inte inom någon minut: säg till en samordnare.'),
          ...(others.length === 0
            ? []
            : [
                own(
                  `Teamet har fler enheter (${others.map(({ name }) => name).join(', ')}): alla i teamet kan läsa båda. En samordnare ska bekräfta det.`,
                ),
              ]),
        ],
      },
    ],
    withoutRoutine: true,
  };
}
