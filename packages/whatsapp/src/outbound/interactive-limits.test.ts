import { describe } from 'vitest';
import { a, interactive, items, testLimits } from './limits.fixture.ts';

const body = { text: 'See' };
const image = { type: 'image', image: { id: '1' } };

describe('a flow', () => {
  const flow = (parameters: object, parts: object = {}) =>
    interactive({
      type: 'flow',
      body,
      ...parts,
      action: {
        name: 'flow',
        parameters: { flow_message_version: '3', flow_cta: 'Open', flow_id: '1', ...parameters },
      },
    });
  testLimits([
    ['has a label of at most 30', flow({ flow_cta: a(30) }), flow({ flow_cta: a(31) }), 'flow_cta', '30'],
    [
      'has a label without emoji',
      flow({ flow_cta: 'Sign up #1' }),
      flow({ flow_cta: 'Sign up 🎉' }),
      'flow_cta',
      'emoji',
    ],
    ['is of version 3', flow({}), flow({ flow_message_version: '4' }), 'flow_message_version', '3'],
    [
      'has an id or a name',
      flow({ flow_id: undefined, flow_name: 'f' }),
      flow({ flow_name: 'f' }),
      'flow_id',
      'exactly one',
    ],
    ['is not without id and name', flow({}), flow({ flow_id: undefined }), 'flow_id', 'exactly one'],
    [
      'opens a screen only if it navigates',
      flow({ flow_action: 'navigate', flow_action_payload: { screen: 'A', data: { n: 1 } } }),
      flow({ flow_action: 'data_exchange', flow_action_payload: { screen: 'A' } }),
      'flow_action_payload',
    ],
    [
      'asks its endpoint',
      flow({ flow_action: 'data_exchange' }),
      flow({ flow_action: 'ask' }),
      'flow_action',
    ],
    [
      'has data that is not empty',
      flow({ flow_action_payload: { data: { n: 1 } } }),
      flow({ flow_action_payload: { data: {} } }),
      'flow_action_payload.data',
      'empty',
    ],
    ['is draft or published', flow({ mode: 'draft' }), flow({ mode: 'test' }), 'mode', 'draft'],
    [
      'has a body of at most 1024',
      flow({}, { body: { text: a(1024) } }),
      flow({}, { body: { text: a(1025) } }),
      'body.text',
      '1024',
    ],
  ]);
});

describe('products', () => {
  const product = (parts: object) =>
    interactive({ type: 'product', ...parts, action: { catalog_id: 'c', product_retailer_id: 'p' } });
  const section = (count: number, title?: string) => ({
    ...(title === undefined ? {} : { title }),
    product_items: items(count, (n) => ({ product_retailer_id: `p${n}` })),
  });
  const list = (sections: readonly object[], parts: object = {}) =>
    interactive({
      type: 'product_list',
      header: { type: 'text', text: 'Ours' },
      body,
      ...parts,
      action: { catalog_id: 'c', sections },
    });
  const catalog = (parts: object) =>
    interactive({ type: 'catalog_message', body, action: { name: 'catalog_message' }, ...parts });
  testLimits([
    ['one product needs no body', product({}), product({ body: { text: a(1025) } }), 'body.text', '1024'],
    ['one product has no header', product({ footer: body }), product({ header: image }), 'header'],
    ['a list has a header', list([section(1)]), list([section(1)], { header: undefined }), 'header'],
    [
      'a list has a header of text',
      list([section(1)]),
      list([section(1)], { header: image }),
      'header.type',
      'text',
    ],
    [
      'a list has at most 30 products in all',
      list([section(15, 'a'), section(15, 'b')]),
      list([section(15, 'a'), section(16, 'b')]),
      'sections',
      '30',
    ],
    [
      'a list has at most 10 sections',
      list(items(10, (n) => section(1, `s${n}`))),
      list(items(11, (n) => section(1, `s${n}`))),
      'sections',
      '10',
    ],
    ['a section has a product', list([section(1)]), list([section(0)]), 'product_items', '1'],
    ['a section title has at most 24', list([section(1, a(24))]), list([section(1, a(25))]), 'title', '24'],
    [
      'several sections have titles',
      list([section(1, 'a'), section(1, 'b')]),
      list([section(1, 'a'), section(1)]),
      'title',
    ],
    [
      'a catalog has a body of at most 1024',
      catalog({ body: { text: a(1024) } }),
      catalog({ body: { text: a(1025) } }),
      'body.text',
      '1024',
    ],
    [
      'a catalog has a footer of at most 60',
      catalog({ footer: { text: a(60) } }),
      catalog({ footer: { text: a(61) } }),
      'footer.text',
      '60',
    ],
    ['a catalog has a body', catalog({}), catalog({ body: undefined }), 'body'],
  ]);
});

