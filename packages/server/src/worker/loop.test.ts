import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startLoop, type LoopNeeds } from './loop.ts';

const needs: LoopNeeds = {
  log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
  watch: { began: () => undefined, completed: () => undefined, ended: () => undefined },
};

test('being woken often makes no more rounds afterwards than resting does', async () => {
  let rounds = 0;
  const loop = startLoop('tested', needs, () => {
    rounds += 1;
    return Promise.resolve(100);
  });
  for (let n = 0; n < 40; n += 1) {
    loop.wake();
    await sleep(5);
  }
  await sleep(150);
  rounds = 0;
  const from = performance.now();
  await sleep(1_000);
  const most = (performance.now() - from) / 100 + 2;
  await loop.stop();
  expect(rounds).toBeGreaterThan(0);
  expect(rounds).toBeLessThanOrEqual(most);
});

test('a wake-up for later comes, although the loop would rest for longer', async () => {
  const rounds: number[] = [];
  const loop = startLoop('tested', needs, () => {
    rounds.push(performance.now());
    return Promise.resolve(60_000);
  });
  await sleep(20);
  loop.wake(50);
  while (rounds.length < 2) await sleep(5);
  await loop.stop();
  expect((rounds[1] ?? 0) - (rounds[0] ?? 0)).toBeGreaterThanOrEqual(45);
});

test('rounds that fail come ever more seldom, however often the loop is woken, and at once again after one that does not', async () => {
  let rounds = 0;
  let broken = true;
  const loop = startLoop('tested', needs, () => {
    rounds += 1;
    return broken ? Promise.reject(new Error('the database is away')) : Promise.resolve(60_000);
  });
  for (let n = 0; n < 150; n += 1) {
    loop.wake();
    await sleep(10);
  }
  expect(rounds).toBeGreaterThanOrEqual(2);
  expect(rounds).toBeLessThanOrEqual(6);
  broken = false;
  const before = rounds;
  while (rounds === before) await sleep(10);
  await sleep(20);
  loop.wake();
  const mended = rounds;
  while (rounds === mended) await sleep(5);
  await loop.stop();
});
