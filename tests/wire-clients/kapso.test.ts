import { GraphApiError, WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import { normalizeWebhook, verifySignature } from '@kapso/whatsapp-cloud-api/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CustomerAction } from '@ambit/simulator/customer-action';
import {
  accessToken,
  appSecret,
  files,
  maya,
  phoneNumberId,
  startStage,
  verifyToken,
  wabaId,
  type RawWebhook,
  type Stage,
} from './business-stage.ts';
import { kapsoMessages } from './kapso-messages.ts';

/** A flow as this library wants it written; it turns the names into those of the wire. */
const sizeFlow = {
  version: '7.0',
  screens: [
    {
      id: 'SIZE',
      title: 'Your size',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextInput', name: 'size', label: 'Size', inputType: 'text', required: true },
          {
            type: 'Footer',
            label: 'Send',
            onClickAction: { name: 'complete', payload: { size: '${form.size}' } },
          },
        ],
      },
    },
  ],
};

/** A client nobody here wrote, @kapso/whatsapp-cloud-api 0.3.0, with the simulator as its base URL. */
describe('@kapso/whatsapp-cloud-api', () => {
  let stage: Stage;
  let client: WhatsAppClient;
  const to = { phoneNumberId, to: maya.phone };

  beforeAll(async () => {
    stage = await startStage((query) => ({
      status: query['hub.verify_token'] === verifyToken ? 200 : 403,
      body: query['hub.challenge'] ?? '',
    }));
    client = new WhatsAppClient({ accessToken, baseUrl: stage.simulator.url, graphVersion: 'v24.0' });
    await say({ kind: 'text', body: 'Hello, is the blue jacket back?' });
  });
  afterAll(() => stage.close());

  /** What the library makes of the webhook of an act, after its own signature check. */
  async function say(action: CustomerAction): Promise<ReturnType<typeof normalizeWebhook>> {
    const outcome = stage.simulator.control.act([{ customer: 'maya', action }]);
    const wamid = outcome.kind === 'done' ? (outcome.wamids[0] ?? '') : '';
    return read(await stage.webhook((one) => one.raw.includes(wamid)));
  }

  function read({ raw, signature }: RawWebhook): ReturnType<typeof normalizeWebhook> {
    expect(verifySignature({ appSecret, rawBody: raw, signatureHeader: signature })).toBe(true);
    return normalizeWebhook(JSON.parse(raw));
  }

  async function arrives(sent: Promise<{ messages: readonly { id: string }[] }>): Promise<void> {
    const wamid = (await sent).messages[0]?.id ?? '';
    const webhook = await stage.webhook(
      (one) => one.raw.includes(wamid) && one.raw.includes('"status":"delivered"'),
    );
    expect(read(webhook).statuses).toMatchObject([
      { id: wamid, status: 'delivered', recipientId: maya.phone },
    ]);
  }

  test.each(kapsoMessages)('sends %s, which arrives', async (_what, send) => {
    await arrives(send(client.messages, to));
  });

  test('an address request goes to India only', async () => {
    stage.simulator.control.addCustomer({ id: 'ravi', name: 'Ravi', phone: '919000090000' });
    stage.simulator.control.act([{ customer: 'ravi', action: { kind: 'text', body: 'Hi' } }]);
    const asked = { phoneNumberId, bodyText: 'Where to?', parameters: { country: 'IN' } };
    const sent = await client.messages.sendInteractiveAddress({ ...asked, to: '919000090000' });
    expect(sent.messages).toHaveLength(1);
  });

  test('reacts, quotes, marks as read and shows typing', async () => {
    const { messages } = await say({ kind: 'text', body: 'A question' });
    const messageId = messages[0]?.id ?? '';
    await client.messages.sendReaction({ ...to, reaction: { messageId, emoji: '👍' } });
    await client.messages.sendText({ ...to, body: 'An answer', contextMessageId: messageId });
    const read_ = await client.messages.markRead({
      phoneNumberId,
      messageId,
      typingIndicator: { type: 'text' },
    });
    expect(read_).toMatchObject({ success: true });
    expect(stage.simulator.control.conversation('maya')?.messages.at(-1)).toMatchObject({
      replyTo: messageId,
    });
  });

  test('writes to a BSUID, and its callback data comes back in the statuses', async () => {
    await client.messages.sendText({
      phoneNumberId,
      recipient: maya.bsuid,
      body: 'To your BSUID',
      bizOpaqueCallbackData: 'outbox-7',
    });
    const webhook = await stage.webhook((one) => one.raw.includes('outbox-7'));
    expect(read(webhook).statuses[0]).toMatchObject({ recipientUserId: maya.bsuid });
  });

  test('uploads a file, sends it, and gets the same bytes back', async () => {
    const { id } = await client.media.upload({
      phoneNumberId,
      type: 'image/png',
      file: new Blob([files.png], { type: 'image/png' }),
      fileName: 'a.png',
    });
    await arrives(client.messages.sendImage({ ...to, image: { id, caption: 'By id' } }));
    expect(await client.media.get({ mediaId: id })).toMatchObject({ mimeType: 'image/png' });
    const bytes = await client.media.download({ mediaId: id, auth: 'always' });
    expect(bytes instanceof ArrayBuffer && Buffer.from(bytes).equals(files.png)).toBe(true);
    expect(await client.media.delete({ mediaId: id })).toMatchObject({ success: true });
  });

  test('creates, lists, pages, reads and deletes templates', async () => {
    for (const name of ['kapso_one', 'kapso_two'])
      await client.templates.create({
        businessAccountId: wabaId,
        name,
        language: 'en',
        category: 'UTILITY',
        components: [
          { type: 'BODY', text: 'Order {{1}} is on its way today.', example: { bodyText: [['A-1']] } },
          { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Thanks' }] },
        ],
      });
    const first = await client.templates.list({ businessAccountId: wabaId, limit: 2 });
    expect(first.data).toHaveLength(2);
    const after = first.paging.cursors?.after ?? '';
    const second = await client.templates.list({ businessAccountId: wabaId, limit: 2, after });
    expect(second.data.map((one) => one.name)).not.toEqual(first.data.map((one) => one.name));
    const found = await client.templates.list({ businessAccountId: wabaId, name: 'kapso_one' });
    const templateId = found.data[0]?.id ?? '';
    expect(await client.request('GET', templateId, { responseType: 'json' })).toMatchObject({
      name: 'kapso_one',
      status: 'PENDING',
    });
    expect(await client.templates.delete({ businessAccountId: wabaId, name: 'kapso_one' })).toMatchObject({
      success: true,
    });
  });

  test('deploys a flow, previews it, and sends it', async () => {
    const { flowId, validationErrors } = await client.flows.deploy(sizeFlow, {
      name: 'kapso_booking',
      wabaId,
      endpointUri: 'https://example.com/flow',
      categories: ['APPOINTMENT_BOOKING'],
      publish: true,
    });
    expect(validationErrors ?? []).toEqual([]);
    await arrives(
      client.messages.sendInteractiveFlow({
        ...to,
        bodyText: 'Book a visit',
        parameters: {
          flowId,
          flowCta: 'Book',
          flowMessageVersion: '3',
          flowToken: 't',
          flowAction: 'navigate',
          flowActionPayload: { screen: 'SIZE' },
        },
      }),
    );
    expect(await client.flows.preview({ flowId })).toMatchObject({ preview: {} });
    expect(await client.flows.deprecate({ flowId })).toMatchObject({ success: true });
  });

  test('reads and changes the number: profile, settings, registration', async () => {
    const { phoneNumbers } = client;
    await phoneNumbers.businessProfile.update({
      phoneNumberId,
      about: 'Open from 9 to 17',
      websites: ['https://example.com/'],
    });
    expect(await phoneNumbers.businessProfile.get({ phoneNumberId })).toMatchObject({
      data: [{ about: 'Open from 9 to 17' }],
    });
    await phoneNumbers.settings.update({ phoneNumberId, calling: { status: 'ENABLED' } });
    expect(await phoneNumbers.settings.get({ phoneNumberId })).toMatchObject({
      calling: { status: 'ENABLED' },
    });
    await phoneNumbers.deregister({ phoneNumberId });
    await expect(client.messages.sendText({ ...to, body: 'x' })).rejects.toMatchObject({ code: 133_010 });
    expect(await phoneNumbers.register({ phoneNumberId, pin: '123456' })).toMatchObject({ success: true });
  });

  test('asks for call permissions, calls and hangs up', async () => {
    await say({ kind: 'call-permission', response: 'accept', isPermanent: true });
    const permissions = await client.calls.permissions.get({ phoneNumberId, userWaId: maya.phone });
    expect(permissions).toHaveProperty('permission.status');
    const started = await client.calls.connect({
      ...to,
      session: { sdpType: 'offer', sdp: 'v=0' },
    });
    const callId = started.calls?.[0]?.id ?? '';
    expect(await client.calls.terminate({ phoneNumberId, callId })).toMatchObject({ success: true });
  });

  test('throws its own error with Meta’s code', async () => {
    const failure = await client.messages
      .sendTemplate({ ...to, template: { name: 'nope_nope', language: { code: 'en' } } })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GraphApiError);
    expect(failure).toMatchObject({ code: 132_001, httpStatus: 404 });
  });

  const acts: readonly [string, CustomerAction, object][] = [
    [
      'a text that is not ASCII',
      { kind: 'text', body: 'Größe M 😀' },
      { type: 'text', text: { body: 'Größe M 😀' } },
    ],
    ['a photo', { kind: 'image', caption: 'Zip' }, { type: 'image', image: { caption: 'Zip' } }],
    ['a voice note', { kind: 'audio', voice: true }, { type: 'audio', audio: { voice: true } }],
    ['a video', { kind: 'video' }, { type: 'video' }],
    ['a document', { kind: 'document', filename: 'b.pdf' }, { document: { filename: 'b.pdf' } }],
    ['a sticker', { kind: 'sticker' }, { type: 'sticker' }],
    [
      'a location',
      { kind: 'location', latitude: 1, longitude: 2 },
      { location: { latitude: 1, longitude: 2 } },
    ],
    ['a contact', { kind: 'contacts', name: 'Sam' }, { contacts: [{ name: { formattedName: 'Sam' } }] }],
    [
      'a button',
      { kind: 'button', id: 'yes', title: 'Yes' },
      { interactive: { buttonReply: { id: 'yes' } } },
    ],
    ['a list row', { kind: 'list', id: 's', title: 'S' }, { interactive: { listReply: { id: 's' } } }],
    [
      'an order',
      {
        kind: 'order',
        catalogId: 'c',
        text: 'Quickly please',
        items: [{ retailerId: 's', quantity: 1, price: 40, currency: 'USD' }],
      },
      { order: { catalogId: 'c' }, kapso: { orderText: 'Quickly please' } },
    ],
    [
      'the answers of a flow',
      { kind: 'flow-reply', response: { size: 'M' }, flowToken: 'token-1', body: 'Sent' },
      { kapso: { flowToken: 'token-1', flowResponse: { size: 'M' } } },
    ],
  ];
  test.each(acts)('verifies and normalises %s', async (_what, action, expected) => {
    const { messages, contacts, phoneNumberId: number } = await say(action);
    expect(number).toBe(phoneNumberId);
    expect(contacts).toMatchObject([
      { waId: maya.phone, userId: maya.bsuid, profile: { name: 'Maya Torres' } },
    ]);
    expect(messages).toMatchObject([expected]);
  });

  test('refuses a body that was changed on the way', async () => {
    const { raw, signature } = await stage.webhook((one) => one.raw.includes('jacket'));
    const forged = raw.replace('jacket', 'jackal');
    expect(verifySignature({ appSecret, rawBody: forged, signatureHeader: signature })).toBe(false);
  });

  test('what it adds to two requests that Meta documents without is refused, as Meta refuses unknown keys', async () => {
    await expect(
      client.messages.sendInteractiveLocationRequest({
        ...to,
        bodyText: 'Where are you?',
        parameters: { requestMessage: 'Where are you?' },
      }),
    ).rejects.toMatchObject({ code: 100 });
    await expect(
      client.messages.sendInteractiveCallPermission({
        ...to,
        bodyText: 'May we?',
        parameters: { phoneNumber: '1' },
      }),
    ).rejects.toMatchObject({ code: 100 });
  });
});
