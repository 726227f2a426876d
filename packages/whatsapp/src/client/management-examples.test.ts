import { expect, test } from 'vitest';
import { serveGraph } from '../fixtures/loopback-graph.ts';
import { readExamples } from '../fixtures/read-examples.ts';
import { createBlockListClient } from './block-list-client.ts';
import { createBusinessProfileClient } from './business-profile-client.ts';
import { createCallPermissionsClient } from './call-permissions-client.ts';
import { createCommerceClient } from './commerce-client.ts';
import { createEncryptionKeyClient } from './encryption-key-client.ts';
import { createFlowsClient } from './flows-client.ts';
import { createGraphClient } from './graph-client.ts';
import { createMediaClient } from './media-client.ts';
import { createPhoneNumberClient } from './phone-number-client.ts';
import { createPhoneNumbersClient } from './phone-numbers-client.ts';
import { createQrCodesClient } from './qr-codes-client.ts';
import { createSubscriptionsClient } from './subscriptions-client.ts';
import { createTemplatesClient } from './templates-client.ts';

const examples = readExamples('./meta-management-examples.json');
const signal = new AbortController().signal;
const pixel = { bytes: new Uint8Array([1]), mimeType: 'image/png', fileName: 'a.png' };

/** What every client makes of the answers; `first`: of the first page of a list. */
function calls(baseUrl: string) {
  const access = {
    baseUrl,
    version: 'v23.0',
    auth: { header: 'Authorization', value: 'Bearer token' },
    timeoutMs: 5_000,
    phoneNumberId: '106540352242922',
    wabaId: '102290129340398',
  };
  const flows = createFlowsClient(access);
  const blocked = createBlockListClient(access);
  const codes = createQrCodesClient(access);
  const templates = createTemplatesClient(access);
  const numbers = createPhoneNumbersClient(access);
  const number = createPhoneNumberClient(access);
  const key = createEncryptionKeyClient(access);
  const subscriptions = createSubscriptionsClient(access);
  const media = createMediaClient(access);
  const first = async <T>(pages: AsyncGenerator<T>): Promise<unknown> => (await pages.next()).value;
  const body = { type: 'BODY', text: 'Hi' } as const;
  return new Map<string, () => Promise<unknown>>([
    ['block list', () => first(blocked.list(signal))],
    ['block', () => blocked.block(['+16505551234'], signal)],
    ['unblock', () => blocked.unblock(['+16505551234'], signal)],
    ['call permissions', () => createCallPermissionsClient(access).get('14085551234', signal)],
    ['marketing message', () => createGraphClient(access).sendMarketing(marketing, signal)],
    ['media upload', () => media.upload(pixel, signal)],
    ['media', () => media.describe('1', signal)],
    ['media delete', () => media.delete('1', signal)],
    ['QR codes', () => first(codes.list(signal, 'SVG'))],
    ['QR code save', () => codes.create('Hi', signal, 'SVG')],
    ['QR code', () => codes.get('A', signal)],
    ['QR code delete', () => codes.delete('A', signal)],
    ['phone number', () => number.get(signal)],
    ['phone numbers', () => first(numbers.list(signal))],
    [
      'phone number add',
      () => numbers.add({ countryCode: '1', phoneNumber: '6315551000', verifiedName: 'Shop' }, signal),
    ],
    ['register', () => number.register({ pin: '123456' }, signal)],
    ['verify code', () => number.verifyCode('123456', signal)],
    ['settings', () => number.settings(signal)],
    ['encryption key', () => key.get(signal)],
    ['profile', () => createBusinessProfileClient(access).get(signal)],
    ['commerce', () => createCommerceClient(access).get(signal)],
    ['flows', () => first(flows.list(signal))],
    ['flow create', () => flows.create({ name: 'a', categories: ['OTHER'] }, signal)],
    ['flow: Get Preview URL', () => flows.preview('1', { invalidate: false }, signal)],
    ['flow: Get Flow', () => flows.get('1', signal)],
    ['flow', () => flows.metric('1', { name: 'ENDPOINT_AVAILABILITY', granularity: 'DAY' }, signal)],
    ['flow assets', () => first(flows.assets('1', signal))],
    ['flow json', () => flows.uploadJson('1', '{}', signal)],
    ['subscribed apps', () => subscriptions.apps(signal)],
    ['subscribe', () => subscriptions.subscribe(undefined, signal)],
    ['template', () => templates.get('1', signal)],
    ['templates', () => first(templates.list({}, signal))],
    [
      'template create',
      () => templates.create({ name: 'a', language: 'en', category: 'UTILITY', components: [body] }, signal),
    ],
    ['template delete', () => templates.delete({ name: 'a' }, signal)],
  ]);
}

const marketing = {
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: '+16315552222',
  type: 'template',
  template: { name: 'hello_world', language: { code: 'en' } },
  product_policy: 'STRICT',
} as const;

test.each([...examples.keys()])("Meta's answer is understood: %s", async (title) => {
  const { baseUrl } = await serveGraph([{ kind: 'json', json: examples.get(title) }]);
  const known = calls(baseUrl);
  const call = known.get(title) ?? known.get(title.slice(0, title.indexOf(':')));
  const result: unknown = await call?.();
  expect(result).toHaveProperty('kind', expect.stringMatching(/^(?:done|accepted|described)$/));
  // Nothing that Meta lists is set aside as unreadable.
  expect(result).not.toHaveProperty('value.unreadable.0');
});

test.each([
  ['phone numbers: multiple_phone_numbers', 'value.items.1.id', '1913623884432103'],
  ['block: Block user(s)', 'value.done.0.waId', '16505551234'],
  ['unblock: Unblock user(s)', 'value.done.0.input', '+16505551234'],
  ['encryption key: mismatch_key', 'value', { publicKeyPem: '', status: 'MISMATCH' }],
  ['profile: business_profile_details', 'value.vertical', 'RESTAURANT'],
  ['commerce: Example response', 'value.is_catalog_visible', true],
  ['flows: List Flows', 'value.items.1.validation_errors.0.error', 'INVALID_PROPERTY'],
  ['flow: Get Endpoint Availability Metric', 'value.data_points.0.data.0.value', 713],
  ['flow json: Upload Flow JSON Asset', 'value.validation_errors.0.line_start', 46],
  ['subscribed apps: multiple_subscriptions', 'value.1.name', 'Customer Support Bot'],
  ['template create: Example response', 'value.status', 'PENDING'],
  ['call permissions: Granted Permission', 'value.actions.0.limits.0.max_allowed', 100],
  ['QR code: with_creation_time', 'value.creation_time', 1_672_531_200],
  ['media: Retrieve Media URL', 'media.sizeBytes', 303_833],
])('%s gives %s', async (title, path, expected) => {
  const { baseUrl } = await serveGraph([{ kind: 'json', json: examples.get(title) }]);
  const known = calls(baseUrl);
  const call = known.get(title) ?? known.get(title.slice(0, title.indexOf(':')));
  expect(await call?.()).toHaveProperty(path, expected);
});
