import { z } from 'zod';
import { WireId, WireNumber, WireSeconds, maybe } from '../wire-value.ts';
import { listOf, noticeReader } from './notice-reader.ts';

const Text = maybe(z.string());
const Id = maybe(WireId);

/** A person as `contacts` names one. Every id may be missing. */
const contacts = maybe(
  listOf(
    z.looseObject({
      wa_id: Id,
      user_id: Id,
      parent_user_id: Id,
      profile: maybe(z.looseObject({ name: Text, username: Text })),
    }),
  ),
);

/** A customer has stopped, or resumed, marketing messages: the opt-outs that Meta's own buttons make. */
export const readPreferences = noticeReader(
  'user_preferences',
  {
    contacts,
    user_preferences: listOf(
      z.looseObject({
        wa_id: Id,
        user_id: Id,
        parent_user_id: Id,
        detail: Text,
        category: z.string(),
        value: z.string(),
        timestamp: maybe(WireSeconds),
      }),
    ),
  },
  { list: 'user_preferences', key: 'value', words: ['stop', 'resume'] },
);

/** A person's BSUID has changed. Not a field one can subscribe to, says Meta; samples of it exist. */
export const readUserIds = noticeReader('user_id_update', {
  contacts,
  user_id_update: listOf(
    z.looseObject({
      wa_id: Id,
      user_id: z.looseObject({ previous: Id, current: WireId }),
      parent_user_id: maybe(z.looseObject({ previous: Id, current: Id })),
      detail: Text,
      timestamp: maybe(WireSeconds),
    }),
  ),
});

/** Who speaks in a conversation has changed. It names the number in `recipient`, the customer in `sender`. */
export const readHandover = noticeReader(
  'messaging_handovers',
  {
    contacts,
    recipient: maybe(z.looseObject({ phone_number_id: Id, display_phone_number: Id })),
    sender: maybe(z.looseObject({ phone_number: Id, wa_id: Id, user_id: Id, parent_user_id: Id })),
    timestamp: maybe(WireSeconds),
    type: z.string(),
    control_passed: maybe(
      z.looseObject({
        metadata: Text,
        previous_owner_app_id: Id,
        previous_owner_app_role: Text,
        previous_owner_role: Text,
        new_owner_app_id: Id,
        new_owner_role: Text,
      }),
    ),
    control_taken: maybe(z.looseObject({ metadata: Text, previous_owner_app_id: Id, new_owner_app_id: Id })),
    conversation_context: maybe(z.record(z.string(), z.unknown())),
  },
  { key: 'type', words: ['control_passed', 'control_taken'] },
);

/** Meta has found a purchase or a lead in a conversation that an ad began. */
export const readAutomaticEvents = noticeReader(
  'automatic_events',
  {
    automatic_events: listOf(
      z.looseObject({
        id: WireId,
        event_name: z.string(),
        timestamp: maybe(WireSeconds),
        ctwa_clid: Text,
        custom_data: maybe(z.looseObject({ currency: Text, value: maybe(WireNumber) })),
      }),
    ),
  },
  { list: 'automatic_events', key: 'event_name', words: ['Purchase', 'LeadSubmitted'] },
);
