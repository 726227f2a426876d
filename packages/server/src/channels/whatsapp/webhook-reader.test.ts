import { readNoticeSamples } from '@ambit/whatsapp/fixtures/read-notice-samples';
import { expect, test } from 'vitest';
import type { UnknownPart } from '../../ports/received.ts';
import { createWebhookReader } from './webhook-reader.ts';

const metadata = { display_phone_number: '15550783881', phone_number_id: 'PN1' };

function readChange(field: string, value: object) {
  const unknown: UnknownPart[] = [];
  const reader = createWebhookReader({
    appSecrets: ['secret'],
    verifyToken: 'token',
    onUnknown: (part) => unknown.push(part),
  });
  const received = reader.read({
    object: 'whatsapp_business_account',
    entry: [{ id: 'WABA1', changes: [{ field, value }] }],
  });
  return { received, unknown };
}

test.each(readNoticeSamples())('a change of $field is kept whole: $value', ({ field, value }) => {
  const { received } = readChange(field, value);
  expect(received).toMatchObject([{ kind: 'other', field, raw: { field, value } }]);
});

test("what Meta's agent says and hears is kept, and wakes nobody", () => {
  const standby = { messages: [{ id: 'wamid.1', timestamp: '1', type: 'text', text: { body: 'hi' } }] };
  const { received } = readChange('standby', { metadata, standby });
  expect(received).toMatchObject([
    { kind: 'other', address: 'PN1', field: 'standby', raw: { value: { standby } } },
  ]);
});

test('the status of a payment or a call is none of a message', () => {
  const payment = { id: 'wamid.1', status: 'failed', timestamp: '1', type: 'payment' };
  const ringing = { id: 'wacid.1', status: 'RINGING', timestamp: '1' };
  expect(readChange('messages', { metadata, statuses: [payment] }).received).toMatchObject([
    { kind: 'other', field: 'messages', raw: payment },
  ]);
  expect(readChange('calls', { metadata, statuses: [ringing] }).received).toMatchObject([
    { kind: 'other', field: 'calls', raw: ringing },
  ]);
});

test.each([1e300, 1.5, 2 ** 31])('a failure with the code %d, which is none, is a failure still', (code) => {
  const failed = { id: 'wamid.1', status: 'failed', timestamp: '1', errors: [{ code, title: 'odd' }] };
  const [status] = readChange('messages', { metadata, statuses: [failed] }).received;
  expect(status?.kind === 'status' && status.failure).toEqual({ reason: 'odd' });
});

test('a body of the On-Premises API is kept with the reason', () => {
  const reader = createWebhookReader({ appSecrets: [], verifyToken: '', onUnknown: () => undefined });
  const body = { messages: [{ id: 'x' }], contacts: [] };
  const [kept] = reader.read(body);
  expect(kept).toMatchObject({ kind: 'other', raw: body });
  expect(kept?.kind === 'other' && kept.field).toContain('On-Premises');
});

test('what is unknown is told', () => {
  const hologram = { id: 'wamid.1', timestamp: '1', type: 'hologram', hologram: {} };
  expect(readChange('messages', { metadata, messages: [hologram] }).unknown).toEqual([
    { what: 'message-type', name: 'hologram' },
  ]);
});
