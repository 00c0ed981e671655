import type { Organisation } from '../domain/ids.ts';
import type { Asked } from './verb.ts';

/** Whether an organisation uses the tenant that is spoken from, as `ALLOWED_TENANTS` says. */
export function isOfTenant(
  organisation: Organisation,
  { organisations }: Pick<Asked, 'organisations'>,
): boolean {
  return organisations.length === 0 || organisations.includes(organisation);
}

/** What is said of one that does not. */
export const otherTenant = 'Den organisationen hör inte till er Teams. Välj er egen.';
