import { describe, expect, test } from 'vitest';
import { recognise } from '../../src/intent/recognise.ts';

describe('danger to life goes before everything', () => {
  test.each([
    'hon andas inte',
    'Patienten andas inte!',
    'PATIENTEN ANDAS EJ',
    'han har slutat andas vem ringer jag',
    'svårt att andas',
    'ring 112',
    'ska jag ringa 112?',
    '112',
    'hjärtstopp på sal 3',
    'hjartstopp',
    'hjärt stopp sal 4',
    'det brinner',
    'det brinner i köket',
    'patienten är medvetslös',
    'patienten ar medvetslos',
    'akut ambulans',
    'behöver ambulans nu',
    'lifecare ligger nere och patienten andas inte',
    'ingen puls',
    'hen blöder kraftigt',
    'han tänker ta livet av sig',
    'ont i bröstet',
    'nu andas hon inte',
    'plötsligt andas patienten inte',
    'hon andas ju inte',
    'patienten andas fortfarande inte',
    'han andas ej längre',
    'HAN ANDAS INTEEE',
    'jag kan inte riktigt andas',
    'andas hon inte?',
    'nu blöder hon kraftigt',
    'patienten blöder väldigt mycket',
    'hjärtstillestånd',
    'andnigsstopp',
    'hjärtstoppp på avd 4',
    'medvetslöös patient',
    'hjärtat slår inte',
    'hjärtat slår ju inte längre',
    'får knappt luft',
    'hon får nästan inte någon luft',
    'barnet sätter i halsen',
    'han satte köttbiten i halsen',
    'brand på boendet',
    'vi har en brand',
    'rök på avdelningen',
    'det luktar rök',
    'en man med kniv här',
    'jag vill dö',
    'jag vill bara dö',
    'tagit tabletter och vill dö',
    'tagit alldeles för många tabletter',
    "she can't breathe",
    'she can’t breathe',
    'stopped breathing',
    'he is not really breathing',
    'chest pain',
    'there is a fire in the ward',
    'andningsbesvär',
    'jag tar livet av mig',
    'han tänker hoppa från taket',
    'Lifecare ligger nere. Hjärtstopp sal 3',
    'numret till kommunen eller 112',
    'det brinner, vi får inte ut alla',
  ])('%s', (text) => expect(recognise(text).emergency).toBe(true));

  test.each([
    'kan blanketten användas inte bara en gång',
    'ska rutinen inte användas',
    'avdelning 112',
    'avd 112 ringde oss',
    'kod 112',
    '112-rutinen',
    'var finns rutinen för hjärtstopp',
    'när är nästa utbildning i hjärt-lungräddning',
    'brandväggsfel',
    'nu dog sp igen',
    'Lifecare har hängt sig',
    'kl 11.12',
    '0660 112 34',
    '1120',
    'strokeenheten ringde',
    'det andra avbrottet',
    'det brinner i knutarna',
    'jag brinner för det här',
    'det brinner inte längre',
    'nu brinner det inte längre',
    'det här tar livet av mig',
    'här tar livet av mig',
    'hur kan jag hoppa från vy till vy',
    'går det att hoppa från en flik till en annan',
    'lifecare har hjärtstopp',
    'systemet är helt livlöst',
    'patienten är inte medvetslös',
    'ingen brand på avdelningen',
    'när är nästa brandövning',
    'formuläret kan användas även om det inte är inskickat',
    'Avd. 112',
    'på avd 112 ligger fyra patienter',
    'ingen ambulans behövs',
    'patienten har fått ont i halsen',
    'patienten vill dö hemma, får vi skriva ut?',
    'behöver inte ambulans',
    'har ni rökfria avdelningar',
    'patienten andas bra, ska inte skrivas ut',
  ])('but not "%s"', (text) => expect(recognise(text).emergency).toBe(false));

  test.each([
    ['at the beginning', 0, 400],
    ['in the middle', 200, 200],
    ['at the end', 400, 0],
  ])('%s of a very long text as well', (_, before, after) => {
    const filler = 'vi har ringt kommunen och ';
    const around = (words: string): string => filler.repeat(before) + words + filler.repeat(after);
    expect(recognise(around(' ')).emergency).toBe(false);
    expect(recognise(around('nu andas hon inte, ')).emergency).toBe(true);
    expect(recognise(around('det brinner i köket, ')).emergency).toBe(true);
  });

  test('at both ends of a text longer than what is read', () => {
    const filler = 'vi har ringt kommunen och '.repeat(4000);
    expect(recognise(`hon andas inte. ${filler}`).emergency).toBe(true);
    expect(recognise(`${filler} hon andas inte`).emergency).toBe(true);
  });
});
