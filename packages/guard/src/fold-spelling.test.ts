import { expect, test } from 'vitest';
import { foldSpelling } from './fold-spelling.ts';

test.each([
  ['¿Dónde está mi ENVÍO?', '¿donde esta mi envio?'],
  ['Où est ma commande ?', 'ou est ma commande ?'],
  ['não chegou', 'nao chegou'],
  ['أين طلبيّة ١٢٣', 'اين طلبيه 123'],
  ['मेरा ऑर्डर कहाँ है १२', 'मेरा ऑर्डर कहां है 12'],
  ['heyyyyy pleaseeee', 'hey please'],
  ["what's", 'whats'],
])('"%s" is compared as "%s"', (text, folded) => {
  expect(foldSpelling(text)).toBe(folded);
});
