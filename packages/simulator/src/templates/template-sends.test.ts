import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOf, startBoth, type Started } from '../receiver.testing.ts';
import { TemplateDefinition } from './template.ts';

let sim: Started;
beforeEach(async () => {
  sim = await startBoth({ settings: { limits: 'none' } });
});
afterEach(() => sim.close());

const german = '4915123456789';
const text = (value: string) => ({ type: 'text', text: value });

async function approve(given: object): Promise<void> {
  const definition = TemplateDefinition.parse({
    name: 'it',
    language: 'en',
    category: 'MARKETING',
    ...given,
  });
  const answer = await sim.graph('POST 102290129340398/message_templates', definition);
  sim.simulator.control.actAsMeta({ kind: 'approve-template', template: String(answer.body['id']) });
}

async function codeFor(components: readonly object[], rest: object = {}): Promise<number> {
  const template = { name: 'it', language: { code: 'en' }, components };
  return codeOf(await sim.send({ to: german, type: 'template', template, ...rest }));
}

test('parameters must be as many and of the kinds that the template has', async () => {
  await approve({
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::x'] } },
      { type: 'BODY', text: 'Hello {{1}}, {{2}} are cheaper now.' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'See', url: 'https://x.com/{{1}}' }] },
    ],
  });
  const header = { type: 'header', parameters: [{ type: 'image', image: { link: 'https://x.com/a.png' } }] };
  const body = { type: 'body', parameters: [text('Tom'), text('jackets')] };
  const button = { type: 'button', sub_type: 'url', index: '0', parameters: [text('jackets')] };
  expect(await codeFor([header, body, button])).toBe(0);
  expect(await codeFor([header, { ...body, parameters: [text('Tom')] }, button])).toBe(132000);
  expect(await codeFor([body, button])).toBe(132012);
  expect(await codeFor([{ type: 'header', parameters: [text('x')] }, body, button])).toBe(132012);
  expect(await codeFor([header, { ...body, parameters: [text('Tom'), { type: 'image' }] }, button])).toBe(
    132012,
  );
  expect(await codeFor([header, body])).toBe(131008);
  expect(await codeFor([header, body, { ...button, index: 4 }])).toBe(132012);
  expect(
    await codeFor([header, { ...body, parameters: [text('Tom'), text('x'.repeat(1_100))] }, button]),
  ).toBe(132005);
  expect(await codeFor([header, { ...body, parameters: [text('Tom'), text('a\nb')] }, button])).toBe(132007);
});

test('named parameters are matched by name, in any order', async () => {
  await approve({
    parameter_format: 'NAMED',
    components: [{ type: 'BODY', text: 'Hello {{name}}, order {{order}} is ready.' }],
  });
  const named = (parameter_name: string, value: string) => ({ ...text(value), parameter_name });
  expect(await codeFor([{ type: 'body', parameters: [named('order', 'A-1'), named('name', 'Tom')] }])).toBe(
    0,
  );
  expect(sim.simulator.control.conversation('tom')?.messages[0]?.bubble).toMatchObject({
    body: 'Hello Tom, order A-1 is ready.',
  });
  expect(await codeFor([{ type: 'body', parameters: [named('order', 'A-1'), named('who', 'Tom')] }])).toBe(
    132012,
  );
});

test('as many cards must be sent as were approved', async () => {
  const card = {
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'For {{1}} now.' },
    ],
  };
  await approve({
    components: [
      { type: 'BODY', text: 'Look.' },
      { type: 'CAROUSEL', cards: [card, card] },
    ],
  });
  const sent = (card_index: number) => ({
    card_index,
    components: [
      { type: 'header', parameters: [{ type: 'image', image: { link: 'https://x.com/a.png' } }] },
      { type: 'body', parameters: [text('Tom')] },
    ],
  });
  expect(await codeFor([{ type: 'carousel', cards: [sent(0), sent(1)] }])).toBe(0);
  expect(await codeFor([{ type: 'carousel', cards: [sent(0)] }])).toBe(132000);
  expect(await codeFor([{ type: 'carousel', cards: [sent(0), { ...sent(1), components: [] }] }])).toBe(
    132000,
  );
});

test('authentication templates carry a code and need a phone number', async () => {
  await approve({
    category: 'AUTHENTICATION',
    components: [{ type: 'BODY' }, { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] }],
  });
  const components = [
    { type: 'body', parameters: [text('123456')] },
    { type: 'button', sub_type: 'url', index: 0, parameters: [text('123456')] },
  ];
  expect(await codeFor(components)).toBe(0);
  const bubble = sim.simulator.control.conversation('tom')?.messages[0]?.bubble;
  expect(bubble).toMatchObject({
    body: '*123456* is your verification code.',
    buttons: [{ code: '123456' }],
  });
  expect(await codeFor(components, { to: undefined, recipient: 'DE.20417733918264405571' })).toBe(131062);
});

test.each([
  ['reject-template', 132001],
  ['pause-template', 132015],
  ['disable-template', 132016],
] as const)('after %s its sends are refused', async (kind, code) => {
  await approve({ components: [{ type: 'BODY', text: 'Hello.' }] });
  const template = { name: 'it', language: 'en' };
  sim.simulator.control.actAsMeta(
    kind === 'reject-template' ? { kind, template, reason: 'SCAM' } : { kind, template },
  );
  expect(await codeFor([])).toBe(code);
});

test('taps on a template’s buttons are counted', async () => {
  sim.simulator.control.changeSettings({ limits: 'meta' });
  const sent = {
    to: german,
    type: 'template',
    template: {
      name: 'order_update',
      language: { code: 'en' },
      components: [{ type: 'body', parameters: [text('Tom'), text('A-1'), text('sent')] }],
    },
  };
  const answer = await sim.send(sent);
  const replyTo = /"id":"(wamid[^"]+)"/.exec(JSON.stringify(answer.body))?.[1] ?? '';
  const tap = {
    kind: 'template-button',
    payload: 'Talk to a person',
    text: 'Talk to a person',
    replyTo,
  } as const;
  sim.simulator.control.act([{ customer: 'tom', action: tap }]);
  const template = sim.simulator.control.templates().find((one) => one.name === 'order_update');
  expect(template?.counts.clicked).toBe(1);
});

test('sends of a held template wait, and are sent or dropped', async () => {
  await approve({ components: [{ type: 'BODY', text: 'Hello.' }] });
  const { control } = sim.simulator;
  const template = { name: 'it', language: 'en' };
  const send = () =>
    sim.send({ to: german, type: 'template', template: { name: 'it', language: { code: 'en' } } });
  for (const how of ['send', 'drop'] as const) {
    control.actAsMeta({ kind: 'hold-template', template });
    expect((await send()).body).toMatchObject({
      messages: [{ message_status: 'held_for_quality_assessment' }],
    });
    control.actAsMeta({ kind: 'release-template', template, how });
  }
  const statuses = await sim.statuses(3);
  expect(statuses.map((one) => String(one['status'])).toSorted()).toEqual(['delivered', 'failed', 'sent']);
  expect(JSON.stringify(statuses)).toContain('132015');
});
