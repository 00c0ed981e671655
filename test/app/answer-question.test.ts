import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/app/answer-question.ts';
import type { Asker } from '../../src/domain/asker.ts';
import { careSettings } from '../../src/domain/ids.ts';
import { intents } from '../../src/intent/recognition.ts';
import type { Intent } from '../../src/intent/recognition.ts';
import { ask } from '../support/ask.ts';
import { unsureText } from '../support/unsure-text.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';

const knowledge = await builtInKnowledge();
const gate =
  'Utskrivning från sjukhus får inte ske utan att det är säkerställt att mottagande enhet har tagit emot informationen.';

const ward: Asker = { careSetting: 'inpatient-somatic', organisation: 'region' };
const careManager: Asker = { careSetting: 'municipality', organisation: 'ange' };
const healthCentre: Asker = { careSetting: 'primary-care', organisation: 'region' };

describe('vem ringer jag', () => {
  test.each([
    ['Timrå', '060-16 31 00'],
    ['Ånge', '0690-25 01 00'],
    ['Övik', '0660-880 00'],
    ['Sundsvall', '060-19 10 00'],
    ['Kramfors', '0612-800 00'],
    ['Härnösand', '0611-34 80 00'],
    ['Sollefteå', '0620-68 20 00'],
  ])('in %s: %s, and ask for the responsible care manager', (place, number) => {
    const answer = ask(`vem ringer jag i ${place}?`);
    expect(answer).toMatch(new RegExp(`☎ ${number} .*fråga efter ansvarig biståndshandläggare`));
    expect(answer.match(/☎/g)).toHaveLength(1);
  });

  test('without a role it still holds every number of the routine, each with its name', () => {
    const answer = ask('vem ringer jag?');
    for (const { printed, name } of knowledge.routine.phones) {
      expect(answer).toMatch(new RegExp(`☎ ${printed.replace('- ', '-')} {2}.*${name}`));
    }
  });

  test('a ward rings the municipality, the health centre and psychiatry where needed, and Servicedesk', () => {
    const answer = ask('vem ringer jag?', ward);
    expect(answer).toMatch(
      /Kommunen:[^]*Hälsocentralen, och psykiatrisk öppenvård vid behov:[^]*0660 890 70 {2}Servicedesk/,
    );
  });

  test('a care manager rings the region’s switchboard, and the own municipality’s IT support', () => {
    const answer = ask('vem ringer jag?', careManager);
    expect(answer).toContain('0611–800 00  Region Västernorrlands växel');
    expect(answer).not.toContain('Servicedesk');
    expect(answer).not.toContain('Timrå');
    expect(answer).toContain('Numret till IT-supporten i Ånge kommun finns inte i rutinen.');
  });

  test('outpatient care rings the ward and the municipality', () => {
    expect(ask('vem ringer jag?', healthCentre)).toMatch(
      /Avdelningen \(slutenvården\):[^]*Kommunen:[^]*Servicedesk/,
    );
  });

  test('the administration has an address and no number in the routine', () => {
    const answer = ask('vem ringer jag på systemförvaltningen?');
    expect(answer).toContain('Rutinen har inget telefonnummer till systemförvaltningen.');
  });

  test('direct numbers that the customer has added stand first, with their source and day', () => {
    const row = {
      organisation: 'region',
      party: 'primary-care',
      name: 'Hälsocentralen Ankaret',
      careSetting: 'primary-care',
      number: { printed: '0660-891 11', e164: '+4666089111' },
      hours: 'vardagar 8–17',
      menu: undefined,
      source: 'Verksamhetschefen',
      checkedOn: '2026-11-01',
    } as const;
    const other = {
      ...row,
      name: 'Hälsocentralen Nolby',
      number: { printed: '060-18 11 11', e164: '+4660181111' },
    };
    const answer = ask('numret till hälsocentralen Ankaret?', ward, {
      ...knowledge,
      directory: [other, row],
    });
    expect(answer).toMatch(
      /☎ 0660-891 11 {2}Hälsocentralen Ankaret.*vardagar 8–17.*Verksamhetschefen, kontrollerat 2026-11-01/,
    );
    expect(answer).not.toContain('Nolby');
  });
});

