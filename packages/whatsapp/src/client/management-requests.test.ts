import { describe, expect, test } from 'vitest';
import { serveGraph } from '../fixtures/loopback-graph.ts';
import { createAnalyticsClient } from './analytics-client.ts';
import { createBlockListClient } from './block-list-client.ts';
import { createBusinessProfileClient } from './business-profile-client.ts';
import { createCommerceClient } from './commerce-client.ts';
import { createEncryptionKeyClient } from './encryption-key-client.ts';
import { createFlowsClient } from './flows-client.ts';
import { createGraphClient } from './graph-client.ts';
import { createHealthClient } from './health-client.ts';
import { createPhoneNumberClient } from './phone-number-client.ts';
import { createPhoneNumbersClient } from './phone-numbers-client.ts';
import { createQrCodesClient } from './qr-codes-client.ts';
import { createSubscriptionsClient } from './subscriptions-client.ts';
import { createTemplatesClient } from './templates-client.ts';
import { createUsernameClient } from './username-client.ts';

const signal = new AbortController().signal;
const success = { kind: 'json', json: { success: true } } as const;

function accessTo(baseUrl: string) {
  return {
    baseUrl,
    version: 'v24.0',
    auth: { header: 'Authorization', value: 'Bearer token' },
    timeoutMs: 5_000,
    phoneNumberId: 'P',
    wabaId: 'W',
  };
}
type Access = ReturnType<typeof accessTo>;

const templateBody = { type: 'BODY', text: 'Hi' } as const;

