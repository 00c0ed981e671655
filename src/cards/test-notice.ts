import type { Unit } from '../domain/directory.ts';
import { careSettingText } from '../text/care-setting-names.ts';
import { organisationNames } from '../text/names.ts';
import type { CardFact } from './answer.ts';
import { own } from './line.ts';
import { numberFooter } from './notice.ts';
import type { CoordinatorContext, Notice, NoticeContext } from './notice.ts';

/** To one unit: its channel can be reached, by the very way that real notices take. */
export function testNotice(unit: Unit, context: NoticeContext): Notice {
  return {
    answer: {
      title: 'Prov: meddelanden kommer fram hit',
      facts: unitFacts(unit),
      sections: [
        {
          lines: [
            own('Hit kommer besked när Lifecare SP går ner och när det är igång igen.'),
            own('Du behöver inte göra något. Alla i teamet kan läsa det som står här.'),
          ],
        },
      ],
      choices: ['help'],
      footer: numberFooter(context),
      withoutRoutine: true,
    },
    text: 'Prov: meddelanden från Avbrottsboten kommer fram hit',
  };
}

/** To coordinators: a channel was connected, as what, and by whom. */
export function unitConnectedNotice(unit: Unit, context: CoordinatorContext): Notice {
  const team = context.directory.teams.get(unit.team)?.name;
  return {
    answer: {
      title: `Ny enhet: ${unit.name}`,
      facts: [
        ...unitFacts(unit),
        { label: 'Kanal', value: team === undefined ? unit.channel.name : `${unit.channel.name} i ${team}` },
        ...(unit.directNumber === undefined ? [] : [{ label: 'Direktnummer', value: unit.directNumber }]),
        { label: 'Ansluten av', value: unit.connected.by.name },
      ],
      sections: [{ lines: [own('Stämmer det inte: be enheten ändra det, eller koppla bort kanalen.')] }],
      footer: numberFooter(context),
      withoutRoutine: true,
    },
    text: `Ny enhet ansluten: ${unit.name.slice(0, 80)}`,
  };
}

function unitFacts({ name, organisation, careSetting }: Unit): readonly CardFact[] {
  return [
    { label: 'Enhet', value: name },
    { label: 'Organisation', value: organisationNames[organisation] },
    { label: 'Vårdform', value: careSettingText(careSetting) },
  ];
}
