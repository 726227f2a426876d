import { describe, expect, test } from 'vitest';
import { a, items, problemsOfSend, testLimits } from './limits.fixture.ts';
import { parseMarketingRequest } from './marketing-request.ts';
import { parseSendRequest } from './send-request.ts';
import { oneTimePasswordMessage } from './template.ts';

const template = (...components: readonly object[]) => ({
  type: 'template',
  template: { name: 'offer', language: { code: 'en_US' }, components },
});
const header = (parameter: object) => template({ type: 'header', parameters: [parameter] });
const button = (sub_type: string, parameter: object, index: number | string | undefined = 0) =>
  template({ type: 'button', sub_type, ...(index === undefined ? {} : { index }), parameters: [parameter] });
const action = (sub_type: string, of: object) => button(sub_type, { type: 'action', action: of });
const picture = { type: 'header', parameters: [{ type: 'image', image: { id: '1' } }] };
const card = (index: number, ...components: readonly object[]) => ({
  card_index: index,
  components: components.length === 0 ? [picture] : components,
});
const carousel = (cards: readonly object[]) => template({ type: 'carousel', cards });
const offer = (ms: number) =>
  template({
    type: 'limited_time_offer',
    parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: ms } }],
  });
const tap = (title: string) =>
  template({
    type: 'tap_target_configuration',
    parameters: [
      { type: 'tap_target_configuration', tap_target_configuration: [{ url: 'https://example.com', title }] },
    ],
  });
const products = (count: number) => ({
  thumbnail_product_retailer_id: 'p0',
  sections: [{ title: 'Ours', product_items: items(count, (n) => ({ product_retailer_id: `p${n}` })) }],
});
const voiceCall = (...parameters: readonly object[]) =>
  template({ type: 'button', sub_type: 'voice_call', parameters });

