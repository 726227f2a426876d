import { describe, expect, test } from 'vitest';
import { a, interactive, problemsOfSend, testLimits } from './limits.fixture.ts';
import { buildSendRequest, parseSendRequest } from './send-request.ts';
import { textMessage } from './text.ts';

const text = { type: 'text', text: { body: 'hi' } };
const directly = { directSend: true };
const utility = { ...text, category: 'utility' };
const authentication = { ...text, category: 'authentication' };

describe('whom it goes to', () => {
  testLimits([
    [
      'a user id is enough',
      { ...text, to: undefined, recipient: 'US.ana' },
      { ...text, to: undefined },
      'needs "to" or "recipient"',
    ],
    [
      'both are fine',
      { ...text, recipient: 'US.ENT.ana' },
      { ...text, recipient: 'ana' },
      'recipient',
      'business-scoped',
    ],
    [
      'a group needs its id',
      { ...text, recipient_type: 'group', to: 'Y2FwaQ' },
      { ...text, recipient_type: 'group', to: undefined, recipient: 'US.ana' },
      '"to"',
    ],
    [
      'a key hash is not empty',
      { ...text, recipient_identity_key_hash: 'h' },
      { ...text, recipient_identity_key_hash: '' },
      'recipient_identity_key_hash',
    ],
    [
      'an answered message has an id',
      { ...text, context: { message_id: 'wamid.1' } },
      { ...text, context: { message_id: '' } },
      'context.message_id',
    ],
  ]);

  test('a key hash is put into the request', () => {
    const built = buildSendRequest({ to: '+15550000001', identityKeyHash: 'h' }, textMessage('hi'));
    expect(built).toMatchObject({ kind: 'valid', request: { recipient_identity_key_hash: 'h' } });
  });
});

describe('stickers and places', () => {
  const sticker = (fields: object) => ({ type: 'sticker', sticker: fields });
  const place = (latitude: unknown) => ({ type: 'location', location: { latitude, longitude: '-122.16' } });
  testLimits([
    [
      'a sticker has one source',
      sticker({ id: '1' }),
      sticker({ id: '1', link: 'https://example.com/a.webp' }),
      'sticker',
      'exactly one',
    ],
    ['a sticker has no caption', sticker({ id: '1' }), sticker({ id: '1', caption: 'c' }), 'caption'],
    ['degrees may be written as text', place('90'), place('90.1'), 'latitude', '90'],
    ['degrees are a number', place('-37.4'), place('north'), 'latitude', 'degrees'],
  ]);
});

describe('Direct Send', () => {
  test('is off unless the account has it', () => {
    expect(problemsOfSend(utility).join()).toContain('category');
    expect(problemsOfSend(utility, directly)).toEqual([]);
  });

  testLimits(
    [
      ['is utility or authentication', utility, { ...text, category: 'marketing' }, 'category'],
      [
        'of utility lives at least 30 seconds',
        { ...utility, ttl_seconds: 30 },
        { ...utility, ttl_seconds: 29 },
        'ttl_seconds',
        '30',
      ],
      [
        'of utility lives at most 43200 seconds',
        { ...utility, ttl_seconds: 43_200 },
        { ...utility, ttl_seconds: 43_201 },
        'ttl_seconds',
        '43200',
      ],
      [
        'of authentication lives at most 900 seconds',
        { ...authentication, ttl_seconds: 900 },
        { ...authentication, ttl_seconds: 901 },
        'ttl_seconds',
        '900',
      ],
      [
        'of authentication needs a phone number',
        authentication,
        { ...authentication, to: undefined, recipient: 'US.ana' },
        '"to"',
      ],
      [
        'of utility takes a user id',
        { ...utility, to: undefined, recipient: 'US.ana' },
        { ...utility, to: undefined },
        '"to" or "recipient"',
      ],
      [
        'is text or to tap on',
        {
          ...interactive({
            type: 'request_contact_info',
            body: { text: 'May we?' },
            action: { name: 'request_contact_info' },
          }),
          category: 'utility',
        },
        { type: 'image', image: { id: '1' }, category: 'utility' },
        'type',
      ],
      ['reaches no groups', utility, { ...utility, recipient_type: 'group' }, 'groups'],
      [
        'keeps the limits of its type',
        { ...utility, text: { body: a(4096) } },
        { ...utility, text: { body: a(4097) } },
        'text.body',
        '4096',
      ],
    ],
    (content) => problemsOfSend(content, directly),
  );

  test('is built from an address', () => {
    const directSend = { category: 'utility', ttlS: 600 } as const;
    const built = buildSendRequest({ to: '+15550000001', directSend }, textMessage('hi'), directly);
    expect(built).toMatchObject({ kind: 'valid', request: { category: 'utility', ttl_seconds: 600 } });
  });

  test('an account that has it still sends ordinary messages', () => {
    const ordinary = { messaging_product: 'whatsapp', to: '+15550000001', ...text };
    expect(parseSendRequest(ordinary, directly)).toEqual({ kind: 'valid', request: ordinary });
  });
});