describe('vad lämnas över', () => {
  test('a ward says the five items, and what the law adds is marked as beyond the routine', () => {
    const answer = ask('vad ska jag lämna över?', ward);
    for (const item of [
      'Inskrivning',
      'Beräknat utskrivningsdatum',
      'Planeringsunderlag',
      'Faktiskt utskrivningsdatum',
      'Utskrivningsmeddelande',
    ]) {
      expect(answer).toContain(`• ${item}\n`);
    }
    expect(answer).toMatch(/Utskrivningsklar: .*\[utöver rutinen: lag \(2017:612\) 3 kap\. 1 §\]/);
    expect(answer).toMatch(
      /Ändrat beräknat utskrivningsdatum.*\[utöver rutinen: lag \(2017:612\) 2 kap\. 4 §\]/,
    );
  });

  test('a municipality answers admissions and says when it can receive', () => {
    const answer = ask('vad ska vi svara?', careManager) + ask('vad ska kommunen lämna för information?');
    expect(answer).toContain('Svara på inskrivningar från slutenvården genom att meddela aktuella insatser.');
    expect(answer).toContain('Återkoppla till slutenvården när kommunen kan ta emot patienten.');
    expect(answer).not.toContain('• Planeringsunderlag');
  });

  test('who asks what a group does is not told that nothing is said to it', () => {
    expect(ask('vad gör kommunen under avbrottet?')).not.toContain('Rutinen säger inget särskilt');
    expect(ask('vad ska jag säga till hälsocentralen?', careManager)).toContain(
      'Rutinen säger inget särskilt',
    );
  });

  test('outpatient care says to the ward who the named contact is, and to the municipality whether SIP is needed', () => {
    expect(ask('vad ska jag säga till avdelningen?', healthCentre)).not.toContain('behov av samordnad');
    expect(ask('vad ska jag säga till kommunen?', healthCentre)).toContain(
      'behov av samordnad individuell plan',
    );
  });
});

describe('får patienten skrivas ut', () => {
  test.each([undefined, ...careSettings])('asked by %s: the routine’s sentence, never yes', (careSetting) => {
    const answer = ask('får vi skriva ut patienten?', careSetting === undefined ? {} : { careSetting });
    expect(answer).toContain(gate);
    expect(answer).not.toMatch(/\bja\b|klart att skriva ut|får skrivas ut nu/i);
  });

  test('it holds in a short outage too', () => {
    expect(ask('får vi skriva ut patienten?')).toContain('även vid korta avbrott');
  });
});

describe('vad registreras efteråt', () => {
  test('in general: the routine’s three sentences, and the tasks of the asker’s group', () => {
    const answer = ask('vad ska registreras i efterhand?', ward);
    expect(answer).toContain('Behöver inte registreras i efterhand i Lifecare SP.');
    expect(answer).toContain(
      'SKA, om patienten skrevs in men inte ut under avbrottet: Inskrivningsmeddelande.',
    );
    expect(answer).toContain('SKA INTE: Utskrivningsklar meddelande');
    expect(answer).not.toContain('Kommunen:');
  });

  test('a patient who came and went during the outage need not be registered', () => {
    const answer = ask('ska en patient som blev inskriven och utskriven under avbrottet registreras?', ward);
    expect(answer).toMatch(/skrevs både in och ut under avbrottet:\n• .*Behöver inte registreras/);
    expect(answer).toContain('BEHÖVER INTE: Inskrivningsmeddelande · Utskrivningsmeddelande');
    expect(answer).not.toMatch(/• SKA(?! INTE)/);
  });

  test('"samma dag" alone gets the condition and no verdict', () => {
    const answer = ask('en patient som skrevs in och ut samma dag, ska den registreras i efterhand?', ward);
    expect(answer).toContain('inte om det var samma dag');
    expect(answer).not.toContain('BEHÖVER INTE');
    expect(answer).not.toMatch(/• SKA/);
  });

  test('a discharged patient of whom no more is told gets both ways it may have been', () => {
    const answer = ask('patienten skrevs ut under avbrottet, vad ska vi registrera?', ward);
    expect(answer).toMatch(/skrevs ut men inte in under avbrottet:\n[^]*SKA: Utskrivningsmeddelande/);
    expect(answer).toMatch(/skrevs både in och ut under avbrottet:\n[^]*BEHÖVER INTE/);
  });

  test('utskrivningsklar and utskrivningsmeddelande are told apart', () => {
    for (const question of [
      'ska utskrivningsklar registreras i efterhand?',
      'ska utskrivningsmeddelande registreras i efterhand?',
    ]) {
      expect(ask(question)).toContain(
        'Blanda inte ihop Utskrivningsklar meddelande, som aldrig registreras efteråt, med Utskrivningsmeddelande.',
      );
    }
  });

  test('a municipality never registers admission or discharge: it waits and acknowledges', () => {
    const answer = ask(
      'patienten skrevs in under avbrottet och ligger kvar, vad ska vi registrera?',
      careManager,
    );
    expect(answer).toContain('INVÄNTA: slutenvårdens inskrivningsmeddelande, och kvittera det');
    expect(answer).not.toMatch(/• SKA/);
  });
});

