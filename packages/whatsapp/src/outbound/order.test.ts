import { describe } from 'vitest';
import { a, interactive, testLimits } from './limits.fixture.ts';

const money = (value: number) => ({ value, offset: 100 });
const item = { retailer_id: 'p1', name: 'bread', amount: money(1500), sale_amount: money(1000), quantity: 2 };
const order = {
  status: 'pending',
  items: [item],
  subtotal: money(2000),
  tax: { ...money(100), description: 'VAT' },
  shipping: money(50),
  discount: money(150),
};
const india = {
  reference_id: 'order-1',
  type: 'digital-goods',
  currency: 'INR',
  payment_type: 'upi',
  payment_configuration: 'ours',
  total_amount: money(2000),
  order,
};
const pix = {
  type: 'pix_dynamic_code',
  pix_dynamic_code: { code: '0002', merchant_name: 'Ana', key: '39580525000189', key_type: 'CNPJ' },
};
const brazil = {
  reference_id: 'order-1',
  type: 'digital-goods',
  currency: 'BRL',
  payment_type: 'br',
  payment_settings: [pix],
  total_amount: money(2000),
};
const bill = (parameters: object, parts: object = {}) =>
  interactive({
    type: 'order_details',
    body: { text: 'Your bill' },
    ...parts,
    action: { name: 'review_and_pay', parameters },
  });
const toBrazil = { to: '+5511900000001' };
const status = (parameters: object) =>
  interactive({
    type: 'order_status',
    body: { text: 'News' },
    action: {
      name: 'review_order',
      parameters: { reference_id: 'order-1', order: { status: 'shipped' }, ...parameters },
    },
  });

describe('a bill', () => {
  testLimits([
    [
      'has a reference of at most 35',
      bill({ ...india, reference_id: a(35) }),
      bill({ ...india, reference_id: a(36) }),
      'reference_id',
      '35',
    ],
    [
      'has a reference of letters, digits, _, - and .',
      bill({ ...india, reference_id: 'A_1-b.2' }),
      bill({ ...india, reference_id: 'A 1' }),
      'reference_id',
      'letters',
    ],
    [
      'has the right total',
      bill(india),
      bill({ ...india, total_amount: money(2001) }),
      'total_amount',
      'subtotal + tax + shipping - discount',
    ],
    [
      'has the right subtotal',
      bill(india),
      bill({ ...india, order: { ...order, items: [{ ...item, quantity: 3 }] } }),
      'subtotal',
      'sum',
    ],
    [
      'counts in hundredths',
      bill(india),
      bill({ ...india, total_amount: { value: 20, offset: 1 } }),
      'offset',
      '100',
    ],
    ['is in rupees or reais', bill(india), bill({ ...india, currency: 'USD' }), 'currency'],
    [
      'has an item name of at most 60',
      bill({ ...india, order: { ...order, items: [{ ...item, name: a(60) }] } }),
      bill({ ...india, order: { ...order, items: [{ ...item, name: a(61) }] } }),
      'name',
      '60',
    ],
    [
      'has a tax description of at most 60',
      bill({ ...india, order: { ...order, tax: { ...money(100), description: a(60) } } }),
      bill({ ...india, order: { ...order, tax: { ...money(100), description: a(61) } } }),
      'tax.description',
      '60',
    ],
    [
      'has items',
      bill(india),
      bill({ ...india, order: { ...order, items: [], subtotal: money(0) }, total_amount: money(0) }),
      'items',
      '1',
    ],
    [
      'needs a way to pay in India',
      bill(india),
      bill({ ...india, payment_configuration: undefined }),
      'payment_configuration',
    ],
    ['needs an order in India', bill(india), bill({ ...india, order: undefined }), 'order'],
    [
      'has a header of a picture',
      bill(india, { header: { type: 'image', image: { id: '1' } } }),
      bill(india, { header: { type: 'text', text: 'x' } }),
      'header',
    ],
    ['in rupees goes to India', bill(india), { ...bill(india), to: '+15550000001' }, '"to"', '+91'],
    ['in reais goes to Brazil', { ...bill(brazil), ...toBrazil }, bill(brazil), '"to"', '+55'],
    [
      'in reais needs settings',
      { ...bill(brazil), ...toBrazil },
      { ...bill({ ...brazil, payment_settings: [] }), ...toBrazil },
      'payment_settings',
      '1',
    ],
    [
      'with a card shows four digits',
      {
        ...bill({
          ...brazil,
          payment_settings: [
            { type: 'offsite_card_pay', offsite_card_pay: { last_four_digits: '5235', credential_id: '1' } },
          ],
        }),
        ...toBrazil,
      },
      {
        ...bill({
          ...brazil,
          payment_settings: [
            { type: 'offsite_card_pay', offsite_card_pay: { last_four_digits: '52355', credential_id: '1' } },
          ],
        }),
        ...toBrazil,
      },
      'last_four_digits',
    ],
  ]);
});

describe('how an order stands', () => {
  testLimits([
    [
      'is one of six',
      status({ order: { status: 'partially_shipped' } }),
      status({ order: { status: 'lost' } }),
      'order.status',
      'shipped',
    ],
    [
      'has a description of at most 120',
      status({ order: { status: 'shipped', description: a(120) } }),
      status({ order: { status: 'shipped', description: a(121) } }),
      'description',
      '120',
    ],
    [
      'has a reference of at most 35',
      status({ reference_id: a(35) }),
      status({ reference_id: a(36) }),
      'reference_id',
      '35',
    ],
  ]);
});
