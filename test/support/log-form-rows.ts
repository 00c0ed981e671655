import type { Whereabouts } from '../../src/app/whereabouts.ts';
import { coordinator } from './bot-stage.ts';
import type { BotStage, Seen } from './bot-stage.ts';
import { ange, declared, entriesOf, inChatOf, inUnit, logged, ward } from './unit-stage.ts';

type Values = Readonly<Record<string, string>>;

/** A form of a log: who fills it in, what opens it, and what is filled in. */
export type FormRow = {
  readonly verb: string;
  readonly isAnge?: true;
  readonly opens: readonly ('code' | 'case' | 'outage' | 'entry')[];
  readonly filled: Values;
};

/** Every form of a unit's log, as it can be filled in after the end. */
export const formRows: readonly FormRow[] = [
  {
    verb: 'handover.record',
    opens: ['code'],
    filled: { party: 'primary-care', counterpart: 'Vera Prov', items: 'planningBasis', outcome: 'given' },
  },
  { verb: 'handover.acknowledge', isAnge: true, opens: ['code'], filled: { items: 'admission' } },
  {
    verb: 'handover.correct',
    opens: ['outage', 'entry'],
    filled: { counterpart: 'Vera Provsson', outcome: 'given', reason: 'Fel namn, och ej upprepat' },
  },
  { verb: 'handover.withdraw', opens: ['outage', 'entry'], filled: { reason: 'Loggat två gånger' } },
  {
    verb: 'case.receivers',
    opens: ['code'],
    filled: {
      receivers: 'psychiatric-outpatient,municipality',
      receivingMunicipality: 'timra',
      reason: 'Flyttar',
    },
  },
  {
    verb: 'case.facts',
    opens: ['code'],
    filled: { admittedOn: '2026-11-24', admittedAt: '08:40', wentHome: 'true', formUsed: 'true' },
  },
  {
    verb: 'task.done',
    opens: ['outage', 'case'],
    filled: { tasks: 'dischargeNotice', note: 'Gjort av oss båda' },
  },
  {
    verb: 'task.dismiss',
    opens: ['outage', 'case'],
    filled: { tasks: 'dischargeNotice', note: 'Fanns redan' },
  },
];

/** A form that is open, by whom. */
export type OpenForm = { readonly by: Whereabouts; readonly form: Seen };

/** The ward has told Ånge, and the outage is over: each form can be opened, in the channel or in the own chat. */
export async function afterACall(
  stage: BotStage,
  isInChat: boolean,
): Promise<(row: FormRow) => Promise<OpenForm>> {
  const whereOf = (unit: typeof ward) => (isInChat ? inChatOf(stage, unit) : inUnit(unit));
  const [ofWard, ofAnge] = [await whereOf(ward), await whereOf(ange)];
  await declared(stage);
  await stage.at('2026-11-24T09:00:00+01:00');
  const code = await logged(stage, { counterpart: 'Vera Prov', items: 'admission,dischargeNotice' }, ofWard);
  const [entry = ''] = await entriesOf(stage, ward);
  const [{ id: outage } = { id: '' }] = await stage.outages();
  await stage.at('2026-11-24T10:00:00+01:00');
  await stage.press(coordinator, 'outage.end', { outage, endedOn: '2026-11-24', endedAt: '09:45' });
  const known = { code, case: code, outage, entry };
  return async ({ isAnge, opens, verb }) => {
    const by = isAnge === true ? ofAnge : ofWard;
    const data = Object.fromEntries(opens.map((name) => [name, known[name]]));
    return { by, form: await stage.press(by, verb, data, { carrier: 'fetch' }) };
  };
}
