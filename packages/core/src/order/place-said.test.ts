import { expect, test } from 'vitest';
import { placeSaid } from './place-said.ts';

test.each([
  ['deliver it to 5 Main Street, 94110 please', '5 Main Street, 94110 please'],
  ['a domicilio a Calle Libertad 1420, 44160', 'Calle Libertad 1420, 44160'],
  ['Calle Libertad 1420, 44160', 'Calle Libertad 1420, 44160'],
  ['entregar na Rua da Rosa 12, 1200-387', 'Rua da Rosa 12, 1200-387'],
  ['livraison au 24 rue de Lyon 75012', '24 rue de Lyon 75012'],
  ['anter ke jl wijaya 1 no 20, 12170', 'jl wijaya 1 no 20, 12170'],
  ['पता है 14 जनपथ, 110001', '14 जनपथ, 110001'],
  ['ghar ka pata B-22 lodhi road', 'B-22 lodhi road'],
  ['العنوان: شارع التحلية ١٢ الرياض 12333', 'شارع التحلية 12 الرياض 12333'],
  ['送到桥北路 12 号 179803', '桥北路 12 号 179803'],
  ['送到12190', '12190'],
  ['14 जनपथ, 110001', '14 जनपथ, 110001'],
  ['14 Janpath, 110001', '14 Janpath, 110001'],
  ['SW1A 1AA', 'SW1A 1AA'],
  ['-6.231000, 106.808000', '-6.231000, 106.808000'],
])('%s', (text, place) => {
  expect(placeSaid(text)?.place).toBe(place);
});

test('what stands before the place is left', () => {
  expect(placeSaid('2 nasi bakar, antar ke jl wijaya 20, 12170')?.rest).toBe('2 nasi bakar,');
});

test.each([
  'deliver it to my home',
  'livraison svp',
  '2 gado gado, 3 teh',
  '6 conchas y 4 bolillos',
  'send it to me',
  'is 5 Main Street far?',
  'I need to change the delivery address of my order M-3001',
  'quiero cambiar la dirección del pedido M-3001',
  'mudar o endereço da encomenda M-3001',
  "changer l'adresse de ma commande M-3001",
  'ganti alamat pesanan M-3001',
  'address badalna hai order M-3001 ka',
  '改地址 订单 M-3001',
])('no place: %s', (text) => {
  expect(placeSaid(text)).toBeUndefined();
});
