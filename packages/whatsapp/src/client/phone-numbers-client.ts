import { z } from 'zod';
import { WireId, maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { AccountAccess } from './graph-access.ts';
import { createGraphCaller } from './graph-caller.ts';
import { pageOf, pagesOf, type Page } from './paging.ts';
import { PhoneNumber, phoneNumberFields } from './phone-number.ts';

/** A number to add, without its country code in `phoneNumber`. */
export type NumberToAdd = { countryCode: string; phoneNumber: string; verifiedName: string };

export type PhoneNumbersClient = {
  list(signal: AbortSignal, fields?: string): AsyncGenerator<CallResult<Page<PhoneNumber>>, void, undefined>;
  add(number: NumberToAdd, signal: AbortSignal): Promise<CallResult<{ id: string }>>;
  /** The account itself. `fields`: comma-separated. */
  account(signal: AbortSignal, fields?: string): Promise<CallResult<Account>>;
};

const Account = z.looseObject({
  id: WireId,
  name: maybe(z.string()),
  currency: maybe(z.string()),
  timezone_id: maybe(z.string()),
  account_review_status: maybe(z.string()),
  business_verification_status: maybe(z.string()),
});
export type Account = z.output<typeof Account>;

/**
 * The numbers of one account.
 * Source: Meta's OpenAPI file of the Business Messaging API, v23.0.
 */
export function createPhoneNumbersClient(options: AccountAccess): PhoneNumbersClient {
  const call = createGraphCaller(options);
  const path = [options.wabaId, 'phone_numbers'];
  return {
    list: (signal, fields = phoneNumberFields) =>
      pagesOf((after) =>
        call({ method: 'GET', path, query: { fields, after }, answer: pageOf(PhoneNumber) }, signal),
      ),
    add: ({ countryCode, phoneNumber, verifiedName }, signal) =>
      call(
        {
          method: 'POST',
          path,
          body: {
            kind: 'json',
            json: { cc: countryCode, phone_number: phoneNumber, verified_name: verifiedName },
            rules: z.object({
              cc: z.string().regex(/^\d{1,3}$/),
              phone_number: z.string().regex(/^\d{4,15}$/),
              verified_name: z.string().min(1),
            }),
          },
          answer: z.looseObject({ id: WireId }),
        },
        signal,
      ),
    account: (signal, fields) =>
      call({ method: 'GET', path: [options.wabaId], query: { fields }, answer: Account }, signal),
  };
}
