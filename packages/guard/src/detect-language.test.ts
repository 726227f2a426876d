import { expect, test } from 'vitest';
import { createLanguageDetector } from './detect-language.ts';

const spoken = ['en', 'es', 'pt', 'fr', 'id', 'hi', 'hi-Latn', 'ar', 'zh'];
const detector = createLanguageDetector(spoken, {});

test.each([
  ['where is my order', 'en'],
  ['wheres my stuff??', 'en'],
  ['dónde está mi pedido', 'es'],
  ['quiero cancelar la cita de mañana', 'es'],
  ['cadê meu pedido', 'pt'],
  ['quero remarcar a consulta', 'pt'],
  ['je veux annuler ma commande', 'fr'],
  ['pesanan saya sampai mana kak', 'id'],
  ['mau reservasi meja dong', 'id'],
  ['मेरा ऑर्डर कहाँ है', 'hi'],
  ['mera order kab aayega bhai', 'hi-Latn'],
  ['bhai order cancel karna hai pls', 'hi-Latn'],
  ['وين طلبي', 'ar'],
  ['ana 3ayez a3raf el order fen', 'ar-Latn'],
  ['我的订单到哪了', 'zh'],
  ['可以book test drive吗', 'zh'],
  ['wo ist meine bestellung', 'de'],
  ['ik wil mijn bestelling annuleren', 'nl'],
  ['vorrei annullare il mio ordine', 'it'],
  ['где мой заказ', 'ru'],
  ['注文はどこですか', 'ja'],
])('"%s" is %s', (text, language) => {
  expect(detector.detect(text, undefined)[0]?.language).toBe(language);
});

test('a short word goes by the conversation so far', () => {
  expect(detector.detect('ok', 'id')[0]?.language).toBe('id');
  expect(detector.detect('👍', 'fr')[0]?.language).toBe('fr');
});
