import { expect, test } from 'vitest';
import { readNoticeSamples } from '../../fixtures/read-notice-samples.ts';
import { parseWebhook } from '../parse-webhook.ts';
import { rebuildWebhook } from '../webhook-shell.ts';

const samples = readNoticeSamples();

const template = {
  message_template_id: 1689556908129832,
  message_template_name: 'order_confirmation',
  message_template_language: 'en-US',
};
const number = {
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: '15550783881', phone_number_id: 'PN1' },
};

function parsed(field: string, value: object) {
  const body = {
    object: 'whatsapp_business_account',
    entry: [{ id: 'WABA1', time: 1751247548, changes: [{ field, value }] }],
  };
  const webhook = parseWebhook(body);
  if (webhook.kind !== 'webhook') throw new Error(webhook.reason);
  expect(rebuildWebhook(webhook)).toEqual(body);
  return webhook;
}

test.each(samples)(
  'a value of $field is typed, kept whole, and nothing in it is unknown: $value',
  ({ field, value }) => {
    const { updates, unknown } = parsed(field, value);
    expect(unknown).toEqual([]);
    expect(updates).toMatchObject([
      { kind: 'notice', wabaId: 'WABA1', atS: 1751247548, notice: { field }, raw: { field, value } },
    ]);
  },
);

test("ids and times come out in one form, whichever of Meta's two they were sent in", () => {
  expect(parsed('message_template_status_update', { ...template, event: 'APPROVED' }).updates).toMatchObject([
    { notice: { value: { message_template_id: '1689556908129832' } } },
  ]);
  const preference = { user_id: 'US.1', category: 'marketing_messages', value: 'stop' };
  const at = (timestamp: unknown) => ({ ...number, user_preferences: [{ ...preference, timestamp }] });
  for (const timestamp of [1731705721, '1731705721'])
    expect(parsed('user_preferences', at(timestamp)).updates).toMatchObject([
      { phoneNumberId: 'PN1', notice: { value: { user_preferences: [{ timestamp: 1731705721 }] } } },
    ]);
});

test('an opt-out that cannot be read costs none of its neighbours, and is counted', () => {
  const good = { wa_id: '15550000001', category: 'marketing_messages', value: 'stop', timestamp: 1 };
  const { updates, unknown } = parsed('user_preferences', { ...number, user_preferences: [7, good] });
  expect(updates).toMatchObject([{ notice: { value: { user_preferences: [good] } } }]);
  expect(unknown).toEqual([{ what: 'malformed', name: 'user_preferences.value' }]);
});

test('a handover names the number it is about, though not in the usual place', () => {
  const value = { recipient: { phone_number_id: 'PN1' }, type: 'control_taken' };
  expect(parsed('messaging_handovers', value).updates).toMatchObject([{ phoneNumberId: 'PN1' }]);
});

test('a quality score under the field for statuses, as a page of Meta has it, is taken for what it is', () => {
  const value = { ...template, new_quality_score: 'RED' };
  expect(parsed('message_template_status_update', value).updates).toMatchObject([
    { notice: { field: 'message_template_quality_update', value: { new_quality_score: 'RED' } } },
  ]);
});

test.each([
  ['account_update', { event: 'ACCOUNT_TELEPORTED' }, 'event', 'account_update.ACCOUNT_TELEPORTED'],
  ['account_review_update', { decision: 'APPROVED', by: 'bot' }, 'key', 'account_review_update.by'],
  ['hologram_update', { depth: 3 }, 'field', 'hologram_update'],
  ['security', { event: 7 }, 'malformed', 'security'],
])('what is new under %j in %j is counted', (field, value, what, name) => {
  expect(parsed(field, value).unknown).toEqual([{ what, name }]);
});
