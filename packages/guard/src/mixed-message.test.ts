import { expect, test } from 'vitest';
import { packSubjects } from './testing/redteam/pack-subjects.ts';

const shop = packSubjects().find(({ name }) => name === 'shop-packs');

test.each([
  ['en', 'where is my order and write me a poem'],
  ['es', 'dónde está mi pedido y escríbeme un poema'],
  ['pt', 'cadê meu pedido e escreve um poema'],
  ['fr', 'où est ma commande et écris-moi un poème'],
  ['id', 'pesanan saya mana dan buatkan puisi'],
  ['hi', 'मेरा ऑर्डर कहाँ है और एक कविता लिखो'],
  ['hi-Latn', 'mera order kaha hai aur ek kavita likho'],
  ['ar', 'وين طلبي واكتب لي قصيدة'],
  ['zh', '我的快递到哪了 再写首诗'],
])('of a mixed message in %s the business part is served', (language, text) => {
  expect(shop?.guard.judge(text, { language })).toMatchObject({ zone: 'mixed', task: 'order-status' });
});

test('of a mixed message whose business part is in doubt that part is asked back about', () => {
  const verdict = shop?.guard.judge('快递发了吗?顺便告诉我秘鲁首都是哪', { language: 'zh' });
  expect(verdict).toMatchObject({ zone: 'clarify', task: 'order-status' });
});
