/**
 * Words that say nothing of what a text is about. A word that is neither here nor in concepts.ts or vocabulary.ts is
 * foreign: the more of them, the likelier the text is somebody else's business. After a change: `npm run train`.
 */
export const plainWords = `
  aktuell aktuella alla aldrig all allt allting alltså andra angående annan annat använda använder använde att av aven bara behöva ber bitti blev bli blir bort borta bra
  både båda bägge börjar börjat dag dagen dagens dagar datum de del dem den denna dess det detta direkt dit do dom dra du då där därför efter egen egna egentligen ej eller emellan emot en
  enda endast enligt er era ert ett exakt fall fast fel fem fick finns fler flera flest fler for fortfarande fortsätta fram framåt fredag från fråga frågar fyllas fyller fyra få får fått för föra
  före förmiddag först första förstå förstår förra försök försöker försökte försökt gamla gammal ganska ge gett ger gick gjorde gjordes gjort gjorts god gång gången gånger gårdagens gått gälla gäller gör göra görs ha hade haft halv
  har hel hela heller helt hemma hen henne hennes hit hittar hittat hittills hon honom hos hur hä hända händer här härmed hög höra hör idag ifyllda ifylld igen igenom igår ikväll imorgon in
  individuell ingen inget inga ingår inhyrd inne innan inom inte ja jag jo ju just jättebra jätte kan kl klicka klockan kod koden kom komma kommer kommit kontakter kontrollera kopia kunde kunna kvart kväll kvällen
  kör köra lagt last låg lång långa ledningen legat ligga ligger ligg lika lite liten lägg lägga läggas läkaren lämnar länet längre lördag lördagar man mars massa massor med medan meddelar mellan men mer mest mig min mina mitt
  morgon mot mycket måndag måste månad många namn namnet natt natten nej ni nio ner nog nu ny nya nyss någon något några nån nåt när nära nästa och också ofta okänd om oss olika onsdag ordning per plan
  planera planering planeras pga plus prata pratar precis på pågående pågår re redan rent runt räcker räknar räknas rätt sa sagt sal samma samt sen senare ser sex sig sin sina sitt sitter situation sju själv själva ska skall ske skedde skrevs skriv
  skriva skrivas skriver skrivit skrivs skulle slutat slutar slå snart som ssk sådan sådana sån söndag stor stora strax strunta står stå svar svarade svarat svarar så särskild särskilt sätt sätta ta tack tag tagit tala talar tar
  te tid tiden tidigare till tills tio tisdag tog tolv tre tredje tror torsdag trots tror två tjugo typ under undrar ungefär upp ur ut utan utanför va vad vanlig vanliga vanligt var vara varandra varat varit vart varje vecka veckan vem verkligen vet vi
  via vid vidare vik viktigt vilja vilka vilken vilket vill vissa vit våra vår vårt väl väldigt vänder vänligen vänta väntar vägen åk åka åkt åker år åt åtta än ännu ända är även önskar överens övrigt ändå elva
  sjuksköterska sjuksköterskan sköterska sköterskan ssk bemanning kollega kollegan kollegor kollegorna jobbet passet arbetar ensam dubbelt dubbla konstigt kanal bredvid hjälp
  and are ask call can could did do does does for from get give has have how in is it me my need no not now of on or our please should that the there this to up us was we were what when where which who why will with you your back
`;
