const called = String.raw`[KMAHPO]+(?: ?\d{1,3}\p{Ll}?(?!\p{L}))?`;
/** "Biståndet i Ånge", "hc Timrå kommun". */
const row = String.raw`${called}(?:,? (?:(?:i|pa|vid|for) )?${called}){0,3}`;
const we = String.raw`(?<!\p{L})(?:vi|oss|jag|mig|undertecknad)`;
const calm = String.raw`(?!ring|prat|tal|lamn|fick|fatt|medd|inform|samtal|tog|svar)`;

/** What says where the speaker is: "vi på avd 24", "hos oss i Ånge", "Ånge kommun här", "vår avdelning". */
const own = [
  String.raw`${we}(?: (?:som|sitter|jobbar|arbetar|tjanstgor|ar|alla|ssk|skoterskan?|skoterskor)){0,3} (?:pa|i|inom|vid|hos) ${row}`,
  String.raw`(?<!\p{L})(?:vi|jag|undertecknad),? (?:fran |(?:ar|som|jobbar som|arbetar som|tillhor|hor till) (?:en |ny )?)${row}`,
  String.raw`(?<!\p{L})undertecknad,? ${row}`,
  String.raw`(?<!\p{L})jag heter \p{L}{2,20} och (?:jobbar|arbetar|sitter) (?:pa|i|inom|hos|vid) ${row}`,
  String.raw`(?<!\p{L})Z+ (?:(?:pa|i|inom|hos|vid|fran) )?${row}`,
  String.raw`(?:^|[.!?\n] ?)har (?:pa|i|inom|hos) ${row}`,
  String.raw`(?:^|[.!?\n] ?)(?:${calm}\p{L}{1,20}[ ,]{1,2}){0,5}${row},? (?:ZZZ|har(?= ?[.,!;:]))`,
];

/** "Avd 24 i Sundsvall", "Timrå hc", "IT i Ånge": the place says where the party is. */
const located = /([AHPO])+(?: ?\d{1,3}\p{Ll}?)?(?:,? (?:i|pa|vid|for|hos))? M+(?! K)|M+ ([AHPO])+/gu;

const there = String.raw`(?:pat|patient|brukare?|pensionar)\p{Ll}{0,6}`;
const stays = String.raw`(?:bor|bosatt|skriven|folkbokford|hemmahorande|hor hemma|hemma|inlagd|inskriv\p{Ll}{2,5}|inneliggande|utskriven|utskrivna|ligger|lag|ligger kvar|vardas|vardades|vistas|kommer ifran|utskrivning(?:en)?)`;
/** Where a patient is, comes from or goes; and what was said not to be called. */
const elsewhere = [
  String.raw`${there}(?: (?:som|ar|var|nu|kvar|finns)){0,3} (?:pa|i|fran|vid|hos) ${row}`,
  String.raw`(?<!\p{L})${stays}(?: (?:nu|kvar|idag|just nu)){0,2} (?:pa|i|vid|hos) ${row}`,
  String.raw`(?<!\p{L})(?:ar|kommer|utskriven|utskrivna|skrivs ut|skrevs ut|skrivits ut|skrivas ut) fran ${row}`,
  String.raw`(?<!\p{L})(?:hem|hemgang|utskriven|utskrivna|(?:skrivs|skrevs|skrivits|skrivas) ut|flyttar?|flyttas|flyttats|aker|akte|ater|plats|korttids\p{Ll}{0,8}|boende) (?:igen )?(?:till|i|pa) ${row}`,
  String.raw`(?<!\p{L})(?<!(?:nadde|natt|nar|na|svarar|svarade|svarat) )(?:inte|ej|utom|forutom|istallet for|i stallet for) (?:till |med |fran |i |pa |att ringa )?${row}`,
];

const ownPlace = new RegExp(own.join('|'), 'gu');
const otherPlace = new RegExp(elsewhere.join('|'), 'gu');

/** A sketch in which only parties that may have been called, or have called, are still marked as parties. */
export function ownPlaces(sketch: string): string {
  return sketch
    .replaceAll(ownPlace, (told) => told.replaceAll(/[KMAHPO]/gu, 'Q'))
    .replaceAll(otherPlace, (told) => told.replaceAll(/[KMAHPO]/gu, 'Q'))
    .replaceAll(located, (told, before?: string, after?: string) =>
      told.replaceAll('M', before ?? after ?? 'Q'),
    );
}

/** An order to write down what follows or goes before; where "ska jag" stands before it, it is a question. */
const request =
  /(?<!(?:ska|maste|behover|bor|far|hur|kan|varfor) (?:jag|vi|man|du|ni) (?:\p{Ll}{1,8} )?)(?<!\p{L})(?:(?:kan|vill|kunde|skulle|orkar) (?:du|ni)(?: \p{Ll}{2,8}){0,2} |(?:jag |vi )?(?:vill|skulle vilja|ska|skall|behover|maste|tankte|onskar|far)(?: bara)? )?(?:logga|logg|anteckna|notera|skriva? (?:upp|ner|in|opp)|lagga? (?:in|till|upp)|fora? in|registrera|spara|dokumentera)(?: (?:det|detta|den|in|i loggen|att|nu|foljande)){0,4}(?!\p{L})/gu;

/** A sketch with a row of R for each order to log. */
export function withRequests(sketch: string): string {
  return sketch.replaceAll(request, (told) => 'R'.repeat(told.length));
}
