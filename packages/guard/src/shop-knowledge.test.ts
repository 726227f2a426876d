import { passageFloor, indexPassages, rankPassages } from '@ambit/core/knowledge/rank-passages';
import { expect, test } from 'vitest';
import { readExampleShop } from './testing/example-shop.ts';

const index = indexPassages(readExampleShop().business.knowledge);

const questions: readonly (readonly [string, string])[] = [
  ['how can i send something back', 'returns'],
  ['what is your return policy', 'returns'],
  ['I want to return my boots', 'returns'],
  ['wat is your retrun polcy', 'returns'],
  ['when will i get my money back', 'refunds'],
  ['how long does a refund take', 'refunds'],
  ['can i swap it for a bigger size', 'exchanges'],
  ['how much is shipping', 'shipping-cost'],
  ['whats the postage', 'shipping-cost'],
  ['how long does delivery take', 'delivery-time'],
  ['how many days until it arrives if i order today', 'delivery-time'],
  ['do you ship to Canada', 'international-shipping'],
  ['can you deliver to Germany', 'international-shipping'],
  ['do i have to pay customs', 'international-shipping'],
  ['are your jackets true to size', 'sizes'],
  ['do you have a size chart', 'sizes'],
  ['are you open on sundays', 'opening-hours'],
  ['what time do you close on thursday', 'opening-hours'],
  ['openning hours', 'opening-hours'],
  ['what is the address of the store', 'store-address'],
  ['do you take american express', 'payment'],
  ['can i pay with paypal', 'payment'],
  ['how long is a voucher valid', 'gift-cards'],
  ['is there a guarantee', 'warranty'],
  ['can you fix the zipper of my jacket', 'repairs'],
  ['my parcel arrived damaged', 'damaged-or-wrong'],
  ['you sent me the wrong item', 'damaged-or-wrong'],
  ['how should i wash my rain jacket', 'care'],
  ['can i change the delivery address', 'order-changes'],
  ['what is your phone number', 'contact'],
  ['do you have a student discount', 'discounts'],
  ['what do you do with my data', 'privacy'],
  ['do you have this in stock', 'stock'],
];

test('the right passage comes first, above the floor, for at least 85 % of paraphrased questions', () => {
  const right = questions.filter(([question, answer]) => {
    const [first] = rankPassages(index, question, 3);
    return first !== undefined && first.passageId.endsWith(`#${answer}`) && first.score >= passageFloor;
  });
  expect(right.length / questions.length).toBeGreaterThanOrEqual(0.85);
});

test.each([
  'who is the president of france',
  'write a poem about the sea',
  'how tall is mount everest',
  'do you rent kayaks',
  'are you hiring',
  'do you sponsor sports clubs',
  'are dogs allowed inside',
  'who founded your company',
  'what material is the tent made of',
  'what is the weather tomorrow',
])('no passage reaches the floor for "%s"', (question) => {
  expect(rankPassages(index, question, 1).filter(({ score }) => score >= passageFloor)).toEqual([]);
});
