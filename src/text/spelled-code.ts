/** The Swedish spelling alphabet, as telephone operators use it: the names' first letters, Qvintus for Q. */
const letterNames =
  'Adam Bertil Cesar David Erik Filip Gustav Helge Ivar Johan Kalle Ludvig Martin Niklas Olof Petter Qvintus Rudolf Sigurd Tore Urban Viktor Wilhelm Xerxes Yngve Zäta';

const spoken: ReadonlyMap<string, string> = new Map([
  ...letterNames.split(' ').map((name) => [name.slice(0, 1), name] as const),
  ['2', 'två'],
  ['3', 'tre'],
  ['4', 'fyra'],
  ['6', 'sex'],
  ['7', 'sju'],
  ['9', 'nio'],
]);

/** A case's code as it is read out on the phone: "K7M-3F" is "Kalle, sju, Martin – tre, Filip". */
export function spelledCode(code: string): string {
  return code.split('-').map(spelledPart).join(' – ');
}

function spelledPart(part: string): string {
  return Array.from(part, (character) => spoken.get(character) ?? character).join(', ');
}