describe('a carousel', () => {
  const link = (index: number, parts: object = {}) => ({
    card_index: index,
    type: 'cta_url',
    header: image,
    ...parts,
    action: { name: 'cta_url', parameters: { display_text: 'Buy', url: 'https://example.com' } },
  });
  const replies = (index: number, count: number, reply: object = {}) => ({
    card_index: index,
    header: image,
    action: {
      buttons: items(count, (n) => ({
        type: 'quick_reply',
        quick_reply: { id: `r${n}`, title: 'More', ...reply },
      })),
    },
  });
  const product = (index: number, catalogId = 'c') => ({
    card_index: index,
    type: 'product',
    action: { catalog_id: catalogId, product_retailer_id: `p${index}` },
  });
  const carousel = (cards: readonly object[], parts: object = {}) =>
    interactive({ type: 'carousel', body, ...parts, action: { cards } });
  const two = [link(0), link(1)];
  testLimits([
    ['has at least 2 cards', carousel(two), carousel([link(0)]), 'cards', '2'],
    [
      'has at most 10 cards',
      carousel(items(10, (n) => link(n))),
      carousel(items(11, (n) => link(Math.min(n, 9)))),
      'cards',
      '10',
    ],
    [
      'has a body of at most 1024',
      carousel(two, { body: { text: a(1024) } }),
      carousel(two, { body: { text: a(1025) } }),
      'body.text',
      '1024',
    ],
    ['has no header above the cards', carousel(two), carousel(two, { header: image }), 'header'],
    ['has no footer', carousel(two), carousel(two, { footer: body }), 'footer'],
    ['has different card indexes', carousel(two), carousel([link(0), link(0)]), 'card_index'],
    [
      'has card indexes from 0 to 9',
      carousel([link(0), link(9)]),
      carousel([link(0), link(10)]),
      'card_index',
      '9',
    ],
    [
      'has card texts of at most 160',
      carousel([link(0, { body: { text: a(160) } }), link(1)]),
      carousel([link(0, { body: { text: a(161) } }), link(1)]),
      'cards.0.body.text',
      '160',
    ],
    [
      'has at most 2 line breaks on a card',
      carousel([link(0, { body: { text: 'a\nb\nc' } }), link(1)]),
      carousel([link(0, { body: { text: 'a\nb\nc\nd' } }), link(1)]),
      'cards.0.body.text',
      '2 line breaks',
    ],
    [
      'has pictures and films on cards, no documents',
      carousel([link(0, { header: { type: 'video', video: { id: '1' } } }), link(1)]),
      carousel([link(0, { header: { type: 'document', document: { id: '1' } } }), link(1)]),
      'cards.0.header',
    ],
    [
      'has cards with the same number of replies',
      carousel([replies(0, 2), replies(1, 2)]),
      carousel([replies(0, 2), replies(1, 1)]),
      'cards',
      'same kind and number',
    ],
    [
      'has cards with the same kind of buttons',
      carousel(two),
      carousel([link(0), replies(1, 1)]),
      'cards',
      'same kind and number',
    ],
    [
      'has at least one reply on a card',
      carousel([replies(0, 1), replies(1, 1)]),
      carousel([replies(0, 0), replies(1, 0)]),
      'buttons',
      '1',
    ],
    [
      'has reply labels of at most 20',
      carousel([replies(0, 1, { title: a(20) }), replies(1, 1)]),
      carousel([replies(0, 1, { title: a(21) }), replies(1, 1)]),
      'quick_reply.title',
      '20',
    ],
    [
      'has reply ids of at most 256',
      carousel([replies(0, 1, { id: a(256) }), replies(1, 1)]),
      carousel([replies(0, 1, { id: a(257) }), replies(1, 1)]),
      'quick_reply.id',
      '256',
    ],
    [
      'has different reply ids on a card',
      carousel([replies(0, 2), replies(1, 2)]),
      carousel([replies(0, 2, { id: 'x' }), replies(1, 2)]),
      'same id',
    ],
    [
      'has products of one catalog',
      carousel([product(0), product(1)]),
      carousel([product(0), product(1, 'other')]),
      'catalog_id',
    ],
  ]);
});

