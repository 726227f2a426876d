import { expect, test } from 'vitest';
import { createConversationCache } from './conversation-cache.ts';

test('a sender is known again by BSUID and phone, on the same channel', () => {
  const cache = createConversationCache(10);
  cache.remember('a', { bsuid: 'US.1', phone: '1555' }, 'one');
  expect(cache.find('a', { bsuid: 'US.1', phone: '1555' })).toBe('one');
  expect(cache.find('b', { bsuid: 'US.1', phone: '1555' })).toBeUndefined();
  expect(cache.find('a', { bsuid: 'US.2', phone: '1555' })).toBeUndefined();
});

test('another phone is resolved anew, a webhook without one is not', () => {
  const cache = createConversationCache(10);
  cache.remember('a', { bsuid: 'US.1', phone: '1555' }, 'one');
  expect(cache.find('a', { bsuid: 'US.1', phone: '1777' })).toBeUndefined();
  expect(cache.find('a', { bsuid: 'US.1' })).toBe('one');
});

test('a sender known by phone alone is never remembered', () => {
  const cache = createConversationCache(10);
  cache.remember('a', { phone: '1555' }, 'one');
  expect(cache.find('a', { phone: '1555' })).toBeUndefined();
});

test('at most so many are remembered, and those longest since seen are forgotten', () => {
  const cache = createConversationCache(100);
  cache.remember('a', { bsuid: 'often' }, 'x');
  for (let n = 0; n < 1_000; n += 1) {
    cache.remember('a', { bsuid: `US.${n}` }, `c${n}`);
    expect(cache.find('a', { bsuid: 'often' })).toBe('x');
  }
  const lately = Array.from({ length: 40 }, (_, n) => cache.find('a', { bsuid: `US.${999 - n}` }));
  expect(lately.every((one) => one !== undefined)).toBe(true);
  const known = Array.from({ length: 1_000 }, (_, n) => cache.find('a', { bsuid: `US.${n}` }));
  expect(known.filter((one) => one !== undefined).length).toBeLessThanOrEqual(100);
});
