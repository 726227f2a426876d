import { afterAll, expect, test } from 'vitest';
import { createGuard } from '../create-guard.ts';
import { guardDefinition } from '../guard-definition.ts';
import { readExampleShop } from '../testing/example-shop.ts';
import { createGuardPool } from './create-guard-pool.ts';

const definition = guardDefinition(readExampleShop().business);
const pool = createGuardPool({ threads: 1, encoder: { kind: 'none' } });
const guard = pool.guard(definition);
afterAll(() => pool.close());

test('a thread gives the verdicts that the guard gives here', async () => {
  const here = createGuard(definition);
  const texts = ['where is my order', 'write me a poem', 'hi', 'do you ship to Canada', '???'];
  const verdicts = await Promise.all(texts.map((text) => guard.judge(text, { language: 'en' })));
  expect(verdicts).toEqual(texts.map((text) => here.judge(text, { language: 'en' })));
});

test('the event loop goes on while a thread judges', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  await Promise.all(
    Array.from({ length: 300 }, (_, at) => guard.judge(`where is my order number ${at}`, {})),
  );
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
});

test('two guards in one thread keep to their own tasks', async () => {
  const tables = pool.guard({
    tasks: [
      {
        id: 'table',
        examples: { en: ['book a table', 'a table for two', 'reserve'] },
        words: {},
        passages: [],
      },
    ],
  });
  expect((await tables.judge('book a table for two', {})).task).toBe('table');
  expect((await guard.judge('where is my order', {})).task).toBe('order-status');
  tables.forget();
  await expect(tables.judge('book a table', {})).rejects.toThrow(/No guard has the number/u);
});

test('with the encoder, English is judged by meaning once it is ready', { timeout: 120_000 }, async () => {
  const english = createGuardPool({ threads: 1, encoder: { kind: 'english' } });
  const encoded = english.guard(definition);
  const text = 'can I add socks to my order';
  const alone = createGuard(definition).judge(text, {});
  await expect
    .poll(async () => (await encoded.judge(text, {})).score, { timeout: 90_000 })
    .not.toBe(alone.score);
  await english.close();
});

test('a closed pool says so', async () => {
  const closed = createGuardPool({ threads: 1, encoder: { kind: 'none' } });
  const shut = closed.guard(definition);
  await closed.close();
  await expect(shut.judge('hi', {})).rejects.toThrow('closed');
});
