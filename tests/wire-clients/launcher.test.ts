import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { readConfig } from '@ambit/simulator/config';

const folder = resolve('packages/simulator');
const launcher = `${folder}/bin/ambit-simulator.js`;
const Package = z.object({ version: z.string(), bin: z.record(z.string(), z.string()) });

type Run = {
  out: () => string;
  problem: () => string;
  kill: () => void;
  ended: Promise<unknown>;
  code: () => unknown;
};

function run(...args: readonly string[]): Run {
  const child = spawn(process.execPath, [launcher, ...args], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let problem = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    problem += chunk.toString();
  });
  onTestFinished(() => {
    child.kill();
  });
  return {
    out: () => out,
    problem: () => problem,
    kill: () => child.kill('SIGTERM'),
    ended: once(child, 'close'),
    code: () => child.exitCode,
  };
}

async function listening(...args: readonly string[]): Promise<Run & { url: URL }> {
  const started = run('--port', '0', ...args);
  await expect.poll(started.out, { timeout: 20_000 }).toContain('Ctrl+C');
  const link = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(started.out())?.[0] ?? '';
  return { ...started, url: new URL(link) };
}

describe('ambit-simulator, the one command', () => {
  test('starts without a single setting, says where to look and how to point an app at it, and stops', async () => {
    const simulator = await listening();
    expect(simulator.out()).toContain(`WHATSAPP_API_URL=${simulator.url.origin}`);
    const page = await fetch(simulator.url, { redirect: 'manual' });
    expect(page.status).toBe(303);
    const sent = await fetch(`${simulator.url.origin}/v24.0/106540352242922`, {
      headers: { authorization: 'Bearer simulated-access-token' },
    });
    expect(sent.status).toBe(200);
    simulator.kill();
    await simulator.ended;
    expect(simulator.code()).toBe(0);
    await expect(fetch(simulator.url)).rejects.toThrow('fetch failed');
  });

  test('two runs do not open with each other’s token', async () => {
    const [one, other] = await Promise.all([listening(), listening()]);
    expect(one.url.searchParams.get('token')).not.toBe(other.url.searchParams.get('token'));
  });

  test('a port that is taken, a wrong value and an unknown flag are named with their flag', async () => {
    const simulator = await listening();
    const taken = run('--port', simulator.url.port);
    await taken.ended;
    expect([taken.code(), taken.problem()]).toEqual([1, expect.stringContaining('(--port)')]);
    const wrong = run('--webhook', 'localhost');
    await wrong.ended;
    expect([wrong.code(), wrong.problem()]).toEqual([
      1,
      expect.stringContaining('(--webhook) must be an http(s) URL'),
    ]);
    const unknown = run('--prot', '1');
    await unknown.ended;
    expect([unknown.code(), unknown.problem()]).toEqual([1, expect.stringContaining("'--prot'")]);
  });

  test('--help names each setting, and --version is the package’s', async () => {
    const help = run('--help');
    await help.ended;
    const missing = readConfig({});
    const needed =
      missing.kind === 'invalid' ? missing.problems.map((words) => words.split(' ')[0] ?? '') : [];
    for (const variable of [...needed, 'AMBIT_SIM_PORT', 'AMBIT_SIM_LIMITS'])
      expect(help.out()).toContain(variable);
    const version = run('--version');
    await version.ended;
    const packed = Package.parse(JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')));
    expect(version.out().trim()).toBe(packed.version);
    expect(packed.bin).toEqual({ 'ambit-simulator': 'bin/ambit-simulator.js' });
  });

  test('the example of the README is a test that runs', () => {
    const readme = readFileSync(`${folder}/README.md`, 'utf8');
    const shown = /^```ts\n(.*?)^```$/ms.exec(readme)?.[1];
    expect(shown).toBe(readFileSync(new URL('simulator-in-a-test.test.ts', import.meta.url), 'utf8'));
  });
});
