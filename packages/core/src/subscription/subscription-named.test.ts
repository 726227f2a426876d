import { expect, test } from 'vitest';
import { subscriptionNamed } from './subscription-named.ts';
import type { Subscription } from './subscription.ts';

function of(subscriptionId: string, plan: string): Subscription {
  return { subscriptionId, plan, state: 'active', fields: {} };
}
const two = [of('IPE-10', 'Plano mensal'), of('IPE-11', 'Plano Manhã')];

test.each([
  ['quero cancelar o plano manhã', 'IPE-11'],
  ['tranca o MENSAL', 'IPE-10'],
  ['cancela a IPE-11 por favor', 'IPE-11'],
])('"%s" names %s', (text, id) => {
  expect(subscriptionNamed(two, text)?.subscriptionId).toBe(id);
});

test.each(['quero cancelar meu plano', 'o mensal e o da manhã', '', 'IPE-110'])(
  '"%s" names none by itself',
  (text) => {
    expect(subscriptionNamed(two, text)).toBeUndefined();
  },
);

test('one plan in two spellings is one plan', () => {
  const box = [of('A-1', 'Caixa Básica'), of('A-2', 'caixa basica'), of('A-3', 'Plano mensal')];
  expect(subscriptionNamed(box, 'pausa a caixa básica')).toBeUndefined();
  expect(subscriptionNamed(box, 'pausa o plano mensal')?.subscriptionId).toBe('A-3');
});

test('two of the same plan are not told apart by its name', () => {
  expect(subscriptionNamed([of('A-1', 'Box'), of('A-2', 'Box')], 'pause my box')).toBeUndefined();
});
