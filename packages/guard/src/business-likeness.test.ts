import { expect, test } from 'vitest';
import { businessLikeness, hitFeatures, ownWords } from './business-likeness.ts';
import { likenessWords } from './data/likeness/by-language.ts';
import { createLikenessReader, likenessTokens } from './likeness-words.ts';

const none: ReadonlySet<string> = new Set();
const likeness = (language: string, text: string, own = none): number =>
  businessLikeness(language, text, own) ?? Number.NaN;

test('what customers write is more like business than what a general assistant is asked, in every language', () => {
  const pairs: readonly (readonly [string, string, string])[] = [
    ['en', 'hi when will my parcel get here', 'write a poem about the parcel of land'],
    ['es', 'buenas, cuándo me llega el pedido', 'escríbeme un poema de amor'],
    ['pt', 'oi cadê meu pedido', 'qual a capital da austrália'],
    ['fr', "bonjour j'attends toujours mon colis", 'raconte moi une blague'],
    ['id', 'kak paket saya belum sampai', 'buatin puisi tentang hujan'],
    ['hi', 'मेरा ऑर्डर कब आएगा', 'मौसम कैसा है'],
    ['hi-Latn', 'mera order kab ayega bhai', 'ek chutkula sunao'],
    ['ar', 'وين طلبي لسه ما وصل', 'اكتب لي قصيدة عن البحر'],
    ['ar-Latn', 'feen el order lessa mawasalsh', '2olly nokta'],
    ['zh', '我的快递什么时候到', '写一首关于春天的诗'],
  ];
  for (const [language, business, general] of pairs) {
    expect(likeness(language, business)).toBeGreaterThan(1);
    expect(likeness(language, general)).toBeLessThan(-1);
  }
});

test('a word that the agent’s examples use is no sign of a general request', () => {
  const own = ownWords(['what is the weather on the piste', 'weather for skiing tomorrow', 'snow report']);
  expect(own.has('weather')).toBe(true);
  expect(likeness('en', 'weather tomorrow', own)).toBeGreaterThan(likeness('en', 'weather tomorrow'));
});

test('nothing is said of a language without word lists', () => {
  expect(businessLikeness('sw', 'habari', none)).toBeUndefined();
});

test('phrases, endings and slips of the pen are found, and order numbers noticed', () => {
  const read = createLikenessReader(likenessWords['en'] ?? []);
  const hits = (text: string) => read(likenessTokens(text), none);
  expect(hits('money back').phrases.business).toBe(1);
  expect(hits('appointmants').hits.business).toBe(1);
  expect(hits('apointment').hits.business).toBe(1);
  expect(hits('it is A-1042').code).toBe(true);
  expect(hitFeatures(hits('flibbertigibbet')).every((value) => Number.isFinite(value))).toBe(true);
});

test('a message is read in well under a millisecond', () => {
  const texts = Array.from(
    { length: 500 },
    (_, at) => `where is my order number ${at}, it never arrived ${at}`,
  );
  likeness('en', 'warm up');
  const started = performance.now();
  for (const text of texts) likeness('en', text);
  expect((performance.now() - started) / texts.length).toBeLessThan(1);
});
