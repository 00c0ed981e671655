/**
 * Words that mean what they say and are never read as a misspelling of something else ("andas" is not "andra").
 * A word that is wrongly read as a word of the trade is added here. After a change: `npm run train`.
 */
export const realWords = `
  aktuell akuten aldrig alla allmänt alls allsvenskan allt alltid alltså alvedon ambulansen amet andades
  andas andra ange anhörig anhöriga ankaret ankarets anna annan annorlunda anslut anställda anställning
  ansvarig ansöker antecknar antecknat anteckning antibiotikabehandlingen användare användas användes
  apoteket arabiska arbeta arbete arbetsskada arbetstid aret artikeln australien avblås avbrottsdata
  avbrottsläget avbrottsmeddelanden avbrottsmeddelandet avbrottssammanfattningen avbrottssummering avbryt
  avdelningar avdelningens avdelningschef avdelningsflytt aven avhjälpt avled avlider avsaknad avslutades
  avslutats avvikelse avvikelserapport avvikelsesystemet back band bara barn barnet basal bedömning
  behandling behörighet behöva bekr bekräftas bemanningssjuksköterska berg berget berättat berördes besked
  beslutat beställ bestämt besök besöka betala beträffande betyder bidra bilder bildskärmen birgitta
  biståndsenhet biståndshandl bitti bjuder blek blev blir blivit blodgrupp blodtryck blommor blöjor boende
  boendet boka bokning borde bort borta brand brandlarmet brandväggsfel bred brinner broder bruka bröstet
  budget burit bussen byggnad byta byter bytt bytte båda både bära bäst bättre börja började call came
  capital centrum channel chatten chef chefen code connect cosmic covid cross dagars dags databasserver
  dator datorn delge delges denna dikt direkt discharge dokumentationskrav dokumentet dolor domsjö done
  down downtime drabbade drar dricka driftavbrottsmeddelande dropp droppet dröja dubbelt during dygn dåligt
  däck därför dödsfall dörren efterfråga efternamn efterregistreringsläget eftersom egen eget egna eldar
  elva emot empati engelska enhetens enhets enkel enkelt ensam epost erbjudas erbjuder etikett excel
  exempel expeditionen faktisk faktiskt faktura fakturering faktureringsunderlag fall fallskador fanns
  farliga fast fasta fastställd fastställt fastän fatt fattar feber felkod felsökningen ferie fick fikarast
  fikat film filtrera fina finnas finska fler flera flest flyg flyger flytta flyttas folkbokföringen form
  fortsatt fortsätta fram framför framåt fran france fredags frisk friskvårdsbidrag frisören from frågar
  från full fungera funktioner funnit furix fyll fylla fyra fysisk fått färdig färdiga färdigbehandlad
  färdtjänst födelsedagen följa föra före föreligger förenligt förklara förklaras förmedla förmiddags
  förrän försenade förskott förstår förstöras försök försökt förteckning förut förutsättningar föräldrar
  fötter gammal garage gastroskopin gatan gemensam generera geriatriken geriatriker gett gick give gjorda
  gjorde gjordes glass glödlampan glömde glömt godkänd granlo grattis gravid grupp gräset gymmet gårdagens
  gått gälla gällande göra hade haft haha hallen halv halvåret hamna hamnar hand handla handlar handlat
  handover handovers hann hanteras harnosand hatar have hejdå hejsan hela helg helgen hello help hemlig
  hemlighet hemma hemtjänsten heroma heter hinner hissen historia historiken hjälpa hjälpen hjälpmedel
  hjärna hjärt hjärtstopp honom hoppa hoppas hosta hotell hungrig huset husums huvudstaden hygien hyllan
  hyrpersonal hyrsjuksköterska håller hälsa hälsar hämta hämtar händelser händer hängt härlig höftfraktur
  höger högsta höra hörde hört idag ifylld igang igen igår ihop inbjudan incident incidenten info
  informationsinnehåll informationsöverföringen inför inga inhyrd initiativet initiera inkommande innanför
  innehåller innohep inom inskannad inskannat inskr inskrivningarna insändas inte internet internpost
  intranätet intyg intygas ipsum istället jaha jobb jobbat jobbet johan jordbruk jouren jourläkare
  journalför journalföringskrav journalförs julfesten just jättemånga kaffe kaffemaskinen kalium kallt
  kanalens kanalerna kanel kanna kanoner kanske karin karta kartan kassan kasseras kastar kastas katt
  katten kirurgavdelning klar klarar klartecken klicka klippa klocka knäoperation koden kokar kollega
  kollegorna kollektivtrafiken kommandon kommentar kommentarsfältet kommentera kommunväxelnumret
  komplettera komun konferensrum konstaterat konstig konstigt kontakta kontaktas kontakterna kontaktlista
  kontaktväg konto koordinator kopplade kopplar kort kortet kortfattat korttids korttidsboende
  korttidsplatser kosta kostar kraft kraschat krav kravet kroppen kunde kung kunna kurator kvar kvarstående
  kvartal kvartalet kvinna kvinnan kvitto kvällstid känner känt köket köpa köper köra kötiden ladda laddar
  lades laga lagar lagen lagg laggar lagt lampa landet lappen larma larmar larmet last late leda ledare
  leder ledig lediga ledighet lena leva levande lever leveransen ligga lisa lite liten livet ljus logg
  loggades loggats logged logglistan lokaliserat lorem lugn lugnt lunch lunchbokningen lungräddning luren
  lyfta lyssna lång låsa låst låta lägesuppdatering lägg lägger läkarbesök läkare läkarintyg läkemedel
  läkemedelshantering läkemedelsrummet lämnad lämnats lämpa lämpligt längd länk lärare läsa läser lättare
  lördag lösenord lösenordet löser lösning löst mailadress mall mamma mannen many maria massor matallergier
  matchen maten matfors medd meddelas medicinavdelning medicinavdelningen medvind mejl mellan
  melodifestivalen mening menyn mera mest middag mina minne minns minska minuter misslyckad mitt mobil
  mobilen moment morfin mottar mrsa muntliga muntligen muntra musik mycket måla målar månaden måndagar
  måndags månen mätning möjlig mörkt möte namn namnet narkotikakontroll natt nattpersonalen naturen need
  nere news nilsson njurunda nolby norge normalt norrbotten notis november number nyckel nycklar nyheter
  nytt någonstans någonting nått nämna nämnde närmare nästa obesvarade ofta ogjort okej olika
  omklädningsrummet omsorg onsdag operation operationen operationstid ordet originalblanketten originalet
  oroa orolig otillgängligt outage outlook outstanding paket pannkakor pappa papper papperstrassel
  parkeringen parkeringsplats pascal pass password patient patientens pengar permission person personal
  personer persson phone pinkod pizzeria pizzerian plan planera planerar plats platsen platser platta
  please polis positiv posta posten prator prenumerationen primärvårdens problemet profilbild prov provet
  provröret provtagning pröva psyk psykavd psykolog publicera påminn racka ramlat rapp rapporteras rast
  recept receptionen regionen registrerats regler rekord remiss remissvar rengöra resa reseräkning reset
  resor respektive restauranger restlista restlistan resultatet retroaktiv retroaktivt riktigt ring rita
  ritar rocken roligt roll ronden rullar rullstol rummet runt rymma räkna räknas rätt rätta röntgen röra
  röst röstat sagt saker saknad saknar samla sammankalla samtidigt samtycke sara satt schemat segt semester
  senare sepsis serveras servern servrarna short show sida sidan sidsjö signal signeras sipen sipkallelse
  sista siths sitta sjuk sjukfrånvaron sjukhuset sjukhuskyrkan sjukresor sjuksköterskor sjunga skadan
  skadat skaffa skall skanna skannad skannas skapat skillnaden skjut skjuter skola skolan skratta skriv
  skrivaren skriven skrivits skruva skräp skyldig skylt skämt skärm skönsmon sköterskor slipper slita slut
  sluta slutade slutar slutat slutenvårdens slutförda släkt slänger släppa smita smärtskattning snabb
  snabbt snitt snittlängd snälla somatiken sommar somras sova sparar sparas sparpaket specificera spela
  spelar springa sprutan staden stannar stannat startar statsministern statustexten stefan stickskada stiga
  stina stoppas stora strand strax stress strular strulat strulet strömavbrott strömavbrottet strömmen står
  städet ställas stället stängas stänger stöd stödblankett stöta svar svarade svarstid svart svarta svenska
  sverige svårare svårt syns syrgastuberna system systemförvaltningen syster sång sånt säbo säga säker
  säkert sämre sängen särskild sätt sätter söker sökord söndag sönder tablett tack tala tandläkaren tappa
  taxi team teamet teams teamskanal teknik telefonanknytning telefonen telefonerna telefonlistan telefonnr
  telefonsamtal telefonsamtalen telefonsamtalet telefonväxeln telnr temperatur thailand that this tiden
  tidigare tidning tidrapporten till tillgängligt tillsammans tillåten tillämpa timer timmen tipsa tisdags
  toaletten tokyo tolk torsdags transport trappa trasig tredje trevlig trigga trillat tror trots trycka
  trycksår träffa träna tröja trött tusen tvångsvård tvätta tvättas tvättstugetid tycker tyngd tyvärr tåget
  tålamodet tänkas tänkt ulla umeå undantas undertecknad ungdom ungefär unplanned uppe uppfann uppfattat
  upphörde uppringd uppringda utan utanför utbilda utbildning utföra utkast utkastad utkastade utlys
  utlyses utrymning utskick vaccination vaccinationer vakna vaktmästaren valde vann vara varade varar
  varför varje varma varor vart vatten vattenläcka vecka veckan veckans verka verkar verksamheter
  verksamhetssystem verkställa verkställas veta vidtagna vikarie vikarier vikt viktig vill vinter visa
  visar vissa visst volvo våld våra vård vårdköer vårdplanen vårdplatser vårdplatsläget vårdskador
  vårdtillfället våren vårt väder väga vägen vägrar vänder vänster väntar väntetiden värk värme
  västernorrland växa växer växla want were what windows york åker åldern åligger året åter återbesök
  återkommer återkoppla återkopplade återställ åtgärder åtta äldre älska ändrar ändrats ändå ännu ärendet
  även öppen öppenvårdsmottagningen öppenvårdspsyk öppet öppnar över överallt överbeläggning överföra
  överföras överföring överrapporteringen översikt översätt översätta övertid övik övning övningen
`;
