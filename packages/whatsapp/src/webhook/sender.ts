import { z } from 'zod';
import { present } from './present.ts';
import { WireId, maybe } from './wire-value.ts';

/**
 * Who a person is, as far as Meta says. Every field may be absent: people who took a
 * username often have no phone here, and old payloads have no BSUID. All are kept
 * character by character as sent.
 * `bsuid`: business-scoped user id (`CC.…`), one per person and business portfolio.
 * `parentBsuid`: the same across linked portfolios (`CC.ENT.…`).
 * `phone`: the number as WhatsApp knows it, normally digits without `+`.
 * Source: Cloud API docs, "Business-scoped user IDs", 2026-02-18.
 */
export type Sender = {
  bsuid?: string;
  parentBsuid?: string;
  phone?: string;
  username?: string;
  profileName?: string;
};

/** The ids that a message, status or call itself carries. */
export type SenderIds = Pick<Sender, 'bsuid' | 'parentBsuid' | 'phone'>;

const WireContact = z.object({
  wa_id: maybe(WireId),
  user_id: maybe(WireId),
  parent_user_id: maybe(WireId),
  profile: maybe(z.object({ name: maybe(z.string()), username: maybe(z.string()) })),
});

/** The readable entries of a `contacts` array; what is not an array holds none. */
export function sendersOf(contacts: unknown): readonly Sender[] {
  if (!Array.isArray(contacts)) return [];
  return contacts.flatMap((item: unknown) => {
    const parsed = WireContact.safeParse(item);
    if (!parsed.success) return [];
    const { wa_id, user_id, parent_user_id, profile } = parsed.data;
    return [
      present({
        bsuid: user_id,
        parentBsuid: parent_user_id,
        phone: wa_id,
        username: profile?.username,
        profileName: profile?.name,
      }),
    ];
  });
}

/**
 * The ids merged with the contact they belong to. What the message itself says wins.
 * `onlyPerson`: nobody else is spoken of in the same value, so that a lone contact which
 * does not contradict the ids is theirs even if the numbers are written differently
 * (Meta: "a WhatsApp user's ID and phone number may not always match").
 */
export function mergeSender(ids: SenderIds, contacts: readonly Sender[], onlyPerson: boolean): Sender {
  const contact =
    contacts.find((one) => ids.bsuid !== undefined && one.bsuid === ids.bsuid) ??
    contacts.find((one) => ids.phone !== undefined && one.phone === ids.phone && !contradicts(ids, one)) ??
    (onlyPerson ? loneContact(ids, contacts) : undefined);
  return contact === undefined ? ids : { ...contact, ...ids };
}

function loneContact(ids: SenderIds, contacts: readonly Sender[]): Sender | undefined {
  const [only, ...others] = contacts;
  return only === undefined || others.length > 0 || contradicts(ids, only) ? undefined : only;
}

/** A phone may have gone to another person; two different BSUIDs are two people. */
function contradicts(ids: SenderIds, contact: Sender): boolean {
  return ids.bsuid !== undefined && contact.bsuid !== undefined && ids.bsuid !== contact.bsuid;
}
