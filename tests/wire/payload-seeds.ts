import { readExamples } from '@ambit/whatsapp/fixtures/read-examples';
import { readNoticeSamples } from '@ambit/whatsapp/fixtures/read-notice-samples';
import { isJsonRecord, type Json, type JsonRecord } from './json.ts';

const person = { from: '15550000001', from_user_id: 'US.ana', timestamp: '1763720000' };
const media = {
  id: '1003383421387256',
  mime_type: 'image/jpeg',
  sha256: 'SfIn',
  url: 'https://media.test/1',
};

/** Messages of the types that Meta's own examples leave out. */
const messages: readonly JsonRecord[] = [
  { type: 'video', video: { ...media, caption: 'look' } },
  { type: 'audio', audio: { ...media, voice: true } },
  { type: 'document', document: { ...media, filename: 'a.pdf' } },
  { type: 'sticker', sticker: { ...media, animated: false } },
  {
    type: 'interactive',
    interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{"a":1}', name: 'flow' } },
  },
  {
    type: 'interactive',
    interactive: {
      type: 'call_permission_reply',
      call_permission_reply: { response: 'accept', expiration_timestamp: '1750000000' },
    },
  },
  { type: 'request_welcome' },
  {
    type: 'edit',
    edit: { original_message_id: 'wamid.0', message: { type: 'text', text: { body: 'new' } } },
  },
  { type: 'revoke', revoke: { original_message_id: 'wamid.0' } },
  { type: 'text', text: { body: 'in a group' }, group_id: 'G1' },
  {
    type: 'system',
    system: { type: 'user_changed_user_id', user_id: 'US.new', previous_user_id: 'US.ana', body: 'b' },
  },
  { type: 'text', text: { body: 'yes' }, context: { id: 'wamid.0', from: '15550783881', forwarded: true } },
];
const statuses: readonly JsonRecord[] = ['sent', 'delivered', 'read', 'played', 'failed', 'deleted'].map(
  (status) => ({
    status,
    recipient_id: '15550000001',
    recipient_user_id: 'US.ana',
    timestamp: '1763720000',
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
    ...(status === 'failed' ? { errors: [{ code: 131047, title: 'Re-engagement message' }] } : {}),
  }),
);
const call = { id: 'wacid.1', event: 'connect', timestamp: '1763720000', from: '15550000001' };

/** Bodies as Meta sends them: its own examples, and every field, type and status there is. */
export function payloadSeeds(phoneNumberId: string): readonly JsonRecord[] {
  const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId };
  const body = (field: string, value: JsonRecord): JsonRecord => ({
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', time: 1763720000, changes: [{ field, value }] }],
  });
  const spoken = (value: JsonRecord): JsonRecord =>
    body('messages', { messaging_product: 'whatsapp', metadata, ...value });
  const contacts: Json = [
    { wa_id: '15550000001', user_id: 'US.ana', profile: { name: 'Ana', username: 'ana' } },
  ];
  const published: readonly Json[] = [...readExamples('meta-webhook-examples.json').values()];
  return [
    ...published.filter(isJsonRecord),
    ...readNoticeSamples().map(({ field, value }) => body(field, value)),
    ...messages.map((message, n) =>
      spoken({ contacts, messages: [{ id: `wamid.m${n}`, ...person, ...message }] }),
    ),
    ...statuses.map((status, n) => spoken({ contacts, statuses: [{ id: `wamid.s${n}`, ...status }] })),
    spoken({ errors: [{ code: 131000, title: 'Something went wrong' }] }),
    spoken({
      contacts,
      messages: messages.map((message, n) => ({ id: `wamid.b${n}`, ...person, ...message })),
      statuses: statuses.map((status, n) => ({ id: `wamid.t${n}`, ...status })),
    }),
    body('calls', { metadata, contacts, calls: [call], statuses: [{ ...call, status: 'RINGING' }] }),
    body('standby', {
      metadata,
      standby: {
        contacts,
        messages: [{ id: 'wamid.y', ...person, type: 'text', text: { body: 'hi' } }],
        message_echoes: [{ id: 'wamid.z', timestamp: '1763720000', message: { type: 'text' } }],
      },
    }),
  ];
}
