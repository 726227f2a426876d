import { z } from 'zod';
import { WireId, WireNumber, WireSeconds, maybe } from '../wire-value.ts';
import { listOf, noticeReader } from './notice-reader.ts';

const Text = maybe(z.string());
const Id = maybe(WireId);

/** The types of message a business can send from the app or another program. */
const types = [
  'text',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'reaction',
  'interactive',
  'template',
  'button',
  'order',
  'edit',
  'revoke',
  'unsupported',
  'media_placeholder',
  'errors',
];

/** A message as it lies in another program, its content under the name of its type. */
const Message = z.looseObject({
  id: WireId,
  type: z.string(),
  timestamp: maybe(WireSeconds),
  from: Id,
  from_user_id: Id,
  to: Id,
  to_user_id: Id,
  to_parent_user_id: Id,
  history_context: maybe(z.looseObject({ status: Text })),
});

const contacts = maybe(
  listOf(z.looseObject({ wa_id: Id, user_id: Id, profile: maybe(z.looseObject({ username: Text })) })),
);
const echoes = { contacts, message_echoes: listOf(Message) };
const echoWords = { list: 'message_echoes', key: 'type', words: types };

/** What the business said from the WhatsApp Business app; edits and deletions too. */
export const readAppEchoes = noticeReader('smb_message_echoes', echoes, echoWords);

/** What the business said from another program on the same number. */
export const readEchoes = noticeReader('message_echoes', echoes, echoWords);

/** The business's address book in the app, entry by entry. */
export const readAppState = noticeReader(
  'smb_app_state_sync',
  {
    contacts,
    state_sync: listOf(
      z.looseObject({
        type: z.string(),
        action: z.string(),
        contact: maybe(
          z.looseObject({
            full_name: Text,
            first_name: Text,
            phone_number: Id,
            user_id: Id,
            parent_user_id: Id,
            username: Text,
          }),
        ),
        metadata: maybe(z.looseObject({ timestamp: maybe(WireSeconds), version: maybe(WireNumber) })),
      }),
    ),
  },
  { list: 'state_sync', key: 'action', words: ['add', 'edit', 'remove'] },
);

/**
 * The conversations there were before the number came to the Cloud API. `messages`: the files that threads
 * had only place-holders for. `errors` in a chunk: the business keeps its history to itself (2593109).
 */
export const readHistory = noticeReader(
  'history',
  {
    contacts,
    messages: maybe(listOf(Message)),
    message_echoes: maybe(listOf(Message)),
    history: maybe(
      listOf(
        z.looseObject({
          metadata: maybe(
            z.looseObject({
              phase: maybe(WireNumber),
              chunk_order: maybe(WireNumber),
              progress: maybe(WireNumber),
            }),
          ),
          threads: maybe(
            listOf(
              z.looseObject({
                id: Id,
                context: maybe(z.looseObject({ wa_id: Id, user_id: Id, username: Text })),
                messages: listOf(Message),
              }),
            ),
          ),
          errors: maybe(listOf(z.looseObject({ code: WireNumber, title: Text, message: Text }))),
        }),
      ),
    ),
  },
  { list: 'messages', key: 'type', words: types },
);
