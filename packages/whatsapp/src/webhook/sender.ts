import { z } from 'zod';
import { present } from './present.ts';
import { reader, type Forms, type WireRecord } from './reader.ts';
import { isIdOrAbsent, isRecord, isTextOrAbsent } from './wire-value.ts';

/**
 * Who a person is, as far as Meta says. Every field may be absent: people who took a
 * username often have no phone here, and old payloads have no BSUID. All are kept
 * character by character as sent.
 * `bsuid`: business-scoped user id (`CC.…`), one per person and business portfolio.
 * `parentBsuid`: the same across linked portfolios (`CC.ENT.…`).
 * `phone`: the number as WhatsApp knows it, normally digits without `+`.
 * `identityKeyHash`: changes with the person's device, if the number has identity checks switched on.
 * Source: Cloud API docs, "Business-scoped user IDs", 2026-02-18.
 */
export type Sender = {
  bsuid?: string;
  parentBsuid?: string;
  phone?: string;
  username?: string;
  profileName?: string;
  identityKeyHash?: string;
};

/** The ids that a message, status or call itself carries. */
export type SenderIds = Pick<Sender, 'bsuid' | 'parentBsuid' | 'phone'>;

/** An entry of `contacts` on the wire. */
export function contactForm(f: Forms) {
  return z.object({
    wa_id: f.maybe(f.id),
    user_id: f.maybe(f.id),
    parent_user_id: f.maybe(f.id),
    identity_key_hash: f.maybe(f.id),
    profile: f.maybe(z.object({ name: f.maybe(z.string()), username: f.maybe(z.string()) })),
  });
}

/** The same by hand. */
export function contactByHand(raw: WireRecord): z.output<ReturnType<typeof contactForm>> | undefined {
  const { wa_id, user_id, parent_user_id, identity_key_hash } = raw;
  const profile = profileByHand(raw['profile']);
  return isIdOrAbsent(wa_id) &&
    isIdOrAbsent(user_id) &&
    isIdOrAbsent(parent_user_id) &&
    isIdOrAbsent(identity_key_hash) &&
    profile !== undefined
    ? { wa_id, user_id, parent_user_id, identity_key_hash, profile }
    : undefined;
}

function profileByHand(raw: unknown) {
  if (!isRecord(raw)) return undefined;
  const { name, username } = raw;
  return isTextOrAbsent(name) && isTextOrAbsent(username) ? { name, username } : undefined;
}

const readWireContact = reader(contactForm, contactByHand);

/** The people of a `contacts` array, found by id. A payload may hold a thousand. */
export type ContactBook = {
  all: readonly Sender[];
  byBsuid: ReadonlyMap<string, Sender>;
  byPhone: ReadonlyMap<string, readonly Sender[]>;
};

/** The readable entries of a `contacts` array; what is not an array holds none. */
export function contactBook(contacts: unknown): ContactBook {
  const all: Sender[] = [];
  for (const item of Array.isArray(contacts) ? contacts : []) {
    const one = readContact(item);
    if (one !== undefined) all.push(one);
  }
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

/** The ids merged with the only contact of a value that tells of one person. */
export function mergeOnlyContact(ids: SenderIds, contact: unknown): Sender {
  const one = readContact(contact);
  return one === undefined || contradicts(ids, one) ? ids : { ...one, ...ids };
}

/** Whether all that are about somebody (have `ids`) are about the same person, as far as they tell themselves. */
export function isOnePerson(all: readonly { readonly ids: SenderIds | undefined }[]): boolean {
  let first: SenderIds | undefined;
  for (const { ids } of all) {
    if (ids === undefined) continue;
    if (first !== undefined && (ids.bsuid !== first.bsuid || ids.phone !== first.phone)) return false;
    first ??= ids;
  }
  return first !== undefined;
}

function readContact(item: unknown): Sender | undefined {
  const wire = readWireContact(item);
  if (wire === undefined) return undefined;
  return present({
    bsuid: wire.user_id,
    parentBsuid: wire.parent_user_id,
    phone: wire.wa_id,
    username: wire.profile?.username,
    profileName: wire.profile?.name,
    identityKeyHash: wire.identity_key_hash,
  });
}

function loneContact(ids: SenderIds, contacts: readonly Sender[]): Sender | undefined {
  const [only, ...others] = contacts;
  return only === undefined || others.length > 0 || contradicts(ids, only) ? undefined : only;
}

/** A phone may have gone to another person; two different BSUIDs are two people. */
function contradicts(ids: SenderIds, contact: Sender): boolean {
  return ids.bsuid !== undefined && contact.bsuid !== undefined && ids.bsuid !== contact.bsuid;
}
