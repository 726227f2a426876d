import type { Asker } from '../tool/asker.ts';

/** Whose an appointment is, and the second facts that open it beside its reference. Phones: digits with country code. */
export type AppointmentOwner = {
  readonly contactId?: string | undefined;
  readonly phone?: string | undefined;
  readonly bsuid?: string | undefined;
  readonly email?: string | undefined;
};

/**
 * Whether an appointment is the asker's own by what the channel says of them. A phone whose BSUID is
 * another than at the time of booking may have been given to somebody else and proves nothing.
 */
export function isOwn(owner: AppointmentOwner, asker: Asker): boolean {
  if (owner.contactId !== undefined && owner.contactId === asker.contactId) return true;
  if (owner.bsuid !== undefined && asker.bsuid !== undefined) return owner.bsuid === asker.bsuid;
  return owner.phone !== undefined && owner.phone === asker.phone?.replaceAll(/\D/g, '');
}

/** Whether the asker, who knows its reference, may see and change it: it is theirs, or `proof` is its e-mail or phone. */
export function maySee(owner: AppointmentOwner, asker: Asker, proof: string | undefined): boolean {
  if (isOwn(owner, asker)) return true;
  if (proof === undefined) return false;
  const shown = proof.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
  const digits = shown.replaceAll(/\D/g, '');
  return (
    (owner.email !== undefined && shown === owner.email.toLowerCase()) ||
    (owner.phone !== undefined && /^[+\d().-]+$/.test(shown) && digits === owner.phone)
  );
}
