import { z } from 'zod';
import { WireId, WireNumber, WireSeconds, maybe } from '../wire-value.ts';
import { noticeReader } from './notice-reader.ts';

const Text = maybe(z.string());

/** A limit as Meta writes it: a tier (`TIER_2K`), or in older versions a number of people, -1 for no limit. */
const Limit = maybe(z.union([z.string(), z.number()]));

/** A number's throughput or quality. Meta takes `current_limit` away in 2026. */
export const readNumberQuality = noticeReader(
  'phone_number_quality_update',
  {
    display_phone_number: maybe(WireId),
    event: z.string(),
    current_limit: Limit,
    old_limit: Limit,
    max_daily_conversations_per_business: Limit,
  },
  {
    key: 'event',
    words: ['ONBOARDING', 'THROUGHPUT_UPGRADE', 'FLAGGED', 'UNFLAGGED', 'UPGRADE', 'DOWNGRADE'],
  },
);

/** What became of a requested display name. */
export const readNumberName = noticeReader(
  'phone_number_name_update',
  {
    display_phone_number: maybe(WireId),
    decision: z.string(),
    requested_verified_name: Text,
    rejection_reason: maybe(z.string().nullable()),
  },
  { key: 'decision', words: ['APPROVED', 'DEFERRED', 'PENDING', 'REJECTED'] },
);

/** A number's two-step verification was changed, or somebody asked for it to be. */
export const readSecurity = noticeReader(
  'security',
  { display_phone_number: maybe(WireId), event: z.string(), requester: maybe(WireId) },
  { key: 'event', words: ['PIN_CHANGED', 'PIN_RESET_REQUEST', 'PIN_RESET_SUCCESS'] },
);

/** A business's own username. It is left out when it was deleted. */
const username = { display_phone_number: maybe(WireId), username: Text, status: z.string() };
const usernameWords = { key: 'status', words: ['approved', 'reserved', 'deleted'] };

export const readUsernames = noticeReader('business_username_updates', username, usernameWords);

/** The same under the name that some of Meta's pages have. */
export const readUsername = noticeReader('business_username_update', username, usernameWords);

/** A number's settings, such as those for calls. */
export const readSettings = noticeReader(
  'account_settings_update',
  {
    timestamp: maybe(WireSeconds),
    type: z.string(),
    phone_number_settings: maybe(
      z.looseObject({
        phone_number_id: maybe(WireId),
        calling: maybe(z.record(z.string(), z.unknown())),
      }),
    ),
  },
  { key: 'type', words: ['PHONE_NUMBER_SETTINGS'] },
);

/** What Meta's review of a Flow, or the watch over it, found. Rates in percent, latencies in milliseconds. */
export const readFlows = noticeReader(
  'flows',
  {
    event: z.string(),
    message: Text,
    flow_id: maybe(WireId),
    old_status: Text,
    new_status: Text,
    alert_state: Text,
    threshold: maybe(WireNumber),
    error_rate: maybe(WireNumber),
    availability: maybe(WireNumber),
    p50_latency: maybe(WireNumber),
    p90_latency: maybe(WireNumber),
    requests_count: maybe(WireNumber),
    warning: Text,
    errors: maybe(
      z.array(
        z.looseObject({ error_type: Text, error_rate: maybe(WireNumber), error_count: maybe(WireNumber) }),
      ),
    ),
  },
  {
    key: 'event',
    words: [
      'FLOW_STATUS_CHANGE',
      'CLIENT_ERROR_RATE',
      'ENDPOINT_ERROR_RATE',
      'ENDPOINT_LATENCY',
      'ENDPOINT_AVAILABILITY',
      'FLOW_VERSION_EXPIRY_WARNING',
      'FLOW_VERSION_FREEZE_WARNING',
    ],
  },
);
