import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWebhook } from './parse-webhook.ts';
import type { WebhookUpdate } from './webhook-update.ts';

const metadata = { display_phone_number: '15550783881', phone_number_id: 'PN1' };
const envelope = (value: object, field = 'messages') => ({
  object: 'whatsapp_business_account',
  entry: [
    { id: 'WABA1', changes: [{ field, value: { messaging_product: 'whatsapp', metadata, ...value } }] },
  ],
});
const text = (fields: object) => ({
  id: 'wamid.1',
  timestamp: '1749416383',
  type: 'text',
  text: { body: 'hi' },
  ...fields,
});

function updatesOf(json: unknown): readonly WebhookUpdate[] {
  const parsed = parseWebhook(json);
  if (parsed.kind !== 'webhook') throw new Error(parsed.reason);
  return parsed.updates;
}
const contentOf = (message: object) => {
  const [update] = updatesOf(envelope({ messages: [text(message)] }));
  return update?.kind === 'message' ? update.message.content : update;
};
const sendersOf = (value: object) =>
  updatesOf(envelope(value)).map((update) => (update.kind === 'message' ? update.sender : undefined));

describe('tolerance', () => {
  test('no JSON makes it throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(['webhook', 'unrecognised']).toContain(parseWebhook(json).kind);
      }),
    );
  });

  test('no JSON in the place of a value, a message, a status, a call or a content makes it throw, nor is it lost', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const bodies = [
          { object: 'whatsapp_business_account', entry: [json] },
          {
            object: 'whatsapp_business_account',
            entry: [{ id: 'W', changes: [{ field: 'messages', value: json }] }],
          },
          envelope({ messages: [json] }),
          envelope({ statuses: [json], contacts: json, errors: [json] }),
          envelope({ calls: [json] }, 'calls'),
          ...[
            'text',
            'image',
            'interactive',
            'order',
            'system',
            'edit',
            'reaction',
            'contacts',
            'unsupported',
          ].map((type) =>
            envelope({ messages: [text({ type, [type]: json, context: json, from: json, errors: json })] }),
          ),
        ];
        for (const body of bodies) expect(updatesOf(body).length).toBeGreaterThan(0);
      }),
    );
  });

  test('one bad update among good ones costs none of them', () => {
    const bad = { id: 'wamid.2', type: 'text' };
    const updates = updatesOf(envelope({ messages: [text({}), bad, text({ id: 'wamid.3' })] }));
    expect(updates.map(({ kind }) => kind)).toEqual(['message', 'other', 'message']);
    expect(updates[1]).toEqual({
      kind: 'other',
      wabaId: 'WABA1',
      phoneNumberId: 'PN1',
      field: 'messages',
      raw: bad,
    });
  });

  test('a message of an unknown type keeps its type and everything in it', () => {
    const raw = text({ type: 'hologram', hologram: { depth: 3 } });
    expect(contentOf(raw)).toEqual({ kind: 'unknown', type: 'hologram', raw });
  });

  test('a text without a body is an unknown message, not a lost one', () => {
    expect(contentOf({ text: {} })).toMatchObject({ kind: 'unknown', type: 'text' });
  });

  test('fields Meta may add tomorrow are no obstacle', () => {
    expect(contentOf({ text: { body: 'hi', sparkle: true }, aura: 7 })).toEqual({ kind: 'text', body: 'hi' });
  });

  test('a known field of an unexpected form counts as absent', () => {
    const [update] = updatesOf(envelope({ messages: [text({ context: 'yes', group_id: {} })] }));
    expect(update).toMatchObject({ kind: 'message', message: { content: { kind: 'text', body: 'hi' } } });
    expect(update?.kind === 'message' && 'context' in update.message).toBe(false);
  });

  test('a field that is not read here is kept whole', () => {
    const body = envelope({ event: 'APPROVED' }, 'message_template_status_update');
    expect(updatesOf(body)).toEqual([
      {
        kind: 'other',
        wabaId: 'WABA1',
        phoneNumberId: 'PN1',
        field: 'message_template_status_update',
        raw: body.entry[0]?.changes[0],
      },
    ]);
  });

  test('several entries, changes and updates keep their order and their numbers', () => {
    const change = (id: string, pn: string) => ({
      field: 'messages',
      value: { metadata: { phone_number_id: pn }, messages: [text({ id })] },
    });
    const updates = updatesOf({
      object: 'whatsapp_business_account',
      entry: [
        { id: 'A', changes: [change('1', 'P'), change('2', 'Q')] },
        { id: 'B', changes: [change('3', 'R')] },
      ],
    });
    expect(
      updates.map((one) => one.kind === 'message' && [one.wabaId, one.phoneNumberId, one.message.id]),
    ).toEqual([
      ['A', 'P', '1'],
      ['A', 'Q', '2'],
      ['B', 'R', '3'],
    ]);
  });
});

