import type { Person } from '../domain/person.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import { startGuideBot } from './guide-bot.ts';
import type { GuideActor, GuideBot } from './guide-bot.ts';

/** What the guides quote: the cards with a picture of their own, by its name, and all cards there were. */
export type GuideCards = {
  readonly pictures: ReadonlyMap<string, object>;
  readonly seen: readonly object[];
};

const nurse: Person = { id: 'nurse', name: 'Åsa Öberg' };
const manager: Person = { id: 'manager', name: 'Bo Bistånd' };
const lead: Person = { id: 'lead', name: 'Megan Samordnare' };
const day = '2026-11-24';
const codePattern = /\b[CDFGHJKMPRTVX234679]{3}-[CDFGHJKMPRTVX234679]{2}\b/;
const outagePattern = /"outage":"([^"]+)"/;

type Stage = {
  readonly bot: GuideBot;
  readonly ward: GuideActor;
  readonly municipality: GuideActor;
  readonly coordinator: GuideActor;
  /** Keeps a card; with a name, as a picture. */
  readonly keep: (card: object, name?: string) => object;
};

/** A drill, a plan and an outage of a morning, as the bot itself answers and tells of them. */
export async function guideCards(knowledge: Knowledge): Promise<GuideCards> {
  const bot = startGuideBot(knowledge, { coordinator: lead, moment: `${day}T06:00:00+01:00` });
  const pictures = new Map<string, object>();
  const seen: object[] = [];
  const stage: Stage = {
    bot,
    ward: bot.inChannel(nurse, 'Avdelning 24'),
    municipality: bot.inChannel(manager, 'Ånge bistånd'),
    coordinator: bot.inChannel(lead, 'Samordning'),
    keep(card, name) {
      seen.push(card);
      if (name !== undefined) pictures.set(name, card);
      return card;
    },
  };
  await connectAll(stage);
  await drillAndPlan(stage);
  await beginOutage(stage);
  await handOver(stage);
  await endOutage(stage);
  return { pictures, seen };
}

async function connectAll({ bot, coordinator, keep, municipality, ward }: Stage): Promise<void> {
  keep(await ward.says('hjälp'));
  keep(await ward.says('anslut enheten'));
  keep(await ward.presses('unit.connect', {}, 'fetch'));
  const region = { organisation: 'region' };
  await ward.presses('unit.connect', { ...region, name: 'Avdelning 24', careSetting: 'inpatient-somatic' });
  keep(bot.newest('test'), 'prov');
  const ange = { organisation: 'ange', careSetting: 'municipality' };
  await municipality.presses('unit.connect', { ...ange, name: 'Ånge bistånd' });
  const coordination = { ...region, careSetting: '', isCoordination: 'true' };
  await coordinator.presses('unit.connect', { ...coordination, name: 'Samordning' });
  keep(await coordinator.presses('unit.connect', {}, 'fetch'));
  keep(await coordinator.says('är Lifecare nere?'));
  keep(await coordinator.presses('unit.list', {}, 'fetch'));
  keep(await ward.says('koppla bort enheten'));
}

async function drillAndPlan({ bot, coordinator, keep }: Stage): Promise<void> {
  keep(await coordinator.says('starta en övning'));
  keep(await coordinator.presses('outage.declare', { kind: 'drill' }, 'fetch'));
  keep(await coordinator.presses('outage.declare', { kind: 'drill', message: 'Vi övar till kl. 07.' }));
  keep(bot.newest('start'), 'ovning');
  keep(await coordinator.presses('outage.end', {}, 'fetch'));
  const ended = keep(await coordinator.presses('outage.end', { endedOn: day, endedAt: '06:00' }));
  keep(await coordinator.presses('outage.close', { outage: outageIn(ended), reason: 'Övat' }));
  const plan = { kind: 'planned', startedOn: '2026-12-08', startedAt: '06:00', message: 'Uppgradering.' };
  keep(await coordinator.says('planera ett avbrott'));
  keep(await coordinator.presses('outage.declare', { kind: 'planned' }, 'fetch'));
  keep(await coordinator.presses('outage.declare', plan), 'planerat');
  keep(await coordinator.says('är Lifecare nere?'));
}

