import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, startBoth, type Started } from '../receiver.testing.ts';

let sim: Started;
beforeAll(async () => {
  sim = await startBoth({ settings: { limits: 'none' } });
  sim.say('hi');
});
afterAll(() => sim.close());

const x = (length: number): string => 'x'.repeat(length);
const body = { text: 'Look' };
const interactive = (type: string, rest: object) => ({ type: 'interactive', interactive: { type, ...rest } });
const buttons = (titles: readonly string[], rest: object = {}) =>
  interactive('button', {
    body,
    action: { buttons: titles.map((title, at) => ({ type: 'reply', reply: { id: `b${at}`, title } })) },
    ...rest,
  });
const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => ({ id: `r${from + at}`, title: 'Row' }));
const list = (sections: readonly object[], text = 'Look') =>
  interactive('list', { body: { text }, action: { button: 'Open', sections } });
const link = (text: string, url = 'https://a.example/x') =>
  interactive('cta_url', { body, action: { name: 'cta_url', parameters: { display_text: text, url } } });
const products = (sections: readonly object[], rest: object = {}) =>
  interactive('product_list', {
    header: { type: 'text', text: 'H' },
    body,
    action: { catalog_id: 'c', sections },
    ...rest,
  });
const items = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ product_retailer_id: `p${at}` }));
const card = (card_index: number, labels: readonly string[], text = 'Card') => ({
  card_index,
  type: 'button',
  header: { type: 'image', image: { link: 'https://a.example/a.png' } },
  body: { text },
  action: {
    buttons: labels.map((title, at) => ({ type: 'quick_reply', quick_reply: { id: `q${at}`, title } })),
  },
});
const carousel = (cards: readonly object[], rest: object = {}) =>
  interactive('carousel', { body, action: { cards }, ...rest });
const flow = (rest: object) =>
  interactive('flow', {
    body,
    action: {
      name: 'flow',
      parameters: { flow_message_version: '3', flow_id: 'nope', flow_cta: 'Go', ...rest },
    },
  });
const order = (rest: object = {}) =>
  interactive('order_details', {
    body,
    action: {
      name: 'review_and_pay',
      parameters: {
        reference_id: 'A-1',
        type: 'physical-goods',
        currency: 'BRL',
        total_amount: { value: 100, offset: 100 },
        order: { status: 'pending' },
        ...rest,
      },
    },
  });
const contact = { name: { formatted_name: 'Maya' }, phones: [{ phone: '+14155550142' }] };

test.each([
  ['text of 4,096', { type: 'text', text: { body: x(4_096), preview_url: true } }],
  ['image with caption', { type: 'image', image: { link: 'https://a.example/a.png', caption: x(1_024) } }],
  ['voice note', { type: 'audio', audio: { link: 'https://a.example/a.ogg', voice: true } }],
  ['sticker', { type: 'sticker', sticker: { link: 'https://a.example/a.webp' } }],
  ['document', { type: 'document', document: { link: 'https://a.example/a.pdf', filename: 'a.pdf' } }],
  [
    'location in strings',
    { type: 'location', location: { latitude: '53.5', longitude: '10.0', name: 'Harbour' } },
  ],
  ['contacts as JSON text', { type: 'contacts', contacts: JSON.stringify([contact]) }],
  ['257 contacts', { type: 'contacts', contacts: Array.from({ length: 257 }, () => contact) }],
  ['three buttons', buttons(['Yes', 'No', x(20)])],
  [
    'ten rows',
    list([
      { title: 'A', rows: rows(5) },
      { title: 'B', rows: rows(5, 5) },
    ]),
  ],
  ['a list body of 4,096', list([{ rows: rows(1) }], x(4_096))],
  ['link', link(x(20))],
  ['location request', interactive('location_request_message', { body, action: { name: 'send_location' } })],
  [
    'contact request',
    interactive('request_contact_info', { body, action: { name: 'request_contact_info' } }),
  ],
  [
    'call permission',
    interactive('call_permission_request', { body, action: { name: 'call_permission_request' } }),
  ],
  [
    'call button',
    interactive('voice_call', { body, action: { name: 'voice_call', parameters: { display_text: 'Call' } } }),
  ],
  [
    'address in India',
    interactive('address_message', {
      body,
      action: { name: 'address_message', parameters: { country: 'IN' } },
    }),
  ],
  ['product', interactive('product', { action: { catalog_id: 'c', product_retailer_id: 'p' } })],
  ['30 products', products([{ title: 'A', product_items: items(30) }])],
  ['catalog', interactive('catalog_message', { body, action: { name: 'catalog_message' } })],
  ['carousel', carousel([card(0, ['A']), card(1, ['B'])])],
  ['order details', order()],
  [
    'order status',
    interactive('order_status', {
      body,
      action: { name: 'review_order', parameters: { reference_id: 'A-1', order: { status: 'shipped' } } },
    }),
  ],
])('%s is accepted', async (_name, message) => {
  expect(codeOf(await sim.send(message))).toBe(0);
});

