import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp, repository, run } from '../processes/real-process.ts';
import { startTestStack, type RunningStack } from '../support/running-stack.ts';

const ids = ['HP-10', 'HP-20', 'HP-30', 'HP-40', 'HP-50'];
let home: string;
let stack: RunningStack;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'ambit-drift-'));
  const folder = join(home, 'gadgets');
  await cp('tests/businesses/gadgets', folder, { recursive: true });
  const task = join(folder, 'tasks/1-shopping-guide.yaml');
  await writeFile(task, `${(await readFile(task, 'utf8')).trimEnd()}\n  catalogue: "777001"\n`);
  stack = await startTestStack({ environment: { AMBIT_BUSINESS: folder } });
  stack.simulator.control.addCustomer({ id: 'ana', name: 'Ana', phone: '14155550178', userId: 'US.911' });
});
afterAll(async () => {
  await cleanUp();
  await stack.stop();
  await rm(home, { recursive: true, force: true });
});

async function drift(...args: readonly string[]): Promise<{ code: number | string; said: string }> {
  const main = join(repository, 'packages/cli/src/main.ts');
  const program = run(process.execPath, ['--conditions=ambit-source', main, 'catalogue', 'drift', ...args], {
    AMBIT_HOME: join(home, 'none'),
    AMBIT_TOKEN: stack.token,
    AMBIT_DESK_PORT: new URL(stack.server.deskUrl ?? '').port,
  });
  return { code: await program.ended, said: program.output() };
}

async function asks(): Promise<string> {
  await stack.settled(stack.say('ana', 'bluetooth headphones'));
  return JSON.stringify(stack.simulator.control.conversation('ana')?.messages.at(-1));
}

test('a catalogue that cannot be read is said to be so, and products are shown as a list', async () => {
  const unread = await drift();
  expect(unread.code).toBe(1);
  expect(unread.said).toContain('Catalogue 777001 cannot be read');
  expect(await stack.client.catalogueDrift()).toMatchObject({ status: 'unread' });
  const { checks } = await stack.client.doctor();
  expect(checks.find(({ name }) => name === 'catalogue 777001')).toMatchObject({ verdict: 'warning' });
  expect(await asks()).not.toContain('"kind":"products"');
});

test('what differs is told product by product, over as many pages as there are', async () => {
  const others = Array.from({ length: 450 }, (_, at) => ({
    retailerId: `X-${at}`,
    name: `Other ${at}`,
    price: 1,
    currency: 'USD',
  }));
  const ours = await stack.made.database.query({
    text: `select retailer_id, record -> 'names' ->> 'en' as name, price_minor, stock from catalogue where retailer_id is not null`,
  });
  const put = ours.rows.map((row) => ({
    retailerId: String(row['retailer_id']),
    name: String(row['name']),
    price: Number(row['price_minor']) / 100,
    currency: 'USD',
    available: row['stock'] === null || Number(row['stock']) > 0,
  }));
  stack.simulator.control.changeCatalogue({ catalogueId: '777001', put: [...put, ...others] });
  const report = await stack.client.catalogueDrift({ read: 'now' });
  expect(report.status).toBe('drift');
  expect(report.catalogues[0]?.drift).toHaveLength(450);

  stack.simulator.control.changeCatalogue({ remove: others.map(({ retailerId }) => retailerId) });
  expect(await drift()).toMatchObject({ code: 0, said: 'Catalogue 777001 says what the business says.\n' });
  const [first] = put;
  if (first === undefined) throw new Error('The business sells nothing');
  stack.simulator.control.changeCatalogue({ put: [{ ...first, price: first.price + 10, name: 'Old name' }] });
  const changed = await drift();
  expect(changed.code).toBe(1);
  expect(changed.said).toMatch(new RegExp(`${first.retailerId} +name`));
  expect(changed.said).toMatch(new RegExp(`${first.retailerId} +price`));
  expect(JSON.parse((await drift('--json')).said)).toMatchObject({ status: 'drift' });
  const { checks } = await stack.client.doctor();
  expect(checks.find(({ name }) => name === 'catalogue 777001')?.says).toContain('2 differences');
});

test('product messages go out for what Meta has; when one of them is not there, all come as a list', async () => {
  expect(await asks()).toContain('"kind":"products"');
  stack.simulator.control.changeCatalogue({ remove: ids });
  await stack.client.catalogueDrift({ read: 'now' });
  expect(await asks()).not.toContain('"kind":"products"');
});
