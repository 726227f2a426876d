import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { envelope, text, updatesOf } from '../fixtures/text-webhook.ts';
import { parseWebhook } from './parse-webhook.ts';

const contentOf = (message: object) => {
  const [update] = updatesOf(envelope({ messages: [text(message)] }));
  return update?.kind === 'message' ? update.message.content : update;
};

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

  test('a field that is not known is kept whole', () => {
    const body = envelope({ event: 'APPROVED' }, 'hologram_update');
    expect(updatesOf(body)).toEqual([
      {
        kind: 'other',
        wabaId: 'WABA1',
        phoneNumberId: 'PN1',
        field: 'hologram_update',
        raw: body.entry[0]?.changes[0],
      },
    ]);
  });

  test('an entry without a readable id costs none of its changes', () => {
    const { entry } = envelope({ messages: [text({})] });
    const nameless = entry.map(({ changes }) => ({ id: 'x'.repeat(5_000), changes }));
    const updates = updatesOf({ object: 'whatsapp_business_account', entry: nameless });
    expect(updates).toMatchObject([{ kind: 'message', wabaId: '', phoneNumberId: 'PN1' }]);
  });

  test('what is too long for an id is none', () => {
    const endless = 'x'.repeat(5_000);
    expect(updatesOf(envelope({ messages: [text({ id: endless })] }))).toMatchObject([{ kind: 'other' }]);
    const [update] = updatesOf(envelope({ messages: [text({ from: endless, from_user_id: 'US.1' })] }));
    expect(update).toMatchObject({ kind: 'message', sender: { bsuid: 'US.1' } });
    expect(update?.kind === 'message' && update.sender).toEqual({ bsuid: 'US.1' });
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
    [{ messages: [{}], contacts: [] }, 'on-premises', 'On-Premises'],
    [{ contacts: [{ wa_id: '1' }] }, 'on-premises', 'On-Premises'],
    [{ statuses: [{}] }, 'on-premises', 'On-Premises'],
    [{ object: 'page', entry: [] }, 'another-object', '"page"'],
    [{ object: 'whatsapp_business_account' }, 'no-entries', 'entry'],
    ['hello', 'no-webhook', 'not a WhatsApp webhook'],
    [null, 'no-webhook', 'not a WhatsApp webhook'],
  ])('%j is unrecognised as %j, and the reason says why', (json, what, reason) => {
    const parsed = parseWebhook(json);
    expect(parsed).toMatchObject({ kind: 'unrecognised', what });
    expect(parsed.kind === 'unrecognised' && parsed.reason).toContain(reason);
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
    expect(updatesOf(envelope({ statuses }, 'calls'))).toMatchObject([
      { kind: 'call-status', callId: 'wacid.1', status: 'RINGING', timestampS: 1671644824 },
    ]);
  });

  test('the end of a call says how it went', () => {
    const over = {
      ...call,
      event: 'terminate',
      status: 'COMPLETED',
      start_time: '1671644824',
      end_time: '1671644944',
      duration: 120,
      biz_opaque_callback_data: 'outbox-7',
    };
    expect(updatesOf(envelope({ calls: [over] }, 'calls'))).toMatchObject([
      { kind: 'call', outcome: 'COMPLETED', startS: 1671644824, endS: 1671644944, durationS: 120 },
    ]);
  });

  test('an error that belongs to no message is an update', () => {
    const errors = [{ code: 130429, title: 'Rate limit hit' }];
    expect(updatesOf(envelope({ errors }))).toMatchObject([
      { kind: 'value-error', phoneNumberId: 'PN1', error: { code: 130429, title: 'Rate limit hit' } },
    ]);
  });
});
