import { expect, test } from 'vitest';
import type { Phone } from './say-phone.ts';
import { actAndFollow } from './say-turn.ts';

const phone: Phone = {
  id: 'maya',
  name: 'Maya',
  act: () => Promise.resolve('wamid.1'),
  look: () => Promise.resolve({ now: 0, messages: [] }),
};
const place = { channelId: 'c', conversationId: 'v' };

test('a message without an outcome is given up after the limit, saying how far it got', async () => {
  const client = { inbound: () => Promise.resolve({ state: 'waiting' as const, ...place }) };
  const turn = await actAndFollow({ phone, client, limitMs: 40 }, { kind: 'text', body: 'hi' });
  expect(turn).toMatchObject({
    kind: 'unsettled',
    why: 'the server has it, but no outcome is recorded after 0.04 s',
  });
});

test('a server that does not answer for a moment is waited for, and named when it stays away', async () => {
  const client = { inbound: () => Promise.reject(new TypeError('fetch failed')) };
  const turn = await actAndFollow({ phone, client, limitMs: 40 }, { kind: 'text', body: 'hi' });
  expect(turn).toMatchObject({ why: 'the server does not answer (fetch failed) after 0.04 s' });
});

test('whoever stops waits no longer', async () => {
  const client = { inbound: () => Promise.resolve({ state: 'unknown' as const }) };
  const waiting = actAndFollow(
    { phone, client, signal: AbortSignal.timeout(20) },
    { kind: 'text', body: 'hi' },
  );
  await expect(waiting).rejects.toThrow('aborted');
});
