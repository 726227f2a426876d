import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { endLeftovers } from './leftover-processes.ts';

test.runIf(process.platform === 'linux')('a process that outlives its test is named and killed', async () => {
  const folder = `/tmp/ambit-leftover-${process.pid}`;
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)', `${folder}/data`]);
  const ended = new Promise((settle) => child.once('exit', (_, signal) => settle(signal)));
  const left = await endLeftovers(folder);
  expect(left).toEqual([expect.stringContaining(`${folder}/data`)]);
  expect(await ended).toBe('SIGKILL');
});