test.each<[string, (access: Access) => Promise<unknown>, string, unknown?]>([
  [
    'register',
    (a) => createPhoneNumberClient(a).register({ pin: '123456', dataRegion: 'DE' }, signal),
    'POST /v24.0/P/register',
    { messaging_product: 'whatsapp', pin: '123456', data_localization_region: 'DE' },
  ],
  ['deregister', (a) => createPhoneNumberClient(a).deregister(signal), 'POST /v24.0/P/deregister', {}],
  ['set PIN', (a) => createPhoneNumberClient(a).setPin('123456', signal), 'POST /v24.0/P', { pin: '123456' }],
  [
    'request code',
    (a) => createPhoneNumberClient(a).requestCode({ by: 'SMS', language: 'en_US' }, signal),
    'POST /v24.0/P/request_code',
    { code_method: 'SMS', language: 'en_US' },
  ],
  [
    'settings',
    (a) => createPhoneNumberClient(a).changeSettings({ calling: { status: 'disabled' } }, signal),
    'POST /v24.0/P/settings',
    { calling: { status: 'disabled' } },
  ],
  [
    'automation',
    (a) => createPhoneNumberClient(a).setAutomation({ prompts: ['Where is my order?'] }, signal),
    'POST /v24.0/P/conversational_automation',
    { prompts: ['Where is my order?'] },
  ],
  [
    'profile',
    (a) => createBusinessProfileClient(a).change({ about: 'Open', websites: ['https://a.example'] }, signal),
    'POST /v24.0/P/whatsapp_business_profile',
    { messaging_product: 'whatsapp', about: 'Open', websites: ['https://a.example'] },
  ],
  [
    'block',
    (a) => createBlockListClient(a).unblock(['+1555'], signal),
    'DELETE /v24.0/P/block_users',
    { messaging_product: 'whatsapp', block_users: [{ user: '+1555' }] },
  ],
  [
    'QR code',
    (a) => createQrCodesClient(a).change('ABC', 'Hi', signal),
    'POST /v24.0/P/message_qrdls',
    { code: 'ABC', prefilled_message: 'Hi' },
  ],
  [
    'edit template',
    (a) => createTemplatesClient(a).edit('77', { components: [templateBody] }, signal),
    'POST /v24.0/77',
    { components: [templateBody] },
  ],
  [
    'delete template',
    (a) => createTemplatesClient(a).delete({ name: 'promo', templateId: '77' }, signal),
    'DELETE /v24.0/W/message_templates?name=promo&hsm_id=77',
  ],
  [
    'create Flow',
    (a) => createFlowsClient(a).create({ name: 'f', categories: ['SURVEY'], flow_json: '{}' }, signal),
    'POST /v24.0/W/flows',
    { name: 'f', categories: ['SURVEY'], flow_json: '{}' },
  ],
  [
    'change Flow',
    (a) => createFlowsClient(a).change('9', { endpoint_uri: 'https://a.example' }, signal),
    'POST /v24.0/9',
    { endpoint_uri: 'https://a.example' },
  ],
  ['publish Flow', (a) => createFlowsClient(a).publish('9', signal), 'POST /v24.0/9/publish'],
  ['deprecate Flow', (a) => createFlowsClient(a).deprecate('9', signal), 'POST /v24.0/9/deprecate'],
  ['delete Flow', (a) => createFlowsClient(a).delete('9', signal), 'DELETE /v24.0/9'],
  [
    'subscribe',
    (a) => createSubscriptionsClient(a).subscribe({ uri: 'https://a.example/h', verifyToken: 'v' }, signal),
    'POST /v24.0/W/subscribed_apps',
    { override_callback_uri: 'https://a.example/h', verify_token: 'v' },
  ],
  ['unsubscribe', (a) => createSubscriptionsClient(a).unsubscribe(signal), 'DELETE /v24.0/W/subscribed_apps'],
  [
    'override of a number',
    (a) =>
      createSubscriptionsClient(a).overrideNumber(
        'P',
        { uri: 'https://a.example', verifyToken: 'v' },
        signal,
      ),
    'POST /v24.0/P',
    { webhook_configuration: { override_callback_uri: 'https://a.example', verify_token: 'v' } },
  ],
  [
    'end of an override',
    (a) => createSubscriptionsClient(a).overrideNumber('P', undefined, signal),
    'POST /v24.0/P',
    { webhook_configuration: { override_callback_uri: '' } },
  ],
  [
    'commerce',
    (a) => createCommerceClient(a).change({ cartEnabled: false }, signal),
    'POST /v24.0/P/whatsapp_commerce_settings?is_cart_enabled=false',
  ],
  ['delete username', (a) => createUsernameClient(a).delete(signal), 'DELETE /v24.0/P/username'],
  [
    'marketing message',
    (a) =>
      createGraphClient(a).sendMarketing(
        {
          messaging_product: 'whatsapp',
          to: '+1555000000',
          type: 'template',
          template: { name: 'promo', language: { code: 'en' } },
          message_activity_sharing: false,
        },
        signal,
      ),
    'POST /v24.0/P/marketing_messages',
    {
      messaging_product: 'whatsapp',
      to: '+1555000000',
      type: 'template',
      template: { name: 'promo', language: { code: 'en' } },
      message_activity_sharing: false,
    },
  ],
])('%s', async (_what, act, request, body) => {
  const { baseUrl, asked } = await serveGraph([success]);
  await act(accessTo(baseUrl));
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([request]);
  expect(asked[0]?.headers.authorization).toBe('Bearer token');
  const sent: unknown = asked[0]?.text === '' ? undefined : JSON.parse(asked[0]?.text ?? '');
  expect(sent).toEqual(body);
});

test.each<[string, (access: Access) => Promise<unknown>, string]>([
  ['a PIN of five digits', (a) => createPhoneNumberClient(a).register({ pin: '12345' }, signal), 'pin'],
  ['a code of letters', (a) => createPhoneNumberClient(a).verifyCode('abcdef', signal), 'code'],
  [
    'an about of 140',
    (a) => createBusinessProfileClient(a).change({ about: 'x'.repeat(140) }, signal),
    'about',
  ],
  [
    'three websites',
    (a) =>
      createBusinessProfileClient(a).change(
        { websites: ['https://a.example', 'https://b.example', 'https://c.example'] },
        signal,
      ),
    'websites',
  ],
  ['a QR text of 141', (a) => createQrCodesClient(a).create('x'.repeat(141), signal), 'prefilled_message'],
  [
    'a template name with capitals',
    (a) =>
      createTemplatesClient(a).create(
        { name: 'Promo', language: 'en', category: 'MARKETING', components: [templateBody] },
        signal,
      ),
    'name',
  ],
  ['nobody to block', (a) => createBlockListClient(a).block([], signal), 'block_users'],
  [
    'an override over plain HTTP',
    (a) => createSubscriptionsClient(a).subscribe({ uri: 'http://a.example', verifyToken: 'v' }, signal),
    'override_callback_uri',
  ],
  [
    'a private key for Meta',
    (a) =>
      createEncryptionKeyClient(a).upload(
        '-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----',
        signal,
      ),
    'business_public_key',
  ],
])('%s is not even asked for', async (_what, act, field) => {
  const { baseUrl, asked } = await serveGraph([success]);
  expect(await act(accessTo(baseUrl))).toEqual({
    kind: 'invalid',
    problems: [expect.stringContaining(field)],
  });
  expect(asked).toHaveLength(0);
});

