import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOf, phoneNumberId, startBoth, wabaId, type Started } from '../receiver.testing.ts';
import { marketOf } from './market.ts';

let sim: Started;
beforeEach(async () => {
  sim = await startBoth();
});
afterEach(() => sim.close());

const text = { type: 'text', text: { body: 'Hello' } };
const germany = '4915123456789';

function add(category: 'utility' | 'marketing' | 'authentication'): void {
  sim.simulator.control.addTemplate({
    name: `a_${category}`,
    language: 'en',
    category,
    status: 'APPROVED',
    body: `Some words of ${category} for you.`,
    quickReplies: [],
  });
}
const sent = (category: string) => ({
  to: germany,
  type: 'template',
  template: { name: `a_${category}`, language: { code: 'en' } },
});

test('a template costs what its category costs in the market of the person', async () => {
  add('utility');
  add('marketing');
  add('authentication');
  for (const category of ['utility', 'marketing', 'authentication']) await sim.send(sent(category));
  await sim.statuses(6);
  const { charges, costTotal } = sim.simulator.control.account();
  expect(charges.map((row) => [row.category, row.country, row.cost])).toEqual([
    ['utility', 'DE', 0.055],
    ['marketing', 'DE', 0.1365],
    ['authentication', 'DE', 0.055],
  ]);
  expect(costTotal).toBeCloseTo(0.2465);
});

test('utility is charged inside the window too, since October 2026; before it was free', async () => {
  add('utility');
  sim.simulator.control.setClock(Date.UTC(2026, 8, 1));
  sim.say('hallo', 'tom');
  await sim.send(sent('utility'));
  expect((await sim.statuses(2))[0]).toMatchObject({
    pricing: { type: 'free_customer_service', category: 'utility' },
  });
  sim.simulator.control.setClock(Date.UTC(2026, 10, 1));
  sim.say('hallo', 'tom');
  await sim.send(sent('utility'));
  expect((await sim.statuses(4))[2]).toMatchObject({ pricing: { type: 'regular', category: 'utility' } });
});

test('the marketing endpoint takes marketing templates only and has its own category', async () => {
  add('marketing');
  add('utility');
  const body = { messaging_product: 'whatsapp', ...sent('marketing'), product_policy: 'STRICT' };
  const path = `POST ${phoneNumberId}/marketing_messages`;
  expect((await sim.graph(path, body)).status).toBe(200);
  expect((await sim.statuses(1))[0]).toMatchObject({ pricing: { category: 'marketing_lite' } });
  expect(codeOf(await sim.graph(path, { messaging_product: 'whatsapp', ...sent('utility') }))).toBe(134100);
});

test('without a payment method only what is free can be sent', async () => {
  add('utility');
  sim.simulator.control.actAsMeta({ kind: 'set-payment-method', present: false });
  sim.say('hi');
  expect((await sim.send(text)).status).toBe(200);
  expect(codeOf(await sim.send(sent('utility')))).toBe(131042);
  sim.simulator.control.actAsMeta({ kind: 'set-service-used', count: 1_000 });
  expect(codeOf(await sim.send(text))).toBe(131042);
  sim.simulator.control.actAsMeta({ kind: 'set-payment-method', present: true });
  expect((await sim.send(text)).status).toBe(200);
});

test('the thousand free service messages begin anew each month', async () => {
  const { control } = sim.simulator;
  control.setClock(Date.UTC(2026, 10, 30, 20));
  control.actAsMeta({ kind: 'set-service-used', count: 1_000 });
  sim.say('hi');
  await sim.send(text);
  expect((await sim.statuses(2))[0]).toMatchObject({ pricing: { type: 'regular', category: 'service' } });
  control.advanceClock(5 * 3_600_000);
  await sim.send(text);
  expect((await sim.statuses(4))[2]).toMatchObject({ pricing: { type: 'free_customer_service' } });
});

test('the analytics endpoints tell what was sent and charged', async () => {
  add('utility');
  sim.say('hallo', 'tom');
  await sim.send({ ...text, to: germany });
  await sim.send(sent('utility'));
  await sim.statuses(4);
  const end = Math.floor(Date.now() / 1_000) + 86_400;
  const span = `.start(0).end(${end})`;
  const prices = await sim.graph(`GET ${wabaId}?fields=pricing_analytics${span}.granularity(DAILY)`);
  expect(JSON.stringify(prices.body)).toContain('"pricing_category":"UTILITY","volume":1,"cost":0.055');
  const traffic = await sim.graph(`GET ${wabaId}?fields=analytics${span}.granularity(DAY)`);
  expect(traffic.body).toMatchObject({ analytics: { data_points: [{ sent: 2, delivered: 2 }] } });
  const id = sim.simulator.control.templates().find((one) => one.name === 'a_utility')?.id ?? '';
  const templates = await sim.graph(
    `GET ${wabaId}/template_analytics?start=0&end=${end}&template_ids=[${id}]`,
  );
  expect(templates.body).toMatchObject({
    data: [{ data_points: [{ template_id: id, sent: 1, delivered: 1 }] }],
  });
});

test('the market follows the longest prefix, or the letters of a BSUID', () => {
  expect(marketOf({ waId: '14155550142' })).toEqual({ market: 'North America', country: 'US' });
  expect(marketOf({ waId: '14165550142' })).toEqual({ market: 'North America', country: 'CA' });
  expect(marketOf({ waId: '18095550142' }).market).toBe('Rest of Latin America');
  expect(marketOf({ userId: 'DE.204' })).toEqual({ market: 'Germany', country: 'DE' });
  expect(marketOf({ waId: '99912345' }).market).toBe('Other');
});