describe('what is no webhook of ours', () => {
  test.each([
    [{ messages: [{}], contacts: [] }, 'On-Premises'],
    [{ statuses: [{}] }, 'On-Premises'],
    [{ object: 'page', entry: [] }, '"page"'],
    [{ object: 'whatsapp_business_account' }, 'entry'],
    ['hello', 'not a WhatsApp webhook'],
    [null, 'not a WhatsApp webhook'],
  ])('%j is unrecognised, and the reason says why', (json, reason) => {
    const parsed = parseWebhook(json);
    expect(parsed.kind === 'unrecognised' && parsed.reason).toContain(reason);
  });
});

describe('who sent it', () => {
  const ana = { wa_id: '15550000001', user_id: 'US.ana', profile: { name: 'Ana', username: '@ana' } };
  const bob = { wa_id: '15550000002', user_id: 'US.bob', profile: { name: 'Bob' } };

  test('each message gets the contact that is its own, not the first one', () => {
    const messages = [text({ from: '15550000002' }), text({ from_user_id: 'US.ana' })];
    expect(sendersOf({ contacts: [ana, bob], messages })).toEqual([
      { phone: '15550000002', bsuid: 'US.bob', profileName: 'Bob' },
      { phone: '15550000001', bsuid: 'US.ana', profileName: 'Ana', username: '@ana' },
    ]);
  });

  test('a contact of somebody else is nobody, even if it is the only one', () => {
    const messages = [text({ from: '15550000001' }), text({ from: '15550000003' })];
    expect(sendersOf({ contacts: [ana], messages })[1]).toEqual({ phone: '15550000003' });
  });

  test('a contact with the same phone and another user id is another person', () => {
    const messages = [text({ from: '15550000001', from_user_id: 'US.new' })];
    expect(sendersOf({ contacts: [ana], messages })).toEqual([{ phone: '15550000001', bsuid: 'US.new' }]);
  });

  test('somebody without a phone is known by the user id', () => {
    const contacts = [{ user_id: 'US.zoe', parent_user_id: 'US.ENT.zoe', profile: { username: '@zoe' } }];
    expect(sendersOf({ contacts, messages: [text({ from_user_id: 'US.zoe' })] })).toEqual([
      { bsuid: 'US.zoe', parentBsuid: 'US.ENT.zoe', username: '@zoe' },
    ]);
  });

  test('a lone contact written differently is still the sender, whose own number is kept', () => {
    const contacts = [{ wa_id: '5511999990000', profile: { name: 'Caio' } }];
    expect(sendersOf({ contacts, messages: [text({ from: '551199990000' })] })).toEqual([
      { phone: '551199990000', profileName: 'Caio' },
    ]);
  });

  test('nobody at all is nobody', () => {
    expect(sendersOf({ messages: [text({})] })).toEqual([{}]);
  });

  test('no character of an identity is ever changed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (phone, bsuid) => {
        const messages = [text({ from: phone, from_user_id: bsuid })];
        expect(sendersOf({ messages })).toEqual([{ phone, bsuid }]);
      }),
    );
  });
});

