import { expect, test } from 'vitest';
import { splitMessage } from './split-message.ts';

test.each([
  ['where is my order, and write me a poem', ['where is my order', 'write me a poem']],
  ['Where is A-1042? Also what is the weather', ['Where is A-1042', 'what is the weather']],
  ['dónde está mi pedido y también hazme un poema', ['dónde está mi pedido', 'hazme un poema']],
  ['cancela meu pedido e depois escreve uma piada', ['cancela meu pedido', 'escreve uma piada']],
  ['我的订单到哪了，顺便给我写首诗', ['我的订单到哪了', '给我写首诗']],
  ['我的订单到哪了然后讲个笑话给我听', ['我的订单到哪了', '讲个笑话给我听']],
  ['查一下我的快递和写一首诗', ['查一下我的快递', '和写一首诗']],
  ['وين طلبي واكتب لي قصيدة عن البحر', ['وين طلبي', 'واكتب لي قصيدة عن البحر']],
  ['وين طلبي، واحكي لي نكتة', ['وين طلبي', 'واحكي لي نكتة']],
  ['मेरा ऑर्डर कहां है। मुझे कविता सुनाओ', ['मेरा ऑर्डर कहां है', 'मुझे कविता सुनाओ']],
  ['mera order kaha hai aur ek kavita likho', ['mera order kaha hai', 'ek kavita likho']],
  [
    'où est ma commande et traduis bonjour en japonais',
    ['où est ma commande', 'traduis bonjour en japonais'],
  ],
  ['où est ma commande et écris-moi un poème', ['où est ma commande', 'écris-moi un poème']],
  ['cadê meu pedido e escreve um poema', ['cadê meu pedido', 'escreve um poema']],
  ['mau retur sepatu ini sama ceritain lelucon', ['mau retur sepatu ini', 'sama ceritain lelucon']],
  ['pesananku di mana dan jelasin fotosintesis', ['pesananku di mana', 'jelasin fotosintesis']],
])('"%s" falls into its requests', (text, parts) => {
  const words = (part: string): string => part.replace(/^(?:también|depois|顺便) ?/u, '');
  expect(splitMessage(text).map(words)).toEqual(parts);
});

test.each([
  'where is my order',
  'black and white jacket',
  'hi',
  'ok, thanks',
  '蓝色和白色的外套',
  'وجبة ودجاج مشوي',
])('"%s" is one', (text) => {
  expect(splitMessage(text)).toEqual([text]);
});
