import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { within } from './within.ts';

const untilCalledOff = (signal: AbortSignal): Promise<unknown> => sleep(60_000, undefined, { signal });

test('work that takes too long is called off', async () => {
  const reasons: unknown[] = [];
  const work = within(5, async (signal) => {
    await untilCalledOff(signal).catch(() => reasons.push(signal.reason));
  });
  await work;
  expect(reasons).toMatchObject([{ name: 'TimeoutError', message: 'Not done within 5 ms' }]);
});

test('work is called off with what it is part of, before it begins or later', async () => {
  const outer = new AbortController();
  const work = within(60_000, untilCalledOff, outer.signal);
  outer.abort(new Error('the server stops'));
  await expect(work).rejects.toMatchObject({ cause: { message: 'the server stops' } });
  await expect(within(60_000, untilCalledOff, outer.signal)).rejects.toMatchObject({ name: 'AbortError' });
});

test('nothing is left with what it was part of once the work is done', async () => {
  const { signal } = new AbortController();
  await within(60_000, () => Promise.resolve('done'), signal);
  await within(60_000, () => Promise.reject(new Error('broken')), signal).catch(() => undefined);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
