import { expect, test } from 'vitest';
import { describeProblem } from '../business/describe-problem.ts';
import { readModels } from './read-models.ts';

function problems(text: string): readonly string[] {
  return readModels(new Map([['models.yaml', text]])).problems.map((problem) =>
    describeProblem(problem, 'shop'),
  );
}

const good = `providers:
  - kind: openai-compatible
    model: qwen3:8b
    baseUrl: http://127.0.0.1:11434/v1
  - kind: alibaba-app
    app: 0a1b2c
    key: secret:model-studio
    price: { inputPerMillion: 0.5, outputPerMillion: 1.5 }
budgets:
  - for: agent
    tokensPerDay: 200000
`;

test('a business without the file has no models, and nothing is wrong', () => {
  expect(readModels(new Map())).toEqual({ problems: [] });
});

test('providers stand in the order in which they are tried, with what is left out filled in', () => {
  const { models } = readModels(new Map([['models.yaml', good]]));
  expect(models?.providers.map(({ kind, timeoutMs }) => [kind, timeoutMs])).toEqual([
    ['openai-compatible', 8_000],
    ['alibaba-app', 8_000],
  ]);
  expect(models?.budgets[0]).toMatchObject({ then: 'reviewed-sentences', warnAtPercent: 80 });
});

test('a key in the file itself is refused, with line and field', () => {
  const [first] = problems('providers:\n  - kind: openai\n    model: m\n    key: sk-live-1234\n');
  expect(first).toMatch(/models\.yaml:4.*providers\[0\]\.key/u);
  expect(first).toMatch(/env:/u);
});

test.each(['env:AMBIT_SECRET_KEY', 'env:WHATSAPP_ACCESS_TOKEN', 'env:PATH'])(
  '%s is no key of a model',
  (key) => {
    expect(problems(`providers:\n  - kind: openai\n    model: m\n    key: ${key}\n`)).toHaveLength(1);
  },
);

test('a provider that nobody knows, a field that is not there and an address that is missing are named', () => {
  expect(problems('providers:\n  - kind: openia\n    model: m\n    key: env:A_KEY\n')[0]).toMatch(
    /models\.yaml:2.*providers\[0\]\.kind/u,
  );
  expect(problems(`${good}answerWithin: 3\n`)[0]).toMatch(/models\.yaml:12.*answerWithin.*answerWithinMs/u);
  expect(problems('providers:\n  - kind: openai-compatible\n    model: m\n')[0]).toMatch(/baseUrl/u);
});

test('a budget that limits nothing, twice the same, or money where a price is missing, is refused', () => {
  expect(
    problems('providers: [{ kind: openai, model: m, key: env:A_KEY }]\nbudgets: [{ for: agent }]\n')[0],
  ).toMatch(/models\.yaml:2.*budgets\[0\].*limits nothing/u);
  expect(problems(`${good}  - for: agent\n    tokensPerDay: 5\n`)[0]).toMatch(/budgets\[1\]\.then/u);
  expect(problems(`${good}  - for: customer\n    moneyPerDay: 5\n`)[0]).toMatch(/moneyPerDay.*no price/u);
});

test('a file of nearly that name is not passed over', () => {
  expect(readModels(new Map([['models.yml', good]])).problems[0]?.fix).toBe('name it models.yaml');
});
