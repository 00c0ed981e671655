import { numberPattern } from './number-words.ts';

/** A time of day as it was said. */
export type Clock = {
  /** After midnight; 1440 is the midnight that ends the day. */
  readonly minutes: number;
  /** By a dial of twelve hours: half a day later is as likely. */
  readonly isDial: boolean;
};

/** What stands around a time: no letter, no digit, no part of another number. */
export const clockEdge = '(?<![a-z0-9./:,-])';
export const clockEnd = '(?![a-z0-9]|[.:/-]\\d|:[a-z])';

/** "Klockan", and how it is shortened or misspelled. */
export const clockWord = '(?:kl|klockan?|klokan|klocan|klokcan|klcokan|lkockan)';

/** Words before a bare hour that make it a time. */
export const hourLead =
  '(?:vid|runt|omkring|kring|ungefar|ca|cirka|typ|till|tills|fram till|fram emot|framemot|innan|fore|efter|senast|tidigast|sedan|sen|fran|from|strax|narmare|forran|start|starttid|sluttid|slut|eta|prick|exakt|mellan|klart?|prognos)';

const hedge = '(?: (?:nu|var|ar|blir|ca|cirka|efter|fore|innan|runt))?';
const afterClock = new RegExp(`(?<![a-z])${clockWord}\\.?${hedge} $`, 'u');
const namedTime = new RegExp(
  `(?<![a-z])(?:${clockWord}\\.?|${hourLead}\\.?|avbrott|mellan (?:kl\\.? |klockan )?${numberPattern} (?:och|o|a))${hedge} $`,
  'u',
);

/** Whether what leads up to a number in a folded text ends in "klockan". */
export const isAfterClock = (lead: string): boolean => afterClock.test(lead);
/** Whether it ends in that or in another word that makes a bare hour a time: "vid", "mellan åtta och". */
export const isNamedTime = (lead: string): boolean => namedTime.test(lead);

const measures = /(?<![a-z])(?:ca|cirka|runt|omkring|kring|ungefar|typ|mellan)[. ]*$/u;
const amounts = /(?<!klockan )(?<![a-z])(?:ar|var|har|hade|finns|blir|blev|totalt|pa|med|om|for)(?: nu)? $/u;

/** Whether what leads up to a bare number says how many rather than when: "vi är ca 10". */
export function isAmount(lead: string): boolean {
  const measure = measures.exec(lead);
  return measure !== null && amounts.test(lead.slice(0, measure.index));
}
