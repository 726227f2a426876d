import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startForTest, startReceiver, until } from './receiver.testing.ts';

const environment = {
  PATH: process.env['PATH'],
  AMBIT_SIM_PORT: '0',
  AMBIT_SIM_WEBHOOK_URL: 'http://127.0.0.1:9/webhook',
  AMBIT_TOKEN: 't',
  WHATSAPP_ACCESS_TOKEN: 'a',
  WHATSAPP_APP_SECRET: 's',
  WHATSAPP_VERIFY_TOKEN: 'v',
};

type Env = Readonly<Record<string, string | undefined>>;

function run(env: Env): ReturnType<typeof spawn> {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  return spawn(process.execPath, ['--conditions=ambit-source', main], {
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

async function failureOf(env: Env): Promise<{ code: unknown; problem: string }> {
  const child = run(env);
  let problem = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    problem += chunk.toString();
  });
  await once(child, 'close');
  return { code: child.exitCode, problem };
}

test('it prints where it listens and stops cleanly on SIGTERM and when its parent goes', async () => {
  for (const end of ['signal', 'disconnect']) {
    const child = run({});
    let line = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      line += chunk.toString();
    });
    await until(() => line.includes('\n'));
    expect(line).toContain('{"event":"simulator.listening","url":"http://127.0.0.1:');
    const exited = once(child, 'exit');
    if (end === 'signal') child.kill('SIGTERM');
    else child.disconnect();
    await exited;
    expect(child.exitCode).toBe(0);
  }
});

test('a missing variable and a malformed one are both named', async () => {
  const failure = await failureOf({ AMBIT_TOKEN: '', AMBIT_SIM_PORT: 'http' });
  expect(failure.code).toBe(1);
  expect(failure.problem).toContain('AMBIT_TOKEN is missing');
  expect(failure.problem).toContain('AMBIT_SIM_PORT must be a port number');
});

test('a port in use is named together with its variable', async () => {
  const receiver = await startReceiver();
  const simulator = await startForTest(receiver);
  const failure = await failureOf({ AMBIT_SIM_PORT: String(simulator.port) });
  await simulator.close();
  await receiver.close();
  expect(failure).toMatchObject({ code: 1 });
  expect(failure.problem).toContain(`Port ${simulator.port} is in use`);
  expect(failure.problem).toContain('AMBIT_SIM_PORT');
});
