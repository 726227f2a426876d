import { expect, test } from 'vitest';
import { BusinessTemplate } from '@ambit/core/template/business-template';
import type { TemplateSource } from '../ports/template-source.ts';
import { createTemplateRegister } from './known-templates.ts';

const templates = ['one', 'two', 'three'].map((name) =>
  BusinessTemplate.parse({
    name,
    category: 'utility',
    languages: { en: { body: 'Hello, your parcel waits for you in our shop until Friday.' } },
  }),
);

function registerOf(submit: TemplateSource['submit'], monotonicMs: () => number = () => 0) {
  const source: TemplateSource = { list: () => Promise.resolve([]), submit };
  const quiet = (): void => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  return createTemplateRegister({ source, clock: { now: () => 0 }, log, monotonicMs });
}

const never = new AbortController().signal;

test('what was handed in once is not handed in again, what nobody answered is', async () => {
  const asked: string[] = [];
  let answers = false;
  const register = registerOf(({ name }) => {
    asked.push(name);
    return name === 'two' && !answers
      ? Promise.reject(new Error('too many calls'))
      : Promise.resolve({ kind: 'in-review', status: 'PENDING' });
  });
  expect(await register.submitMissing({ templates }, never)).toBe(false);
  answers = true;
  expect(await register.submitMissing({ templates }, never)).toBe(true);
  expect(asked).toEqual(['one', 'two', 'two', 'three']);
});

test('handing in is left for later once it has taken long', async () => {
  let now = 0;
  const asked: string[] = [];
  const register = registerOf(
    ({ name }) => {
      asked.push(name);
      now += 30_000;
      return Promise.resolve({ kind: 'in-review', status: 'PENDING' });
    },
    () => now,
  );
  expect(await register.submitMissing({ templates }, never)).toBe(false);
  expect(asked).toEqual(['one', 'two']);
});

test('handing in ends when it is called off, without an answer', async () => {
  const stopping = new AbortController();
  const register = registerOf(
    (_template, _language, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('called off')));
        stopping.abort();
      }),
  );
  expect(await register.submitMissing({ templates }, stopping.signal)).toBe(false);
});

test("Meta's list is asked for again once what was known of it is not so any more", async () => {
  let lists = 0;
  const quiet = (): void => undefined;
  const register = createTemplateRegister({
    source: {
      list: () => {
        lists += 1;
        return Promise.resolve([{ name: 'one', language: 'en', status: 'APPROVED' }]);
      },
      submit: () => Promise.reject(new Error('not asked')),
    },
    clock: { now: () => 0 },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    monotonicMs: () => 0,
  });
  const sent = { name: 'one', language: 'en' };
  expect(register.known({ templates }, sent)).toBeUndefined();
  await expect.poll(() => register.known({ templates }, sent)?.atMeta).toHaveLength(1);
  expect(lists).toBe(1);
  register.forget();
  expect(register.known({ templates }, sent)).toBeUndefined();
  expect(lists).toBe(2);
});
