import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMutating } from '../../src/intent/guards.ts';
import { recognise } from '../../src/intent/recognise.ts';
import { intents } from '../../src/intent/recognition.ts';
import type { Intent } from '../../src/intent/recognition.ts';

describe('what is said plainly is understood', () => {
  test.each<[string, Intent]>([
    ['vem ringer jag i Ånge?', 'call.who'],
    ['Vad ska jag säga till kommunen?', 'handover.what'],
    ['ringde Ånge 10.15, lämnade inskrivning', 'handover.log'],
    ['bekräftar K7M-3F', 'handover.confirm'],
    ['visa överlämningar', 'handover.list'],
    ['är Lifecare nere?', 'outage.status'],
    ['Lifecare ligger nere', 'outage.report'],
    ['starta avbrott', 'outage.start'],
    ['ändra sluttiden till 16', 'outage.update'],
    ['Nu är Lifecare uppe igen', 'outage.end'],
    ['avsluta avbrottet', 'outage.end'],
    ['sammanfatta avbrottet', 'outage.summary'],
    ['får vi skriva ut patienten?', 'discharge.allowed'],
    ['hur kallar vi till SIP', 'sip.how'],
    ['var dokumenterar vi samtalen?', 'documentation.how'],
    ['var finns blanketten', 'form.where'],
    ['vad ska efterregistreras?', 'reregistration.rules'],
    ['vad har vi kvar att efterregistrera', 'reregistration.list'],
    ['K7M-3F är efterregistrerad', 'reregistration.done'],
    ['ska vi kvittera gamla meddelanden?', 'messages.acknowledge'],
    ['vad säger rutinen', 'routine.about'],
    ['koppla kanalen till avd 12', 'unit.connect'],
    ['hur många avbrott har vi haft i år', 'statistics'],
    ['hej', 'help'],
    ['vad blir det för väder i morgon', 'none'],
  ])('%s: %s', (text, intent) => {
    expect(recognise(text)).toMatchObject({ intent, asks: false, alternatives: [] });
  });

  test.each([
    ['without diacritics', 'vem ringer jag i harnosand'],
    ['in capitals', 'VEM RINGER JAG I HÄRNÖSAND?'],
    ['misspelled', 'vem ringger jag på komunen i härnösand'],
    [
      'with mention, greeting and signature',
      '<at>Avbrottsboten</at> Hej! Vem ringer jag i Härnösand? Mvh Anna, avd 4',
    ],
  ])('%s it is the same', (_, text) => {
    expect(recognise(text)).toMatchObject({ intent: 'call.who', asks: false });
  });
});

