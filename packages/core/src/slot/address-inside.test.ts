import { expect, test } from 'vitest';
import { addressSlot } from './address-slot.ts';

test.each([
  ['please change it to 14 Harbour View, Galway H91 XY12', '14 Harbour View, Galway H91 XY12'],
  ['cámbiame la dirección a calle Mayor 14 2B, 28013 Madrid', 'calle Mayor 14 2B, 28013 Madrid'],
  ['muda a entrega para Rua das Flores 88, Lisboa', 'Rua das Flores 88, Lisboa'],
  ['ganti alamatnya ke Jl. Kemang Raya 10, Jakarta', 'Jl. Kemang Raya 10, Jakarta'],
  ['غير العنوان إلى شارع النيل 5، القاهرة', 'شارع النيل 5، القاهرة'],
  ['地址改成松树路5号,上海 200030', '松树路5号,上海 200030'],
])('"%s" holds an address', (text, address) => {
  expect(addressSlot.inside(text)).toMatchObject({ kind: 'filled', value: address, whole: false });
});

test.each([
  'I need to change where N-4051 goes',
  'change the address of order A-1042 please, I moved house 2 days ago',
  'la dirección a la que va el pedido N-4121 está mal',
  '能不能改送到公司',
])('"%s" holds none', (text) => {
  expect(addressSlot.inside(text)).toEqual({ kind: 'not-this' });
});

test('a word that takes up the question is none of the address', () => {
  expect(addressSlot.read('ok. 14 Harbour View, Galway')).toMatchObject({ value: '14 Harbour View, Galway' });
});