test.each([
  ['text of 4,097', { type: 'text', text: { body: x(4_097) } }, 131009],
  [
    'a caption of 1,025',
    { type: 'image', image: { link: 'https://a.example/a.png', caption: x(1_025) } },
    131009,
  ],
  ['a caption on audio', { type: 'audio', audio: { link: 'https://a.example/a.ogg', caption: 'x' } }, 100],
  ['a file by id and link', { type: 'image', image: { id: '1', link: 'https://a.example/a.png' } }, 131009],
  ['a latitude of 91', { type: 'location', location: { latitude: 91, longitude: 0 } }, 131009],
  ['258 contacts', { type: 'contacts', contacts: Array.from({ length: 258 }, () => contact) }, 131009],
  ['contacts as text that is no JSON', { type: 'contacts', contacts: '[Sam' }, 131009],
  ['a contact without name', { type: 'contacts', contacts: [{ phones: [] }] }, 131008],
  ['four buttons', buttons(['A', 'B', 'C', 'D']), 131009],
  ['a button of 21', buttons([x(21)]), 131009],
  ['a footer of 61', buttons(['A'], { footer: { text: x(61) } }), 131009],
  [
    'eleven rows',
    list([
      { title: 'A', rows: rows(6) },
      { title: 'B', rows: rows(5, 6) },
    ]),
    131009,
  ],
  ['two sections without titles', list([{ rows: rows(1) }, { rows: rows(1, 1) }]), 131009],
  [
    'an image header on a list',
    interactive('list', {
      header: { type: 'image', image: { id: '1' } },
      body,
      action: { button: 'x', sections: [{ rows: rows(1) }] },
    }),
    131009,
  ],
  ['a link label of 21', link(x(21)), 131009],
  ['a link that is none', link('Open', 'ftp://a.example'), 131009],
  [
    'an address outside India',
    interactive('address_message', {
      body,
      action: { name: 'address_message', parameters: { country: 'DE' } },
    }),
    131009,
  ],
  [
    'a header on a product',
    interactive('product', {
      header: { type: 'text', text: 'x' },
      action: { catalog_id: 'c', product_retailer_id: 'p' },
    }),
    100,
  ],
  [
    '31 products',
    products([
      { title: 'A', product_items: items(16) },
      { title: 'B', product_items: items(15) },
    ]),
    131009,
  ],
  [
    'products without header',
    products([{ title: 'A', product_items: items(1) }], { header: undefined }),
    131008,
  ],
  ['one card', carousel([card(0, ['A'])]), 131009],
  ['unequal cards', carousel([card(0, ['A']), card(1, ['A', 'B'])]), 131009],
  ['cards with the same index', carousel([card(0, ['A']), card(0, ['B'])]), 131009],
  ['a card body of 161', carousel([card(0, ['A'], x(161)), card(1, ['B'])]), 131009],
  ['three line breaks on a card', carousel([card(0, ['A'], 'a\nb\nc\nd'), card(1, ['B'])]), 131009],
  ['a footer on a carousel', carousel([card(0, ['A']), card(1, ['B'])], { footer: { text: 'x' } }), 100],
  ['a flow that does not exist', flow({}), 131009],
  ['emoji on a flow button', flow({ flow_cta: 'Go 🚀' }), 131009],
  ['a flow by id and name', flow({ flow_name: 'x' }), 131009],
  [
    'a payload for data_exchange',
    flow({ flow_action: 'data_exchange', flow_action_payload: { screen: 'A' } }),
    131009,
  ],
  ['an order in euros', order({ currency: 'EUR' }), 131009],
  [
    'a context on a reaction',
    { type: 'reaction', reaction: { message_id: 'w', emoji: '👍' }, context: { message_id: 'w' } },
    100,
  ],
  ['callback data of 513', { type: 'text', text: { body: 'x' }, biz_opaque_callback_data: x(513) }, 131009],
  [
    'a recipient that is no BSUID',
    { to: undefined, recipient: '12', type: 'text', text: { body: 'x' } },
    131009,
  ],
  ['the number itself', { to: '15550783881', type: 'text', text: { body: 'x' } }, 131021],
])('%s is refused with %s', async (_name, message, code) => {
  expect(codeOf(await sim.send(message))).toBe(code);
});

test('a reaction goes to a known message of the last 30 days that is not deleted, and only `sent` comes back', async () => {
  const own = await startBoth();
  const react = (message_id: string) => own.send({ type: 'reaction', reaction: { message_id, emoji: '👍' } });
  const target = own.say('hi');
  await react(target);
  expect((await own.statuses(1))[0]).toMatchObject({ status: 'sent' });
  await react('wamid.unknown');
  expect((await own.statuses(2))[1]).toMatchObject({ errors: [{ code: 131009 }] });
  own.simulator.control.act([{ customer: 'maya', action: { kind: 'revoke', messageId: target } }]);
  await react(target);
  expect((await own.statuses(3))[2]).toMatchObject({ status: 'failed' });
  const old = own.say('old');
  own.simulator.control.advanceClock(31 * 86_400_000);
  own.say('new');
  await react(old);
  expect((await own.statuses(4))[3]).toMatchObject({ status: 'failed' });
  await own.close();
});