describe('a question, a not, a perhaps, a later or an if never changes anything', () => {
  test.each([
    'är avbrottet över?',
    'Är Lifecare uppe igen',
    'Lifecare är väl uppe igen?',
    'Lifecare är uppe igen, stämmer det?',
    'Lifecare är inte uppe igen',
    'Lifecare kanske är uppe igen snart',
    'Lifecare kommer vara uppe igen kl 15',
    'när Lifecare är uppe igen, vad gör vi då?',
    'har avbrottet startat?',
    'vem startade avbrottet?',
    'starta inte avbrottet',
    'hur startar man ett avbrott?',
    'ska vi starta ett avbrott?',
    'kan man avsluta avbrottet själv?',
    'hur avslutar jag ett avbrott',
    'avsluta inte avbrottet än',
    'jag undrar om avbrottet är avslutat',
    'om Lifecare är uppe igen, avsluta avbrottet',
    'är sluttiden ändrad?',
    'kan sluttiden bli 16?',
    'har jag ringt kommunen?',
    'har någon ringt Timrå kommun?',
    'jag har inte ringt kommunen än',
    'har Timrå bekräftat?',
    'kommunen har inte bekräftat',
    'är K7M-3F bekräftad?',
    'är K7M-3F klar?',
    'K7M-3F är inte klar',
    'har vi efterregistrerat alla patienter?',
    'vi har inte efterregistrerat någon',
    'ska vi efterregistrera alla patienter?',
    'efterregistreringen är snart klar',
    'koppla inte kanalen',
    'vilken enhet är kanalen kopplad till?',
    'hur kopplar jag kanalen till en enhet?',
    'Cosmic är uppe igen',
    'NPÖ fungerar igen',
    'starta avbrott i Cosmic',
    'avsluta avbrottet i Heroma',
    'strömmen är tillbaka',
    'jag glömde bekräfta min tid',
    'måste jag bekräfta K7M-3F',
    'om kommunen har bekräftat kan vi skriva ut',
    'när kommunen bekräftat skriver vi ut',
    'imorgon startar avbrottet kl 8',
    'Pascal är uppe igen, avsluta avbrottet',
    'driftstoppet i Cosmic är över',
    'internet är tillbaka',
    'tror Lifecare är uppe igen',
    'Lifecare verkar fungera igen',
    'det ryktas att avbrottet är slut',
    'vi borde avsluta avbrottet',
    'ni kan väl avsluta avbrottet',
    'avbrottet ska avslutas kl 15',
    'avbrottet får inte avslutas',
    'avsluta bara om Lifecare är uppe',
    'IT håller på att avsluta avbrottet',
    'jag tänkte starta ett avbrott',
    'vi avvaktar med att starta avbrott',
    'vem får starta avbrott',
    'Lifecare är uppe igen va',
    'Lifecare är uppe igen eller',
    'lifecare uppe?',
    'avsluta avbrottet?',
    'vi kommer att ringa Timrå kl 10',
    'vi hann inte ringa kommunen',
    'glöm inte att ringa Timrå',
    'Ånge bekräftar inte K7M-3F',
    'K7M-3F klar?',
    'alla klara med efterregistreringen?',
    'efterregistrera K7M-3F senare',
    'patienten är inte inlagd i Lifecare',
    'patienten ska läggas in i Lifecare',
    'kanalen är inte kopplad',
    'stäng inte av notiserna',
    'vill ni koppla kanalen',
    'kan man koppla kanalen till två enheter',
    'avsluta kursen',
    'mste vi lägga in alla som skrevs ut under avbrottet',
    'hr alla efterregistrerat',
    'vm ringde hälsocentralen i natt',
    'starta bilen',
    'vi är klara med städningen',
    'logga ut mig',
    'mottaget paket',
    'vi tillhör facket',
    'ändra inte prognosen',
    'ingen ändring av prognosen',
    'prognosen ska inte ändras',
    'sluttiden ändras inte',
    'samtalet med Timrå ska inte loggas',
    'uppdatera inte sluttiden',
    'förläng inte avbrottet',
    'skjut inte upp sluttiden',
    'logga inte samtalet med Timrå',
    'anteckna inte samtalet med kommunen',
    'flytta inte sluttiden till 16',
    'vi ska inte ändra prognosen',
    'skicka inte ut någon uppdatering',
    'meddela inte alla enheter om ny prognos',
    'spara inte överlämningen till Ånge',
    'registrera inte samtalet',
    'ändra aldrig sluttiden',
    'nej ändra inte sluttiden',
    'du ska inte logga samtalet',
    'logga ej samtalet med Timrå',
    'snälla logga inte det här samtalet',
    'avbrottet är över om tio minuter',
    'avbrottet är slut imorgon',
    'SP är uppe igen om en timme',
    'Lifecare fungerar igen för vissa',
    'Lifecare är uppe igen på vissa avdelningar',
    'Lifecare är delvis uppe igen',
    'Lifecare är uppe igen om ett par timmar',
    'avbrottet är slut på fredag',
    'avbrottet är slut i morgon',
    'Lifecare fungerar igen för några',
    'Lifecare är nästan uppe igen',
    'SP fungerar igen ibland',
    'Lifecare är uppe igen i Timrå men inte i Ånge',
    'det vore bra om vi startade en övning',
    'Det vore bra om någon startade ett avbrott',
    'vi borde starta ett avbrott',
    'någon kunde starta ett avbrott',
    'det skulle vara bra att starta en övning',
    'bra om vi drog igång en övning',
    'Efterregistreringen är klar utom för två',
    'Efterregistreringen är klar förutom en',
    'alla patienter är efterregistrerade utom en',
    'om K7M-3F är klar',
    'Om K7M-3F är efterregistrerad',
    'pat utskriven till korttids under avbrottet, efterregistrera',
    'efterregistreringen är delvis klar',
    'efterregistreringen är klar för vissa',
    'nästan alla är efterregistrerade',
    'kanske bekräftar K7M-3F',
    'bekräftar kanske K7M-3F',
    'bekräftar troligen K7M-3F imorgon',
    'väntar på bekräftelse K7M-3F',
    'saknar bekräftelse K7M-3F',
    'K7M-3F okvitterad',
    'K7M-3F är okvitterad',
    'omöjligt att bekräfta K7M-3F',
    'registreringen av K7M-3F misslyckades',
    'Lifecare är uppe igen imorrn',
    'avsluta avbrottet om tio minuter',
    'avbrottet slutar om en halvtimme',
  ])('%s', (text) => {
    const { intent, asks } = recognise(text);
    expect({ text, changes: isMutating(intent) && !asks }).toEqual({ text, changes: false });
  });

  test.each<[string, Intent]>([
    ['logga ej svar hos Timrå kommun', 'handover.log'],
    ['Timrå svarade inte, logga samtalet', 'handover.log'],
    ['ändra sluttiden till 16, felet är inte löst', 'outage.update'],
    ['skicka inte fler notiser', 'unit.connect'],
    ['jag är enhetschef inte handläggare, byt roll på mig', 'unit.connect'],
    ['ta bort F6N-4J från listan, ej aktuell', 'reregistration.done'],
    ['meddela alla att tiden inte gäller längre', 'outage.update'],
    ['Lifecare är uppe igen sedan tio minuter', 'outage.end'],
    ['K7M-3F är väl mottagen', 'handover.confirm'],
  ])('a "not" elsewhere, or one that is told, holds nothing back: %s', (text, intent) => {
    expect(recognise(text)).toMatchObject({ intent, asks: false });
  });

  test.each<[string, Intent]>([
    ['avlsuta avbrottet', 'outage.end'],
    ['akivera avbrott nu', 'outage.start'],
  ])('a misspelled order is asked back, never taken: %s', (text, intent) => {
    expect(recognise(text)).toMatchObject({ intent, asks: true });
  });
});

