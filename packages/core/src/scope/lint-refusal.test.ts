import { expect, test } from 'vitest';
import type { Business } from '../business/business.ts';
import { shop } from '../conversation/testing/run-turn.ts';
import { languages } from '../language/language.ts';
import { lintRefusal } from './lint-refusal.ts';

test('the refusal names limits and a person in every language', () => {
  expect(lintRefusal({ ...shop, languages: [...languages] })).toEqual([]);
});

test('a refusal that grows too long is found', () => {
  const business: Business = {
    ...shop,
    escalation: [{ kind: 'web', url: `https://fernoak.example/${'a'.repeat(600)}` }],
  };
  const [finding, ...others] = lintRefusal(business);
  expect(finding?.fix).toContain('shorten');
  expect(others).toEqual([]);
});
