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

/** The people of a `contacts` array, found by id. A payload may hold a thousand. */
export type ContactBook = {
  all: readonly Sender[];
  byBsuid: ReadonlyMap<string, Sender>;
  byPhone: ReadonlyMap<string, readonly Sender[]>;
};

/** The readable entries of a `contacts` array; what is not an array holds none. */
export function contactBook(contacts: unknown): ContactBook {
  const all = Array.isArray(contacts) ? contacts.flatMap((item: unknown) => readContact(item)) : [];
  const byBsuid = new Map<string, Sender>();
  const byPhone = new Map<string, Sender[]>();
  for (const one of all) {
    if (one.bsuid !== undefined && !byBsuid.has(one.bsuid)) byBsuid.set(one.bsuid, one);
    if (one.phone === undefined) continue;
    const namesakes = byPhone.get(one.phone);
    if (namesakes === undefined) byPhone.set(one.phone, [one]);
    else namesakes.push(one);
  }
  return { all, byBsuid, byPhone };
}

/**
 * The ids merged with the contact they belong to. What the message itself says wins.
 * `onlyPerson`: nobody else is spoken of in the same value, so that a lone contact which
 * does not contradict the ids is theirs even if the numbers are written differently
 * (Meta: "a WhatsApp user's ID and phone number may not always match").
 */
export function mergeSender(ids: SenderIds, contacts: ContactBook, onlyPerson: boolean): Sender {
  const contact =
    (ids.bsuid === undefined ? undefined : contacts.byBsuid.get(ids.bsuid)) ??
    (ids.phone === undefined
      ? undefined
      : contacts.byPhone.get(ids.phone)?.find((one) => !contradicts(ids, one))) ??
    (onlyPerson ? loneContact(ids, contacts.all) : undefined);
  return contact === undefined ? ids : { ...contact, ...ids };
}

function readContact(item: unknown): readonly Sender[] {
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
}

function loneContact(ids: SenderIds, contacts: readonly Sender[]): Sender | undefined {
  const [only, ...others] = contacts;
  return only === undefined || others.length > 0 || contradicts(ids, only) ? undefined : only;
}

/** A phone may have gone to another person; two different BSUIDs are two people. */
function contradicts(ids: SenderIds, contact: Sender): boolean {
  return ids.bsuid !== undefined && contact.bsuid !== undefined && ids.bsuid !== contact.bsuid;
}
