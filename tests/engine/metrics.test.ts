import { afterAll, beforeAll, expect, test } from 'vitest';
import { Chaos } from '@ambit/simulator/chaos';
import { eventually, startTestStack, type RunningStack } from '../support/running-stack.ts';

let stack: RunningStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

async function page(): Promise<string> {
  const response = await fetch(`${stack.server.deskUrl}/metrics`, {
    headers: { authorization: `Bearer ${stack.token}` },
  });
  expect(response.status).toBe(200);
  return response.text();
}

async function value(series: string): Promise<number> {
  const line = (await page()).split('\n').find((each) => each.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1) ?? 0);
}

test('every stage of an answered question is counted', async () => {
  const messageId = stack.say('maya', 'Where is my order A-1042?');
  await stack.settled(messageId);
  await eventually(
    async () => ((await value('ambit_statuses_received_total{status="delivered"}')) === 1 ? true : undefined),
    'the status to be counted',
  );
  expect(await value('ambit_webhooks_total{answer="200"}')).toBeGreaterThanOrEqual(2);
  expect(await value('ambit_messages_received_total{result="stored"}')).toBe(1);
  expect(await value('ambit_webhook_ack_seconds_count')).toBeGreaterThanOrEqual(2);
  expect(await value('ambit_group_rows_count{group="ingress"}')).toBe(1);
  expect(await value('ambit_turns_opened_total')).toBe(1);
  expect(await value('ambit_turns_ended_total{outcome="answered"}')).toBe(1);
  expect(await value('ambit_calls_total{kind="call-tool",result="tool-answered"}')).toBe(1);
  expect(await value('ambit_drafts_marked_total{decision="sending"}')).toBe(1);
  expect(await value('ambit_sends_total{outcome="accepted",reaction="none"}')).toBe(1);
  expect(await value('ambit_message_to_accepted_seconds_count')).toBe(1);
  expect(await value('ambit_outbox_messages{status="queued"}')).toBe(0);
  expect(await value('ambit_mailboxes{state="overdue"}')).toBe(0);
  expect(await value('ambit_pool_connections{state="limit"}')).toBe(6);
  expect(await value('ambit_ready')).toBe(1);
  expect(await page()).toContain('nodejs_eventloop_lag_p99_seconds');
});

test('a repeated webhook is counted as a duplicate, a forged one as 401', async () => {
  stack.simulator.control.setChaos(Chaos.parse({ duplicate: 1 }));
  await stack.settled(stack.say('tom', 'Where is my order A-1042?'));
  stack.simulator.control.setChaos(Chaos.parse({}));
  await eventually(
    async () => ((await value('ambit_messages_received_total{result="duplicate"}')) >= 1 ? true : undefined),
    'the duplicate',
  );
  const forged = await fetch(stack.server.webhookUrl ?? '', { method: 'POST', body: '{}' });
  expect(forged.status).toBe(401);
  expect(await value('ambit_webhooks_total{answer="401"}')).toBe(1);
});

test('no series names a customer, a text or a number', async () => {
  const told = await page();
  for (const customer of stack.simulator.control.customers()) {
    expect(told).not.toContain(customer.name);
    expect(told).not.toContain(customer.userId);
    expect(told).not.toContain(customer.waId ?? customer.userId);
  }
  expect(told).not.toContain('A-1042');
  expect(told).not.toContain('106540352242922');
});

test('without the token the metrics are not told', async () => {
  expect((await fetch(`${stack.server.deskUrl}/metrics`)).status).toBe(401);
});

test('a worker told to serves its health and metrics, and listens on nothing otherwise', async () => {
  const silent = await stack.addNode('worker');
  expect(silent.monitorUrl).toBeUndefined();
  const node = await stack.addNode('worker', { AMBIT_METRICS_PORT: '0' });
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${node.monitorUrl}${path}`, { headers });
  for (const path of ['/healthz', '/readyz', '/metrics']) expect((await ask(path)).status).toBe(401);
  const withToken = { authorization: `Bearer ${stack.token}` };
  expect((await ask('/healthz', withToken)).status).toBe(200);
  expect((await ask('/readyz', withToken)).status).toBe(200);
  const told = await ask('/metrics', withToken);
  expect(await told.text()).toContain('ambit_turns_opened_total');
});
