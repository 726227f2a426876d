import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOf, startBoth, type GraphAnswer, type Started } from '../receiver.testing.ts';

let sim: Started;
beforeEach(async () => {
  sim = await startBoth();
});
afterEach(() => sim.close());

const text = { type: 'text', text: { body: 'Hello' } };
const template = (name = 'hello_world', language = 'en_US') => ({
  type: 'template',
  template: { name, language: { code: language } },
});

function addPeople(count: number, country = '49151'): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const phone = `${country}${String(1_000_000 + at)}`;
    sim.simulator.control.addCustomer({ name: `Person ${at}`, phone });
    return phone;
  });
}

async function codes(sends: readonly Promise<GraphAnswer>[]): Promise<readonly number[]> {
  return (await Promise.all(sends)).map((answer) => codeOf(answer));
}

test('a person can be sent only so many messages at once', async () => {
  sim.say('hi');
  const burst = await codes(Array.from({ length: 75 }, () => sim.send(text)));
  expect(burst.filter((code) => code === 0).length).toBeGreaterThanOrEqual(45);
  expect(burst).toContain(131056);
  sim.simulator.control.advanceClock(6_000);
  expect(await codes([sim.send(text)])).toEqual([0]);
});

test('a number carries only so many messages a second, more once upgraded', async () => {
  const people = addPeople(160);
  const burst = () => codes(people.map((to) => sim.send({ ...template(), to })));
  sim.simulator.control.actAsMeta({ kind: 'set-throughput', level: 'COEXISTENCE' });
  expect(await burst()).toContain(130429);
  sim.simulator.control.actAsMeta({ kind: 'set-throughput', level: 'HIGH' });
  expect(codeOf(await sim.send(template()))).toBe(131057);
  sim.simulator.control.advanceClock(61_000);
  expect(await burst()).toEqual(people.map(() => 0));
  expect(await sim.change('phone_number_quality_update')).toMatchObject({ event: 'THROUGHPUT_UPGRADE' });
});

test('people outside the window are counted against the tier, and half of it used raises it', async () => {
  const { control } = sim.simulator;
  control.changeSettings({ limits: 'meta' });
  control.actAsMeta({ kind: 'set-verified', verified: false });
  control.actAsMeta({ kind: 'set-tier', tier: 'TIER_250' });
  const people = addPeople(251);
  const sent: number[] = [];
  for (const to of people) {
    sent.push(codeOf(await sim.send({ ...template(), to })));
    control.advanceClock(50);
  }
  expect(sent.slice(0, 250).every((code) => code === 0)).toBe(true);
  expect(sent[250]).toBe(131048);
  expect(codeOf(await sim.send({ ...template(), to: people[3] ?? '' }))).toBe(0);
  sim.say('hi');
  expect((await sim.send(text)).status).toBe(200);
  control.actAsMeta({ kind: 'set-verified', verified: true });
  control.advanceClock(25 * 3_600_000);
  await sim.send({ ...template(), to: people[0] ?? '' });
  control.advanceClock(6 * 3_600_000);
  expect(control.account()).toMatchObject({ tier: 'TIER_2K', peopleLimit: 2_000 });
  expect(await sim.change('business_capability_update', 2)).toMatchObject({
    max_daily_conversations_per_business: 'TIER_2K',
  });
}, 30_000);

test('marketing is capped per person, except in the window and in the EEA', async () => {
  const { control } = sim.simulator;
  addMarketing();
  control.addCustomer({ id: 'ana', name: 'Ana', phone: '5511912345678' });
  control.changeSettings({ marketingPerDay: 1 });
  for (const to of ['5511912345678', '5511912345678', '4915123456789', '4915123456789'])
    await sim.send({ ...template('sale', 'en'), to });
  await sim.statuses(7);
  expect(failures()).toEqual([131049]);
  sim.say('hi', 'ana');
  await sim.send({ ...template('sale', 'en'), to: '5511912345678' });
  await sim.statuses(9);
  expect(failures()).toEqual([131049]);
});

test('no marketing reaches the United States, an opted-out person, or one in the experiment', async () => {
  const { control } = sim.simulator;
  addMarketing();
  await sim.send(template('sale', 'en'));
  await sim.statuses(1);
  expect(failures()).toEqual([131049]);
  control.changePerson('tom', { kind: 'stop-marketing' });
  expect(await sim.change('user_preferences')).toMatchObject({
    user_preferences: [{ category: 'marketing_messages', value: 'stop', user_id: 'DE.20417733918264405571' }],
  });
  await sim.send({ ...template('sale', 'en'), to: '4915123456789' });
  await sim.statuses(2);
  control.changePerson('tom', { kind: 'resume-marketing' });
  control.changePerson('tom', { kind: 'join-experiment' });
  await sim.send({ ...template('sale', 'en'), to: '4915123456789' });
  await sim.statuses(3);
  control.changePerson('tom', { kind: 'leave-experiment' });
  await sim.send({ ...template('sale', 'en'), to: '4915123456789' });
  await sim.statuses(5);
  expect(failures()).toEqual([131049, 131050, 130472]);
});

test('limits can be switched off', async () => {
  sim.simulator.control.changeSettings({ limits: 'none' });
  sim.say('hi');
  const burst = await codes(Array.from({ length: 120 }, () => sim.send(text)));
  expect(burst.every((code) => code === 0)).toBe(true);
});

test('management calls are counted in headers and refused above the hour’s limit', async () => {
  sim.simulator.control.setClock(Math.ceil(Date.now() / 3_600_000) * 3_600_000);
  const first = await sim.graph('GET 102290129340398');
  expect(first.headers.get('x-app-usage')).toContain('call_count');
  expect(first.headers.get('x-business-use-case-usage')).toContain('whatsapp_business_management');
  await sim.graph('POST 106540352242922/deregister');
  for (let at = 0; at < 198; at += 1) await sim.graph('GET 102290129340398');
  expect(codeOf(await sim.graph('GET 102290129340398'))).toBe(80007);
  sim.simulator.control.advanceClock(3_600_000);
  expect((await sim.graph('GET 102290129340398')).status).toBe(200);
}, 20_000);

function addMarketing(): void {
  sim.simulator.control.addTemplate({
    name: 'sale',
    language: 'en',
    category: 'marketing',
    status: 'APPROVED',
    body: 'Everything is cheaper this week.',
    quickReplies: [],
  });
}

function failures(): readonly unknown[] {
  return sim.receiver
    .items('statuses')
    .filter((status) => status['status'] === 'failed')
    .map((status) => {
      const errors: unknown = status['errors'];
      return Array.isArray(errors) ? Number(Reflect.get(Object(errors[0]), 'code')) : 0;
    });
}
