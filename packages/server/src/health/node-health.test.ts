import { expect, test } from 'vitest';
import { createNodeHealth, type Probe } from './node-health.ts';

function healthOf(probes: readonly Probe[] = []) {
  let now = 0;
  const health = createNodeHealth({ probes, monotonicMs: () => now });
  return { health, pass: (ms: number) => (now += ms) };
}

test('a node is live while its loops turn, and not once one has been silent for two minutes', () => {
  const { health, pass } = healthOf();
  health.watch.began('turns');
  health.watch.began('sends');
  pass(100_000);
  health.watch.completed('turns');
  expect(health.live()).toEqual({ kind: 'ok' });
  pass(100_000);
  expect(health.live()).toEqual({ kind: 'not', reason: 'loop-stuck' });
  health.watch.ended('sends');
  expect(health.live()).toEqual({ kind: 'ok' });
});

test('the first problem of a probe is the reason, and a probe that throws means the database', async () => {
  const fine: Probe = () => Promise.resolve(undefined);
  const full: Probe = () => Promise.resolve('disk-nearly-full');
  const broken: Probe = () => Promise.reject(new Error('connection refused'));
  expect(await healthOf([fine]).health.ready()).toEqual({ kind: 'ok' });
  expect(await healthOf([fine, full, broken]).health.ready()).toEqual({
    kind: 'not',
    reason: 'disk-nearly-full',
  });
  expect(await healthOf([broken]).health.ready()).toEqual({ kind: 'not', reason: 'database-unreachable' });
});

test('a probe that does not answer is given up', async () => {
  const { health } = healthOf([() => new Promise(() => undefined)]);
  expect(await health.ready()).toEqual({ kind: 'not', reason: 'database-unreachable' });
});

test('asking often looks once a second', async () => {
  let looks = 0;
  const { health, pass } = healthOf([
    () => {
      looks += 1;
      return Promise.resolve(undefined);
    },
  ]);
  await Promise.all([health.ready(), health.ready()]);
  await health.ready();
  expect(looks).toBe(1);
  pass(1_001);
  await health.ready();
  expect(looks).toBe(2);
});

test('a draining node is live and not ready', async () => {
  const { health } = healthOf();
  health.drain();
  expect(health.live()).toEqual({ kind: 'ok' });
  expect(await health.ready()).toEqual({ kind: 'not', reason: 'draining' });
});

test('a node whose ingress queue was full a moment ago is not ready', async () => {
  const { health, pass } = healthOf();
  health.overloaded();
  expect(await health.ready()).toEqual({ kind: 'not', reason: 'ingress-full' });
  pass(3_001);
  expect(await health.ready()).toEqual({ kind: 'ok' });
});