describe('what was said', () => {
  test.each([
    [
      {
        type: 'audio',
        audio: { id: 'M', mime_type: 'audio/ogg; codecs=opus', voice: true, url: 'https://x.test/m' },
      },
      {
        kind: 'audio',
        mediaId: 'M',
        mimeType: 'audio/ogg; codecs=opus',
        voice: true,
        url: 'https://x.test/m',
      },
    ],
    [
      { type: 'video', video: { id: 'M', caption: 'look' } },
      { kind: 'video', mediaId: 'M', caption: 'look' },
    ],
    [
      { type: 'document', document: { id: 'M', filename: 'a.pdf', caption: 'c' } },
      { kind: 'document', mediaId: 'M', filename: 'a.pdf', caption: 'c' },
    ],
    [
      { type: 'sticker', sticker: { id: 'M', animated: false } },
      { kind: 'sticker', mediaId: 'M', animated: false },
    ],
    [
      { type: 'reaction', reaction: { message_id: 'W' } },
      { kind: 'reaction', messageId: 'W', emoji: '' },
    ],
    [
      { type: 'location', location: { latitude: '1.5', longitude: '-2' } },
      { kind: 'location', latitude: 1.5, longitude: -2 },
    ],
    [
      {
        type: 'interactive',
        interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{"a":1}', name: 'flow' } },
      },
      { kind: 'flow-reply', responseJson: '{"a":1}', name: 'flow' },
    ],
    [
      {
        type: 'interactive',
        interactive: {
          type: 'call_permission_reply',
          call_permission_reply: { response: 'accept', expiration_timestamp: '1750000000' },
        },
      },
      { kind: 'call', event: 'permission-reply', response: 'accept', expiresAtS: 1750000000 },
    ],
    [
      { type: 'edit', edit: { original_message_id: 'W', message: { type: 'text', text: { body: 'new' } } } },
      { kind: 'edit', messageId: 'W', newType: 'text', newBody: 'new' },
    ],
    [
      {
        type: 'edit',
        edit: { original_message_id: 'W', message: { type: 'image', image: { caption: 'new' } } },
      },
      { kind: 'edit', messageId: 'W', newType: 'image', newBody: 'new' },
    ],
    [
      { type: 'revoke', revoke: { original_message_id: 'W' } },
      { kind: 'revoke', messageId: 'W' },
    ],
    [
      { type: 'unsupported', unsupported: { type: 'poll' } },
      { kind: 'unsupported', type: 'poll' },
    ],
    [
      {
        type: 'system',
        system: { type: 'user_changed_user_id', user_id: 'US.new', previous_user_id: 'US.old', body: 'b' },
      },
      {
        kind: 'system',
        type: 'user_changed_user_id',
        body: 'b',
        newBsuid: 'US.new',
        previousBsuid: 'US.old',
      },
    ],
    [
      { type: 'system', system: { type: 'customer_identity_changed', wa_id: '15550000001' } },
      { kind: 'system', type: 'customer_identity_changed' },
    ],
  ])('%j is read', (message, content) => {
    expect(contentOf(message)).toEqual(content);
  });

  test('a message in a group names the group', () => {
    const [update] = updatesOf(envelope({ messages: [text({ group_id: 'G1' })] }));
    expect(update).toMatchObject({ kind: 'message', message: { groupId: 'G1' } });
  });

  test('an answer and a forwarded message say so', () => {
    const context = { id: 'wamid.0', from: '15550783881', forwarded: true };
    const [update] = updatesOf(envelope({ messages: [text({ context })] }));
    expect(update).toMatchObject({
      message: { context: { messageId: 'wamid.0', from: '15550783881', forwarded: true } },
    });
  });
});

describe('calls and errors of a value', () => {
  const call = {
    id: 'wacid.1',
    event: 'connect',
    timestamp: '1671644824',
    from: '15550000001',
    to: '15550783881',
  };

  test('a call by a customer names the customer', () => {
    expect(updatesOf(envelope({ calls: [{ ...call, from_user_id: 'US.ana' }] }, 'calls'))).toMatchObject([
      {
        kind: 'call',
        wabaId: 'WABA1',
        phoneNumberId: 'PN1',
        callId: 'wacid.1',
        event: 'connect',
        timestampS: 1671644824,
        direction: 'user-initiated',
        sender: { phone: '15550000001', bsuid: 'US.ana' },
      },
    ]);
  });

  test('a call by the business names the customer too', () => {
    const ours = { ...call, from: '15550783881', to: '15550000001', direction: 'BUSINESS_INITIATED' };
    expect(updatesOf(envelope({ calls: [ours] }, 'calls'))).toMatchObject([
      { kind: 'call', direction: 'business-initiated', sender: { phone: '15550000001' } },
    ]);
  });

  test('the ringing of a call is not taken for the status of a message', () => {
    const statuses = [{ id: 'wacid.1', status: 'RINGING', timestamp: '1671644824' }];
    expect(updatesOf(envelope({ statuses }, 'calls'))).toMatchObject([{ kind: 'other', field: 'calls' }]);
  });

  test('an error that belongs to no message is an update', () => {
    const errors = [{ code: 130429, title: 'Rate limit hit' }];
    expect(updatesOf(envelope({ errors }))).toMatchObject([
      { kind: 'value-error', phoneNumberId: 'PN1', error: { code: 130429, title: 'Rate limit hit' } },
    ]);
  });
});
