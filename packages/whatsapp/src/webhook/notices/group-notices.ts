import { z } from 'zod';
import { WireId, WireNumber, WireSeconds, maybe } from '../wire-value.ts';
import { listOf, noticeReader } from './notice-reader.ts';

const Text = maybe(z.string());
const Id = maybe(WireId);

const errors = maybe(listOf(z.looseObject({ code: WireNumber, title: Text, message: Text })));

/** Somebody in a group, or meant to be. Meta's own examples hold numbers as numbers. */
const participants = maybe(
  listOf(z.looseObject({ input: Id, wa_id: Id, user_id: Id, parent_user_id: Id, username: Text, errors })),
);

/** A setting that was asked for, and whether it was made. */
const setting = maybe(
  z.looseObject({
    text: Text,
    mime_type: Text,
    sha256: Text,
    update_successful: maybe(z.boolean()),
    errors,
  }),
);

const groups = {
  contacts: maybe(listOf(z.looseObject({ wa_id: Id, user_id: Id }))),
  groups: listOf(
    z.looseObject({
      group_id: WireId,
      type: z.string(),
      timestamp: maybe(WireSeconds),
      request_id: Id,
      subject: Text,
      description: Text,
      invite_link: Text,
      join_approval_mode: Text,
      added_participants: participants,
      removed_participants: participants,
      failed_participants: participants,
      initiated_by: Text,
      join_request_id: Id,
      wa_id: Id,
      user_id: Id,
      username: Text,
      reason: Text,
      group_subject: setting,
      group_description: setting,
      profile_picture: setting,
      errors,
    }),
  ),
};

const says = {
  list: 'groups',
  key: 'type',
  words: [
    'group_create',
    'group_delete',
    'group_participants_add',
    'group_participants_remove',
    'group_add_participants',
    'group_remove_participants',
    'group_join_request_created',
    'group_join_request_revoked',
    'group_settings_update',
    'group_suspend',
    'group_suspend_cleared',
  ],
};

/** Groups that were made or deleted. */
export const readGroupLifecycle = noticeReader('group_lifecycle_update', groups, says);

/** People who came, went, or asked to be let in. */
export const readGroupParticipants = noticeReader('group_participants_update', groups, says);

/** The same under the name that Meta's OpenAPI file has. */
export const readGroupParticipant = noticeReader('group_participant_update', groups, says);

/** A group's subject, description or picture. */
export const readGroupSettings = noticeReader('group_settings_update', groups, says);

/** Groups that Meta has suspended, or let go on. */
export const readGroupStatus = noticeReader('group_status_update', groups, says);
