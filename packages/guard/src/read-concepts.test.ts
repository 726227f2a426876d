import { expect, test } from 'vitest';
import { likenessTokens } from './likeness-words.ts';
import { conceptNumber, conceptReader } from './read-concepts.ts';

function conceptsOf(language: string, text: string): readonly (readonly number[])[] {
  return conceptReader(language)?.(likenessTokens(text)).found ?? [];
}

function knows(language: string, text: string, concept: string): boolean {
  return conceptsOf(language, text).some((each) => each.includes(conceptNumber(concept)));
}

test('what means the same is the same concept in every language', () => {
  const poems: readonly (readonly [string, string])[] = [
    ['en', 'poems'],
    ['es', 'poema'],
    ['pt', 'poema'],
    ['fr', 'poème'],
    ['id', 'puisi'],
    ['hi', 'कविता'],
    ['hi-Latn', 'kavita'],
    ['ar', 'قصيدة'],
    ['zh', '诗'],
  ];
  for (const [language, word] of poems) expect([word, knows(language, word, 'poem')]).toEqual([word, true]);
});

test('a word is known by its beginning whatever its ending', () => {
  expect(knows('es', 'entregaron', 'deliver')).toBe(true);
  expect(knows('fr', 'livreront', 'deliver')).toBe(true);
  expect(knows('en', 'refunding', 'refund')).toBe(true);
});

test('an Arabic word is known with its article, preposition and pronoun', () => {
  for (const word of ['طلب', 'الطلب', 'طلبي', 'والطلب']) expect(knows('ar', word, 'order')).toBe(true);
});

test('the longest phrase counts, with spaces and without', () => {
  expect(conceptsOf('id', 'terima kasih')).toHaveLength(1);
  expect(conceptsOf('zh', '谢谢你').length).toBeLessThan(3);
});

test('English words are known amid another language, and what is known nowhere is counted', () => {
  expect(knows('hi-Latn', 'mera refund kab aayega', 'refund')).toBe(true);
  expect(conceptReader('en')?.(likenessTokens('the qwxzzy is late')).unknown).toBe(1);
});

test('nothing is read in a language without a list', () => {
  expect(conceptReader('sw')).toBeUndefined();
});
