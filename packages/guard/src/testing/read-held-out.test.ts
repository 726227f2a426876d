import { expect, test } from 'vitest';
import { readHeldOut } from './read-held-out.ts';
import { readHeldOutGeneral } from './read-held-out-general.ts';

const languages = ['ar', 'en', 'es', 'fr', 'hi', 'hi-Latn', 'id', 'pt', 'zh'];
const trades = ['shop', 'clinic', 'restaurant'];
const written = languages.filter((language) => readHeldOutGeneral(language, 'fresh').length > 0);

test('fresh messages are read beside those of the development set, and are others', () => {
  expect(written).toEqual(expect.arrayContaining(['en', 'es', 'pt']));
  for (const language of written)
    for (const trade of trades) {
      const known = new Set(readHeldOut(trade, language).map(({ text }) => text));
      const fresh = readHeldOut(trade, language, 'fresh').map(({ text }) => text);
      expect(fresh.filter((text) => known.has(text)).length).toBe(0);
    }
});

test('where somebody wrote fresh messages, there are enough of each business, and none twice', () => {
  for (const language of written) {
    const lists = trades.map((trade) => readHeldOut(trade, language, 'fresh').map(({ text }) => text));
    for (const texts of lists) expect(texts.length).toBeGreaterThanOrEqual(20);
    const all = [...lists.flat(), ...readHeldOutGeneral(language, 'fresh')];
    expect(new Set(all).size).toBe(all.length);
  }
});

test('nothing is read of a business that nobody wrote for', () => {
  expect(readHeldOut('shipyard', 'en', 'fresh')).toEqual([]);
  expect(readHeldOutGeneral('tlh', 'fresh')).toEqual([]);
});
