import { z } from 'zod';
import { maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { NumberAccess } from './graph-access.ts';
import { createGraphCaller, Success } from './graph-caller.ts';

const fields = 'about,address,description,email,profile_picture_url,websites,vertical';

const BusinessProfile = z.looseObject({
  about: maybe(z.string()),
  address: maybe(z.string()),
  description: maybe(z.string()),
  email: maybe(z.string()),
  profile_picture_url: maybe(z.string()),
  websites: maybe(z.array(z.string())),
  vertical: maybe(z.string()),
});
export type BusinessProfile = z.output<typeof BusinessProfile>;

/** Meta's service answers with the profile itself; its published example has it one level deeper. */
const Answer = z
  .object({
    data: z.tuple([
      z.union([
        z.object({ business_profile: BusinessProfile }).transform((entry) => entry.business_profile),
        BusinessProfile,
      ]),
    ]),
  })
  .transform(({ data }) => data[0]);

/** `profile_picture_handle`: of an upload session. An empty text takes a field away. */
const ProfileChange = z.strictObject({
  about: z.string().min(1).max(139).optional(),
  address: z.string().max(256).optional(),
  description: z.string().max(512).optional(),
  email: z.string().max(128).optional(),
  profile_picture_handle: z.string().min(1).optional(),
  websites: z.array(z.url().max(256)).max(2).optional(),
  vertical: z.string().optional(),
});
export type ProfileChange = z.input<typeof ProfileChange>;

export type BusinessProfileClient = {
  get(signal: AbortSignal): Promise<CallResult<BusinessProfile>>;
  change(change: ProfileChange, signal: AbortSignal): Promise<CallResult<{ success: true }>>;
};

/**
 * What customers see of one number's business.
 * Source: Cloud API docs, "Business profiles", read 2026-11-21 (Meta's OpenAPI file allows only 256
 * characters of description; the service takes 512).
 */
export function createBusinessProfileClient(options: NumberAccess): BusinessProfileClient {
  const call = createGraphCaller(options);
  const path = [options.phoneNumberId, 'whatsapp_business_profile'];
  return {
    get: (signal) => call({ method: 'GET', path, query: { fields }, answer: Answer }, signal),
    change: (change, signal) =>
      call(
        {
          method: 'POST',
          path,
          body: {
            kind: 'json',
            json: { messaging_product: 'whatsapp', ...change },
            rules: ProfileChange.extend({ messaging_product: z.literal('whatsapp') }),
          },
          answer: Success,
        },
        signal,
      ),
  };
}
