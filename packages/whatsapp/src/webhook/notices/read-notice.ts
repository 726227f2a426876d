import type { UnknownParts } from '../unknown-part.ts';
import { isRecord } from '../wire-value.ts';
import {
  readAccount,
  readAlert,
  readBusinessStatus,
  readCapability,
  readPartnerSolution,
  readPaymentConfiguration,
  readReview,
} from './account-notices.ts';
import { readAppEchoes, readAppState, readEchoes, readHistory } from './business-app-notices.ts';
import {
  readGroupLifecycle,
  readGroupParticipant,
  readGroupParticipants,
  readGroupSettings,
  readGroupStatus,
} from './group-notices.ts';
import {
  readFlows,
  readNumberName,
  readNumberQuality,
  readSecurity,
  readSettings,
  readUsername,
  readUsernames,
} from './number-notices.ts';
import { readAutomaticEvents, readHandover, readPreferences, readUserIds } from './people-notices.ts';
import {
  readTemplateCategory,
  readTemplateComponents,
  readTemplateMisuse,
  readTemplateQuality,
  readTemplateStatus,
} from './template-notices.ts';

const readers = {
  user_preferences: readPreferences,
  user_id_update: readUserIds,
  messaging_handovers: readHandover,
  automatic_events: readAutomaticEvents,
  smb_message_echoes: readAppEchoes,
  message_echoes: readEchoes,
  smb_app_state_sync: readAppState,
  history: readHistory,
  message_template_status_update: readTemplateStatus,
  message_template_quality_update: readTemplateQuality,
  message_template_components_update: readTemplateComponents,
  template_category_update: readTemplateCategory,
  template_correct_category_detection: readTemplateMisuse,
  phone_number_quality_update: readNumberQuality,
  phone_number_name_update: readNumberName,
  security: readSecurity,
  business_username_updates: readUsernames,
  business_username_update: readUsername,
  account_settings_update: readSettings,
  flows: readFlows,
  account_update: readAccount,
  account_alerts: readAlert,
  account_review_update: readReview,
  business_capability_update: readCapability,
  business_status_update: readBusinessStatus,
  partner_solutions: readPartnerSolution,
  payment_configuration_update: readPaymentConfiguration,
  group_lifecycle_update: readGroupLifecycle,
  group_participants_update: readGroupParticipants,
  group_participant_update: readGroupParticipant,
  group_settings_update: readGroupSettings,
  group_status_update: readGroupStatus,
};

type Readers = typeof readers;

/** What a change of one field says, in Meta's words: `field` tells which, `value` is typed by it. */
export type Notice = { [F in keyof Readers]: NonNullable<ReturnType<Readers[F]>> }[keyof Readers];

const byField: ReadonlyMap<string, (value: unknown, unknown: UnknownParts) => Notice | undefined> = new Map(
  Object.entries(readers),
);

/** Whether the values of this field are read here. */
export function isNoticeField(field: string): boolean {
  return byField.has(field);
}

/** The value of a field, or undefined if it is not formed as documented. */
export function readNotice(field: string, value: unknown, unknown: UnknownParts): Notice | undefined {
  return byField.get(trueField(field, value))?.(value, unknown);
}

/** Meta's page on quality scores shows them under the field for statuses. Source: read 2026-11-21. */
function trueField(field: string, value: unknown): string {
  const isScore =
    field === 'message_template_status_update' &&
    isRecord(value) &&
    'new_quality_score' in value &&
    !('event' in value);
  return isScore ? 'message_template_quality_update' : field;
}
