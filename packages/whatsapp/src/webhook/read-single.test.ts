import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExamples } from '../fixtures/read-examples.ts';
import { envelope, text } from '../fixtures/text-webhook.ts';
import { messageByHand, messageForm } from './inbound-message.ts';
import { parseWebhook } from './parse-webhook.ts';
import { readSingle } from './read-single.ts';
import { reader } from './reader.ts';
import { contactByHand, contactForm } from './sender.ts';
import { statusByHand, statusForm } from './status-update.ts';

/** Nearly always what Meta documents, so that many records together are formed well. */
const mostly = (usual: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 30, arbitrary: usual },
    fc.constantFrom(null, '', 0, 7, -1, 1.5, true, [], {}, 'x'.repeat(401)),
    fc.jsonValue(),
  );
const id = mostly(fc.constantFrom('US.1', 'US.2', '15550000001', '15550000002', 'wamid.1', 'x'.repeat(400)));
const seconds = mostly(fc.constantFrom('1749416383', '1', '1234567890123', '-5'));
const word = mostly(fc.constantFrom('text', 'sent', 'delivered', 'hologram', 'CBP', 'service', ''));
const more = fc.dictionary(
  fc.constantFrom('aura', '__proto__', 'constructor', 'errors', 'time'),
  fc.jsonValue(),
  {
    maxKeys: 2,
  },
);

function record(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>, required: readonly string[]) {
  const made = fc.record(fields, { requiredKeys: [...required] });
  return fc.oneof(
    { weight: 5, arbitrary: made },
    fc.tuple(more, made).map(([extra, usual]) => ({ ...extra, ...usual })),
  );
}

const contact = record(
  {
    wa_id: id,
    user_id: id,
    parent_user_id: id,
    identity_key_hash: id,
    profile: mostly(record({ name: mostly(fc.string()), username: mostly(fc.string()) }, [])),
  },
  ['profile'],
);
const content = mostly(fc.constant({ body: 'Where is my order?' }));
const message = record(
  {
    id,
    timestamp: seconds,
    type: mostly(fc.constantFrom('text', 'text', 'text', 'image', 'system', 'hologram')),
    text: content,
    from: id,
    from_user_id: id,
    from_parent_user_id: id,
    group_id: id,
    referral: mostly(fc.constant({ source_type: 'ad', source_id: '1' })),
    context: mostly(fc.constant({ id: 'wamid.0' })),
  },
  ['id', 'timestamp', 'type'],
);
const status = record(
  {
    id,
    status: word,
    timestamp: seconds,
    type: mostly(fc.constantFrom('payment', 'text')),
    recipient_type: word,
    recipient_id: id,
    recipient_user_id: id,
    recipient_participant_id: id,
    recipient_participant_user_id: id,
    parent_recipient_user_id: id,
    biz_opaque_callback_data: word,
    pricing: mostly(
      record({ billable: mostly(fc.boolean()), pricing_model: word, type: word, category: word }, []),
    ),
    conversation: mostly(fc.constant({ id: 'c', origin: { type: 'service' } })),
    errors: mostly(fc.constant([{ code: 131_026, title: 'Undeliverable' }])),
  },
  ['id', 'status', 'timestamp'],
);
const some = (item: fc.Arbitrary<unknown>) =>
  mostly(fc.oneof({ weight: 8, arbitrary: item.map((one) => [one]) }, fc.array(item, { maxLength: 3 })));
const value = record(
  {
    messaging_product: fc.constant('whatsapp'),
    metadata: mostly(record({ phone_number_id: id, display_phone_number: id }, ['phone_number_id'])),
    contacts: some(contact),
    messages: some(message),
    statuses: some(status),
    polls: some(message),
  },
  ['metadata'],
).chain((made) =>
  fc.constantFrom(made, without(made, 'statuses', 'polls'), without(made, 'messages', 'polls')),
);
const change = record({ field: mostly(fc.constant('messages')), value: mostly(value) }, ['field', 'value']);
const entry = record({ id, changes: some(change) }, ['id', 'changes']);
const body = record({ object: mostly(fc.constant('whatsapp_business_account')), entry: some(entry) }, [
  'object',
  'entry',
]);

function without(made: object, ...keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(made).filter(([key]) => !keys.includes(key)));
}

/** As it comes: read from text. */
const sent = (made: unknown): unknown => JSON.parse(JSON.stringify(made));

describe('a body with one update', () => {
  test.each([...readExamples('meta-webhook-examples.json')])(
    "Meta's example %j is read as by the full reader",
    (_, json) => {
      const parsed = parseWebhook(json);
      const [update] = parsed.kind === 'webhook' ? parsed.updates : [];
      expect(readSingle(json)).toEqual(
        parsed.kind === 'webhook' && update?.kind === 'message'
          ? { update, unknown: parsed.unknown }
          : undefined,
      );
    },
  );

  test('whatever comes is read as by the full reader, or left to it', { timeout: 60_000 }, () => {
    let singles = 0;
    fc.assert(
      fc.property(body, (made) => {
        const json = sent(made);
        const single = readSingle(json);
        if (single === undefined) return;
        singles += 1;
        const parsed = parseWebhook(json);
        expect(parsed.kind === 'webhook' && { updates: parsed.updates, unknown: parsed.unknown }).toEqual({
          updates: [single.update],
          unknown: single.unknown,
        });
      }),
      { numRuns: 2_000 },
    );
    expect(singles).toBeGreaterThan(200);
  });

  test('anything else is left to the full reader', () => {
    const two = envelope({ messages: [text({}), text({ id: 'wamid.2' })] });
    expect(readSingle(two)).toBeUndefined();
    expect(readSingle(envelope({ messages: [text({})], statuses: [{}] }))).toBeUndefined();
    expect(readSingle(envelope({ messages: [text({})] }, 'calls'))).toBeUndefined();
    expect(readSingle({ ...two, object: 'page' })).toBeUndefined();
  });

  test('what is unknown in it is told', () => {
    const json = { ...envelope({ messages: [text({ aura: 7 })] }), padding: 'x' };
    expect(readSingle(json)?.unknown).toEqual([
      { what: 'key', name: 'body.padding' },
      { what: 'key', name: 'message.aura' },
    ]);
  });
});

describe('records read by hand are what their schemas read', () => {
  test.each([
    ['message', message, reader(messageForm), reader(messageForm, messageByHand)],
    ['status', status, reader(statusForm), reader(statusForm, statusByHand)],
    ['contact', contact, reader(contactForm), reader(contactForm, contactByHand)],
  ])('a %s', { timeout: 60_000 }, (_, made, bySchema, byHand) => {
    fc.assert(
      fc.property(made, (raw) => {
        const json = sent(raw);
        expect(byHand(json)).toEqual(bySchema(json));
      }),
      { numRuns: 1_000 },
    );
  });
});
