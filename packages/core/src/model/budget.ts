import type { ModelBudget } from './models.ts';

/** What models have cost on one day. `money`: in the currency of the business. */
export type ModelSpend = { readonly tokens: number; readonly money: number };

export type DaySpend = Readonly<Record<ModelBudget['for'], ModelSpend>>;

/** The strictest thing that budgets which are spent ask for; undefined while none of them forbids a call. */
export function overBudget(
  budgets: readonly ModelBudget[],
  spent: DaySpend,
): { readonly then: 'reviewed-sentences' | 'hand-off'; readonly why: string } | undefined {
  const over = budgets.filter((budget) => shareSpent(budget, spent) >= 1);
  for (const then of ['hand-off', 'reviewed-sentences'] as const) {
    const found = over.find((budget) => budget.then === then);
    if (found !== undefined) return { then, why: `the day's model budget for the ${found.for} is spent` };
  }
  return undefined;
}

/** What people are told of a budget. */
export type BudgetWarning = {
  readonly kind: 'model-budget-near' | 'model-budget-spent';
  readonly about: string;
  readonly budgetFor: ModelBudget['for'];
};

/** What people are told because one call took a budget past its warning, or to its end. */
export function budgetWarnings(
  budgets: readonly ModelBudget[],
  before: DaySpend,
  after: DaySpend,
): readonly BudgetWarning[] {
  return budgets.flatMap((budget): readonly BudgetWarning[] => {
    const { for: budgetFor, warnAtPercent } = budget;
    const whose = budgetFor === 'agent' ? 'the agent' : 'one customer';
    const [from, to] = [shareSpent(budget, before), shareSpent(budget, after)];
    if (from < 1 && to >= 1) {
      const about = `The model budget of today for ${whose} is spent: ${consequence(budget)}`;
      return [{ kind: 'model-budget-spent', about, budgetFor }];
    }
    if (from < warnAtPercent / 100 && to >= warnAtPercent / 100) {
      const about = `More than ${warnAtPercent} % of the model budget of today for ${whose} is spent`;
      return [{ kind: 'model-budget-near', about, budgetFor }];
    }
    return [];
  });
}

function consequence({ then }: ModelBudget): string {
  switch (then) {
    case 'warn':
      return 'models go on writing';
    case 'reviewed-sentences':
      return 'reviewed sentences are said until tomorrow';
    case 'hand-off':
      return 'until tomorrow a person answers what a model would have written';
  }
}

/** The larger share of the two limits, where there are two. */
function shareSpent(budget: ModelBudget, spent: DaySpend): number {
  const { tokens, money } = spent[budget.for];
  return Math.max(
    budget.tokensPerDay === undefined ? 0 : tokens / budget.tokensPerDay,
    budget.moneyPerDay === undefined ? 0 : money / budget.moneyPerDay,
  );
}
