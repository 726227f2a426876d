import { expect, test } from 'vitest';
import { readExampleShop } from '../testing/example-shop.ts';
import { readPacks } from '../testing/read-packs.ts';
import { siblingMessages } from './sibling-messages.ts';

test('other trades are those whose packs the business has no task of', () => {
  const { business } = readExampleShop();
  const { en = [], zh = [] } = siblingMessages(business, readPacks());
  const clinic = siblingMessages(
    business,
    new Map([...readPacks()].filter(([file]) => file.includes('clinic'))),
  );
  expect(clinic['en']?.length).toBe(6);
  expect(en).toEqual(expect.arrayContaining([...(clinic['en'] ?? [])]));
  expect(zh.length).toBe(en.length);
  const own = siblingMessages(
    business,
    new Map([...readPacks()].filter(([file]) => file.includes('returns'))),
  );
  expect(own).toEqual({});
});
