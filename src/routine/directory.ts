import { z } from 'zod';
import { isPossibleAsker } from '../domain/asker.ts';
import { careSettings, organisations, parties } from '../domain/ids.ts';
import { parsePhoneNumber } from '../domain/phone-number.ts';
import type { PhoneNumberRefusal } from '../domain/phone-number.ts';

const filled = z.string().trim().min(1, { error: 'saknas' });
const optional = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text));

const number = filled.transform((printed, context) => {
  const parsed = parsePhoneNumber(printed);
  if (parsed.kind === 'phone-number') return { printed, e164: parsed.e164 };
  context.addIssue({ code: 'custom', message: whyNoNumber(parsed) });
  return z.NEVER;
});

const refusals: Readonly<Record<PhoneNumberRefusal['kind'], string>> = {
  empty: 'saknas',
  'not-digits': 'har annat än siffror',
  'no-area-code': 'saknar riktnummer',
  'not-swedish': 'är inte ett svenskt nummer',
  'too-short': 'är för kort för ett telefonnummer',
  'too-long': 'är för långt för ett telefonnummer',
  unknown: 'är inget svenskt telefonnummer; kontrollera riktnumret',
};

function whyNoNumber({ kind }: PhoneNumberRefusal): string {
  return `${refusals[kind]} (skriv som 0611-800 00)`;
}

/**
 * One row of the directory (`DIRECTORY_FILE`): a direct number that the customer keeps, of a ward, a health
 * centre, a municipal unit or an IT support. These go beyond the routine, so each says who vouches for it
 * and when it was last checked.
 */
export const directoryRow = z
  .strictObject({
    organisation: z.enum(organisations),
    party: z.enum(parties),
    name: filled,
    careSetting: z.literal('').or(z.enum(careSettings)),
    number,
    hours: optional,
    menu: optional,
    source: filled,
    checkedOn: z.iso.date({ error: 'ska vara en dag som 2026-11-22' }),
  })
  .refine(
    ({ organisation, party }) =>
      party === 'it-support' || (party === 'municipality') === (organisation !== 'region'),
    {
      path: ['party'],
      error: 'finns inte i den organisationen: kommunens enheter är municipality, regionens allt annat',
    },
  )
  .refine(
    ({ careSetting, organisation }) => careSetting === '' || isPossibleAsker({ careSetting, organisation }),
    {
      path: ['careSetting'],
      error: 'finns inte i den organisationen',
    },
  );
export type DirectoryRow = z.infer<typeof directoryRow>;

/** The columns of the file, in the order of the contract. */
export const directoryColumns = Object.keys(directoryRow.shape);
