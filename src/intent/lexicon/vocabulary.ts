/**
 * What a misspelled word is read as: the words of the trade, five letters or more, correctly spelled. A word
 * one slip away from one of these (one letter wrong, missing, added or two swapped) is read as that word, unless
 * it is listed in real-words.ts or known to concepts.ts. After a change: `npm run train`.
 */
export const vocabulary = `
  adress aktivera aktuella allting angående anmäla anmäler annat ansluta ansvar ansvarar antal anteckna
  använda använder avblåsa avbrott avbrotten avbrottet avbrottets avbrottsinfon avbrottsläge
  avbrottsmeddelande avbrottsnotiser avbrottsrapport avbrottsrapporten avbrottsrutin avbrottsrutinen
  avbrottssammanfattning avbrottsstatistik avbrottstid avbrottsövning avdelning avdelningen avsluta
  avslutar avslutas avslutat behover behöver behövs bekräfta bekräftad bekräftade bekräftar bekräftat
  bekräftelse bekräftelsen beräknad beräknas beräknat berätta bistånd biståndet biståndsenheten
  biståndshandläggare biståndshandläggaren biståndshandläggarna blankett blanketten blankettens blanketter
  blanketterna bocka bokat boten brukare börjar checklista checklistan dagens datum deklarera direktnummer
  direktnumret dokumentation dokumentationen dokumentera dokumenterar dokumenteras drift driftavbrott
  driftavbrottet driften driftstatus driftstopp driftstoppet driftstoppets driftstoppsblankett
  driftstoppsblanketter driftstörning driftstörningen dröjer efter efterhand efterreg efterregistrera
  efterregistrerad efterregistrerade efterregistreras efterregistrerat efterregistrering
  efterregistreringar efterregistreringen efterregistreringslista efterregistreringslistan efteråt
  egentligen eller enhet enheten enheter enheterna enligt exportera faran felanmäla felanmälan felanmälde
  felanmäler felet felmeddelande felsöker felsökning finns formulär formuläret fortfarande fredag fråga
  fungerar funkar fyllas fyller fördröjd fördröjda förlänga förlängs förra först försöker förväntas gamla
  genomsnittlig gjord gjort gjorts gånger gäller hallå halvtimme handläggare handläggaren helpdesk
  helpdesken hemgången hemsjukvården henne hittar hittat hittills hjälp hunnit hälsocentral hälsocentralen
  hälsocentraler hände hänger härmed hösten ifyllda igenom igång imorgon individuell infon information
  informationen informera informerad informerade informerat ingen inget ingår inkomna inkorgen inlagd
  inlagda inloggning innan innehåll insatser inskriven inskrivna inskrivning inskrivningen
  inskrivningsmeddelande inskrivningsmeddelandet jobbar journal journalen journalföra journalföras
  journalsystem jättesegt kalla kallar kallelse kallelsen kallelser kanal kanalen kanaler kirurgen klara
  klart klockan komma kommer kommit kommun kommunen kommunens kommuner kommunerna kommunväxeln kontakt
  kontaktade kontaktar kontakter kontaktuppgifter kontrollera kopia koppla kopplad korta krävs kuvertet
  kvart kvarvarande kvittens kvittera kvitterar kvitteras kvitterat kvittering kväll ledningen legat
  leverantören lifecare lifecareförvaltningen ligger lista listan logga loggade loggar loggat loggen långt
  läget lägga läggas läkaren lämna lämnade lämnar lämnas lämnat länet länge markera massa medan meddela
  meddelade meddelanden meddelandena meddelandet meddelar meddelat medicin morgon mottagande mottagandet
  mottagen mottaget mottagit mottagna mottagning muntlig muntligt månad måndag många måste mötet natten
  notera noterat notiser notiserna nummer numret någon något några obekräftad obekräftade obekräftat också
  oktober okvitterad okvitterade okänd omfattas orsak ortopeden patienten patienter patienterna
  patienternas patientinformationen planerade planerat planering planeringssystemet planeringsunderlag
  planeringsunderlaget prata pratade pratar pratat precis primärvård primärvården problem prognos prognosen
  prognoser psykiatrin psykiatrisk psykiatriska psykmottagning psykmottagningen psyköppenvården punkter
  påbörja pågående pågår rapport rapporten rapportera rapporterade rapporterat redan region regionens
  registrera registrerad registrerade registrerar registreras registrerat registrering ringa ringde ringer
  ringt rutin rutinen räcker räknar sagts saknas samma sammanfatta sammanfattar sammanfattning
  sammanfattningen sammanställa sammanställning sammanställningen samordnad samordnade samtal samtalen
  samtalet samtalsloggen samtliga sedan senaste servicedesk servicedesken siffror signatur signera sitter
  sjukhus skapa skicka skickar skickas skickat skrevs skriva skrivas skriver skrivit skrivs skulle
  slutenvård slutenvården slutrapport sluttid sluttiden sluttider slänga snart snurrar spara start starta
  startade startat starttid statistik statistiken status stopp stoppet strunta stryk stämmer stäng stänga
  stödmaterial stödmaterialet summering support supporten svara svarar svarat systemet systemförvaltare
  systemförvaltaren sägas säger särskilt tagit talade telefon telefonnummer telefonnumret tidigast
  tietoevry tillbaka tillhör tills tillåtet timeout timmar timme tjugo torsdag totalt under underlag undrar
  uppdatera uppdatering uppdateringen uppgifter uppgifterna uppgradering utestående utlysa utskr utskriven
  utskrivna utskrivning utskrivningar utskrivningen utskrivningsdatum utskrivningsdatumet utskrivningsklar
  utskrivningsmeddelande utskrivningsmeddelandet vanligt varat varit version viktigt vilja vilka vilken
  vilket vårdgivarwebben vårdkontakt vänligen vänta växel växeln växelnummer växelnumret återstår
  återställd åtgärdat ändra ändrad önskar öppenvård öppenvården öppna överens överlämna överlämnat
  överlämning överlämningar överlämningarna överlämningen överrapportering
  koppla anslut avslutas mottagande registrera aktiverar bekräftas utlys avblås deklarera
  anhörig anhöriga antalet antecknar anteckning avbrottsläget avdelningar avdelningarna aviseringar
  avklarad avklarat avvikelse avvikelsen besked beslut beslutad beslutat boende boendet bokad dator
  datorer datorn datumet distriktssköterskan dokument dokumentet drabbade driftstoppsblanketten
  eftermiddag efterskott enhetschef expeditionen fakturan fakturering felkod felsökningen fortsätter
  funktion förklara förloppet förläng förmiddagen förmiddags försenade förvaltningen genomgång
  geriatriken gjorda glömde glömt hanteras hemgångar hemsjukvård hemtjänst hemtjänsten historiken
  hjälpa hjälpen hyrsköterska hälsocentralerna ikapp incidenten inför införd införda infört inlagt
  inloggningen inskannad inskrivningar inskrivningsmeddelanden internposten intranät intranätet
  jämför jämföra jämfört klartecken klockslag koder kommandon kommentarsfältet kommunala komplettera
  kontakta kontaktad kontakten koordinator korttidsboendet kvartal kvartalet kvitterade kvitteringen
  lappen larma ledningsgruppen läkare läkemedelslistan lämnad mallen meddelande meddelas
  medicinavdelningen meningen mottagare mottagaren mottagningen nattens nattpasset nattpersonalen
  normalläge nätverksfel ogjorda ogjort olästa omstart oregistrerade oregistrerat originalet orsaken
  papperen papperet pappret patient patientens personalen planerad planeringen psykmott påminn
  rapporterar redogörelse redovisa regionen registreringar registreringen reservrutin restlista
  restlistan retroaktivt ringas rätta samordnare samordnaren sekreterare sekreteraren servicefönster
  servrarna siffrorna sjukhuset skanna skannas skickade skyldigheter slutrapporten somatiken sparas
  startar strokeenheten stämma störningen summera system systemförvaltningen talat telefonen
  telefonkontakt telefonkö telefonsamtal telefonsvarare tidslinje tillämpa tjänsten underhåll
  undertecknad uppdelat uppfattat uppgift uppgraderingen upphörde uppläst utförd utkast utkastad
  utskick utskrift verksamhetschefen vårdcentralen åligger årsskiftet återgång återkoppla ärende
  ärenden ärendet önskas öppenpsyk överblick överrapporteringen översikt övning övningen
  övningsavbrott
`;