describe('whatever is sent, an answer comes', () => {
  test.each([
    ['nothing', ''],
    ['one word of four thousand letters', 'a'.repeat(4000)],
    ['a hundred thousand letters', 'x'.repeat(100_000)],
    ['a hundred thousand spaces', ' '.repeat(100_000)],
    ['a hundred thousand marks', '?!'.repeat(50_000)],
    ['control characters', '\u0000\u0007\u202E'.repeat(3000)],
    ['emoji', '😂'.repeat(50_000)],
    ['half characters', '\uD800'.repeat(1000)],
    ['one letter with ninety thousand accents', `a${'\u0301'.repeat(90_000)}`],
    ['unclosed tags', '<at>'.repeat(25_000)],
    ['codes', 'K7M-3F '.repeat(10_000)],
    ['the beginning of a word', 'utskr'.repeat(20_000)],
    ['places', 'ange Ange '.repeat(10_000)],
    ['only marks', '...!!'],
    ['the beginning of danger', 'andas hon '.repeat(10_000)],
    ['many nots', 'inte får '.repeat(10_000)],
    ['long words', 'hjartstappen '.repeat(8000)],
  ])('%s', (_, text) => {
    const { intent, confidence } = recognise(text);
    expect(intents).toContain(intent);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => {
        const { asks, alternatives, intent } = recognise(text);
        expect(alternatives.length).toBeLessThanOrEqual(3);
        expect(asks).toBe(alternatives.length > 0);
        expect(asks ? alternatives[0] : intent).toBe(intent);
      }),
      { numRuns: 200 },
    );
  });

  test('the same text gets the same answer', () => {
    expect(recognise('vem ringer jag i Ånge?')).toEqual(recognise('vem ringer jag i Ånge?'));
  });
});
