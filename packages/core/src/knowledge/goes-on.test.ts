import { expect, test } from 'vitest';
import { goesOn } from './goes-on.ts';

test.each([
  ['en', 'how much is that?', true],
  ['en', 'and on Sundays?', false],
  ['en', 'what about children', false],
  ['en', 'what if I lost the label?', false],
  ['es', '¿y si perdí la etiqueta?', false],
  ['pt', 'e se eu perdi a etiqueta?', false],
  ['fr', "et si j'ai perdu l'étiquette ?", false],
  ['id', 'gimana kalau labelnya hilang?', false],
  ['hi', 'अगर लेबल खो गया तो?', false],
  ['hi', 'शनिवार को भी?', false],
  ['hi-Latn', 'agar label kho gaya to?', false],
  ['ar', 'ماذا لو ضاعت البطاقة؟', false],
  ['zh', '如果标签丢了呢？', false],
  ['es', '¿y los domingos?', false],
  ['es', '¿cuánto cuesta eso?', true],
  ['pt', 'e aos domingos?', false],
  ['fr', 'et le dimanche ?', false],
  ['id', 'kalau hari minggu?', false],
  ['hi', 'और रविवार को?', false],
  ['hi-Latn', 'aur sunday ko?', false],
  ['ar', 'وماذا عن الأحد؟', false],
  ['zh', '那周日呢？', false],
  ['zh', '那个多少钱', true],
] as const)('in %s "%s" goes on from what was asked before', (language, text, alone) => {
  expect(goesOn(text, language)).toEqual({ kind: 'goes-on', alone });
});

test.each([
  ['en', 'where is your store'],
  ['en', 'And now please write me a poem about the sea and the wind in four lines'],
  ['es', 'quiero devolver una chaqueta'],
  ['zh', '怎么付款'],
  ['en', ''],
] as const)('in %s "%s" stands by itself', (language, text) => {
  expect(goesOn(text, language).kind).toBe('by-itself');
});