async function beginOutage({ bot, coordinator, keep, municipality, ward }: Stage): Promise<void> {
  await bot.at(`${day}T08:12:00+01:00`);
  keep(await ward.says('Lifecare SP är nere'));
  keep(await ward.presses('outage.report', {}, 'fetch'));
  keep(await ward.presses('outage.report', { message: 'Kommer inte in' }));
  keep(await municipality.says('Lifecare SP är nere'));
  keep(bot.newest('report'), 'anmalt');
  await bot.at(`${day}T08:15:00+01:00`);
  keep(await coordinator.presses('outage.declare', { kind: 'unplanned' }, 'fetch'), 'utlys');
  const began = { startedOn: day, startedAt: '08:05', expectedEndOn: day, expectedEndAt: '12:00' };
  const message = 'Driften felsöker.';
  const declared = await coordinator.presses('outage.declare', { kind: 'unplanned', ...began, message });
  keep(declared);
  keep(bot.newest('start'));
  keep(await coordinator.presses('delivery.list', { outage: outageIn(declared) }, 'fetch'));
  keep(await coordinator.presses('outage.update', {}, 'fetch'));
}

async function handOver({ bot, coordinator, keep, municipality, ward }: Stage): Promise<void> {
  keep(await ward.says('vem ringer jag i Ånge?'), 'ring');
  const toAnge = { direction: 'given', party: 'municipality', municipality: 'ange' };
  keep(await ward.presses('handover.record', toAnge, 'fetch'));
  const saved = await ward.presses('handover.record', {
    ...toAnge,
    counterpart: 'Lisa, biståndshandläggare',
    items: 'admission,expectedDischarge',
    outcome: 'read-back',
    calledOn: day,
    calledAt: '08:14',
    receivers: 'municipality,primary-care',
    receivingMunicipality: 'ange',
    admissionNoticeSent: 'false',
    admittedOn: day,
    admittedAt: '08:10',
  });
  keep(saved, 'sparat');
  const [code = ''] = codePattern.exec(JSON.stringify(saved)) ?? [];
  keep(await ward.presses('handover.list', {}, 'fetch'));
  keep(await ward.presses('handover.list', { code }, 'fetch'));
  keep(await bot.inChat(manager).says(`bekräfta ${code}`));
  keep(await municipality.presses('handover.acknowledge', { code }, 'fetch'));
  keep(await municipality.presses('handover.acknowledge', { code, items: 'admission' }));
  await bot.at(`${day}T09:10:00+01:00`);
  keep(bot.newest('prompt'), 'fraga');
  keep(await coordinator.says('är Lifecare nere?'));
}

async function endOutage({ bot, coordinator, keep, municipality, ward }: Stage): Promise<void> {
  await bot.at(`${day}T11:40:00+01:00`);
  keep(await coordinator.presses('outage.restored', {}, 'fetch'), 'kontrollera');
  const restored = { restoredOn: day, restoredAt: '11:35' };
  keep(await coordinator.presses('outage.restored', restored));
  keep(await coordinator.says('är Lifecare nere?'));
  await bot.at(`${day}T12:02:00+01:00`);
  keep(await coordinator.presses('outage.end', {}, 'fetch'));
  const ended = keep(await coordinator.presses('outage.end', { endedOn: day, endedAt: '12:00' }));
  keep(bot.newest('end', 'Patienter (koder): 1'));
  keep(await ward.says('vad har vi kvar att registrera?'));
  keep(await ward.presses('tasks.list', {}, 'fetch'), 'lista');
  keep(await municipality.presses('tasks.list', {}, 'fetch'));
  keep(await coordinator.presses('tasks.list', {}, 'fetch'), 'kvar');
  keep(await coordinator.presses('statistics.show', {}, 'fetch'));
  keep(await coordinator.presses('outage.close', { outage: outageIn(ended) }, 'fetch'));
  keep(await coordinator.presses('outage.close', { outage: outageIn(ended), reason: 'Klart' }));
}

/** Which outage the buttons of a card are about. */
function outageIn(card: object): string {
  const [, outage = ''] = outagePattern.exec(JSON.stringify(card)) ?? [];
  return outage;
}
