import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnalyticsClient } from '@ambit/whatsapp/client/analytics-client';
import { createBlockListClient } from '@ambit/whatsapp/client/block-list-client';
import { createBusinessProfileClient } from '@ambit/whatsapp/client/business-profile-client';
import { createCommerceClient } from '@ambit/whatsapp/client/commerce-client';
import { createEncryptionKeyClient } from '@ambit/whatsapp/client/encryption-key-client';
import { createFlowsClient } from '@ambit/whatsapp/client/flows-client';
import { createGraphClient } from '@ambit/whatsapp/client/graph-client';
import { createHealthClient } from '@ambit/whatsapp/client/health-client';
import { createMediaClient } from '@ambit/whatsapp/client/media-client';
import { createPhoneNumberClient } from '@ambit/whatsapp/client/phone-number-client';
import { createPhoneNumbersClient } from '@ambit/whatsapp/client/phone-numbers-client';
import { createQrCodesClient } from '@ambit/whatsapp/client/qr-codes-client';
import { createSubscriptionsClient } from '@ambit/whatsapp/client/subscriptions-client';
import { createTemplatesClient } from '@ambit/whatsapp/client/templates-client';
import { createUploadSessions } from '@ambit/whatsapp/client/upload-session';
import { createUsernameClient } from '@ambit/whatsapp/client/username-client';
import { generateFlowKeys } from '@ambit/whatsapp/flows/flow-keys';
import { parseSendRequest } from '@ambit/whatsapp/outbound/send-request';
import { verifySignature } from '@ambit/whatsapp/signature';
import { parseTemplateDefinition } from '@ambit/whatsapp/template/template-definition';
import { parseWebhook } from '@ambit/whatsapp/webhook/parse-webhook';
import { bookingFlow } from '../browser/booking-flow.ts';
import {
  accessToken,
  appSecret,
  files,
  maya,
  phoneNumberId,
  startStage,
  verifyToken,
  wabaId,
  type Stage,
} from './business-stage.ts';

type Answered = { readonly kind: string };

