/** What the digits of a patient identity say it is; a masked one or a bare date is a `birth-date`. */
export type IdentityKind = 'personal-number' | 'coordination-number' | 'reserve-number' | 'birth-date';

/**
 * The kind of ten (YYMMDDNNNN) or twelve digits (YYYYMMDDNNNN, born 1800–2099), by the date alone: day
 * 01–31 a personal number, day plus 60 a coordination number (folkbokföringslagen 18–18 b §§), day 32–59
 * with a century the reserve number of Carelink and Region Halland, "99" and a year Region Stockholm's
 * (HL7 Sweden, basprofiler-r4, PatientIdentifierConformancePatternSE; Vårdgivarguiden, "Reservnummer").
 * Months are 01–12 and days need not exist in their month: a slip of the pen is an identity still.
 * Undefined for everything else, organisation numbers among it: their third digit is two or more.
 */
export function identityKind(digits: string): IdentityKind | undefined {
  if (digits.length === 10) return kindOfDay(digits.slice(2, 6), false);
  if (digits.length !== 12) return undefined;
  if (/^99(?:19|20)/.test(digits)) return 'reserve-number';
  return /^(?:18|19|20)/.test(digits) ? kindOfDay(digits.slice(4, 8), true) : undefined;
}

function kindOfDay(monthAndDay: string, hasCentury: boolean): IdentityKind | undefined {
  const day = Number(monthAndDay.slice(2));
  if (!isMonth(monthAndDay.slice(0, 2))) return undefined;
  if (day >= 1 && day <= 31) return 'personal-number';
  if (day >= 61 && day <= 91) return 'coordination-number';
  return hasCentury && day >= 32 && day <= 59 ? 'reserve-number' : undefined;
}

/** Whether six (YYMMDD) or eight digits (YYYYMMDD, 1800–2099) may be a birth date, with 60 added or not. */
export function isBirthDate(digits: string): boolean {
  if (digits.length === 8 && !/^(?:18|19|20)/.test(digits)) return false;
  return [6, 8].includes(digits.length) && kindOfDay(digits.slice(-4), false) !== undefined;
}

function isMonth(digits: string): boolean {
  const month = Number(digits);
  return month >= 1 && month <= 12;
}

/** Whether the last of ten digits, or of the last ten of twelve, is the control digit of the nine before (Luhn). */
export function hasControlDigit(digits: string): boolean {
  const products = Array.from(digits.slice(-10), (digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1));
  const sum = products.reduce((total, product) => total + (product > 9 ? product - 9 : product), 0);
  return sum % 10 === 0;
}
