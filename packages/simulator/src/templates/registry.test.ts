import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOf, startBoth, wabaId, type Started } from '../receiver.testing.ts';

let sim: Started;
beforeEach(async () => {
  sim = await startBoth();
});
afterEach(() => sim.close());

const path = `${wabaId}/message_templates`;
const order = {
  name: 'order_ready',
  language: 'en',
  category: 'UTILITY',
  components: [
    { type: 'HEADER', format: 'TEXT', text: 'Your order' },
    { type: 'BODY', text: 'Hello {{1}}, your order is ready.', example: { body_text: [['Maya']] } },
    { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Thanks' }] },
  ],
};

async function create(given: object = {}): Promise<string> {
  const answer = await sim.graph(`POST ${path}`, { ...order, ...given });
  expect(answer.body).toMatchObject({ status: 'PENDING' });
  return String(answer.body['id']);
}
const statusOf = async (id: string): Promise<unknown> => (await sim.graph(`GET ${id}`)).body['status'];

test('a new template waits for review and is approved after a while', async () => {
  const id = await create();
  expect(await statusOf(id)).toBe('PENDING');
  sim.simulator.control.advanceClock(61_000);
  expect(await sim.change('message_template_status_update')).toMatchObject({
    event: 'APPROVED',
    message_template_id: Number(id),
    message_template_name: 'order_ready',
    message_template_language: 'en',
  });
  expect(await statusOf(id)).toBe('APPROVED');
});

test('with manual review nothing happens until Meta decides', async () => {
  const { control } = sim.simulator;
  control.changeSettings({ templateReview: 'manual' });
  const id = await create();
  control.advanceClock(86_400_000);
  expect(await statusOf(id)).toBe('PENDING');
  control.actAsMeta({ kind: 'reject-template', template: id, reason: 'PROMOTIONAL' });
  expect(await sim.change('message_template_status_update')).toMatchObject({
    event: 'REJECTED',
    reason: 'PROMOTIONAL',
    rejection_info: { reason: 'PROMOTIONAL' },
  });
  expect((await sim.graph(`GET ${id}`)).body).toMatchObject({
    status: 'REJECTED',
    rejected_reason: 'PROMOTIONAL',
  });
  expect((await sim.graph(`POST ${id}`, { components: order.components })).body).toEqual({ success: true });
  expect(await statusOf(id)).toBe('PENDING');
});

test('a list is filtered and paged by cursor', async () => {
  for (const name of ['a1', 'a2', 'a3']) await create({ name });
  const first = await sim.graph(`GET ${path}?limit=2&fields=name,status&status=PENDING`);
  expect(JSON.stringify(first.body['data'])).toMatch(
    /^\[\{"name":"a1","status":"PENDING","id":"\d+"\},\{"name":"a2","status":"PENDING","id":"\d+"\}\]$/,
  );
  const next = /"next":"[^"]*\/v24\.0\/([^"]+)"/.exec(JSON.stringify(first.body))?.[1] ?? '';
  const second = await sim.graph(`GET ${next}`);
  expect(second.body).toMatchObject({ data: [{ name: 'a3' }] });
  expect(JSON.stringify(second.body)).not.toContain('"next"');
});

test('an edit of an approved template goes to review again; its category stays', async () => {
  const id = await create();
  expect(codeOf(await sim.graph(`POST ${id}`, { components: order.components }))).toBe(100);
  sim.simulator.control.actAsMeta({ kind: 'approve-template', template: id });
  expect(codeOf(await sim.graph(`POST ${id}`, { category: 'MARKETING' }))).toBe(100);
  await sim.graph(`POST ${id}`, { components: [{ type: 'BODY', text: 'It is ready for you.' }] });
  expect(await sim.change('message_template_components_update')).toMatchObject({
    message_template_element: 'It is ready for you.',
  });
  expect(await statusOf(id)).toBe('PENDING');
});

test('a template is deleted by name in every language, or by id', async () => {
  const id = await create();
  await create({ language: 'de' });
  expect(codeOf(await sim.graph(`DELETE ${path}?name=wrong&hsm_id=${id}`))).toBe(100);
  expect((await sim.graph(`DELETE ${path}?name=order_ready&hsm_id=${id}`)).status).toBe(200);
  expect(codeOf(await sim.graph(`GET ${id}`))).toBe(33);
  await create({ language: 'fr' });
  expect((await sim.graph(`DELETE ${path}?name=order_ready`)).status).toBe(200);
  expect(sim.simulator.control.templates().filter((one) => one.name === 'order_ready')).toEqual([]);
});

test('the category changes with a day’s notice, or at once for warned businesses', async () => {
  const id = await create();
  const { control } = sim.simulator;
  control.actAsMeta({ kind: 'approve-template', template: id });
  control.actAsMeta({ kind: 'recategorise-template', template: id, category: 'MARKETING', notice: 'a-day' });
  expect(await sim.change('template_category_update')).toMatchObject({ correct_category: 'MARKETING' });
  expect((await sim.graph(`GET ${id}`)).body).toMatchObject({
    category: 'UTILITY',
    correct_category: 'MARKETING',
  });
  control.advanceClock(24 * 3_600_000);
  expect(await sim.change('template_category_update', 2)).toMatchObject({
    previous_category: 'UTILITY',
    new_category: 'MARKETING',
  });
  expect((await sim.graph(`GET ${id}`)).body).toMatchObject({
    category: 'MARKETING',
    previous_category: 'UTILITY',
  });
});

test('bad quality pauses for 3 hours, then 6, then disables', async () => {
  const id = await create();
  const { control } = sim.simulator;
  const hour = 3_600_000;
  control.actAsMeta({ kind: 'approve-template', template: id });
  const worse = (): void => {
    control.actAsMeta({ kind: 'rate-template', template: id, quality: 'RED' });
  };
  worse();
  expect(await sim.change('message_template_quality_update')).toMatchObject({
    previous_quality_score: 'UNKNOWN',
    new_quality_score: 'RED',
  });
  expect(await sim.change('message_template_status_update', 2)).toMatchObject({
    event: 'PAUSED',
    other_info: { title: 'FIRST_PAUSE' },
  });
  control.advanceClock(3 * hour - 60_000);
  expect(await statusOf(id)).toBe('PAUSED');
  control.advanceClock(61_000);
  expect(await statusOf(id)).toBe('APPROVED');
  control.actAsMeta({ kind: 'rate-template', template: id, quality: 'GREEN' });
  worse();
  control.advanceClock(5 * hour);
  expect(await statusOf(id)).toBe('PAUSED');
  control.advanceClock(hour + 1_000);
  expect(await statusOf(id)).toBe('APPROVED');
  control.actAsMeta({ kind: 'pause-template', template: id });
  expect(await statusOf(id)).toBe('DISABLED');
  control.actAsMeta({ kind: 'reinstate-template', template: id });
  expect(await statusOf(id)).toBe('APPROVED');
});

test('100 templates may be created in an hour', async () => {
  sim.simulator.control.setClock(Math.ceil(Date.now() / 3_600_000) * 3_600_000);
  for (let at = 0; at < 100; at += 1) await create({ name: `t${at}` });
  expect(codeOf(await sim.graph(`POST ${path}`, { ...order, name: 't100' }))).toBe(80007);
  sim.simulator.control.advanceClock(3_600_000);
  await create({ name: 't100' });
}, 20_000);
