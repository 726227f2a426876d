import { z } from 'zod';
import { maybe } from './wire-value.ts';

const Text = maybe(z.string());

const Phone = z.looseObject({ phone: Text, type: Text, wa_id: Text, user_id: Text });
const Email = z.looseObject({ email: Text, type: Text });
const Url = z.looseObject({ url: Text, type: Text });
const Address = z.looseObject({
  street: Text,
  city: Text,
  state: Text,
  zip: Text,
  country: Text,
  country_code: Text,
  type: Text,
});

/**
 * A contact card, in Meta's words. Every field may be missing. `origin`: `contact_request` if it answers
 * our request for the customer's own, else `other`.
 * Source: Cloud API docs, "Contacts messages webhook reference", read 2026-11-21.
 */
export const SharedContact = z.looseObject({
  name: maybe(
    z.looseObject({
      formatted_name: Text,
      first_name: Text,
      last_name: Text,
      middle_name: Text,
      prefix: Text,
      suffix: Text,
    }),
  ),
  phones: maybe(z.array(Phone)),
  emails: maybe(z.array(Email)),
  urls: maybe(z.array(Url)),
  addresses: maybe(z.array(Address)),
  org: maybe(z.looseObject({ company: Text, department: Text, title: Text })),
  birthday: Text,
  origin: Text,
});
export type SharedContact = z.infer<typeof SharedContact>;