describe('health', () => {
  const health_status = {
    can_send_message: 'BLOCKED',
    entities: [
      {
        entity_type: 'PHONE_NUMBER',
        id: 'P',
        can_send_message: 'LIMITED',
        additional_info: ['Display name'],
      },
      {
        entity_type: 'WABA',
        id: 'W',
        can_send_message: 'BLOCKED',
        errors: [{ error_code: 141010, error_description: 'No card', possible_solution: 'Add one' }],
      },
      'a form nobody knows',
    ],
  };

  test('tells what is wrong with each part, and how to mend it', async () => {
    const { baseUrl, asked } = await serveGraph([{ kind: 'json', json: { health_status, id: 'P' } }]);
    expect(await createHealthClient(accessTo(baseUrl)).status('P', signal)).toEqual({
      kind: 'done',
      value: {
        canSend: 'BLOCKED',
        entities: [
          { type: 'PHONE_NUMBER', id: 'P', canSend: 'LIMITED', problems: [], notes: ['Display name'] },
          {
            type: 'WABA',
            id: 'W',
            canSend: 'BLOCKED',
            problems: [{ code: 141010, text: 'No card', solution: 'Add one' }],
            notes: [],
          },
        ],
      },
    });
    expect(asked[0]?.path).toBe('/v24.0/P?fields=health_status');
  });

  test('has a path of its own at a provider', async () => {
    const { baseUrl, asked } = await serveGraph([{ kind: 'json', json: { health_status } }]);
    await createHealthClient({ ...accessTo(baseUrl), version: '' }).status('', signal);
    expect(asked[0]?.path).toBe('/health_status');
  });
});

describe('analytics', () => {
  test('asks for a span with filters and reads points at the top', async () => {
    const analytics = { granularity: 'DAY', data_points: [{ start: 1, end: 2, sent: 4, delivered: 3 }] };
    const { baseUrl, asked } = await serveGraph([{ kind: 'json', json: { analytics, id: 'W' } }]);
    const filters = { phone_numbers: ['15550001'] };
    const result = await createAnalyticsClient(accessTo(baseUrl)).messaging(
      { startS: 1, endS: 2, granularity: 'DAY', filters },
      signal,
    );
    expect(result).toEqual({ kind: 'done', value: [{ start: 1, end: 2, sent: 4, delivered: 3 }] });
    expect(new URL(asked[0]?.path ?? '', baseUrl).searchParams.get('fields')).toBe(
      'analytics.start(1).end(2).granularity(DAY).phone_numbers(["15550001"])',
    );
  });

  test('reads points that are one level deeper', async () => {
    const point = { start: 1, end: 2, volume: '5', cost: 0.25, pricing_category: 'UTILITY' };
    const { baseUrl } = await serveGraph([
      { kind: 'json', json: { pricing_analytics: { data: [{ data_points: [point] }] } } },
    ]);
    const result = await createAnalyticsClient(accessTo(baseUrl)).pricing(
      { startS: 1, endS: 2, granularity: 'DAILY' },
      signal,
    );
    expect(result).toEqual({ kind: 'done', value: [{ ...point, volume: 5 }] });
  });

  test('finds no points where Meta leaves the field away', async () => {
    const { baseUrl } = await serveGraph([{ kind: 'json', json: { id: 'W' } }]);
    expect(
      await createAnalyticsClient(accessTo(baseUrl)).conversations(
        { startS: 1, endS: 2, granularity: 'DAILY' },
        signal,
      ),
    ).toEqual({ kind: 'done', value: [] });
  });

  test('of templates come page by page', async () => {
    const points = [{ template_id: '7', start: 1, end: 2, sent: 3, clicked: [{ type: 'url', count: 1 }] }];
    const { baseUrl, asked } = await serveGraph([
      { kind: 'json', json: { data: [{ granularity: 'DAILY', data_points: points }] } },
    ]);
    const pages = createAnalyticsClient(accessTo(baseUrl)).templates(
      { startS: 1, endS: 2, templateIds: ['7', '8'] },
      signal,
    );
    expect((await pages.next()).value).toMatchObject({ kind: 'done', value: { items: [points] } });
    expect(asked[0]?.path).toBe(
      '/v24.0/W/template_analytics?start=1&end=2&granularity=DAILY&template_ids=%5B7%2C8%5D',
    );
  });

  test('of templates are switched on', async () => {
    const { baseUrl, asked } = await serveGraph([{ kind: 'json', json: { id: 'W' } }]);
    expect(await createAnalyticsClient(accessTo(baseUrl)).enableTemplates(signal)).toMatchObject({
      kind: 'done',
    });
    expect(asked[0]?.path).toBe('/v24.0/W?is_enabled_for_insights=true');
  });
});

