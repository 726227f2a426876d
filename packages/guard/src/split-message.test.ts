import { expect, test } from 'vitest';
import { splitMessage } from './split-message.ts';

test.each([
  ['where is my order, and write me a poem', ['where is my order', 'write me a poem']],
  ['Where is A-1042? Also what is the weather', ['Where is A-1042', 'what is the weather']],
  ['dónde está mi pedido y también hazme un poema', ['dónde está mi pedido', 'hazme un poema']],
  ['cancela meu pedido e depois escreve uma piada', ['cancela meu pedido', 'escreve uma piada']],
  ['我的订单到哪了，顺便给我写首诗', ['我的订单到哪了', '给我写首诗']],
])('"%s" falls into its requests', (text, parts) => {
  const words = (part: string): string => part.replace(/^(?:también|depois|顺便) ?/u, '');
  expect(splitMessage(text).map(words)).toEqual(parts);
});

test.each(['where is my order', 'black and white jacket', 'hi', 'ok, thanks'])('"%s" is one', (text) => {
  expect(splitMessage(text)).toEqual([text]);
});