describe('requests', () => {
  const request = (type: string, action: object, parts: object = {}) =>
    interactive({ type, body, ...parts, action });
  const location = (parts: object) => request('location_request_message', { name: 'send_location' }, parts);
  const contact = (parts: object) => request('request_contact_info', { name: 'request_contact_info' }, parts);
  const call = (parameters: object) => request('voice_call', { name: 'voice_call', parameters });
  const address = (parameters: object) =>
    request('address_message', { name: 'address_message', parameters: { country: 'IN', ...parameters } });
  const saved = (...ids: readonly string[]) => ({
    saved_addresses: ids.map((id) => ({ id, value: { city: 'Pune' } })),
  });
  testLimits([
    [
      'a request for a place has a body of at most 1024',
      location({ body: { text: a(1024) } }),
      location({ body: { text: a(1025) } }),
      'body.text',
      '1024',
    ],
    ['a request for a place has no header', location({}), location({ header: image }), 'header'],
    [
      'a request for a place names its action',
      location({}),
      request('location_request_message', { name: 'location' }),
      'action.name',
      'send_location',
    ],
    [
      'a request for a number has a body of at most 1024',
      contact({ body: { text: a(1024) } }),
      contact({ body: { text: a(1025) } }),
      'body.text',
      '1024',
    ],
    [
      'a request to call may stand alone',
      interactive({ type: 'call_permission_request', action: { name: 'call_permission_request' } }),
      request('call_permission_request', { name: 'call' }),
      'action.name',
      'call_permission_request',
    ],
    [
      'a call button has a label of at most 20',
      call({ display_text: a(20) }),
      call({ display_text: a(21) }),
      'display_text',
      '20',
    ],
    [
      'a call button works for at least 1 minute',
      call({ ttl_minutes: 1 }),
      call({ ttl_minutes: 0 }),
      'ttl_minutes',
      '1',
    ],
    [
      'a call button works for at most 43200 minutes',
      call({ ttl_minutes: 43_200 }),
      call({ ttl_minutes: 43_201 }),
      'ttl_minutes',
      '43200',
    ],
    [
      'a call button carries at most 512',
      call({ payload: a(512) }),
      call({ payload: a(513) }),
      'payload',
      '512',
    ],
    ['an address is in India', address({}), address({ country: 'SG' }), 'country', 'IN'],
    ['an address has a country', address({}), address({ country: undefined }), 'country'],
    [
      'an address has a pin code of at most 6',
      address({ values: { in_pin_code: '411001' } }),
      address({ values: { in_pin_code: '4110011' } }),
      'in_pin_code',
      '6',
    ],
    [
      'an address has a phone number',
      address({ values: { phone_number: '+919500000001' } }),
      address({ values: { phone_number: 'home' } }),
      'phone_number',
    ],
    [
      'an address has only known fields',
      address({ values: { city: 'Pune' } }),
      address({ values: { planet: 'Earth' } }),
      'planet',
    ],
    ['saved addresses have different ids', address(saved('a', 'b')), address(saved('a', 'a')), 'same id'],
    [
      'errors are about known fields',
      address({ validation_errors: { in_pin_code: 'not found' } }),
      address({ validation_errors: { planet: 'not found' } }),
      'planet',
    ],
    ['an address goes to India', address({}), { ...address({}), to: '+15550000001' }, '"to"', '+91'],
  ]);
});
