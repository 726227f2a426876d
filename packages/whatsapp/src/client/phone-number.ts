import { z } from 'zod';
import { WireId, maybe } from '../webhook/wire-value.ts';

/** A business phone number, with whatever other fields were asked for. */
export const PhoneNumber = z.looseObject({
  id: WireId,
  display_phone_number: maybe(z.string()),
  verified_name: maybe(z.string()),
  status: maybe(z.string()),
  quality_rating: maybe(z.string()),
  name_status: maybe(z.string()),
  code_verification_status: maybe(z.string()),
  account_mode: maybe(z.string()),
  platform_type: maybe(z.string()),
  is_official_business_account: maybe(z.boolean()),
  throughput: maybe(z.looseObject({ level: maybe(z.string()) })),
  whatsapp_business_manager_messaging_limit: maybe(z.string()),
  username: maybe(z.string()),
});
export type PhoneNumber = z.output<typeof PhoneNumber>;

/** What is worth knowing of a number; Meta gives only four of these when not asked. */
export const phoneNumberFields = Object.keys(PhoneNumber.shape)
  .filter((field) => field !== 'username')
  .join(',');
