import { z } from 'zod';
import { Named, WebAddress, boundedText } from './bounded-text.ts';
import { Amount, Order, orderTotal } from './order-amounts.ts';

/** The business's own number of an order, unique among its order messages. */
export const OrderReference = boundedText(35).regex(
  /^[A-Za-z0-9_.-]+$/,
  'may only have English letters, digits, _, - and .',
);

const PaymentLink = z.strictObject({
  type: z.literal('payment_link'),
  payment_link: z.strictObject({ uri: WebAddress }),
});
const PaymentGateway = z.strictObject({
  type: z.literal('payment_gateway'),
  payment_gateway: z.strictObject({
    type: z.enum(['razorpay', 'payu', 'billdesk', 'zaakpay', 'upi']),
    configuration_name: boundedText(60),
  }),
});
const Pix = z.strictObject({
  type: z.literal('pix_dynamic_code'),
  pix_dynamic_code: z.strictObject({
    code: Named,
    merchant_name: Named,
    key: Named,
    key_type: z.enum(['CPF', 'CNPJ', 'EMAIL', 'PHONE', 'EVP']),
  }),
});
const Boleto = z.strictObject({
  type: z.literal('boleto'),
  boleto: z.strictObject({ digitable_line: z.string().regex(/^[0-9]{44,48}$/) }),
});
const Card = z.strictObject({
  type: z.literal('offsite_card_pay'),
  offsite_card_pay: z.strictObject({
    last_four_digits: z.string().regex(/^[0-9]{4}$/),
    credential_id: Named,
  }),
});

const ShippingAddress = z.strictObject({
  name: boundedText(256),
  phone_number: boundedText(20),
  address: boundedText(512),
  city: boundedText(100),
  state: boundedText(100),
  in_pin_code: z.string().regex(/^[0-9]{6}$/),
  house_number: boundedText(8).optional(),
  floor_number: boundedText(10).optional(),
  tower_number: boundedText(8).optional(),
  building_name: boundedText(128).optional(),
  landmark_area: boundedText(128).optional(),
});
const details = {
  reference_id: OrderReference,
  type: z.enum(['digital-goods', 'physical-goods']),
  total_amount: Amount,
};
const India = z.strictObject({
  ...details,
  currency: z.literal('INR'),
  payment_type: z.literal('upi').optional(),
  payment_configuration: boundedText(60).optional(),
  payment_settings: z
    .array(z.discriminatedUnion('type', [PaymentGateway, PaymentLink]))
    .min(1)
    .optional(),
  shipping_info: z.strictObject({ country: z.literal('IN'), addresses: z.array(ShippingAddress) }).optional(),
  order: Order,
});
const Brazil = z.strictObject({
  ...details,
  currency: z.literal('BRL'),
  payment_type: z.literal('br').optional(),
  payment_settings: z.array(z.discriminatedUnion('type', [Pix, PaymentLink, Boleto, Card])).min(1),
  order: Order.optional(),
});

/**
 * A bill to pay in WhatsApp: India in rupees, Brazil in reais, nowhere else. Its total must be
 * subtotal + tax + shipping - discount. Source: Cloud API docs, "Payments API" of India and of
 * Brazil, read 2026-11-21.
 */
export const OrderDetails = z
  .discriminatedUnion('currency', [India, Brazil])
  .refine(
    (bill) => bill.order === undefined || bill.total_amount.value === orderTotal(bill.order),
    'total_amount is not subtotal + tax + shipping - discount',
  )
  .refine(
    (bill) => bill.currency === 'BRL' || hasWayToPay(bill),
    'needs "payment_configuration" or "payment_settings"',
  );

function hasWayToPay(bill: z.infer<typeof India>): boolean {
  return bill.payment_configuration !== undefined || bill.payment_settings !== undefined;
}
