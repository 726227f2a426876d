import type { ThreadMessage } from '../thread-message.ts';
import type { Field } from './act-form.ts';
import type { JsonRecord } from './json-value.ts';
import { summaryOf } from './message-summary.ts';

/** One kind of act of a customer as a form asks for it. `build` makes the act of the control API. */
export type CustomerActKind = {
  readonly kind: string;
  readonly label: string;
  readonly fields: (messages: readonly ThreadMessage[]) => readonly Field[];
  readonly build?: (values: JsonRecord) => JsonRecord;
};

const file = (accept: string): Field => ({
  kind: 'file',
  name: 'file',
  label: 'File (empty: a sample)',
  accept,
});
const size: Field = { kind: 'number', name: 'bytes', label: 'Pretended size in bytes', min: 0 };
const text = (name: string, label: string, value = '', required = true): Field => ({
  kind: 'text',
  name,
  label,
  value,
  required,
});

/** Every kind of act of the control API. */
export const customerActKinds: readonly CustomerActKind[] = [
  {
    kind: 'text',
    label: 'Text',
    fields: () => [{ kind: 'long-text', name: 'body', label: 'Text', value: 'Hello!', required: true }],
  },
  {
    kind: 'image',
    label: 'Photo',
    fields: () => [file('image/*'), text('caption', 'Caption', '', false), size],
  },
  {
    kind: 'video',
    label: 'Video',
    fields: () => [file('video/*'), text('caption', 'Caption', '', false), size],
  },
  {
    kind: 'audio',
    label: 'Voice or audio',
    fields: () => [file('audio/*'), { kind: 'check', name: 'voice', label: 'Voice note', value: true }, size],
  },
  {
    kind: 'document',
    label: 'Document',
    fields: () => [
      file(''),
      text('filename', 'Name', 'receipt.pdf'),
      text('caption', 'Caption', '', false),
      size,
    ],
  },
  {
    kind: 'sticker',
    label: 'Sticker',
    fields: () => [file('image/webp'), { kind: 'check', name: 'animated', label: 'Animated' }],
  },
  {
    kind: 'location',
    label: 'Location',
    fields: () => [
      { kind: 'number', name: 'latitude', label: 'Latitude', value: 37.7936, min: -90, max: 90, step: 'any' },
      {
        kind: 'number',
        name: 'longitude',
        label: 'Longitude',
        value: -122.3958,
        min: -180,
        max: 180,
        step: 'any',
      },
      text('name', 'Name', 'Ferry Building', false),
      text('address', 'Address', '1 Ferry Building, San Francisco', false),
    ],
  },
  {
    kind: 'contacts',
    label: 'Contact',
    fields: () => [
      text('name', 'Name', 'Sam Rivera'),
      text('phone', 'Phone', '+1 415 555 0199', false),
      {
        kind: 'choice',
        name: 'origin',
        label: 'Why',
        options: [
          ['', 'By their own will'],
          ['contact_request', 'Answer to a contact request'],
          ['other', 'Other'],
        ],
      },
    ],
  },
  {
    kind: 'order',
    label: 'Order from the catalog',
    fields: () => [
      text('catalogId', 'Catalog', '194836987003835'),
      text('retailerId', 'Product', 'jacket-blue-m'),
      { kind: 'number', name: 'quantity', label: 'How many', value: 1, min: 1 },
      { kind: 'number', name: 'price', label: 'Price of one', value: 89, min: 0, step: 'any' },
      text('currency', 'Currency', 'USD'),
      text('text', 'Message', '', false),
    ],
    build: ({ catalogId, text: words, ...item }) => ({
      catalogId,
      items: [item],
      ...(words === undefined ? {} : { text: words }),
    }),
  },
  {
    kind: 'button',
    label: 'Reply button',
    fields: () => [text('id', 'Id', 'yes'), text('title', 'Title', 'Yes')],
  },
  {
    kind: 'list',
    label: 'Row of a list',
    fields: () => [
      text('id', 'Id', 'row-1'),
      text('title', 'Title', 'First'),
      text('description', 'Description', '', false),
    ],
  },
  {
    kind: 'template-button',
    label: 'Quick reply of a template',
    fields: () => [text('payload', 'Payload', 'continue'), text('text', 'Text', 'Continue')],
  },
  {
    kind: 'flow-reply',
    label: 'Answers of a flow',
    fields: () => [
      { kind: 'json', name: 'response', label: 'Answers', value: '{\n  "size": "M"\n}' },
      text('flowToken', 'Flow token', 'unused'),
      text('body', 'Shown as', 'Sent'),
    ],
  },
  {
    kind: 'address',
    label: 'Address (India)',
    fields: () => [
      {
        kind: 'json',
        name: 'values',
        label: 'Address',
        value:
          '{\n  "name": "Priya Nair",\n  "phone_number": "+919000090000",\n  "address": "12 MG Road",\n  "city": "Bengaluru",\n  "in_pin_code": "560001"\n}',
      },
    ],
  },
  {
    kind: 'call-permission',
    label: 'Answer to a call request',
    fields: () => [
      {
        kind: 'choice',
        name: 'response',
        label: 'Answer',
        options: [
          ['accept', 'Allow'],
          ['reject', 'Do not allow'],
        ],
      },
      { kind: 'check', name: 'isPermanent', label: 'For ever (else 7 days)' },
    ],
  },
  {
    kind: 'reaction',
    label: 'Reaction',
    fields: (messages) => [whichMessage('messageId', messages, 'To'), text('emoji', 'Emoji', '👍')],
  },
  {
    kind: 'edit',
    label: 'Edit a message',
    fields: (messages) => [
      whichMessage('messageId', own(messages), 'Which'),
      { kind: 'long-text', name: 'body', label: 'New text', required: true },
    ],
  },
  {
    kind: 'revoke',
    label: 'Delete a message for everyone',
    fields: (messages) => [whichMessage('messageId', own(messages), 'Which')],
  },
  {
    kind: 'call',
    label: 'Voice call',
    fields: () => [
      {
        kind: 'choice',
        name: 'event',
        label: 'What happens',
        options: [
          ['', 'Rings and ends'],
          ['connect', 'Rings'],
          ['terminate', 'Ends'],
        ],
      },
    ],
  },
  { kind: 'welcome', label: 'Open the chat without writing', fields: () => [] },
  {
    kind: 'unsupported',
    label: 'Something the API cannot show',
    fields: () => [text('type', 'What it is', 'poll', false)],
  },
];

