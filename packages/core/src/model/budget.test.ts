import { expect, test } from 'vitest';
import { budgetWarnings, overBudget } from './budget.ts';
import type { ModelBudget } from './models.ts';

const budgets: readonly ModelBudget[] = [
  { for: 'agent', tokensPerDay: 1_000, moneyPerDay: 2, warnAtPercent: 80, then: 'reviewed-sentences' },
  { for: 'customer', tokensPerDay: 100, warnAtPercent: 50, then: 'hand-off' },
];

function spent(agentTokens: number, customerTokens: number, money = 0) {
  return { agent: { tokens: agentTokens, money }, customer: { tokens: customerTokens, money: 0 } };
}

test('a call is made until a budget is spent, by tokens or by money', () => {
  expect(overBudget(budgets, spent(999, 99, 1.99))).toBeUndefined();
  expect(overBudget(budgets, spent(1_000, 0))?.then).toBe('reviewed-sentences');
  expect(overBudget(budgets, spent(10, 0, 2))?.then).toBe('reviewed-sentences');
});

test('of several spent budgets the strictest counts', () => {
  expect(overBudget(budgets, spent(5_000, 100))?.then).toBe('hand-off');
});

test('a budget that only warns never forbids', () => {
  expect(overBudget([{ for: 'agent', tokensPerDay: 1, warnAtPercent: 80, then: 'warn' }], spent(9, 9))).toBe(
    undefined,
  );
});

test('people are told once at the warning and once at the end', () => {
  const kinds = (from: number, to: number): readonly string[] =>
    budgetWarnings(budgets, spent(from, 0), spent(to, 0)).map(({ kind }) => kind);
  expect(kinds(0, 799)).toEqual([]);
  expect(kinds(790, 800)).toEqual(['model-budget-near']);
  expect(kinds(810, 900)).toEqual([]);
  expect(kinds(900, 1_050)).toEqual(['model-budget-spent']);
  expect(kinds(1_050, 1_100)).toEqual([]);
  expect(kinds(0, 2_000)).toEqual(['model-budget-spent']);
});
