import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ambitStart, cleanUp, freePorts, repository, run, temporaryFolder } from './real-process.ts';

const Report = z.object({
  ok: z.boolean(),
  checks: z.array(
    z.object({ name: z.string(), verdict: z.string(), says: z.string(), fix: z.string().optional() }),
  ),
});
let environment: Readonly<Record<string, string>> = {};
let home = '';

beforeAll(async () => {
  home = temporaryFolder();
  environment = { AMBIT_HOME: home, ...(await freePorts()).variables };
});
afterAll(() => cleanUp());

async function doctor(given: Readonly<Record<string, string>> = {}) {
  const program = join(repository, 'packages/cli/src/main.ts');
  const ran = run(process.execPath, ['--conditions=ambit-source', program, 'doctor', '--json'], {
    ...environment,
    ...given,
  });
  const code = await ran.ended;
  return { code, report: Report.parse(JSON.parse(ran.output())) };
}

test(
  'a running stack is sound: configuration, database, disk, clocks, channel, webhook',
  { timeout: 60_000 },
  async () => {
    const ambit = ambitStart(environment);
    await ambit.says('Ambit is running');
    const { code, report } = await doctor();
    expect(report.checks.filter(({ verdict }) => verdict === 'problem')).toEqual([]);
    expect(report.checks.map(({ name }) => name)).toEqual([
      'node',
      'configuration',
      'data folder',
      'business',
      'secrets',
      'server',
      'database',
      'migrations',
      'durability',
      'connections',
      'clock, database',
      'pgvector',
      'disk',
      'channel 106540352242922',
      'clock, Cloud API',
      'webhook',
      'alarms',
      'turns',
      'sends',
    ]);
    expect([code, report.ok]).toEqual([0, true]);

    chmodSync(join(home, 'secrets.json'), 0o644);
    const open = await doctor();
    expect(open.code).toBe(1);
    expect(open.report.checks.filter(({ verdict }) => verdict === 'problem')).toEqual([
      expect.objectContaining({ name: 'secrets', fix: `chmod 600 ${join(home, 'secrets.json')}` }),
    ]);
    chmodSync(join(home, 'secrets.json'), 0o600);

    ambit.signal('SIGTERM');
    expect(await ambit.ended).toBe(0);
    const stopped = await doctor();
    expect(stopped.code).toBe(1);
    expect(stopped.report.checks.at(-1)).toMatchObject({ name: 'server', verdict: 'problem' });
  },
);

test('a wrong value is a problem that names it', async () => {
  const { code, report } = await doctor({ AMBIT_PORT: 'many' });
  expect(code).toBe(1);
  expect(report.checks.at(-1)?.name).toBe('configuration');
  expect(report.checks.at(-1)?.says).toContain('AMBIT_PORT');
});
