import type { Outbound } from '@ambit/core/message/outbound';
import { buildSendRequest } from '@ambit/whatsapp/outbound/send-request';
import { expect, test } from 'vitest';
import { wireContent } from './wire-content.ts';

const url = 'https://shop.example/a';
const contents: readonly Outbound[] = [
  { kind: 'text', body: 'Hello' },
  { kind: 'buttons', body: 'Which?', buttons: [{ id: 'a', title: 'This' }] },
  { kind: 'list', body: 'Which?', open: 'Choose', rows: [{ id: 'a', title: 'This', description: 'that' }] },
  { kind: 'file', medium: 'image', url, caption: 'Front' },
  { kind: 'file', medium: 'video', url },
  { kind: 'file', medium: 'audio', url },
  { kind: 'file', medium: 'document', url, filename: 'menu.pdf' },
  { kind: 'link-button', body: 'Buy it here', title: 'Open shop', url },
  { kind: 'products', body: 'This one', catalogue: '1', products: ['SKU-1'] },
  { kind: 'products', header: 'Two of them', body: 'These', catalogue: '1', products: ['SKU-1', 'SKU-2'] },
  {
    kind: 'carousel',
    body: 'These fit',
    cards: [
      { image: url, body: '1. This', button: { id: 'a', title: 'Choose' } },
      { image: url, body: '2. That', button: { id: 'b', title: 'Choose' } },
    ],
  },
  { kind: 'product-carousel', body: 'These fit', catalogue: '1', products: ['SKU-1', 'SKU-2'] },
  { kind: 'form', body: 'Your details', open: 'Fill in', form: '123', screen: 'FIRST', token: 't' },
  { kind: 'template', name: 'order_sent', language: 'en', values: ['A-1'] },
  {
    kind: 'template',
    name: 'order_news',
    language: 'en',
    values: ['Ana', 'A-1'],
    names: ['name', 'number'],
    header: { kind: 'text', value: 'A-1', name: 'number' },
    buttons: [
      { place: 0, kind: 'reply', value: 'talk' },
      { place: 1, kind: 'link', value: 'A-1' },
    ],
  },
  { kind: 'template', name: 'bill', language: 'en', values: [], header: { kind: 'document', url } },
];

test.each(contents)('a message of kind $kind keeps to the limits of the Cloud API', (content) => {
  const built = buildSendRequest({ to: '+353861234567', opaque: 'o1' }, wireContent(content));
  expect(built).toMatchObject({ kind: 'valid' });
});
