import { expect, test } from 'vitest';
import { readExamples } from '../fixtures/read-examples.ts';
import { parseWebhook } from './parse-webhook.ts';
import { rebuildWebhook } from './webhook-shell.ts';
import type { WebhookUpdate } from './webhook-update.ts';

const examples = readExamples('meta-webhook-examples.json');

const expected: readonly [string, Record<string, unknown>][] = [
  ['Text Message', { kind: 'text', body: 'Does it come in another color?' }],
  ['Text Message with Context (Product Inquiry)', { kind: 'text', body: 'Is this still available?' }],
  ['Text Message from Click to WhatsApp Ad', { kind: 'text', body: 'Hello! Can I get more info on this?' }],
  [
    'Reaction Message',
    {
      kind: 'reaction',
      messageId: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI0RTJEOTc2ODVERUY5RDlGNkYA',
      emoji: '👍',
    },
  ],
  [
    'Image Message',
    {
      kind: 'image',
      mediaId: '1003383421387256',
      mimeType: 'image/jpeg',
      sha256: 'SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=',
      caption: 'Taj Mahal',
    },
  ],
  [
    'Location Message',
    {
      kind: 'location',
      latitude: 37.44221496582,
      longitude: -122.16165924072,
      name: 'Philz Coffee',
      address: '101 Forest Ave, Palo Alto, CA 94301',
      url: 'https://philzcoffee.com/',
    },
  ],
  [
    'Unsupported Message',
    {
      kind: 'unsupported',
      type: 'unsupported',
      errors: [
        {
          code: 131051,
          title: 'Message type unknown',
          message: 'Message type unknown',
          details: 'Message type is currently not supported.',
        },
      ],
    },
  ],
  ['Button Message', { kind: 'button', text: 'Unsubscribe', payload: 'Unsubscribe' }],
  [
    'Interactive List Reply Message',
    {
      kind: 'list-reply',
      id: 'priority_express',
      title: 'Priority Mail Express',
      description: 'Next Day to 2 Days',
    },
  ],
  ['Interactive Button Reply Message', { kind: 'button-reply', id: 'cancel-button', title: 'Cancel' }],
  [
    'Order Message',
    {
      kind: 'order',
      catalogId: '194836987003835',
      text: '',
      items: [
        { retailerId: 'di9ozbzfi4', quantity: 2, itemPrice: 30, currency: 'USD' },
        { retailerId: 'nqryix03ez', quantity: 1, itemPrice: 25, currency: 'USD' },
      ],
    },
  ],
  [
    'System Message',
    {
      kind: 'system',
      type: 'user_changed_number',
      body: 'User Sheena Nelson changed from 16505551234 to 12195555358',
      newPhone: '12195555358',
    },
  ],
];

test.each(expected)("Meta's example %j is read", (title, content) => {
  const update = theUpdate(title);
  expect(update.kind === 'message' ? update.message.content : update).toEqual(content);
});

test('a shared contact keeps all Meta says of it', () => {
  const update = theUpdate('Contact Sharing Message');
  expect(update).toMatchObject({
    kind: 'message',
    message: { content: { kind: 'contacts', contacts: [{ name: { formatted_name: 'Lucía Gómez' } }] } },
  });
});

test('an example of a text names its number, its sender and its time', () => {
  expect(theUpdate('Text Message')).toMatchObject({
    wabaId: '419561257915477',
    phoneNumberId: '106540352242922',
    displayPhoneNumber: '15550783881',
    sender: { phone: '16505551234', profileName: 'Sheena Nelson' },
    message: {
      id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=',
      timestampS: 1749416383,
    },
  });
});

test('a system notice, which has no contacts, still names its sender', () => {
  expect(theUpdate('System Message')).toMatchObject({ kind: 'message', sender: { phone: '16505551234' } });
});

test('a message from an advertisement keeps what Meta says of the advertisement', () => {
  expect(theUpdate('Text Message from Click to WhatsApp Ad')).toMatchObject({
    message: { referral: { source_type: 'ad', headline: 'Chat with us' } },
  });
});

test('a question about a product keeps which product', () => {
  expect(theUpdate('Text Message with Context (Product Inquiry)')).toMatchObject({
    message: { context: { referredProduct: { product_retailer_id: 'di9ozbzfi4' } } },
  });
});

test.each([
  ['Group Create Message', 'group_lifecycle_update', 'group_create'],
  ['Group Settings Update', 'group_settings_update', 'group_settings_update'],
  ['Group Remove Participants', 'group_participants_update', 'group_create'],
])("Meta's example %j is a notice of the field %j", (title, field, type) => {
  expect(theUpdate(title)).toMatchObject({
    kind: 'notice',
    wabaId: '102290129340398',
    phoneNumberId: '106540352242922',
    notice: { field, value: { groups: [{ type, timestamp: 1750269342 }] } },
  });
});

test('a participant whose number is written as a number is read as well', () => {
  expect(theUpdate('Group Create Message')).toMatchObject({
    notice: { value: { groups: [{ added_participants: [{ wa_id: '16505551234' }, {}] }] } },
  });
});

test.each([...examples.keys()])("nothing in Meta's example %j is unknown, and it can be rebuilt", (title) => {
  const parsed = parseWebhook(examples.get(title));
  expect(parsed).toMatchObject({ kind: 'webhook', unknown: [] });
  expect(parsed.kind === 'webhook' && rebuildWebhook(parsed)).toEqual(examples.get(title));
});

test('every example Meta published is covered by a test above', () => {
  const covered = [...expected.map(([title]) => title), 'Contact Sharing Message', 'Group Create Message'];
  covered.push('Group Settings Update', 'Group Remove Participants');
  expect([...examples.keys()].toSorted()).toEqual(covered.toSorted());
});

function theUpdate(title: string): WebhookUpdate {
  const parsed = parseWebhook(examples.get(title));
  const [update, ...others] = parsed.kind === 'webhook' ? parsed.updates : [];
  if (update === undefined || others.length > 0) throw new Error(`"${title}" is not one update`);
  return update;
}
