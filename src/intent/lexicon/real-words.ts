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
  absolut access adressen aktuellt alarm alldeles allihop alltihop andel angav anges aning anknytning
  anledning anmäl anmälan anmäls anmält annanstans annars anslutas ansluter anslutna ansvaret ansökan
  antar antecknas anteckningar anteckningarna anteckningen antibiotika används använt april arbetet
  arbetskläder arbetsplats arbetsplatsträff arbetsplatsträffen arton augusti avbrot avbrottsblanketten
  avbrottsblanketter avbrottspapper avbrottsärende avdelningschefen avgift aviseringarna avklarade avliden
  avlidit avregistrera avseende avser avslag avslutad avslutade avstämning avstängt avtal avtalet avvakta
  avvaktar avvikelser badrummet bakom baksidan balkongen barnkliniken batteri begär behandlingen behov
  behålla behöv behövde bekräftats bemanningen beredskap beror berättade berörda berörs beskedet beskriv
  beslutar beslutet beställa beställd beställer beställningen bestämd bestämde bestämmer besökstiden
  besökstider betalar betalningsansvar betat bifoga bilden bilen bilnyckeln bilnycklarna biståndsbeslut
  bisyssla bjuda bland blanketen blankettan blinkar blodtrycket blåsa blått bockade bokar bokas borttappad
  bostadsanpassning botten brandvägg brandväggen brandövningen brevlåda brukar brukaren bråkar bråttom
  bröts budgeten bytas bytet början certifikat check checka checklist checklistor checklistorna
  dagpersonalen damen databas databasen databasfel datahallen datan daterade deadline debiteras debitering
  december delad delar delegering deltagare delvis deras diagnoskoden diariet digitalt diktera dikterade
  dikterar dikteringen disken diskmaskinen distans distriktssköterska doktor doktorn dokumenterat dosen
  dosrecept dosrecepten dotter dottern drabbad drabbades drabbat draget dragit driftinformationen
  driftledningen driftläge driftstoppen drill droppar dubbelkolla dubblett dubbletter duger dygnet dyker
  dålig därefter därmed dödsbevis dörrkoden efterarbete efterarbetet eftermiddagen efterregistrerar
  eftersläpande eftersläpning eftersläpningen ekonomen ekonomi ekonomin elektroniskt eländet emottagen
  enbart enheters enhetschefen enskilde entrén epikrisen ersatt ersätter ersättning etiketter exemplar
  extra facit facket fakturaunderlag fakturera faktureras faktureringen fakturor faller fallet fallolycka
  fallolyckor falskt farbror farbrorn fastighet fastnar fastnat fatta fattas februari felanmält femte
  femtio femton fiber fikarummet fixad fixar fixat fjärde flagga flaggor flyttad flyttades flyttar flyttat
  flyttats fläkten formell formellt forms formulera formulerar formulären framflyttad framgå framme
  fredagens friskförklara friskförklarat fritt fruktansvärt frågade frågan frågat frågor fullmakt fullt
  funderar fungerade fyllde fyllt fyran fyrtio färdigt färre följande följer fönster föras förband
  förbereda förbi fördelar fördelat fördröjt förflyttningsteknik förklarar förklaring förlossningen förlåt
  förlängt förnamn förnya förnyar förresten förrgår förrådet försenad försenat förstod förstått försvann
  försvinner försvunnit försöken förtid förvaras förvirrad förväg galen galet gammalt garageporten garaget
  gardinerna gemensamt genom genomföra genomföras genomförd genomgånget genomsnitt giltig giltigt gissa
  gissar given glömma glömmer godkväll godkände godkänn godkänna godkänner godkänt godsmottagningen godtas
  grader grund gruppen gränsen gräsklipparen grönt gubbe gubben gårdagen gällde gärna göras hackar halva
  hamnade handen handledare handleder handläggarens handskar handskrivna hanterades haven haveri haveriet
  helgens helger helhet helst hemifrån hemmet hemskickad hemtagning hette hinder historik hitta hittad
  hittade hjälpmedelscentralen hjälpte hockeyn hoppar hospital hundra huvudet huvudstad hygienrutin
  hyrläkare hållas hälften hämtas händelseförloppet händelsen hänvisa härifrån hävdar höften höftoperation
  högen hölls hörapparat höstas ibland ifall ifrågasätter ifrån inatt inblandade inbokad individuella
  infektion influensa informeras infusionspumpen ingenting initialer inkontinensskydd inkopplad
  inköpslistan inläggning inmatad innebär innehålla innehållet inneliggande insatserna inskickade
  instruktion instruktioner inställd inställt insulin intressant intresserad intygar intyget invånare
  invänta isoleras januari jobba jobbade journalanteckning journaler journalkopior journalsystemet
  julafton julbordet justera kaffebryggaren kalender kallat kalle kameran kartonger kasta katter kedjan
  kirurg klaga klagar klarmarkera klick klickar klinik kliniken klistra klottra knapp knappa knappar
  knappas knappen koderna kolla kollar kommentaren kommentarsfält kommunanställd kommuns kommunsidan
  kommunsköterska komplett komplettering konferensrummet kontaktat kontaktperson kontoret kontrollerar
  kopplas koppling korrekt korridoren kortare korthet kostnadsställe kraschade kraschar kring krossa
  kryssa krånglar kräver kunden kursen kuvert kvalitetsregistret kvarstår kvitter kvitterad kvällspass
  kvällspasset kvällspersonalen kylan kylen källaren känns känsliga körda körde körjournalen körkort
  labbsvaren labbsystemet lagad lagat lagts lakan lampan lampor landat lappar larmklockan larmknapparna
  lasarettet later lathund ledigt letar letat leverantör leverantörens levererar levererat liggande
  likadant liksom litar liter ljudet loggas lovade lovar luften luktar lunchen lunginflammation lyder
  lyfter lånat långsamt långvarigt låser låter låtsas läcker lägesbild lägesrapport läggs läkarsekreterare
  läkemedelslista läkemedelsmodulen lämnades länets längst länka länken läsas läsning läste lönen löpande
  lördags lösen löste madrass maken makulera mamman manual manuella manuellt mappen markerar matas
  matsalen matvagnen meddelad meddelandelistan medelanden medicine medicinkliniken medicinrummet
  medicinskt medicinskåpet medium menade menar menas meningar middagen midnatt minneslista minst minsta
  minut missade missar missat misstag misstänkt modulen morgonen morgonmötet morse motpart motparten
  mottagningar månader människa märkas märker märkt möjligen möjligt möten narkotika nattetid
  nattpatrullen nattsköterskan nedlagd nedsatt nedskrivet nollställa normal noterar numera numren
  nyanställd nyanställda nyare nyckeln nyckeltal nycklarna nådde nånstans nånting nämnden nästan nätet
  nätterna nätverket nödvändigt obegriplig obligatorisk obligatoriskt odling ogiltig ombud omedelbar
  omfattar omfattning omorganisationen omstarten onsdags onödigt operationslistan oplanerade oplanerat
  order ordinarie ordna original originalen orkar ortopedens osäker otroligt paketet pappersblanketterna
  parkera parkerar parkering parkeringstillstånd parter passar patientinformation patientlistan
  patientnämnden pension perfekt perioden personen piper planen planeringsmöte planeringsmötet platsbrist
  pling plocka plockar polisen portkoden poster praktiken present presentera press pricka primärvårn
  privat privata procent programmet projektorn protokoll protokollet prova provar provat proverna
  provsvaren provtagningen psykiatri punkt punkterna punktform påbörjade påminna påminnelse påminnelser
  påminnelserna påstår påverkad pärmen rabbla rader radera ramlar rapporter rapporterats recepten receptet
  regionväxeln register registreringarna reglerna regnar rekommendera rekommenderas remissen remisser
  rensa reservkraften reservrutinen restaurangen resten resultat resumé riktig riktiga ringdes
  riskbedömning robot roboten rolig rollen rubrik rullgardinen rullstolen rutan rutindokumentet rykten
  ryktet råder råkade räcka räddade räknat rättar sades saknades samband samlad samlar samlat sammandraget
  sammanfattat sammanlagd sammanlagt sammanställ samtalslistan samtalslogg samtyckesblankett satte schema
  sekretessen sekretesstunnan semesteransökan semesterdagar semesterlistan semestern senast september
  serie service servicefönstret sexton sidor siffra siffran signerad signerar signerat simulera sirap
  sjukanmäla sjukanmäler sjukfrånvaro sjukhusen sjukintyg sjukintyget sjukresan sjukskrivning sjukt
  sjuktransport sjuktransporten sjutton skapas skarpa skarpt skick skickad skickades skickats skiftbytet
  skiljer skillnad skjuta skjutas skjuts skrev skriftlig skriftligt skrivare skrivbordet skrivet skrivning
  skull skyldiga skyldighet skåpet skäller skärmen skönt sköter slagit slagits slippa sluten slutet
  slutförd släck släpar släpp släpper släppt snackade snett snittiden snäll snällt socialjouren
  socialtjänsten sommaren somna sonen sorts sovrummet sparad sparade sparat spoke spärrat stabilt stanna
  startades startas startsidan starttiden still stilla stopet stoppa stoppar storlek streck stressad
  stressigt strul struntar stryka studenter stund stycken stått städa städningen ställ ställa ställe
  ställer stämpla stängd stängde stängdes stängs stängt stödblanketten störning störningar större suttit
  svall svaret svämmar syftet synpunkter sådant såret säkerställt säljer sängar särskilda sökes sökte
  söndags tabell tackade tackar tacksam tagen taget tagits tagna taken tanken tappar tappat tavlan taxin
  teamsgruppen tekniker telefonkontakten telefonkontakter telefonkontakterna telefonlista telefonrapport
  telefonrutinen telefonsvararen testa testar testat texten tider tidigt tidpunkt tidrapport tidsgräns
  tillfälligt tillgång tillgänglig tillhöra tillräckligt tillägg tillägget tillämpas timra timvikarie
  tisdagens titta tjata tjatar tjuter tjänar tjänst tjänsteman tolkar tolken tomma toppen topplista
  torsdagen torsdagens total transporten trasigt trean trillar trodde tryck trycker tryckt trygghetslarm
  trygghetslarmen trygghetslarmet tråden träffar träffas trögt tuggar tvungna tvåan tvärtom tvätten
  tvättmaskinen tycks tydligen tysta tårta täckning tänka tänker tänkte tömma undantag underhållet
  underlaget underrättad underrättade undersköterska undra undrade uppdaterad uppdaterar uppdateras
  uppdateringar uppdrag uppfyllda uppgav uppge uppgiften uppgradera uppgraderar upphör uppkopplade upplagd
  upplagt upptagen upptaget ursäkta utanpå utbildningen utfallet utgånget utgår utifrån utlyser utlyst
  utredning utredningen utskicken utskrivningsmeddelanden utskrivningsstopp utvärdering vaken vaknat valet
  vardagsrummet varenda varken varmt vattnet veckor vederbörande verifierat verkan verksamheten
  verksamhetsberättelsen verksamhetschef versionen vidarebefordra vikarien vikarierar viktigaste ville
  villkor vinterdäck visade visas visste volymen vågar våran våras vårdavdelningarna vårdavdelningen
  vårdcentral vårdgivare vårdintyg vårdkontakten vårdplaneringen vägledning välja väljer välkommen vända
  väntade väntas väntat väntelistan väntrummet värmen ytterdörren ytterligare ångra årets återblick återgå
  återkom återkopplat återkoppling återstart återställer återställning återställt åtgärd åtgärdad åtgärdas
  åtkomst åtminstone äldreboende äldsta ändras ändrat äntligen ögonkliniken öppenvårdens
  öppenvårdspsykiatrin öppettider öppnas öppnat överbeläggningar övergår överhuvudtaget överklaga
  överklagar överlämnande överst övervåningen övningar övriga
`;
