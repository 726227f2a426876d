import type { Asker } from '../tool/asker.ts';

/** Whose an order is, and the second facts that open it beside its number. Phones: digits with country code. */
export type OrderOwner = {
  readonly contactId?: string | undefined;
  readonly contactPhone?: string | undefined;
  readonly bsuid?: string | undefined;
  readonly email?: string | undefined;
  readonly postcode?: string | undefined;
};

/**
 * Whether somebody who knows an order's number may see and change it: they placed it here, it is their
 * phone's, or `proof` is its e-mail or postcode. A phone of another person than the one who ordered
 * (another BSUID) may have been given to somebody else since and proves nothing.
 */
export function maySeeOrder(owner: OrderOwner, asker: Asker, proof: string | undefined): boolean {
  if (owner.contactId !== undefined && owner.contactId === asker.contactId) return true;
  const otherPerson = owner.bsuid !== undefined && asker.bsuid !== undefined && owner.bsuid !== asker.bsuid;
  if (owner.bsuid !== undefined && owner.bsuid === asker.bsuid) return true;
  const phone = asker.phone?.replaceAll(/\D/g, '');
  if (!otherPerson && phone !== undefined && phone !== '' && phone === owner.contactPhone) return true;
  if (proof === undefined) return false;
  const shown = comparable(proof);
  const postcode = withoutHyphens(owner.postcode ?? '');
  return (
    (shown !== '' && owner.email !== undefined && comparable(owner.email) === shown) ||
    (postcode !== '' && postcode === withoutHyphens(proof))
  );
}

/** "01310-100" and "01310100" are the same postcode. */
function withoutHyphens(postcode: string): string {
  return comparable(postcode).replaceAll(/\p{Pd}/gu, '');
}

function comparable(fact: string): string {
  return fact.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
