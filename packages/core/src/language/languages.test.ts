import { describe, expect, test } from 'vitest';
import { guessLanguage, hearLanguage } from './guess-language.ts';
import { chooseLanguage, languages, shippedLanguage } from './language.ts';
import { sentencesIn } from './sentences-in.ts';

test.each([
  ['en-US', 'en'],
  ['pt-BR', 'pt'],
  ['hi-Latn', 'hi-Latn'],
  ['hi-IN', 'hi'],
  ['ar-Latn', 'ar'],
  ['zh-Hant', 'zh'],
  ['de', undefined],
])('%s is spoken as %s', (tag, language) => {
  expect(shippedLanguage(tag)).toBe(language);
});

test.each([
  [['en'], undefined, undefined, { language: 'en' }],
  [['en', 'es'], 'es', undefined, { language: 'es' }],
  [['en', 'es'], 'es', 'en', { language: 'es' }],
  [['en', 'es'], undefined, 'es', { language: 'es' }],
  [['hi'], 'hi-Latn', undefined, { language: 'hi-Latn' }],
  [['hi-Latn'], 'hi', undefined, { language: 'hi' }],
  [['en', 'ar'], 'ar-Latn', 'en', { language: 'ar' }],
  [['en'], 'fr', undefined, { language: 'en', foreign: 'fr' }],
  [['en', 'pt-BR'], 'es', undefined, { language: 'pt', foreign: 'es' }],
  [['fr', 'en'], 'de', 'en', { language: 'en', foreign: 'de' }],
  [['de'], 'de', undefined, { language: 'en', foreign: 'de' }],
] as const)('of %j, with "%s" heard and "%s" before, it is %j', (declared, heard, before, chosen) => {
  expect(chooseLanguage(declared, heard, before)).toEqual(chosen);
});

test.each([
  ['where is my order', 'en'],
  ['¿Dónde está mi pedido?', 'es'],
  ['cadê meu pedido', 'pt'],
  ['où est ma commande svp', 'fr'],
  ['pesanan saya di mana ya', 'id'],
  ['मेरा ऑर्डर कहाँ है', 'hi'],
  ['mera order kahan hai', 'hi-Latn'],
  ['وين طلبي', 'ar'],
  ['3ayez el talab bta3i', 'ar'],
  ['我的订单在哪里', 'zh'],
  ['A-1042', undefined],
  ['xyz', undefined],
])('"%s" reads like %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});

test('a word alone does not change the language of a conversation, another script does', () => {
  expect(hearLanguage('ok', 'de', ['en', 'es'], 'es')).toBeUndefined();
  expect(hearLanguage('人工', undefined, ['en', 'zh'], 'en')).toBe('zh');
});

test('a language that is not declared is believed only for more than two words', () => {
  expect(hearLanguage('lampe bitte', 'de', ['en'], undefined)).toBeUndefined();
  expect(hearLanguage('wo bleibt meine lampe', 'de', ['en'], undefined)).toBe('de');
  expect(hearLanguage('where is my lamp', 'nl', ['en'], undefined)).toBe('en');
});

describe.each(languages)('in %s', (language) => {
  const sentences = sentencesIn(language);

  test('buttons fit into WhatsApp', () => {
    for (const button of [sentences.person.button, sentences.order.yesCancel, sentences.order.noKeep])
      expect(button.length).toBeLessThanOrEqual(20);
  });

  test('the emergency text names the numbers, or does without them', () => {
    expect(sentences.emergency.danger('112', '+353 1 555 0100')).toMatch(/112.*\+353 1 555 0100/u);
    expect(sentences.emergency.selfHarm('116 123', '112', undefined)).toMatch(/116 123.*112/u);
    for (const text of [
      sentences.emergency.danger(undefined, undefined),
      sentences.emergency.selfHarm(undefined, undefined, undefined),
    ]) {
      expect(text).not.toContain('undefined');
      expect(text.length).toBeGreaterThan(40);
    }
  });

  test('every sentence of an order names it', () => {
    const { order } = sentences;
    for (const said of [
      ...Object.values(order.cannotCancel),
      order.askProof,
      order.askCancel,
      order.remindProof,
      order.remindCancel,
      order.stays,
      order.cancelled,
      order.cancelUncertain,
      order.status.processing,
      order.status.delivered,
    ])
      expect(said('A-1042')).toContain('A-1042');
  });
});

test('between Arabic words the groups of a number keep their order', () => {
  const { danger } = sentencesIn('ar').emergency;
  expect(danger('911 / 150', '+212 522 555 142')).toContain('\u2068+212 522 555 142\u2069');
  expect(danger('911 / 150', '+212 522 555 142')).toContain('\u2068911 / 150\u2069');
});
