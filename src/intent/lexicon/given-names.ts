/**
 * Given names as patients of today have them, after Statistics Sweden's lists of the commonest among all who live here
 * and among those born 1930–1960; without those that are words as well.
 */
export const givenNames = `
agneta aina albin alf alice allan anders andreas anette anita ann anna anneli annika arne arvid astrid axel barbro
bengt berit bertil birgit birgitta bo britt britta börje carina carl cecilia christer christina daniel david dagny
ebba edit edvin elin elisabet elisabeth ella ellen elsa elvira emil emma erik erika eva evert folke fredrik frida
gerd gertrud gudrun gun gunborg gunhild gunilla gunnar gunnel gustav göran gösta hanna hans harald harriet helena
henrik hilda hugo håkan ida inga ingegerd inger ingrid irene iris irma jakob jan janne jenny jens jesper joakim johan
johanna john jonas josefin julia karin karl katarina kenneth kerstin kjell klara kristina krister lars laila leif lena
lennart lilian linda linnea lisa lisbeth louise lovisa magnus maja maj-britt malin margareta margit maria marianne
marie markus martin mats matilda mikael mohamed monica monika märta naemi nanny nils ola olle olof oskar patrik
per-erik peter pernilla petra pia ragnar ragnhild rasmus rebecka robert roger roland rolf rune rut sara sigrid signe
sixten sofia solveig stefan stig stina sture svante sven siv sonja susanne therese thomas tobias tomas torbjörn tore
torsten tyra ulf ulla ulrika urban valborg vera viktor viola vivianne wilhelm yngve yvonne åke åsa örjan östen
`;
