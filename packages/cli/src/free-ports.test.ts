import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findFreePort, findFreePorts } from './free-ports.ts';

test('nobody is given a port that somebody was given just before', async () => {
  const given = await Promise.all(Array.from({ length: 20 }, () => findFreePorts()));
  const ports = given.flatMap(({ webhook, desk, simulator }) => [webhook, desk, simulator]);
  expect(new Set(ports).size).toBe(60);
});

test('a port is below those that the system hands out by itself, and can be listened on', async () => {
  const port = await findFreePort();
  expect(port).toBeGreaterThanOrEqual(20_000);
  expect(port).toBeLessThan(32_000);
  const server = createServer();
  await new Promise<void>((settle, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', settle);
  });
  await new Promise((settle) => server.close(settle));
});
