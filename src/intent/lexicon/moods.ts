/** The small words that tell a question from an order and a statement. One list a line; order does not matter. */
const list = (words: string): readonly string[] => words.trim().split(/\s+/u);

/** Words that open a question ("vem", "hur"). */
export const questionWords = list(
  'vad va vem vems vilka vilken vilket vilkn vart var hur när varför viken vilke hä what which who when where how why',
);

/** Verbs that open a yes-or-no question when a subject follows ("är Lifecare uppe"). */
export const finiteVerbs = list(
  `är e ä har kan ska skall får fick måste behöver behövs finns fungerar funkar ligger går gick räcker gäller blir blev
   pågår kommer vet stämmer bör vill föreligger åligger var hade skulle kunde låg startade slutade började räknas stoppas
   svarar gör tar brukar borde har is are can do does did has have has should must`,
);

/** Subjects that a person can be asked about. */
export const subjectWords = list(
  `jag vi du ni man det den de dom han hon hen n någon nån något nåt alla allt ingen inget inga samtliga detta denna denne
   systemet avbrottet patienten pat kommunen avdelningen it i we you there`,
);

/** Those of them that follow a verb only where it asks ("startar vi"), and are never what it is done to. */
export const pronounSubjects = list('jag vi du ni man han hon hen någon nån de dom');

/** "Kan du …", "vill du …": a question in form, an order in fact. */
export const requestOpeners = list(
  'kan_du kan_ni vill_du kunde_du skulle_du får_du orkar_du kan_boten can_you could_you will_du kan_någon kan_nån',
);

/** "Jag vill …", "vi behöver …": a wish. */
export const wishes = list(
  `jag_vill vi_vill jag_önskar önskar vill jag_behöver vi_behöver behöver jag_skulle_vilja skulle_vilja vi_skulle_vilja
   i_want i_need jag_skulle_behöva jag_ska_ha`,
);

/** Forms that give an order when they come first. */
export const imperatives = list(
  `starta påbörja aktivera utlys deklarera initiera skapa öppna trigga lägg sätt dra kör avsluta stäng avblås blås häv stoppa
   uppdatera ändra flytta skjut komplettera fyll meddela informera skicka säg gå publicera posta visa vis lista se ge logga logg
   registrera anteckna notera spara skriv bekräfta bekr markera bocka stryk koppla anslut byt slå stäng sluta ta fram exportera
   sammanfatta sammanställ generera hämta filtrera jämför berätta förklara hjälp ring kontakta boka resolve start end stop show
   declare confirm log connect update open close list send sök kontrollera kvittera påminn återställ beställ kör dokumentera
   begin begynna börja rapportera anmäl felanmäl förläng senarelägg registera utlysa ställ tala`,
);

/** A question without its form ("jag undrar om …"). */
export const wonderings = list('undrar undra funderar vet_du vet_ni vilja_veta vill_veta som_vet');

/** No. */
export const negations = list(
  'inte ej int ite icke aldrig inga ingen inget not never varken utan osäkert oklart glömde glömt glömmer missade missat vägrar okvitterad okvitterat omöjligt nekar tvivlar knappast misslyckades misslyckats',
);

/** Not sure. */
export const hedges = list(
  `kanske snart tror nog väl troligen förmodligen antagligen eventuellt möjligen möjligtvis verkar tycks hoppas hoppeligen nästan
   typ maybe soon osäker hört gissar antar förhoppningsvis borde tydligen lär säkert sägs ryktas rykten omvägar tveksam vore tänkte avvaktar avvakta väntar överväger funderar håller`,
);

/** Those of them that leave open whether it is so at all ("väl mottaget" does not). */
export const doubts = list(
  'kanske tror troligen troligtvis förmodligen antagligen eventuellt möjligen möjligtvis maybe osäker gissar antar vore borde väntar inväntar saknar',
);

/** Not all of it. */
export const partials = list(
  'vissa delvis några utom förutom ibland nästan undantag undantaget enstaka somliga periodvis stundvis halva endast bara',
);

/** No to the word beside it. */
export const refusals = list('inte ej int ite icke aldrig not never');

/** Before "inte" and a verb these forbid ("ska inte ändra"). */
export const forbidding = list('ska skall får bör behöver måste kan vill');

/** Not yet. */
export const futures = list('kommer beräknas väntas ska planeras skall imorgon sen senare återkommer will');

/** On a condition. */
export const conditions = list(
  'ifall när innan då tills förrän såvida såfort så_fort så_snart bara_om if when once',
);

/** Words before which "kan vi", "får jag" is still a statement ("nu kan vi avsluta"). */
export const frontedAdverbs = list(
  `nu då så idag sen sedan här där därför igår imorgon nyss precis just äntligen tyvärr dessutom därmed alltså att och som om
   eftersom när medan innan tills ifall där_med det den dem dom vad vem hur vilka vilken vilket vart var varför va nånstans`,
);

/** Words before a clause that say nothing of how it is meant. */
export const leadIns = list(
  'ja jo nej okej ok hej tack då och men så eller fråga jaha ursäkta snälla vänligen please tyvärr du alltså',
);

/** Concepts (concepts.ts) whose words can be the subject of a question ("är Lifecare uppe"). */
export const nounConcepts: readonly string[] = list(
  `SYSTEM OUTAGE PATIENT MUNICIPALITYPARTY WARD PRIMARY PSYCHIATRY ITSUPPORT PLACE ITEM CODE FORM SIP MESSAGE ROUTINE OTHERSYSTEM CHANNEL UNIT HANDOVER REREG PROGNOSIS NOTICE ADMINISTRATION REGION DISCHARGE PHONE INFO LIST NUMBER HANDOVERLOG SUMMARY`,
);
