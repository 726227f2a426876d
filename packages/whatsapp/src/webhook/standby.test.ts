import { expect, test } from 'vitest';
import { parseWebhook } from './parse-webhook.ts';

const metadata = { display_phone_number: '15550783881', phone_number_id: 'PN1' };
const contacts = [{ wa_id: '15550000001', user_id: 'US.ana', profile: { name: 'Ana' } }];
const said = {
  from: '15550000001',
  id: 'wamid.1',
  timestamp: '1790000000',
  type: 'text',
  text: { body: 'hi' },
};
const echo = {
  id: 'wamid.2',
  timestamp: '1790000001',
  message: { to: '15550000001', type: 'text', text: { body: 'hello' } },
};
const sent = { id: 'wamid.2', status: 'sent', timestamp: '1790000002', recipient_id: '15550000001' };

/** Shaped after what Meta sends (as measured by users of it, September 2026), with numbers replaced. */
function parsed(value: object) {
  const change = { field: 'standby', value };
  const webhook = parseWebhook({
    object: 'whatsapp_business_account',
    entry: [{ id: 'WABA1', changes: [change] }],
  });
  if (webhook.kind !== 'webhook') throw new Error(webhook.reason);
  return webhook;
}

test("what goes on while Meta's agent holds the conversation is read, and answers to nobody", () => {
  const standby = { contacts, messages: [said], message_echoes: [echo], statuses: [sent] };
  const { updates, unknown } = parsed({ messaging_product: 'whatsapp', metadata, standby });
  expect(unknown).toEqual([]);
  expect(updates).toMatchObject([
    {
      kind: 'standby',
      phoneNumberId: 'PN1',
      standby: {
        messages: [{ message: { content: { kind: 'text', body: 'hi' } }, sender: { bsuid: 'US.ana' } }],
        echoes: [{ id: 'wamid.2', timestampS: 1790000001, message: echo.message }],
        statuses: [{ status: { messageId: 'wamid.2', status: 'sent' } }],
      },
      raw: { field: 'standby' },
    },
  ]);
});

test('the same lists beside the number, rather than in an object of their own, are read as well', () => {
  const { updates } = parsed({ metadata, contacts, messages: [said], message_echoes: [echo] });
  expect(updates).toMatchObject([
    { kind: 'standby', standby: { messages: [{ sender: { bsuid: 'US.ana' } }], echoes: [{}] } },
  ]);
});

test('a standby without any of it is kept raw, and counted', () => {
  const { updates, unknown } = parsed({ metadata });
  expect(updates).toMatchObject([{ kind: 'other', field: 'standby', phoneNumberId: 'PN1' }]);
  expect(unknown).toEqual([{ what: 'malformed', name: 'standby' }]);
});