/** What may be said about any act. */
export function commonFields(
  messages: readonly ThreadMessage[],
  groups: readonly string[],
): readonly Field[] {
  return [
    whichMessage('replyTo', messages, 'Replies to', 'Nothing'),
    {
      kind: 'choice',
      name: 'forwarded',
      label: 'Forwarded',
      options: [
        ['', 'No'],
        ['once', 'Once'],
        ['often', 'Many times'],
      ],
    },
    {
      kind: 'choice',
      name: 'fromAd',
      label: 'Came from',
      options: [
        ['', 'The chat'],
        ['ad', 'A click on an ad'],
        ['post', 'A click on a post'],
      ],
    },
    text('adHeadline', 'Headline of the ad', '', false),
    text('productCatalog', 'Asks about a product: catalog', '', false),
    text('productRetailer', 'Asks about a product: id', '', false),
    {
      kind: 'choice',
      name: 'groupId',
      label: 'Written in',
      options: [['', 'The private chat'], ...groups.map((id): readonly [string, string] => [id, id])],
    },
    { kind: 'number', name: 'minutesAgo', label: 'Sent so many minutes ago', min: 0 },
  ];
}

/** The common fields as the control API wants them. */
export function commonParts(values: JsonRecord, nowMs: number): JsonRecord {
  const { replyTo, forwarded, fromAd, adHeadline, productCatalog, productRetailer, groupId, minutesAgo } =
    values;
  return {
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(forwarded === undefined ? {} : { forwarded }),
    ...(groupId === undefined ? {} : { groupId }),
    ...(fromAd === undefined
      ? {}
      : {
          referral: { sourceType: fromAd, ...(adHeadline === undefined ? {} : { headline: adHeadline }) },
        }),
    ...(productCatalog === undefined || productRetailer === undefined
      ? {}
      : { product: { catalogId: productCatalog, retailerId: productRetailer } }),
    ...(minutesAgo === undefined ? {} : { timestampMs: Math.round(nowMs - Number(minutesAgo) * 60_000) }),
  };
}

function whichMessage(
  name: string,
  messages: readonly ThreadMessage[],
  label: string,
  nothing?: string,
): Field {
  const latest = messages.slice(-30).toReversed();
  return {
    kind: 'choice',
    name,
    label,
    options: [
      ...(nothing === undefined ? [] : [['', nothing] as const]),
      ...latest.map(
        (message) =>
          [
            message.wamid,
            `${message.from === 'customer' ? 'You' : 'Business'}: ${summaryOf(message).slice(0, 60)}`,
          ] as const,
      ),
    ],
  };
}

function own(messages: readonly ThreadMessage[]): readonly ThreadMessage[] {
  return messages.filter((message) => message.from === 'customer' && !message.revoked);
}
