import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWebhook } from './parse-webhook.ts';
import { rebuildWebhook } from './webhook-shell.ts';

const anything = fc.jsonValue();
const perhaps = <T>(usual: fc.Arbitrary<T>) => fc.oneof({ weight: 6, arbitrary: usual }, anything);

/** Any keys, those that objects have anyway included. */
const extras = fc.dictionary(
  fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'messages', 'field', 'time')),
  anything,
  { maxKeys: 3 },
);
const withExtras = <T extends object>(usual: fc.Arbitrary<T>) =>
  fc.tuple(extras, usual).map(([more, record]) => ({ ...more, ...record }));

const types = ['text', 'image', 'interactive', 'order', 'system', 'edit', 'contacts', 'hologram'];
const message = withExtras(
  fc
    .record({ id: perhaps(fc.string()), timestamp: perhaps(fc.constant('1749416383')), content: anything })
    .chain((fields) =>
      fc.constantFrom(...types).map((type) => ({ ...fields, type, [type]: fields.content })),
    ),
);
const status = withExtras(
  fc.record({
    id: perhaps(fc.string()),
    status: perhaps(fc.constantFrom('sent', 'failed', 'pondered')),
    timestamp: perhaps(fc.constant('1749416383')),
  }),
);
const list = <T>(item: fc.Arbitrary<T>) => perhaps(fc.array(perhaps(item), { maxLength: 4 }));
const value = withExtras(
  fc.record(
    {
      metadata: perhaps(fc.constant({ phone_number_id: 'PN1' })),
      contacts: anything,
      messages: list(message),
      statuses: list(status),
      calls: list(status),
      errors: list(fc.constant({ code: 1 })),
      standby: anything,
      groups: anything,
    },
    { requiredKeys: [] },
  ),
);
const fields = [
  'messages',
  'calls',
  'standby',
  'user_preferences',
  'account_update',
  'group_status_update',
  'hologram',
];
const change = withExtras(fc.record({ field: fc.constantFrom(...fields), value: perhaps(value) }));
const entry = withExtras(fc.record({ id: perhaps(fc.string()), changes: list(change) }));
const body = withExtras(fc.record({ entry: fc.array(perhaps(entry), { maxLength: 4 }) })).map((record) => ({
  ...record,
  object: 'whatsapp_business_account',
}));

test('what was parsed can be put together again: nothing is lost, and nothing is changed', () => {
  fc.assert(
    fc.property(body, (made) => {
      const json: unknown = JSON.parse(JSON.stringify(made));
      const before = JSON.stringify(json);
      const parsed = parseWebhook(json);
      if (parsed.kind !== 'webhook') throw new Error(parsed.reason);
      expect(isDeepStrictEqual(rebuildWebhook(parsed), json)).toBe(true);
      expect(JSON.stringify(json)).toBe(before);
    }),
    { numRuns: 1_000 },
  );
});

test('a list in a value that is not known is an update of its own beside the known ones', () => {
  const parsed = parseWebhook({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: 'WABA1',
        changes: [
          {
            field: 'messages',
            value: {
              metadata: { phone_number_id: 'PN1' },
              messages: [{ id: 'wamid.1', timestamp: '1', type: 'text', text: { body: 'hi' } }],
              polls: [{ id: 'p' }],
              mood: 'good',
            },
          },
        ],
      },
    ],
  });
  expect(parsed).toMatchObject({
    updates: [{ kind: 'message' }, { kind: 'other', field: 'messages.polls', raw: [{ id: 'p' }] }],
    unknown: [
      { what: 'key', name: 'value.polls' },
      { what: 'key', name: 'value.mood' },
    ],
  });
});

test('a body with more pieces than a call takes arguments is no obstacle', () => {
  const messages = Array.from({ length: 300_000 }, () => 1);
  const parsed = parseWebhook({
    object: 'whatsapp_business_account',
    entry: [
      { id: 'W', changes: [{ field: 'messages', value: { metadata: { phone_number_id: 'P' }, messages } }] },
    ],
  });
  expect(parsed.kind === 'webhook' && parsed.updates.length).toBe(300_000);
});
