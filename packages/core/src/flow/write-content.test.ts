import { expect, test } from 'vitest';
import type { FlowText } from './flow-text.ts';
import { writeContent } from './write-content.ts';

const plain = (text: FlowText | string): string => (typeof text === 'string' ? text : '');
const around = { language: 'en', token: 't', linkHosts: ['shop.example'], templates: [] };
const open = (url: string, filled: string) =>
  writeContent(
    { kind: 'cta', text: 'Here it is.', title: 'Open', url },
    (text) => (text === url ? filled : plain(text)),
    around,
  );

test('a link whose host comes out of a variable leads to a known host, or nowhere', () => {
  expect(open('{{product.link}}', 'https://www.shop.example/p/1')).toMatchObject({
    kind: 'link-button',
    url: 'https://www.shop.example/p/1',
  });
  expect(open('{{product.link}}', 'https://evil.example/p/1')).toBeUndefined();
  expect(open('{{product.link}}', 'https://shop.example@evil.example/p')).toBeUndefined();
  expect(open('https://{{host}}/p', 'https://evil.example/p')).toBeUndefined();
});

test('a link whose host the author wrote leads there, whatever stands behind it', () => {
  expect(open('https://pay.example/{{basket}}', 'https://pay.example/77')).toMatchObject({
    url: 'https://pay.example/77',
  });
  expect(open('https://pay.example{{more}}', 'https://pay.example.evil.example/x')).toBeUndefined();
});

test('products that a tool found are named once each, at most thirty', () => {
  const ids = Array.from({ length: 40 }, (_, place) => `SKU-${place % 35}`).join(', ');
  const written = writeContent(
    {
      kind: 'product',
      text: 'These fit.',
      header: 'For you',
      catalogue: '12',
      products: '{{found|each: <sku>}}',
    },
    (text) => (text === '{{found|each: <sku>}}' ? ids : plain(text)),
    around,
  );
  expect(written?.kind === 'products' && written.products).toHaveLength(30);
});

test('a file whose host comes out of a variable comes from a known host, or is not sent', () => {
  const send = (filled: string) =>
    writeContent(
      { kind: 'media', medium: 'document', url: '{{order.bill}}' },
      (text) => (text === '{{order.bill}}' ? filled : plain(text)),
      around,
    );
  expect(send('https://files.shop.example/1.pdf')).toMatchObject({ kind: 'file' });
  expect(send('https://evil.example/1.pdf')).toBeUndefined();
});
