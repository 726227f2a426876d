import { expect, test } from 'vitest';
import { parseWebhook } from './parse-webhook.ts';

/** Shaped after Meta's "Status messages webhook reference" (read 2026-11-21), with numbers replaced. */
function parsed(status: object, contacts?: readonly object[]) {
  return parseWebhook({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: 'WABA1',
        changes: [
          {
            field: 'messages',
            value: {
              metadata: { phone_number_id: 'PN1' },
              statuses: [{ id: 'wamid.1', status: 'sent', timestamp: '1750090702', ...status }],
              ...(contacts === undefined ? {} : { contacts }),
            },
          },
        ],
      },
    ],
  });
}

function statusOf(status: object, contacts?: readonly object[]) {
  const webhook = parsed(status, contacts);
  const [update] = webhook.kind === 'webhook' ? webhook.updates : [];
  if (update?.kind !== 'status') throw new Error('the status was not read');
  return update.status;
}

test('a status with a price names message, person, time, price and our own reference', () => {
  const status = statusOf({
    recipient_id: '15550000001',
    recipient_user_id: 'US.ana',
    parent_recipient_user_id: 'US.ENT.ana',
    biz_opaque_callback_data: 'outbox-7',
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
    conversation: { id: 'C1', origin: { type: 'service' }, expiration_timestamp: '1750177102' },
  });
  expect(status).toMatchObject({
    messageId: 'wamid.1',
    status: 'sent',
    timestampS: 1750090702,
    recipient: { phone: '15550000001', bsuid: 'US.ana', parentBsuid: 'US.ENT.ana' },
    opaque: 'outbox-7',
    pricing: { billable: true, model: 'PMP', type: 'regular', category: 'service' },
    conversation: { id: 'C1', originType: 'service', expiresAtS: 1750177102 },
    errors: [],
  });
});

test.each(['sent', 'delivered', 'read', 'played', 'failed', 'deleted'])('%j is a known status', (word) => {
  expect(statusOf({ status: word })).toMatchObject({ status: word, rawStatus: word });
});

test('a new word for a status is kept', () => {
  expect(statusOf({ status: 'pondered' })).toMatchObject({ status: 'unknown', rawStatus: 'pondered' });
});

test('a failure says why', () => {
  const errors = [
    {
      code: 131047,
      title: 'Re-engagement message',
      message: 'Re-engagement message',
      error_data: { details: 'too late' },
      href: 'https://x.test',
    },
  ];
  expect(statusOf({ status: 'failed', errors }).errors).toEqual([
    {
      code: 131047,
      title: 'Re-engagement message',
      message: 'Re-engagement message',
      details: 'too late',
      href: 'https://x.test',
    },
  ]);
});

test('the contacts of a status name its recipient', () => {
  const contacts = [{ wa_id: '15550000001', user_id: 'US.ana', profile: { name: 'Ana' } }];
  expect(statusOf({ recipient_user_id: 'US.ana' }, contacts).recipient).toEqual({
    phone: '15550000001',
    bsuid: 'US.ana',
    profileName: 'Ana',
  });
});

test("the parent user id is found under the name of Meta's example as well", () => {
  expect(statusOf({ parent_user_id: 'US.ENT.ana' }).recipient).toEqual({ parentBsuid: 'US.ENT.ana' });
});

test('in a group the id is the group, the person is the participant', () => {
  const group = { recipient_type: 'group', recipient_id: 'G1', recipient_participant_id: '15550000001' };
  expect(statusOf(group)).toMatchObject({ groupId: 'G1', recipient: { phone: '15550000001' } });
});

test.each(['parent_recipient_user_id', 'recipient_parent_user_id'])(
  'the parent user id is found under %j, too',
  (name) => {
    expect(statusOf({ [name]: 'US.ENT.ana' }).recipient).toEqual({ parentBsuid: 'US.ENT.ana' });
  },
);

const categories = [
  'service',
  'utility',
  'marketing',
  'marketing_lite',
  'authentication',
  'authentication-international',
  'referral_conversion',
  'general_purpose_ai',
];
const prices = categories.flatMap((category) =>
  ['regular', 'free_customer_service', 'free_entry_point'].flatMap((type) =>
    ['CBP', 'PMP'].map((model) => ({ model, type, category })),
  ),
);

test.each(prices)('a price of $model, $type, $category is known', ({ model, type, category }) => {
  const pricing = { pricing_model: model, type, category };
  expect(statusOf({ pricing }).pricing).toEqual({ model, type, category });
  expect(parsed({ pricing })).toMatchObject({ unknown: [] });
});

test('new words of a status and its price are kept and counted', () => {
  const status = { status: 'pondered', pricing: { pricing_model: 'PPT', category: 'tokens' }, mood: 1 };
  expect(statusOf(status).pricing).toEqual({ model: 'PPT', category: 'tokens' });
  expect(parsed(status)).toMatchObject({
    unknown: [
      { what: 'key', name: 'status.mood' },
      { what: 'status', name: 'pondered' },
      { what: 'pricing', name: 'pricing_model.PPT' },
      { what: 'pricing', name: 'category.tokens' },
    ],
  });
});

test('a failed payment is not a failed message', () => {
  const payment = { reference_id: 'invoice-7', amount: { value: 2100, offset: 100 }, currency: 'INR' };
  expect(parsed({ status: 'failed', type: 'payment', payment })).toMatchObject({
    updates: [
      { kind: 'payment-status', messageId: 'wamid.1', status: 'failed', referenceId: 'invoice-7', payment },
    ],
  });
});
