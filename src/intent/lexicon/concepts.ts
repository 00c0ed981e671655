/**
 * The words of the trade, by what they mean. To teach the recogniser a word, add it to the right line:
 * `växel` the word as it stands
 * `ring*` every word that begins so
 * `-rapport*` also as the last part of a compound ("avbrottsrapporten")
 * `i_drift` several words in a row
 * Å, ä and ö are read as a, a and o, capitals as small letters. A word may stand on several lines.
 * After a change: `npm run train`.
 */
export const concepts: Readonly<Record<string, string>> = {
  // The system, and that it is gone or back
  SYSTEM: `lifecare lifecares lifecaresp lifecar lifcare lifecre lc sp samordnad_planering* samordnade_planering* planeringssystem*
    systemet system servern servrarna driften drift plattformen`,
  OUTAGE: `-avbrott* -avbrott -avbrottet driftstopp* drifstopp* driftavbrott* driftstörning* -stopp -stoppet -stoppen avbrot avbrotet
    drift_stopp* incident* störning* outage downtime strulet driftproblem* avbrottsläge* avbrottsrutin* sev1 bortfall*`,
  DOWN: `nere krasch* dött död dog hängt hänger hängd snurrar snurra timeout segt seg jättesegt trögt långsamt felmeddelande* felkod*
    kastar_ut utkastad* blir_utkastad* svart_skärm* vit_skärm* vit_sida* dör problem* strul* krånglar krångel trasigt lagt_ner lagt_av
    gått_ner gick_ner gick_sönder fel felet felen error* ligger_ner utslaget släckt buggar buggigt fryser frusit låser_sig laggar down`,
  NERE: `nere ner ligger_ner gått_ner gick_ner`,
  LOGIN: `logga_in loggar_in loga_in inlogg* komma_in kommer_in kom_in komma_åt kommer_åt komer_åt öppna öppnar laddar log_in nås nå`,
  UP: `uppe igång tillbaka tillbka åter återställd* rullar i_drift tillgänglig* opp upp_igen back_up kommit_igång återgå*`,
  WORKS: `funkar fungerar fungera funka svarar startar gå går fungerat gick`,
  AGAIN: `igen åter ige igne återigen som_vanligt som_det_ska ånyo`,
  OVER: `över slut löst åtgärdat åtgärdad* avhjälp* upphör* upphörde faran_över klartecken avslutat avslutad förbi friskförklara*`,
  REPORTFAULT: `-anmäl* felanmäl* anmäl* rapportera_ett rapportera_fel rapportera_en larma*`,
  SHORT: `kort korta kortare halvtimme* timme timmar kortvarig* minuter länge långt`,
  HOWLONG: `hur_länge hur_lång_tid hur_lång hur_läneg hur_långt sedan_när sen_när`,
  HOWMANY: `hur_många hur_mycket hur_ofta how_many antal antalet hur_mågna hur_manga`,
  NEWS: `prognos* läget läge nytt nyheter besked_om status driftstatus statusen -status eta lägesbild news hört`,

  // Orders of a coordinator
  YET: `än ännu`,
  START: `planera planera_in starta startat startade starttid start påbörja* aktiver* utlys* deklarer* initier* sätt_igång sätta_igång dra_igång
    drar_igång kör_igång köra_igång lägg_upp trigga* slå_på gå_in_i går_in_i skapa öppna nytt ny begynn* börja började declare begin
    sätter_igång beslutar* lägg_in boka_in registrera dra_i_gång kör_i_gång inled* uppstart* draget_igång`,
  END: `avsluta* avslut* stäng stänga stängas stäng_ner avblås* blås_av blåsa_av resolve end upphäv* avbryt_avbrottet
    häv häva lägg_ner close stoppa`,
  UPDATE: `uppdater* updater* ändra ändar ändrad ändrats ändras flytta* förläng* skjut* skjuter komplettera* fyll_på lägg_till lägga_till
    andra justera* senarelägg* update dröjer dröja drar_ut_på_tiden lägg_ut lägesuppdatering* skicka_ut skicka_en`,
  PROGNOSIS: `prognos* eta sluttid* slutid* slutitd sluttiden beräkna* beräknad* tidigast bedömning klar_kl uppskatt* senast klart_om förlängs`,
  VENDOR: `leverantör* tietoevry felsök* orsak* databas* brandvägg* uppgradering* lokaliserat vendor nätverksfel cause`,
  BROADCAST: `pusha* för_ut kör_ut få_ut meddela informera skicka_ut gå_ut lägg_ut säg_till tala_om_för utskick publicera posta sprid gå_ut_med skicka_det skicka`,
  EVERYONE: `alla samtliga enheterna kanaler kanalerna teamen enheter allihop varenda_enhet`,
  DRILL: `-övning* övning* öva`,
  PLANNED: `planerat planerad* planerade`,

  // Calls and numbers
  RING: `ring ringa ringer ringas ringt_till slå_en_signal slår_en_signal slå_till kontakta kontaktar kontaktas höra_av_sig hör_av_mig prata_med
    pratar_med vända_mig vänder_sig call phone slår_jag tala_med ha_samtalet`,
  CALLED: `ringde ringt rignt rinngt ringe pratat pratade prtat pratde talade talat snackade snackat kontaktat kontaktade fick_tag fått_tag
    informerat informerade informerde informerad rapporterat rapporterade meddelat meddelade medelad lämnat lämnade lämant lämmnat överlämnat
    överlämnade delgett delgivit berättat berättade haft_kontakt fick_samtal lagt_på fått_veta vet_om drog nått fått_reda hört_av_sig sagts
    sagt snackat återkopplat återkopplade uppringda fick_veta loggats lagt_på nått`,
  NUMBER: `nr nummer nummret numret numer numren -nummer -numret -nr telnr tfn tel telnummer telefonnr telefonumer telefonummer telenummer
    direktnr kontaktuppgift* mailadress* mejladress* kontaktlista* kontaktväg* number telefonlista* e-post`,
  SWITCHBOARD: `-växel* växlnr vxl switchboard`,
  REACH: `når nå når_jag få_tag får_tag får_vi_tag få_kontakt i_kontakt nås kontakt reach kontaktväg* vänder_sig fatt_på hittar_jag`,
  PHONE: `telefon* luren lur samtal* tel muntlig* muntligt phone per_tel`,
  WHO: `vem vilka vilken vem_är till_vem vems who`,
  WHATTO: `vad va what vilka_uppgifter vilken_information vilken_info vilka_punkter vilka_saker vilket_innehåll`,
  INFO: `-information* information* infon info informtion infomation uppgift* punkt* moment innehåll* besked* saker`,
  SAY: `säga säger sägas säg sagt berätta* rapportera* rapporteras förmedla* överföra* överföras delge* delges återkoppla* svara ta_upp dra nämna
    tala_om informera* veta meddela meddelas överrapport* överrraportera lämna_över lämna lämnas gå_igenom bidra say informationsöverför* ange bidra_med
    förmedlas framföra`,
  RESPONSIBLE: `ansvar* skyldig* åligg* förvänt* uppgift_är`,
  HANDOVER: `-överlämn* överrapport* rapport rapporten rapporter handover* overlamnig överlämnin* överläminn* avrapporter* överrapporteringen`,
  HANDOVERLOG: `logg loggen loggar samtalslogg* loggad* loggat loggats loggades logglista* logged historik* samtalen`,
  LOG: `logga loggas notera* anteckna* anteckn* spara skriv_upp skriva_upp skriv_ner skriva_ner lägg_in lägga_in registrera  
    skriv_in noterat noter log dokumentera_en dokumentera_ett lägg_till lägg_in_det registrerar för_in rapp`,
  LIST: `visa vis visas lista listan -listan -lista -listor se ge_mig förteckn* översikt* show filtrera få_se vill_se se_alla list ta_fram`,
  CONFIRM: `bekräft* bekr mottag* tagit_emot ta_emot tog_emot tar_emot intyga* kvitto uppfatta* motta mottog confirm* received stämmer
     fått_infon fått_informationen fått_uppgifterna fått_samtalet fått_rapporten fått_överlämning* fått_er fått_rapport* fått_all* fått_samtal* läste_tillbaka`,
  UNCONFIRMED: `obekräft* obesvara* obekraf* utan_svar`,
  CALLAGAIN: `försök ingen_svarar ingen_svarade svarar_inte svarade_inte svarar_ej svarade_ej inget_svar ej_svar inga_svar utan_svar upptaget`,

  // Who
  MUNICIPALITYPARTY: `kommun* komun* kommnen -kommunen -kommun bistånd* bisthand* biståndshandläg* handläggar* handläggarn sol-handlägg* hemtjänst* hemsjukvård*
    boende* boendet säbo korttids* ssk_i_kommunen brukare kommunsköterska* kommunsjuksköter* municipality`,
  WARD: `avdelning* avd -avd -avdelning* slutenvård* sjukhus* kirurg* medicin ortoped* geriatri* iva psykavd* vårdavdelning* expeditionen
    medicinavd* infektion* akutvårdsavd* stroke* neurolog* ward`,
  PRIMARY: `hälsocentral* hc halsocentral* vårdcentral* primärvård* primärvrden vårdkontakt* fvk distriktssk* primarvard* husläkar* familjeläkar*`,
  PSYCHIATRY: `psyk psykiatri* öppenvård* öppenpsyk* psykmott* psyköppen* öppenvårdspsyk* vuxenpsyk* bup`,
  ITSUPPORT: `servicedesk* it it-support* itsupport* support* supporten helpdesk* kundtjänst it-avdelning*`,
  ADMINISTRATION: `förvaltning* systemförvalt* lifecareförvalt* systemansvarig*`,
  REGION: `region regionen regionens regionväx*`,
  PATIENT: `patient* pat paitent* patinten brukare brukar* gubbe* gubben tant* tanten person personen`,

  // What is handed over
  ITEM: `-inskrivning* -inskrivn* inskrvning inskr planeringsunderlag* planeringsundrlag pu utskrivningsmeddelande* utskrivningsmedelande*
    utskrivningsklar* utskrivningsdatum* utskrvningsdatum utskr_datum patientinformation* ber_utskr* berdatum utskrivningsklart aktuella_insatser
    insatser inskrivningsmeddel* fast_vårdkontakt`,
  ADMITTED: `inskriv* skrivits_in skrivs_in skrevs_in lades_in inlagd* inlagt inneliggande kom_in kommit_in skriva_in`,
  DISCHARGE: `utskriv* utskrvn* utskriven skriva_ut skriver_ut skrva_ut skirva_ut skriv_ut_pat* skrivs_ut skrevs_ut skrivas_ut skrivits_ut skrivit_ut utskr hemgång*
    discharge* släppa* färdigbehandlad* få_ut`,
  GOHOME: `gå_hem går_hem gått_hem gick_hem åka_hem åker_hem åkt_hem åk_hem skicka_hem skickar_hem skicka_hem_pat* släppa_hem vill_hem
    ska_hem släppa hem hemm lämna_sjukhuset lämna_avdelningen skrivs_hem skickas_hem få_gå får_gå`,
  ALLOWED: `får tillåt* okej ok lugnt krävs krav förutsättning* går_det_bra får_man får_vi får_jag kan_vi kan_jag lov tillåtet förenligt okay går_det_att
    vänta stopp_för allowed`,
  WITHOUT: `utan trots ändå fast innan avsaknad saknas i_alla_fall ännu`,

  // SIP, documentation, form
  SIP: `sip sipen sipkall* sipmöt* individuell_plan* individuella_plan* samordnad_individuell* samordnade_individuella*`,
  INVITE: `kalla kallar kallas kalar -kallelse* kallelse* kallese sammankall* bjuda* bjuder möte möten mötet mötestid`,
  DOCUMENT: `dokument* dokumet* dokumn* journal* journalför* signer* signatur* kommentarsfält* journalsystem* dok plitar anteckna* antecknar skriver_jag skriva_i skriver_man
    skriva_ner skrivas_ner skriva_det skriva_in_det comment knappa_in_allt verksamhetssystem*`,
  FORM: `-blankett* blankett* blanktt blaketten formulär* checklist* stödmaterial* lapp* -lapp* papper* pappret mall mallen original* kuvert* form stödblankett* dokumentmall*`,
  SCAN: `skann* inskann* scann*`,
  WHERE: `var vart varifrån where nånstans någonstans var_finns var_ligger hittar hitar hitt`,
  SEND: `skicka skickar skickas skickat insänd* sända sänds skicka_in skickar_in internpost* post adress* lämna_in lämnas_in mejla`,
  THROW: `släng* kast* kasser* förstör* spara_blank* sparas behålla* arkiver*`,
  LINK: `länk* vårdgivarweb* intranät* pdf ladda_ner download link webb* hemsida*`,

  // Afterwards
  REREG: `efterreg* eftereg* efterrgist* retroaktiv* registrera_i_efterhand registreras_i_efterhand efter_registr* efter_reg* re_regist* reregist*`,
  AFTERWARDS: `efterhand i_efterhand efteråt efter sen sedan retroaktiv* afterwards i_efterskott`,
  REGISTER: `registrer* lägga_in läggas_in lagt_in föra_in föras_in knappa_in knappas_in skriva_in inlagd* inlagt* inlagda ligger_inne lägger_in reg reppa fört_in för_in matat_in mata_in inmatad* inmatat införd* infört inknappad* knappat_in skrivit_in föra_över registrerad*
    in_i_lifecare in_i_sp fyllas_i`,
  REMAIN: `kvar utestående återstår återstod ogjort ogjord* restlist* rest saknas kvarvar* kvarvrande outstanding hunnit oavslutad* ej_slutförd* släpar öppna`,
  DONE: `klar klara klart gjord gjort gjorda färdig* fixat fixad bocka* stryk markera* done avklarad* avbockad* bockat slutförd* inne`,
  ITEMLIST: `efterregistreringslist* efterreg-list* er-list* restlist* att-göra*`,
  ACK: `kvitter* kviter* kvitt* okvitter* acknowledge* klicka_bort klicka_på kvittens* kvitens*`,
  MESSAGE: `meddelande meddelanden medelanden meddelandena meddelandet inkorg* inkomna notismeddel* messages medelande fördröjda försenade medelandena`,

  NEEDED: `aktuell aktuellt aktuella relevant nödvändig* behövlig* kräver krävs`,
  STRIKE: `stryk stryka struken avskriv* slipper dubblett* tas_bort ta_bort plocka_bort bort_från_listan`,
  MODAL: `ska skall måste behöver behövs bör räcker gäller borde must need slipper`,

  // The routine
  ROUTINE: `rutin* -rutin -rutinen ruitn* avbrottsrutin* routine reservrutin* reglerna riktlinj*`,
  VALID: `gäller omfatt* tilläm* träder användas följa kraft köra_på apply innehåll* säger_rutin*`,
  VERSION: `version* fastställ* beslut* godkänd* utkast* upprätt*`,
  READ: `läsa läs länk visa berätta förklara kortfattat pdf hela`,

  // Channel and unit
  CONNECT: `koppl* anslut* byt byta bytt tillhör* hör_till connect höra_till registrera_oss registrera_mig lägg_till ändra_min vara_med knyt* knyta flytta_kanalen`,
  CHANNEL: `-kanal* kanal* kannal* teamet chatten chatt channel gruppen teamskanal*`,
  UNIT: `enhet* -enhet -enheten biståndsenhet* mottagning* unit vår_avdelning vår_hälsocentral`,
  ROLE: `roll rollen koordinator* behörig_roll min_enhet min_kommun profil`,
  WEARE: `vi_är jag_är vi_tillhör vi_hör vi_sitter_på här_är_vi jag_jobbar jag_tillhör det_här_är_kanalen`,
  NOTICE: `avisering* plinga* pinga* notis* -notis* avbrottsnotis* avbrottsmeddel* påminnels* utskicken`,
  NOMORE: `fler_notis* inga_notis* inte_ha_fler inga_fler inte_ha_notis* slippa_notis*`,
  ONOFF: `stäng_av slå_på slå_av sätt_på sluta_skicka pausa tysta mute`,

  // Numbers and summaries
  SUMMARY: `sammanfatt* -sammanfattning* samanfatt* sammafatt* sammanställ* summer* -summering* slutrapport* avbrottsrapport* återblick* summary -rapport rapport rapporten resultat* vad_hände
    hur_gick dra_ihop slutsummer* facit`,
  STATS: `statist* statstik statisik -statistik* siffr* underlag* -underlag faktur* genomsnitt* snitt* snittlängd* medelvärd* medeltid* totalt totala exporter* csv kvartal*
    jämför* jamfor* median* andel* procent`,
  PERIOD: `i_år månad* månaden kvartal* halvår* hösten våren sommaren somras året januari februari mars april maj juni juli augusti september oktober november december senaste förra
    i_fjol`,

  // Talk with the bot
  GREETING: `hej hejsan hallå tjena hello hi god_morgon godmorgon god_kväll tja morsning hejhej tjenare`,
  THANKS: `tack tackar thanks thank_you tusen_tack`,
  HELP: `hjälp* hjalp hjäp help kommando* menyn meny funktion* exempel boten botten använder_jag använder_man kan_du_göra kan_man_göra kan_jag_skriva kan_jag_fråga komma_igång`,
  BOT: `du dig boten bot avbrottsboten`,

  // What belongs to somebody else
  OTHERSYSTEM: `cosmic npö pascal heroma medvind outlook windows excel 1177 siths sithskort internet wifi wi-fi nätverket telefonväxeln telefonerna hissen hiss strömmen ström
    strömavbrott* skrivare* skrivaren printer* dator datorn datorer brandlarm* kollektivtrafik* platina videomöte* mikrofon* trygghetslarm* nyckelkort* skärm treserva procapita viva combine sectra synapse tåget bussen mejlen mailen vatten* värmen`,
  CLINICAL: `dos dosen doser mg ml alvedon morfin furix innohep antibiot* läkemedel* medicinlista medicinering recept* feber blodtryck* blodgrupp* provtagning* prov provet provrör* röntgen* operation*
    op syrgas* dropp* droppet katet* kalium trycksår* smärt* smärta bröstet blek ont hosta gastroskopi* vaccin* diagnos* sepsis mrsa fasta stickskada* höftfraktur* puls såromlägg* mår
    rullstol* hjälpmedel* nutrition äta dricka allergi* matallergi* hygien* narkotika* remiss* sårvård* såromlägg* blodtransfusion* fallolyck* fysioterap* förband* duscha röka trappor isoleras vätska`,
  HR: `lön lönen lönespec* semester* schema* schemat arbetspass* vikari* vikarie övertid* arbetstid* reseräkning* tidrapport* anställ* chef chefen hr ledighet* friskvård* sjukfrånvaro* jourläkar*
    läkarintyg arbetsskada* sjukanmäl* arbetsplatsträff* tjänstledig* löneblankett* lönespec* jobbar_natt jobbar_idag rast fikarast* julfest* utbildning*`,
  ACCOUNT: `lösenord* lösen password behörighet* konto kontot användare pinkod* inloggning_till användarnamn* ny_inloggning`,
  LEISURE: `väder vädret lunch* middag* mat fika* kaffe* film musik match* matchen skämt dikt sång pannkak* ris bil taxi buss* parkering* pizzeria* frisör* tandläkar* gym* tvättstug* huvudstad* statsminister*
    kung allsvensk* melodifest* berg månen volvo däck apotek* blommor restaurang* bio aw helg helgen spel resa tolk bröllop* julklapp* klockan_i`,
};
