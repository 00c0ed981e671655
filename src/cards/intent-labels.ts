import type { Intent } from '../intent/recognition.ts';

/** What each intent is called on a button or in "Menade du …?": the question as a person would put it. */
export const intentLabels: Readonly<Record<Intent, string>> = {
  'call.who': 'Vem ringer jag?',
  'handover.what': 'Vad ska jag lämna över?',
  'handover.log': 'Logga överlämning',
  'handover.confirm': 'Bekräfta mottagandet',
  'handover.list': 'Visa överlämningar',
  'outage.status': 'Är Lifecare SP nere?',
  'outage.report': 'Lifecare SP fungerar inte',
  'outage.start': 'Starta ett avbrott',
  'outage.update': 'Uppdatera avbrottet',
  'outage.end': 'Avsluta avbrottet',
  'outage.summary': 'Visa sammanfattningen',
  'discharge.allowed': 'Får patienten skrivas ut?',
  'sip.how': 'Hur gör vi med SIP?',
  'documentation.how': 'Hur dokumenterar jag?',
  'form.where': 'Var finns blanketten?',
  'reregistration.rules': 'Vad registreras efteråt?',
  'reregistration.list': 'Vad är kvar att göra?',
  'reregistration.done': 'Markera som klart',
  'messages.acknowledge': 'Hur kvitterar vi?',
  'routine.about': 'Om rutinen',
  'unit.connect': 'Anslut enheten',
  statistics: 'Visa statistik',
  help: 'Hjälp',
  none: 'Något annat',
};
