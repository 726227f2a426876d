import { expect, test } from 'vitest';
import { slotTypes } from './slot-types.ts';

const context = { at: Date.UTC(2026, 10, 22, 18), timeZone: 'UTC', country: 'IN', currency: 'INR' };
const either = [
  ['en', '3 or 4'],
  ['en', 'three or four'],
  ['en', 'maybe 3-4 people'],
  ['es', 'tres o cuatro'],
  ['es', 'unas 3 o 4 personas'],
  ['pt', '3 ou 4'],
  ['fr', 'trois ou quatre'],
  ['id', '3 atau 4 orang'],
  ['hi', '3 या 4'],
  ['hi-Latn', 'teen ya char'],
  ['ar', '3 أو 4'],
  ['zh', '三四个'],
  ['zh', '3到4个'],
] as const;

test.each(either)('in %s, "%s" is room for four, and which of the two to sell is asked', (language, text) => {
  expect(slotTypes.get('people')?.read(text, language, context)).toMatchObject({ kind: 'filled', value: 4 });
  expect(slotTypes.get('quantity')?.read(text, language, context)).toMatchObject({
    kind: 'ambiguous',
    choices: [{ value: 3 }, { value: 4 }],
  });
});

test.each(['3-4 December', 'order 3 or 4', '20 or 3', 'for 2 at 7'])(
  '"%s" is nothing of the kind',
  (text) => {
    expect(slotTypes.get('quantity')?.read(text, 'en', context)).not.toMatchObject({ kind: 'ambiguous' });
  },
);

test.each([
  ['en', 'around 20 grand', 20_000],
  ['en', 'twenty five thousand', 25_000],
  ['en', 'a hundred thousand', 100_000],
  ['en', 'two hundred thousand', 200_000],
  ['en', '1.5 crore', 15_000_000],
  ['en', '10-15 lakh', 1_500_000],
  ['es', 'veinte mil', 20_000],
  ['pt', 'trinta mil', 30_000],
  ['fr', 'vingt mille', 20_000],
  ['id', 'dua juta', 2_000_000],
  ['hi', 'पंद्रह लाख', 1_500_000],
  ['hi-Latn', 'pandrah lakh', 1_500_000],
  ['ar', 'عشرون ألف', 20_000],
  ['zh', '十五万', 150_000],
] as const)('in %s, "%s" is an amount', (language, text, amount) => {
  expect(slotTypes.get('money')?.read(text, language, context)).toMatchObject({
    kind: 'filled',
    value: { amount, currency: 'INR' },
  });
});