test('a username is asked for, and others are suggested', async () => {
  const { baseUrl, asked } = await serveGraph((request) =>
    request.path.endsWith('username_suggestions')
      ? { kind: 'json', json: { data: [{ username_suggestions: ['shop', 'shop_1'] }] } }
      : { kind: 'json', json: { username: 'shop', status: 'reserved' } },
  );
  const client = createUsernameClient(accessTo(baseUrl));
  expect(await client.set('shop', signal)).toMatchObject({ kind: 'done', value: { status: 'reserved' } });
  expect(asked[0]?.text).toBe('{"username":"shop"}');
  expect(await client.get(signal)).toMatchObject({ value: { username: 'shop' } });
  expect(await client.suggestions(signal)).toEqual({ kind: 'done', value: ['shop', 'shop_1'] });
});

test('an account, a list of numbers and an override are read', async () => {
  const { baseUrl } = await serveGraph((request) =>
    request.path.includes('webhook_configuration')
      ? { kind: 'json', json: { webhook_configuration: { phone_number: 'https://a.example' }, id: 'P' } }
      : { kind: 'json', json: { id: 'W', name: 'Shop', currency: 'EUR' } },
  );
  expect(await createPhoneNumbersClient(accessTo(baseUrl)).account(signal)).toMatchObject({
    value: { currency: 'EUR' },
  });
  expect(await createSubscriptionsClient(accessTo(baseUrl)).numberOverride('P', signal)).toEqual({
    kind: 'done',
    value: 'https://a.example',
  });
});

test('the public key goes as a form', async () => {
  const { baseUrl, asked } = await serveGraph([success]);
  const pem = '-----BEGIN PUBLIC KEY-----\nAA+/\n-----END PUBLIC KEY-----\n';
  expect(await createEncryptionKeyClient(accessTo(baseUrl)).upload(pem, signal)).toMatchObject({
    kind: 'done',
  });
  expect(asked[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  expect(new URLSearchParams(asked[0]?.text).get('business_public_key')).toBe(pem);
});

test('a Flow JSON goes as a file', async () => {
  const { baseUrl, asked } = await serveGraph([success]);
  const result = await createFlowsClient(accessTo(baseUrl)).uploadJson('9', '{"version":"7.2"}', signal);
  expect(result).toEqual({ kind: 'done', value: { success: true, validation_errors: [] } });
  expect(asked[0]).toMatchObject({ method: 'POST', path: '/v24.0/9/assets' });
  expect(asked[0]?.text).toContain('filename="flow.json"');
  expect(asked[0]?.text).toContain('{"version":"7.2"}');
});
