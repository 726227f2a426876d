import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  ambitStart,
  cleanUp,
  copyShop,
  freePorts,
  npmStart,
  processesOf,
  run,
  repository,
  serverAlone,
  temporaryFolder,
  type RealProcess,
} from './real-process.ts';
import { serverEnvironment } from './server-environment.ts';

const busy: Server[] = [];

afterAll(async () => {
  for (const server of busy.splice(0)) server.close();
  await cleanUp();
});

/** What a refused start says: one message without a stack, and nothing left running or half made. */
async function refusal(refused: RealProcess, home: string, code = 1): Promise<string> {
  expect(await refused.ended).toBe(code);
  const said = refused.output();
  expect(said).not.toMatch(/^\s+at /m);
  expect(said).not.toContain('Ambit is running');
  expect(processesOf(home)).toEqual([]);
  const traces = ['running.json', 'postgres/starting.lock', 'postgres/owner.json', 'postgres/cluster'];
  expect(traces.filter((trace) => existsSync(join(home, trace)))).toEqual([]);
  return said;
}

async function occupy(port: number): Promise<void> {
  const server = createServer();
  busy.push(server);
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

describe.concurrent('the server alone', () => {
  test('names every value that is missing, with what it should be', async () => {
    const home = temporaryFolder();
    const said = await refusal(serverAlone({ AMBIT_HOME: home }), home);
    for (const name of ['AMBIT_TOKEN', 'AMBIT_SECRET_KEY', 'WHATSAPP_PHONE_NUMBER_ID'])
      expect(said).toMatch(new RegExp(`${name} is not set: it must be \\w`));
    for (const name of ['ACCESS_TOKEN', 'APP_SECRET', 'VERIFY_TOKEN'])
      expect(said).toContain(`WHATSAPP_${name} is not set`);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  test('names every value that is wrong, with what it should be, and never repeats a secret', async () => {
    const home = temporaryFolder();
    const wrong = {
      AMBIT_TOKEN: 'short',
      AMBIT_SECRET_KEY: 'not-32-bytes',
      AMBIT_PORT: 'http',
      AMBIT_DESK_PORT: '70000',
      AMBIT_CLOCK_URL: 'yesterday',
      AMBIT_DEBOUNCE_MS: '-1',
      AMBIT_MARK_READ: 'yes',
      AMBIT_LOG_LEVEL: 'loud',
      AMBIT_POOL_SIZE: '1',
      AMBIT_ROLE: 'king',
      DATABASE_URL: 'mysql://me:hushhush@db/ambit',
      WHATSAPP_API_URL: 'graph',
      WHATSAPP_API_VERSION: '24',
      WHATSAPP_PHONE_NUMBER_ID: '+1 555',
      WHATSAPP_MESSAGES_PER_SECOND: 'many',
    };
    const said = await refusal(serverAlone(serverEnvironment({ AMBIT_HOME: home, ...wrong })), home);
    for (const name of Object.keys(wrong))
      expect(said).toMatch(new RegExp(`${name} is wrong: it must be \\w`));
    for (const secret of ['short', 'not-32-bytes', 'hushhush']) expect(said).not.toContain(secret);
    expect(said).not.toMatch(/NaN|Invalid|undefined/);
  });

  test.each([
    [['--verbose'], 'Unknown argument "--verbose"'],
    [['--role'], 'Unknown argument "--role"'],
    [['worker'], 'Unknown argument "worker"'],
  ])('refuses the arguments %j with exit code 2', async (args, words) => {
    const home = temporaryFolder();
    const said = await refusal(serverAlone(serverEnvironment({ AMBIT_HOME: home }), args), home, 2);
    expect(said).toContain('--role ingress|worker|all');
    expect(JSON.parse(said)).toMatchObject({ event: 'fatal' });
    expect(said).toContain(JSON.stringify(words).slice(1, -1));
  });

  test('names a role that is unknown and those there are', async () => {
    const home = temporaryFolder();
    const refused = serverAlone(serverEnvironment({ AMBIT_HOME: home }), ['--role', 'king']);
    expect(await refusal(refused, home)).toContain(
      'AMBIT_ROLE is wrong: it must be one of all, ingress, worker',
    );
  });

  test('names both its ports when both are in use, before it makes a database', async () => {
    const home = temporaryFolder();
    const { ports, variables } = await freePorts();
    await occupy(ports.webhook);
    await occupy(ports.desk);
    const said = await refusal(serverAlone(serverEnvironment({ AMBIT_HOME: home, ...variables })), home);
    expect(said).toContain(`Port ${ports.webhook} is in use by another program; stop it, or set AMBIT_PORT`);
    expect(said).toContain(
      `Port ${ports.desk} is in use by another program; stop it, or set AMBIT_DESK_PORT`,
    );
  });
});

describe.concurrent('npm start', () => {
  test('names every setting that is wrong', async () => {
    const home = temporaryFolder();
    const said = await refusal(
      npmStart({ AMBIT_HOME: home, AMBIT_PORT: 'http', AMBIT_SIM_PORT: '0', DATABASE_URL: 'mysql://x' }),
      home,
    );
    expect(said).toContain('AMBIT_PORT="http" is not a number');
    expect(said).toContain('AMBIT_SIM_PORT="0" is below 1');
    expect(said).toContain('DATABASE_URL is not a PostgreSQL address');
    expect(readdirSync(home)).toEqual([]);
  });

  test('refuses an argument that it does not know, with exit code 2', async () => {
    const home = temporaryFolder();
    const refused = run('npm', ['start', '--silent', '--', '--fast'], { AMBIT_HOME: home });
    expect(await refusal(refused, home, 2)).toContain("unknown option '--fast'");
  });

  test.each(['webhook', 'desk', 'simulator'] as const)(
    'names the port of the %s when it is in use',
    async (which) => {
      const home = temporaryFolder();
      const { ports, variables } = await freePorts();
      const variable = { webhook: 'AMBIT_PORT', desk: 'AMBIT_DESK_PORT', simulator: 'AMBIT_SIM_PORT' }[which];
      await occupy(ports[which]);
      const said = await refusal(ambitStart({ AMBIT_HOME: home, ...variables }), home);
      expect(said).toContain(`Port ${ports[which]} is in use`);
      expect(said).toMatch(new RegExp(`[Ss]et ${variable} to`));
    },
  );

  test('names a data folder that is a file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const refused = ambitStart({ AMBIT_HOME: join(folder, 'file') });
    expect(await refusal(refused, folder)).toMatch(/The data folder .*file cannot be used: .*AMBIT_HOME/);
  });

  test('names a business folder that is not there', async () => {
    const home = temporaryFolder();
    const refused = ambitStart({ AMBIT_HOME: home, AMBIT_BUSINESS: join(home, 'none') });
    expect(await refusal(refused, home)).toContain(
      `no business folder ${join(home, 'none')}; set AMBIT_BUSINESS`,
    );
  });

  test('names each mistake in the files of a business by file, line and field, before anything is made', async () => {
    const home = temporaryFolder();
    const { variables } = await freePorts();
    const shop = copyShop(home);
    const yaml = readFileSync(join(shop, 'business.yaml'), 'utf8');
    const lineOf = (words: string): number => yaml.split('\n').findIndex((line) => line.includes(words)) + 1;
    writeFileSync(
      join(shop, 'business.yaml'),
      yaml.replace('vertical: retail', 'vertcal: retail').replace('languages: [en]', 'languages: 7'),
    );
    const orders = readFileSync(join(shop, 'data/orders.csv'), 'utf8');
    writeFileSync(join(shop, 'data/orders.csv'), orders.replace('2026-11-18,shipped', 'soon,shipped'));
    const said = await refusal(npmStart({ AMBIT_HOME: home, AMBIT_BUSINESS: shop, ...variables }), home);
    expect(said).toMatch(new RegExp(`shop/business\\.yaml:${lineOf('vertical:')} vertcal: .* — .*`));
    expect(said).toMatch(new RegExp(`shop/business\\.yaml:${lineOf('languages:')} languages: .* — .*`));
    expect(said).toMatch(/shop\/data\/orders\.csv:4 placed_at: .* — .*/);
  });

  test('names the line where a file is not YAML; mended, the same folder starts', async () => {
    const home = temporaryFolder();
    const { variables } = await freePorts();
    const shop = copyShop(home);
    const file = join(shop, 'business.yaml');
    const yaml = readFileSync(file, 'utf8');
    writeFileSync(file, `name: [unclosed\n${yaml}`);
    const environment = { AMBIT_HOME: home, AMBIT_BUSINESS: shop, ...variables };
    expect(await refusal(npmStart(environment), home)).toMatch(/shop\/business\.yaml:\d+.*: .* — .*/);

    writeFileSync(file, yaml);
    const mended = npmStart(environment);
    await mended.says('Ambit is running');
    mended.signalGroup('SIGINT');
    expect(await mended.ended).toBe(0);
  });
});

test('a Node that is too old is told which one is needed, and nothing is installed', async () => {
  const folder = temporaryFolder();
  const fake = join(folder, 'old-node.mjs');
  writeFileSync(
    fake,
    `Object.defineProperty(process, 'version', { value: 'v18.20.4' });\nawait import(${JSON.stringify(join(repository, 'scripts/bootstrap.js'))});\n`,
  );
  const refused = run(process.execPath, [fake], {});
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toBe(
    'ambit: Node v18.20.4 is too old; install Node 20 or newer (https://nodejs.org) and run the same command again\n',
  );
});
