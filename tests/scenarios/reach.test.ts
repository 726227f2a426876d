import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Scenario } from '@ambit/cli/scenario/scenario-file';
import { languages, shippedLanguage } from '@ambit/core/language/language';
import { createLanguageDetector } from '@ambit/guard/detect-language';
import { readScenarios } from '../support/read-scenarios.ts';

const useCases = [
  'appointments',
  'customer service',
  'leads',
  'orders',
  'shopping guide',
  'taking orders',
] as const;
type UseCase = (typeof useCases)[number];

const detector = createLanguageDetector(languages, {});

const folders = ['tests/scenarios', ...readdirSync('businesses').map((one) => `businesses/${one}/scenarios`)];
const played = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readScenarios(folder))
  .filter(({ model }) => model === undefined)
  .flatMap(({ scenarios }) => scenarios);

test('at least 200 conversations are played without a model', () => {
  expect(played.length).toBeGreaterThanOrEqual(200);
});

test.each(languages)('at least ten of them are in %s', (language) => {
  expect(played.filter((one) => languageOf(one) === language).length).toBeGreaterThanOrEqual(10);
});

test.each(useCases)('at least five of them are about %s', (useCase) => {
  expect(played.filter((one) => useCasesOf(one).includes(useCase)).length).toBeGreaterThanOrEqual(5);
});

function languageOf(scenario: Scenario): string | undefined {
  const said = scenario.steps.flatMap((step) => ('in' in step ? [step.in] : [])).join('\n');
  const [likeliest] = said === '' ? [] : detector.detect(said, undefined);
  return likeliest === undefined ? undefined : shippedLanguage(likeliest.language);
}

function useCasesOf({ steps }: Scenario): readonly UseCase[] {
  const tasks = steps.flatMap((step) =>
    'task' in step && typeof step.task === 'string' ? [useCaseOf(step.task)] : [],
  );
  return [...new Set(tasks)];
}

function useCaseOf(task: string): UseCase {
  if (task.startsWith('appointment')) return 'appointments';
  switch (task) {
    case 'lead':
      return 'leads';
    case 'shopping-guide':
      return 'shopping guide';
    case 'take-order':
      return 'taking orders';
    case 'order-status':
    case 'order-change':
    case 'order-cancel':
    case 'cancel-order':
    case 'send-elsewhere':
    case 'returns':
      return 'orders';
    default:
      return 'customer service';
  }
}
