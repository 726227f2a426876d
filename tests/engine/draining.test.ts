import { afterEach, expect, test } from 'vitest';
import { eventually, startTestStack, type RunningStack } from '../support/running-stack.ts';

let stack: RunningStack;
afterEach(() => stack.stop());

async function ask(path: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${stack.server.deskUrl}${path}`, {
    headers: { authorization: `Bearer ${stack.token}` },
  });
  return { status: response.status, body: await response.json() };
}

test('health is told to who has the token, and no more than a word', async () => {
  stack = await startTestStack();
  for (const path of ['/healthz', '/readyz']) {
    expect((await fetch(`${stack.server.deskUrl}${path}`)).status).toBe(401);
  }
  expect(await ask('/healthz')).toEqual({ status: 200, body: { status: 'ok' } });
  expect(await ask('/readyz')).toEqual({ status: 200, body: { status: 'ok' } });
});

test('a stopping node says so, turns new webhooks away, and finishes the turn it runs', async () => {
  // On a busy machine the scope guard alone may take longer than a node has to end its turns.
  stack = await startTestStack({ patience: { drainTurnsMs: 60_000 } });
  await stack.made.database.query({ text: 'select 1' });
  const lock = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  // The tool of the turn waits for this row.
  const holding = stack.made.database.transaction(async (client) => {
    await client.query({ text: 'lock table orders in access exclusive mode' });
    locked.resolve();
    await lock.promise;
  });
  await locked.promise;
  const messageId = stack.say('maya', 'Where is my order A-1042?');
  await eventually(async () => {
    const found = await stack.made.database.query({
      text: 'select 1 from mailboxes where lease_until is not null',
    });
    return found.rows.length > 0 ? true : undefined;
  }, 'the turn to be under way');
  const stopping = stack.server.stop();
  await eventually(async () => ((await ask('/readyz')).status === 503 ? true : undefined), 'the drain');
  expect(await ask('/readyz')).toEqual({ status: 503, body: { status: 'not-ok', reason: 'draining' } });
  expect((await ask('/healthz')).status).toBe(200);
  const turnedAway = await fetch(stack.server.webhookUrl ?? '', { method: 'POST', body: '{}' });
  expect([turnedAway.status, turnedAway.headers.get('retry-after')]).toEqual([503, '2']);
  lock.resolve();
  await holding;
  await stopping;
  const closed = await stack.made.database.query({
    text: 'select t.closed_at is not null as closed from turns t join inbox i using (channel_id, conversation_id) where i.message_id = $1',
    values: [messageId],
  });
  expect(closed.rows).toEqual([{ closed: true }]);
});

test('a turn a stopping node has no time left for is run by another node at once', async () => {
  stack = await startTestStack({ patience: { drainTurnsMs: 200, drainSendsMs: 200, leaseMs: 60_000 } });
  const lock = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const holding = stack.made.database.transaction(async (client) => {
    await client.query({ text: 'lock table orders in access exclusive mode' });
    locked.resolve();
    await lock.promise;
  });
  await locked.promise;
  stack.say('maya', 'Where is my order A-1042?');
  const lease = async () => {
    const found = await stack.made.database.query({
      text: 'select lease_until is not null as leased, attempts, wake_at <= now() as due from mailboxes',
    });
    return found.rows[0];
  };
  await eventually(async () => ((await lease())?.['leased'] === true ? true : undefined), 'the turn');
  const stopping = stack.server.stop();
  await eventually(async () => ((await lease())?.['leased'] === false ? true : undefined), 'the lease');
  expect(await lease()).toEqual({ leased: false, attempts: 0, due: true });
  lock.resolve();
  await holding;
  await stopping;
});