describe('the parts of a template', () => {
  testLimits([
    [
      'a header is a text',
      header({ type: 'text', text: 'x' }),
      header({ type: 'text', text: '' }),
      'parameters.0.text',
    ],
    [
      'a header is one parameter',
      header({ type: 'text', text: 'x' }),
      template({ type: 'header', parameters: [] }),
      'parameters',
    ],
    [
      'a header is a place',
      header({ type: 'location', location: { latitude: '37.4', longitude: -122 } }),
      header({ type: 'location', location: { latitude: '97.4', longitude: -122 } }),
      'latitude',
      '90',
    ],
    [
      'a header is a document with a name',
      header({ type: 'document', document: { id: '1', filename: 'a.pdf' } }),
      header({ type: 'image', image: { id: '1', filename: 'a.png' } }),
      'filename',
    ],
    [
      'a header is a product',
      header({ type: 'product', product: { catalog_id: 'c', product_retailer_id: 'p' } }),
      header({ type: 'product', product: { catalog_id: 'c' } }),
      'product_retailer_id',
    ],
    [
      'a GIF goes to the marketing endpoint only',
      header({ type: 'video', video: { id: '1' } }),
      header({ type: 'gif', gif: { id: '1' } }),
      'parameters.0.type',
    ],
    [
      'a link has at most 2000',
      button('url', { type: 'text', text: a(2000) }),
      button('url', { type: 'text', text: a(2001) }),
      'text',
      '2000',
    ],
    [
      'a code has at most 20',
      button('copy_code', { type: 'coupon_code', coupon_code: a(20) }),
      button('copy_code', { type: 'coupon_code', coupon_code: a(21) }),
      'coupon_code',
      '20',
    ],
    [
      'a button has a place from 0 to 9',
      button('quick_reply', { type: 'payload', payload: 'x' }, 9),
      button('quick_reply', { type: 'payload', payload: 'x' }, 10),
      'index',
      '9',
    ],
    [
      'a place may be written as text',
      button('quick_reply', { type: 'payload', payload: 'x' }, '9'),
      button('quick_reply', { type: 'payload', payload: 'x' }, '10'),
      'index',
    ],
    [
      'a button has a place',
      button('url', { type: 'text', text: 'x' }),
      template({ type: 'button', sub_type: 'url', parameters: [{ type: 'text', text: 'x' }] }),
      'index',
    ],
    [
      'a quick reply has a payload',
      button('quick_reply', { type: 'payload', payload: 'x' }),
      button('quick_reply', { type: 'text', text: 'x' }),
      'type',
    ],
    [
      'a flow has a token',
      action('flow', { flow_token: 't' }),
      action('flow', { flow_token: '' }),
      'flow_token',
    ],
    [
      'a catalog has a picture of a product',
      action('catalog', { thumbnail_product_retailer_id: 'p' }),
      action('catalog', { thumbnail_product_retailer_id: '' }),
      'thumbnail_product_retailer_id',
    ],
    [
      'several products are at most 30',
      action('mpm', products(30)),
      action('mpm', products(31)),
      'sections',
      '30',
    ],
    [
      'a call button needs no place',
      voiceCall({ type: 'ttl_minutes', ttl_minutes: 43_200 }),
      voiceCall({ type: 'ttl_minutes', ttl_minutes: 43_201 }),
      'ttl_minutes',
      '43200',
    ],
    [
      'a call button carries at most 512',
      voiceCall({ type: 'payload', payload: a(512) }),
      voiceCall({ type: 'payload', payload: a(513) }),
      'payload',
      '512',
    ],
    [
      'a call button has each parameter once',
      voiceCall({ type: 'payload', payload: 'x' }),
      voiceCall({ type: 'payload', payload: 'x' }, { type: 'payload', payload: 'y' }),
      'one type',
    ],
    ['a carousel has at least 2 cards', carousel([card(0), card(1)]), carousel([card(0)]), 'cards', '2'],
    [
      'a carousel has at most 10 cards',
      carousel(items(10, (n) => card(n))),
      carousel(items(11, (n) => card(Math.min(n, 9)))),
      'cards',
      '10',
    ],
    [
      'a carousel has different card indexes',
      carousel([card(0), card(1)]),
      carousel([card(0), card(0)]),
      'card_index',
    ],
    [
      'a card has one header',
      carousel([card(0), card(1)]),
      carousel([card(0, picture, picture), card(1)]),
      'more than one header',
    ],
    ['an offer ends in time', offer(1_209_600_000), offer(0), 'expiration_time_ms'],
    ['a tap leads to a titled page', tap('Details'), tap(''), 'title'],
    [
      'a template has one carousel',
      carousel([card(0), card(1)]),
      template(...items(2, () => ({ type: 'carousel', cards: [card(0), card(1)] }))),
      'more than one carousel',
    ],
    [
      'an order status has a reference of at most 35',
      template({
        type: 'order_status',
        parameters: [
          { type: 'order_status', order_status: { reference_id: a(35), order: { status: 'shipped' } } },
        ],
      }),
      template({
        type: 'order_status',
        parameters: [
          { type: 'order_status', order_status: { reference_id: a(36), order: { status: 'shipped' } } },
        ],
      }),
      'reference_id',
      '35',
    ],
  ]);

  test('tags may be in capitals, and come out in small letters', () => {
    const shouted = template({
      type: 'BUTTON',
      sub_type: 'CATALOG',
      index: 0,
      parameters: [{ type: 'action', action: {} }],
    });
    expect(parseSendRequest({ messaging_product: 'whatsapp', to: '+15550000001', ...shouted })).toMatchObject(
      {
        request: { template: { components: [{ type: 'button', sub_type: 'catalog' }] } },
      },
    );
  });

  test('a one-time password stands in the body and on the button', () => {
    expect(problemsOfSend(oneTimePasswordMessage('login', 'en', '493-102'))).toEqual([]);
  });
});

describe('the marketing endpoint', () => {
  const gif = header({ type: 'gif', gif: { id: '1' } });
  testLimits(
    [
      ['takes templates only', gif, { type: 'text', text: { body: 'Buy' } }, 'type', 'template'],
      [
        'knows two policies',
        { ...gif, product_policy: 'STRICT' },
        { ...gif, product_policy: 'LAX' },
        'product_policy',
        'STRICT',
      ],
      [
        'reaches no groups',
        { ...gif, recipient_type: 'individual' },
        { ...gif, recipient_type: 'group' },
        'recipient_type',
        'individual',
      ],
      [
        'shares activity or not',
        { ...gif, message_activity_sharing: false },
        { ...gif, message_activity_sharing: 'no' },
        'message_activity_sharing',
      ],
      [
        'takes a user id',
        { ...gif, to: undefined, recipient: 'US.ana' },
        { ...gif, to: undefined },
        'needs "to" or "recipient"',
      ],
      ['answers nothing', gif, { ...gif, context: { message_id: 'wamid.1' } }, 'context'],
      [
        'carries at most 512',
        { ...gif, biz_opaque_callback_data: a(512) },
        { ...gif, biz_opaque_callback_data: a(513) },
        'biz_opaque_callback_data',
        '512',
      ],
    ],
    (content) => {
      const parsed = parseMarketingRequest({ messaging_product: 'whatsapp', to: '+15550000001', ...content });
      return parsed.kind === 'valid' ? [] : parsed.problems;
    },
  );
});
