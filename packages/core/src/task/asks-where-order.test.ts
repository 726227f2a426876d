import { expect, test } from 'vitest';
import { asksWhereOrder } from './asks-where-order.ts';

test.each([
  'where is my order?',
  "hi, where's my stuff?",
  'when will my parcel arrive',
  '¿dónde está mi pedido?',
  'cadê meu pedido?',
  'onde está a minha encomenda',
  'où est ma commande ?',
  'mon colis est où',
  'pesanan saya di mana ya?',
  'di mana pesanan saya',
  'मेरा ऑर्डर कहाँ है',
  'कहाँ है मेरा ऑर्डर?',
  'mera order kahan hai',
  'أين طلبي؟',
  'وين الطلب ديالي',
  '我的订单到哪了',
  '查一下我的快递',
])('"%s" asks where an order is', (text) => {
  expect(asksWhereOrder(text)).toBe(true);
});

test.each([
  'where is my nearest branch',
  'I want to order',
  'what is in my order',
  'cancel my order',
  '¿dónde está la tienda?',
  'où est le magasin ?',
  'di mana tokonya',
  'मेरा ऑर्डर रद्द करो',
  'أين المحل؟',
  '你们在哪',
])('"%s" does not', (text) => {
  expect(asksWhereOrder(text)).toBe(false);
});
