import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOf, startBoth, type Started } from '../receiver.testing.ts';

let sim: Started;
beforeEach(async () => {
  sim = await startBoth();
});
afterEach(() => sim.close());

const text = { type: 'text', text: { body: 'Hello' } };
const hourMs = 3_600_000;

function clickAd(): void {
  sim.simulator.control.act([{ customer: 'maya', action: { kind: 'text', body: 'hi', referral: referral } }]);
}
const referral = {
  sourceType: 'ad',
  sourceId: '120',
  sourceUrl: 'https://fb.me/x',
  headline: 'Jackets',
  body: 'Autumn',
  ctwaClid: 'ARAk',
} as const;

test('an ad click brings a referral and, once answered, 72 free hours', async () => {
  clickAd();
  await sim.change('messages');
  expect(sim.receiver.items('messages')[0]).toMatchObject({
    referral: { source_type: 'ad', source_id: '120', ctwa_clid: 'ARAk', headline: 'Jackets' },
  });
  await sim.send(text);
  const [first] = await sim.statuses(2);
  expect(first).toMatchObject({
    pricing: { type: 'free_entry_point', category: 'referral_conversion', billable: false },
    conversation: { origin: { type: 'referral_conversion' } },
  });
  sim.simulator.control.advanceClock(30 * hourMs);
  expect(codeOf(await sim.send(text))).toBe(131047);
  await sim.send({ type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } });
  const later = await sim.statuses(4);
  expect(later[2]).toMatchObject({ pricing: { type: 'free_entry_point' } });
  sim.simulator.control.advanceClock(43 * hourMs);
  await sim.send({ type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } });
  expect((await sim.statuses(6))[4]).toMatchObject({ pricing: { type: 'regular', category: 'utility' } });
});

test('an ad click answered after a day opens nothing', async () => {
  clickAd();
  sim.simulator.control.advanceClock(23 * hourMs);
  sim.say('still there?');
  sim.simulator.control.advanceClock(2 * hourMs);
  await sim.send(text);
  expect((await sim.statuses(2))[0]).toMatchObject({ pricing: { type: 'free_customer_service' } });
  expect(sim.simulator.control.conversation('maya')?.freeEntryUntilMs).toBeNull();
});

test('each message of the customer opens the window anew', async () => {
  sim.say('one');
  sim.simulator.control.advanceClock(23 * hourMs);
  sim.say('two');
  sim.simulator.control.advanceClock(23 * hourMs);
  expect((await sim.send(text)).status).toBe(200);
});

test('Direct Send is off, and needs no window once it is on', async () => {
  const direct = { ...text, category: 'utility' };
  expect(codeOf(await sim.send(direct))).toBe(100);
  sim.simulator.control.actAsMeta({ kind: 'set-direct-send', utility: true, authentication: false });
  expect((await sim.send(direct)).status).toBe(200);
  expect((await sim.statuses(1))[0]).toMatchObject({ pricing: { category: 'utility' } });
  expect(codeOf(await sim.send({ ...text, category: 'authentication' }))).toBe(100);
  expect(codeOf(await sim.send({ ...direct, message_send_ttl_seconds: 5 }))).toBe(100);
});
