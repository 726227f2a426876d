import { expect, test } from 'vitest';
import { createGuard } from './create-guard.ts';
import { guardDefinition } from './guard-definition.ts';
import { clincOutOfScope } from './testing/clinc-out-of-scope.ts';
import { readExampleShop } from './testing/example-shop.ts';
import { generalRequests } from './testing/general-requests.ts';
import { selfInstructSeedTasks } from './testing/self-instruct-seed-tasks.ts';
import { shopMessages } from './testing/shop-messages.ts';
import { unseenShopMessages } from './testing/unseen-shop-messages.ts';

const guard = createGuard(guardDefinition(readExampleShop().business));
const judge = (text: string) => guard.judge(text, { language: 'en' });
const zones = (texts: readonly string[], zone: string): readonly string[] =>
  texts.filter((text) => judge(text).zone === zone);

test('no plain general request is accepted', () => {
  expect(generalRequests.length).toBeGreaterThanOrEqual(60);
  expect(zones(generalRequests, 'accept')).toEqual([]);
});

test('without an encoder, plain general requests but those of another trade (a table, a dentist, a pizza) and 97 % of a general assistant’s prompts are refused', () => {
  expect(zones(generalRequests, 'refuse').length / generalRequests.length).toBeGreaterThanOrEqual(0.95);
  expect(zones(selfInstructSeedTasks, 'refuse').length / selfInstructSeedTasks.length).toBeGreaterThanOrEqual(
    0.97,
  );
});

test('at most 1 % of everyday questions about anything else are accepted, and 94 % are refused; the rest is asked back', () => {
  expect(zones(clincOutOfScope, 'accept').length / clincOutOfScope.length).toBeLessThanOrEqual(0.01);
  expect(zones(clincOutOfScope, 'refuse').length / clincOutOfScope.length).toBeGreaterThanOrEqual(0.94);
});

const understood = (messages: Readonly<Record<string, readonly string[]>>) => {
  const judged = Object.entries(messages).flatMap(([task, texts]) =>
    texts.map((text) => ({ text, task, verdict: judge(text) })),
  );
  return {
    total: judged.length,
    refused: judged.filter(({ verdict }) => verdict.zone === 'refuse'),
    accepted: judged.filter(({ verdict }) => verdict.zone === 'accept'),
    misrouted: judged.filter(({ task, verdict }) => verdict.zone === 'accept' && verdict.task !== task),
  };
};

test('at least 95 % of the shop’s messages are accepted or clarified, most of them accepted', () => {
  const { total, refused, accepted, misrouted } = understood(shopMessages);
  expect(1 - refused.length / total).toBeGreaterThanOrEqual(0.95);
  expect(accepted.length / total).toBeGreaterThanOrEqual(0.7);
  expect(misrouted.length / total).toBeLessThanOrEqual(0.02);
});

test('messages that nothing was tuned on are seldom refused and seldom taken for another task', () => {
  const { total, refused, misrouted } = understood(unseenShopMessages);
  expect(1 - refused.length / total).toBeGreaterThanOrEqual(0.88);
  expect(misrouted.length / total).toBeLessThanOrEqual(0.05);
});