/** Our own wire package against the simulator; the two share no code, so that each checks the other. */
describe('@ambit/whatsapp', () => {
  let stage: Stage;
  const signal = AbortSignal.timeout(120_000);

  beforeAll(async () => {
    stage = await startStage((query) => ({
      status: query['hub.verify_token'] === verifyToken ? 200 : 403,
      body: query['hub.challenge'] ?? '',
    }));
    stage.simulator.control.act([{ customer: 'maya', action: { kind: 'text', body: 'Hello' } }]);
  });
  afterAll(() => stage.close());

  const access = () => ({
    baseUrl: stage.simulator.url,
    version: 'v24.0',
    auth: { header: 'Authorization', value: `Bearer ${accessToken}` },
    timeoutMs: 10_000,
  });
  const ofNumber = () => ({ ...access(), phoneNumberId });
  const ofAccount = () => ({ ...access(), wabaId });

  /** The value of a call that was done; says what it answered if it was not. */
  function done<T>(result: { kind: 'done'; value: T } | Answered): T {
    if (!isDone(result)) throw new Error(JSON.stringify(result));
    return result.value;
  }
  function isDone<T>(result: { kind: 'done'; value: T } | Answered): result is { kind: 'done'; value: T } {
    return result.kind === 'done';
  }
  async function itemsOf<T>(
    pages: AsyncIterable<{ kind: 'done'; value: { items: readonly T[] } } | Answered>,
  ): Promise<readonly T[]> {
    const items: T[] = [];
    for await (const page of pages) items.push(...done(page).items);
    return items;
  }

  const text = { text: 'Which one?' };
  const interactive = (message: object): object => ({ type: 'interactive', interactive: message });
  const contents: readonly [string, object][] = [
    ['a text', { type: 'text', text: { body: 'Größe M 😀', preview_url: false } }],
    ['an image', { type: 'image', image: { link: 'https://example.com/a.png', caption: 'A' } }],
    ['a video', { type: 'video', video: { link: 'https://example.com/a.mp4' } }],
    ['an audio', { type: 'audio', audio: { link: 'https://example.com/a.mp3' } }],
    ['a document', { type: 'document', document: { link: 'https://example.com/a.pdf', filename: 'a.pdf' } }],
    ['a sticker', { type: 'sticker', sticker: { link: 'https://example.com/a.webp' } }],
    ['a location', { type: 'location', location: { latitude: 37.79, longitude: '-122.39', name: 'Pier' } }],
    ['contacts', { type: 'contacts', contacts: [{ name: { formatted_name: 'Sam', first_name: 'Sam' } }] }],
    [
      'reply buttons',
      interactive({
        type: 'button',
        body: text,
        action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] },
      }),
    ],
    [
      'a list with a body of 4,096 characters and ten rows',
      interactive({
        type: 'list',
        body: { text: 'a'.repeat(4_096) },
        action: {
          button: 'Sizes',
          sections: [
            {
              title: 'All',
              rows: Array.from({ length: 10 }, (_, at) => ({ id: `r${at}`, title: `Row ${at}` })),
            },
          ],
        },
      }),
    ],
    [
      'a link button',
      interactive({
        type: 'cta_url',
        body: text,
        action: { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://example.com' } },
      }),
    ],
    [
      'a location request',
      interactive({ type: 'location_request_message', body: text, action: { name: 'send_location' } }),
    ],
    [
      'a contact request',
      interactive({ type: 'request_contact_info', body: text, action: { name: 'request_contact_info' } }),
    ],
    [
      'a call permission request',
      interactive({
        type: 'call_permission_request',
        body: text,
        action: { name: 'call_permission_request' },
      }),
    ],
    [
      'a call button',
      interactive({
        type: 'voice_call',
        body: text,
        action: { name: 'voice_call', parameters: { display_text: 'Call us' } },
      }),
    ],
    [
      'a product',
      interactive({ type: 'product', body: text, action: { catalog_id: 'c', product_retailer_id: 's' } }),
    ],
    [
      'a product list',
      interactive({
        type: 'product_list',
        header: { type: 'text', text: 'Jackets' },
        body: text,
        action: {
          catalog_id: 'c',
          sections: [{ title: 'All', product_items: [{ product_retailer_id: 's' }] }],
        },
      }),
    ],
    ['a catalog', interactive({ type: 'catalog_message', body: text, action: { name: 'catalog_message' } })],
    [
      'a carousel of products',
      interactive({
        type: 'carousel',
        body: text,
        action: {
          cards: [0, 1].map((card_index) => ({
            card_index,
            type: 'product',
            action: { catalog_id: 'c', product_retailer_id: `s${card_index}` },
          })),
        },
      }),
    ],
    ['a template', { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } }],
  ];
  test.each(contents)('sends %s, and reads its statuses', async (what, content) => {
    const parsed = parseSendRequest({
      messaging_product: 'whatsapp',
      to: maya.phone,
      biz_opaque_callback_data: what,
      ...content,
    });
    if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('; '));
    const sent = await createGraphClient(ofNumber()).send(parsed.request, signal);
    if (sent.kind !== 'accepted') throw new Error(JSON.stringify(sent));
    const webhook = await stage.webhook(
      (one) => one.raw.includes(sent.messageId) && one.raw.includes('"delivered"'),
    );
    expect(verifySignature(Buffer.from(webhook.raw), webhook.signature, [appSecret])).toBe(true);
    const read = parseWebhook(JSON.parse(webhook.raw));
    expect(read).toMatchObject({
      kind: 'webhook',
      updates: [{ kind: 'status', status: { messageId: sent.messageId, status: 'delivered' } }],
    });
  });

  test('marks as read, and learns why a message was refused', async () => {
    const client = createGraphClient(ofNumber());
    const messageId = stage.simulator.control.conversation('maya')?.messages[0]?.wamid ?? '';
    expect(await client.markRead({ messageId, typing: true }, signal)).toMatchObject({ kind: 'done' });
    stage.simulator.control.failNext({ count: 1, mode: 'error', code: 131_056 });
    const parsed = parseSendRequest({
      messaging_product: 'whatsapp',
      to: maya.phone,
      type: 'text',
      text: { body: 'again' },
    });
    if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('; '));
    expect(await client.send(parsed.request, signal)).toMatchObject({
      kind: 'rejected',
      error: { code: 131_056 },
    });
  });

  test('uploads, describes, downloads and deletes a file', async () => {
    const media = createMediaClient(ofNumber());
    const file = { bytes: new Uint8Array(files.png), mimeType: 'image/png', fileName: 'a.png' };
    const { mediaId } = done(await media.upload(file, signal));
    expect(await media.describe(mediaId, signal)).toMatchObject({
      kind: 'described',
      media: { mimeType: 'image/png', sizeBytes: files.png.length },
    });
    const got = await media.download(mediaId, { mostBytes: 100_000 }, signal);
    expect(got.kind === 'downloaded' && files.png.equals(got.bytes)).toBe(true);
    expect(done(await media.delete(mediaId, signal))).toEqual({ success: true });
  });

  test('uploads a sample in pieces', async () => {
    const uploads = createUploadSessions({ ...access(), appId: '634974688087057' });
    const file = { fileName: 'a.png', mimeType: 'image/png', bytes: new Uint8Array(files.png) };
    expect(done(await uploads.upload(file, signal)).handle).not.toBe('');
  });

  test('creates, pages, edits and deletes templates', async () => {
    const templates = createTemplatesClient(ofAccount());
    for (const name of ['ambit_one', 'ambit_two', 'ambit_three', 'ambit_four']) {
      const parsed = parseTemplateDefinition({
        name,
        language: 'en',
        category: 'UTILITY',
        components: [
          { type: 'BODY', text: 'Order {{1}} is on its way today.', example: { body_text: [['A-1']] } },
          { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Thanks' }] },
        ],
      });
      if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('; '));
      expect(done(await templates.create(parsed.value, signal)).status).toBe('PENDING');
    }
    const listed = await itemsOf(templates.list({ pageSize: 3 }, signal));
    expect(listed).toHaveLength(7);
    const one = listed.find((template) => template.name === 'ambit_one');
    stage.simulator.control.actAsMeta({ kind: 'approve-template', template: one?.id ?? '' });
    expect(done(await templates.get(one?.id ?? '', signal))).toMatchObject({ status: 'APPROVED' });
    const edited = { components: [{ type: 'BODY' as const, text: 'Your order is on its way.' }] };
    expect(done(await templates.edit(one?.id ?? '', edited, signal))).toEqual({ success: true });
    expect(done(await templates.delete({ name: 'ambit_one' }, signal))).toEqual({ success: true });
    expect(await itemsOf(templates.list({ name: 'ambit_one' }, signal))).toEqual([]);
  });

  test('blocks and unblocks people', async () => {
    stage.simulator.control.act([{ customer: 'tom', action: { kind: 'text', body: 'Spam' } }]);
    const list = createBlockListClient(ofNumber());
    expect(done(await list.block(['4915123456789'], signal)).done).toHaveLength(1);
    expect(await itemsOf(list.list(signal))).toHaveLength(1);
    expect(done(await list.unblock(['4915123456789'], signal)).done).toHaveLength(1);
    expect(await itemsOf(list.list(signal))).toEqual([]);
  });

  test('keeps QR codes', async () => {
    const codes = createQrCodesClient(ofNumber());
    const { code } = done(await codes.create('Hello', signal, 'SVG'));
    done(await codes.change(code, 'Good day', signal));
    expect(done(await codes.get(code, signal))).toMatchObject({ code });
    expect(await itemsOf(codes.list(signal))).toHaveLength(1);
    expect(done(await codes.delete(code, signal))).toEqual({ success: true });
  });

  test('makes, fills, publishes and retires a flow', async () => {
    const { publicPem } = await generateFlowKeys();
    done(await createEncryptionKeyClient(ofNumber()).upload(publicPem, signal));
    const flows = createFlowsClient(ofAccount());
    const { id } = done(
      await flows.create(
        { name: 'ambit_booking', categories: ['OTHER'], endpoint_uri: 'https://example.com/flow' },
        signal,
      ),
    );
    done(await flows.uploadJson(id, JSON.stringify(bookingFlow), signal));
    expect(await itemsOf(flows.assets(id, signal))).toHaveLength(1);
    done(await flows.publish(id, signal));
    expect(done(await flows.get(id, signal))).toMatchObject({ status: 'PUBLISHED' });
    done(await flows.preview(id, { invalidate: false }, signal));
    expect(await itemsOf(flows.list(signal))).toHaveLength(1);
    done(await flows.deprecate(id, signal));
  });

  test('reads and changes the number, its profile, settings, username and catalog', async () => {
    const profile = createBusinessProfileClient(ofNumber());
    done(await profile.change({ about: 'Open from 9 to 17' }, signal));
    expect(done(await profile.get(signal))).toMatchObject({ about: 'Open from 9 to 17' });
    const number = createPhoneNumberClient(ofNumber());
    expect(done(await number.get(signal))).toMatchObject({ id: phoneNumberId });
    done(await number.changeSettings({ calling: { status: 'DISABLED' } }, signal));
    done(await number.settings(signal));
    done(await number.setPin('123456', signal));
    const username = createUsernameClient(ofNumber());
    done(await username.set('harbour.outfitters', signal));
    expect(done(await username.get(signal))).toMatchObject({ username: 'harbour.outfitters' });
    const commerce = createCommerceClient(ofNumber());
    done(await commerce.change({ cartEnabled: false }, signal));
    expect(done(await commerce.get(signal))).toMatchObject({ is_cart_enabled: false });
    expect(await itemsOf(createPhoneNumbersClient(ofAccount()).list(signal))).toHaveLength(1);
    done(await createPhoneNumbersClient(ofAccount()).account(signal));
    done(await createHealthClient(access()).status(phoneNumberId, signal));
    const subscriptions = createSubscriptionsClient(ofAccount());
    done(await subscriptions.subscribe(undefined, signal));
    expect(done(await subscriptions.apps(signal))).toHaveLength(1);
  });

  test('adds up what was sent and what it cost', async () => {
    const analytics = createAnalyticsClient(ofAccount());
    const startS = Math.floor(Date.now() / 1_000) - 86_400;
    const span = { startS, endS: startS + 2 * 86_400 };
    const messages = done(await analytics.messaging({ ...span, granularity: 'HALF_HOUR' }, signal));
    expect(messages.length).toBeGreaterThan(0);
    const prices = done(
      await analytics.pricing(
        { ...span, granularity: 'HALF_HOUR', filters: { dimensions: ['PRICING_CATEGORY', 'COUNTRY'] } },
        signal,
      ),
    );
    expect(prices.length).toBeGreaterThan(0);
  });

  test('reads every webhook field of Meta’s acts, none of them as unknown', async () => {
    const { control } = stage.simulator;
    const from = stage.webhooks.length;
    control.actAsMeta({ kind: 'pause-template', template: { name: 'order_update', language: 'en' } });
    control.actAsMeta({
      kind: 'rate-template',
      template: { name: 'order_update', language: 'en' },
      quality: 'RED',
    });
    control.actAsMeta({ kind: 'rate-number', quality: 'RED' });
    control.actAsMeta({ kind: 'set-tier', tier: 'TIER_10K' });
    control.actAsMeta({ kind: 'review-name', decision: 'APPROVED' });
    control.actAsMeta({ kind: 'alert', alert: 'OBA_APPROVED', severity: 'INFORMATIONAL' });
    control.changePerson('maya', { kind: 'stop-marketing' });
    control.changePerson('maya', { kind: 'change-user-id' });
    control.actAsMeta({ kind: 'agent-takes', customer: 'maya' });
    control.act([{ customer: 'maya', action: { kind: 'text', body: 'to the agent' } }]);
    control.actAsMeta({ kind: 'owner-says', customer: 'maya', body: 'from the phone' });
    await stage.webhook((one) => one.raw.includes('from the phone'), from);
    await stage.webhook((one) => one.raw.includes('account_alerts'), from);
    await stage.webhook((one) => one.raw.includes('phone_number_quality_update'), from);
    const kinds = stage.webhooks.slice(from).flatMap((one) => {
      const parsed = parseWebhook(JSON.parse(one.raw));
      return parsed.kind === 'unrecognised' ? ['unrecognised'] : parsed.updates.map((update) => update.kind);
    });
    expect(kinds).not.toContain('other');
    expect(kinds).not.toContain('unrecognised');
    expect(kinds).toContain('notice');
    expect(kinds).toContain('standby');
  });
});
