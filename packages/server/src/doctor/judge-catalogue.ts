import type { Check } from '../ports/doctor.ts';

/** How a catalogue at Meta stands. `differences`: undefined while it has never been read. */
type CatalogueFacts = {
  readonly catalogueId: string;
  readonly trouble: string | undefined;
  readonly differences: number | undefined;
};

/** Whether a catalogue at Meta says what the business's own says. */
export function judgeCatalogue({ catalogueId, trouble, differences }: CatalogueFacts): Check {
  const name = `catalogue ${catalogueId}`;
  if (differences === undefined)
    return {
      name,
      verdict: 'warning',
      says: `it has not been read at Meta${trouble === undefined ? ' yet' : `: ${trouble}`}; products are shown as a list`,
      fix: 'Check the number under "catalogue" in the task, and that the token has catalog_management.',
    };
  if (differences === 0) return { name, verdict: 'ok', says: 'Meta has what the business has' };
  return {
    name,
    verdict: 'warning',
    says: `${differences} differences between Meta's catalogue and the business's`,
    fix: 'See them with "ambit catalogue drift", and mend the one that is wrong.',
  };
}
