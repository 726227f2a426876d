import { z } from 'zod';
import { WireId, WireNumber, WireSeconds, maybe } from '../wire-value.ts';
import { noticeReader } from './notice-reader.ts';

const Text = maybe(z.string());
const Limit = maybe(z.union([z.string(), z.number()]));

/** What happened to the WhatsApp Business Account. Under PARTNER_ events the entry's id is the partner's business. */
export const readAccount = noticeReader(
  'account_update',
  {
    event: z.string(),
    phone_number: maybe(WireId),
    country: Text,
    waba_info: maybe(
      z.looseObject({
        waba_id: maybe(WireId),
        owner_business_id: maybe(WireId),
        ad_account_linked: maybe(WireId),
        ad_account_id: maybe(WireId),
        partner_app_id: maybe(WireId),
        solution_id: maybe(WireId),
        solution_partner_business_ids: maybe(z.array(WireId)),
      }),
    ),
    violation_info: maybe(z.looseObject({ violation_type: Text })),
    restriction_info: maybe(
      z.array(z.looseObject({ restriction_type: Text, expiration: maybe(WireSeconds), remediation: Text })),
    ),
    ban_info: maybe(
      z.looseObject({
        waba_ban_state: maybe(z.union([z.string(), z.array(z.string())])),
        waba_ban_date: Text,
      }),
    ),
    auth_international_rate_eligibility: maybe(
      z.looseObject({
        start_time: maybe(WireSeconds),
        exception_countries: maybe(
          z.array(z.looseObject({ country_code: Text, start_time: maybe(WireSeconds) })),
        ),
      }),
    ),
    partner_client_certification_info: maybe(
      z.looseObject({
        client_business_id: maybe(WireId),
        status: Text,
        rejection_reasons: maybe(z.array(z.string())),
      }),
    ),
    partner_client_certification_needed_info: maybe(z.looseObject({ client_business_id: maybe(WireId) })),
    disconnection_info: maybe(z.looseObject({ reason: Text, initiated_by: Text })),
    volume_tier_info: maybe(
      z.looseObject({
        tier_update_time: maybe(WireSeconds),
        pricing_category: Text,
        tier: Text,
        effective_month: Text,
        region: Text,
      }),
    ),
  },
  {
    key: 'event',
    words: [
      'ACCOUNT_DELETED',
      'ACCOUNT_OFFBOARDED',
      'ACCOUNT_RECONNECTED',
      'ACCOUNT_RESTRICTION',
      'ACCOUNT_VIOLATION',
      'AD_ACCOUNT_LINKED',
      'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE',
      'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE',
      'DISABLED_UPDATE',
      'MM_LITE_TERMS_SIGNED',
      'PARTNER_ADDED',
      'PARTNER_APP_INSTALLED',
      'PARTNER_APP_UNINSTALLED',
      'PARTNER_CLIENT_CERTIFICATION_NEEDED',
      'PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE',
      'PARTNER_REMOVED',
      'VERIFIED_ACCOUNT',
      'VOLUME_BASED_PRICING_TIER_UPDATE',
    ],
  },
);

const alert = {
  alert_severity: Text,
  alert_status: Text,
  alert_type: Text,
  alert_description: Text,
};

/** Something to look after. Older versions have the alert's fields beside the entity's. */
export const readAlert = noticeReader(
  'account_alerts',
  {
    entity_type: z.string(),
    entity_id: maybe(WireId),
    alert_info: maybe(z.looseObject(alert)),
    ...alert,
  },
  { key: 'entity_type', words: ['BUSINESS', 'WABA', 'PHONE_NUMBER'] },
);

/** What the review of the account against Meta's policies came to. */
export const readReview = noticeReader(
  'account_review_update',
  { decision: z.string() },
  { key: 'decision', words: ['APPROVED', 'REJECTED', 'PENDING', 'DEFERRED'] },
);

/**
 * What the account may do. The limit is a tier (`TIER_2K`) per business portfolio; in older versions it is a
 * number per phone number, -1 for no limit. `messagingLimitOf` reads both.
 */
export const readCapability = noticeReader('business_capability_update', {
  max_daily_conversations_per_business: Limit,
  max_daily_conversation_per_phone: Limit,
  max_phone_numbers_per_business: maybe(WireNumber),
  max_phone_numbers_per_waba: maybe(WireNumber),
});

/** The account's standing with Meta's own agents and programmes. Its words are not documented. */
export const readBusinessStatus = noticeReader('business_status_update', { event: Text, status: Text });

/** A solution of several partners. The entry's id is the business, not the account. */
export const readPartnerSolution = noticeReader(
  'partner_solutions',
  { event: z.string(), solution_id: maybe(WireId), solution_status: Text },
  { key: 'event', words: ['SOLUTION_CREATED', 'SOLUTION_UPDATED'] },
);

/** A payment configuration (India and Brazil). */
export const readPaymentConfiguration = noticeReader(
  'payment_configuration_update',
  {
    configuration_name: Text,
    provider_name: Text,
    provider_mid: maybe(WireId),
    status: z.string(),
    created_timestamp: maybe(WireSeconds),
    updated_timestamp: maybe(WireSeconds),
  },
  { key: 'status', words: ['Active', 'Needs_Connecting', 'Needs_Testing'] },
);
