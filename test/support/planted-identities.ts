/** Skatteverket's test numbers as people write them, to be sent in and looked for afterwards. */
export const plantedIdentities = [
  '19811218-9876',
  '811218-9876',
  '8112189876',
  '811218 9876',
  '19121212-1212',
  '121212+1212',
  '701063–2391',
  '197010632391',
] as const;

/** What is left of any of them, however it was cut or joined. */
const traces = /811218\D{0,3}9876|121212\D{0,3}1212|701063\D{0,3}2391/g;

/** Every planted number in a text, each once: none may be in anything that is kept, told or sent. */
export const plantedIn = (text: string): readonly string[] => [...new Set(text.match(traces))];
