import { randomUUID } from 'node:crypto';
import { asa, execute, inChannel, megan, openDialog, serviceUrl, submitDialog } from './activities.ts';
import type { TestActivity, TestChannel } from './activities.ts';
import type { FuzzInput } from './fuzz-activities.ts';

/** What keeps the world of a fuzz run going, whatever became of it: units, an outage, calls, and their forms. */
export function worldSetUp([coordination, ...units]: readonly TestChannel[]): readonly FuzzInput[] {
  const inputs: TestActivity[] = units.flatMap((channel, number) => {
    const place = { ...inChannel(channel), from: asa };
    const careSetting = number % 2 === 0 ? 'inpatient-somatic' : 'municipality';
    const organisation = number % 2 === 0 ? 'region' : 'ange';
    const call = {
      direction: 'given',
      party: number % 2 === 0 ? 'municipality' : 'inpatient-ward',
      municipality: 'ange',
      counterpart: 'Vera Prov',
      items: number % 2 === 0 ? 'admission,planningBasis' : 'currentServices',
      outcome: 'given',
      receivers: 'municipality,primary-care',
      receivingMunicipality: 'ange',
    };
    return [
      submitDialog(
        { verb: 'unit.connect', name: `Enhet ${number}`, careSetting, organisation, formId: randomUUID() },
        place,
      ),
      submitDialog({ verb: 'handover.record', ...call, formId: randomUUID() }, place),
      openDialog({ verb: 'handover.record' }, place),
      execute('handover.list', {}, place),
      execute('tasks.list', {}, place),
    ];
  });
  const place = { ...(coordination === undefined ? {} : inChannel(coordination)), from: megan };
  return [
    submitDialog(
      { verb: 'outage.declare', kind: 'unplanned', message: 'Felsöks', formId: randomUUID() },
      place,
    ),
    ...inputs,
    ...[
      'outage.declare',
      'outage.update',
      'outage.end',
      'outage.close',
      'coordinator.add',
      'profile.choose',
    ].map((verb) => openDialog({ verb }, place)),
  ].map((one) => ({ body: JSON.stringify(one), token: 'right', serviceUrl }));
}