const questionOf: Readonly<Partial<Record<Intent, string>>> = {
  'call.who': 'vem ringer jag?',
  'handover.what': 'vad ska jag lämna över?',
  'discharge.allowed': 'får vi skriva ut patienten?',
  'sip.how': 'hur kallar vi till SIP?',
  'documentation.how': 'hur dokumenterar jag under avbrottet?',
  'form.where': 'var finns blanketten?',
  'reregistration.rules': 'vad ska registreras i efterhand?',
  'messages.acknowledge': 'ska vi kvittera meddelanden efteråt?',
  'routine.about': 'vilken version är rutinen?',
  'outage.status': 'är Lifecare nere?',
  'outage.report': 'Lifecare fungerar inte, jag kan inte logga in',
  help: 'hjälp',
  none: 'xylofon på taket',
};

describe('every answer', () => {
  test.each(Object.entries(questionOf))('%s is understood and says whose word it is', (intent, question) => {
    for (const asker of [{}, ward, careManager, healthCentre]) {
      const { recognition } = answerQuestion(question, asker, knowledge);
      expect(recognition).toMatchObject({ intent, asks: false, emergency: false });
      const answer = ask(question, asker);
      expect(answer).not.toMatch(/undefined|null|\[object|\$\{/);
    }
  });

  const orders = intents.filter((intent) => questionOf[intent] === undefined);
  test.each([
    ['handover.log', 'ringde Ånge 10.15 och lämnade inskrivning'],
    ['handover.confirm', 'bekräftar mottagen överlämning K7M-3F'],
    ['handover.list', 'visa våra överlämningar'],
    ['outage.start', 'starta avbrott'],
    ['outage.update', 'uppdatera avbrottet: beräknas klart 14.00'],
    ['outage.end', 'avsluta avbrottet'],
    ['outage.summary', 'visa sammanfattning av avbrottet'],
    ['reregistration.list', 'lista utestående efterregistreringar'],
    ['reregistration.done', 'K7M-3F är efterregistrerad nu'],
    ['unit.connect', 'anslut den här kanalen till avdelning 24'],
    ['statistics', 'hur många avbrott har vi haft i år?'],
  ] as const)('%s needs Teams, and says that nothing was changed', (intent, text) => {
    expect(orders).toContain(intent);
    expect(answerQuestion(text, ward, knowledge).recognition.intent).toBe(intent);
    expect(ask(text, ward)).toMatch(/det görs i Teams[^]*Inget har sparats eller ändrats\./);
  });

  test('an unsure guess is asked back, with the questions to choose from', () => {
    const { recognition, answer } = answerQuestion(unsureText(), {}, knowledge);
    expect(recognition).toMatchObject({ asks: true, intent: recognition.alternatives[0] });
    expect(answer.choices).toEqual(recognition.alternatives);
    expect(ask(unsureText())).toMatch(
      /^Menade du …\?\n\n• .+\n• [^]+\n\nStämmer inget\? Skriv med andra ord, eller ring växeln: 0611–800 00\.$/,
    );
  });

  test('what is not understood still gets the likeliest questions and the numbers', () => {
    const answer = ask('asdf qwer zxcv');
    expect(answer).toContain('Det förstod jag inte');
    expect(answer).toContain('0611–800 00');
    expect(answer).toContain('0660 890 70');
  });
});

test('every answer that rests on the routine shows its version, date and status', () => {
  const { help: _, ...questions } = questionOf;
  for (const question of Object.values(questions)) {
    expect(ask(question)).toContain('version 1.0, 2025-10-02 – EJ BESLUTAD');
    expect(ask(question)).toContain('Dokumentera i journalen; boten ersätter den inte.');
  }
});

describe('before anything is understood', () => {
  test.each(['hon andas inte!', 'patienten har hjärtstopp, vem ringer jag?', 'det brinner på avdelningen'])(
    '%s gets 112',
    (text) => {
      expect(ask(text)).toMatch(/^Ring 112\n/);
    },
  );

  test.each(['ska 19121212-1212 skrivas ut?', 'vem ringer jag om 121212-1212 i Ånge?'])(
    '%s is refused, not repeated, and how to take it away is told',
    (text) => {
      const reply = answerQuestion(text, ward, knowledge);
      expect(reply).toMatchObject({ refused: true, recognition: { intent: 'none', entities: {} } });
      expect(JSON.stringify(reply)).not.toMatch(/1212/);
      expect(ask(text)).toContain('Ta bort meddelandet');
    },
  );

  test('danger to life comes first even where a patient is named, who is still not repeated', () => {
    const answer = ask('19121212-1212 andas inte');
    expect(answer).toMatch(/^Ring 112\n[^]*ser ut som ett personnummer/);
    expect(answer).not.toContain('1212-');
  });
});
