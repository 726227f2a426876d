import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WhatsAppAPI } from 'whatsapp-api-js';
import * as m from 'whatsapp-api-js/messages';
import type { GetParams, PostData, ServerMessage } from 'whatsapp-api-js/types';
import {
  accessToken,
  appSecret,
  files,
  maya,
  phoneNumberId,
  startStage,
  verifyToken,
  type RawWebhook,
  type Stage,
} from './business-stage.ts';

/**
 * A client nobody here wrote, whatsapp-api-js 6.3.0, as its users use it: only the host is another. What it sends must
 * be taken, and what the simulator posts must pass its own signature check and parser.
 */
describe('whatsapp-api-js', () => {
  let stage: Stage;
  let api: WhatsAppAPI;

  beforeAll(async () => {
    const handshaker = new WhatsAppAPI({
      token: accessToken,
      appSecret,
      webhookVerifyToken: verifyToken,
      v: 'v24.0',
    });
    stage = await startStage((query) => ({ status: 200, body: handshaker.get(getParams(query)) }));
    api = new WhatsAppAPI({
      token: accessToken,
      appSecret,
      v: 'v24.0',
      ponyfill: { fetch: fetchAtSimulator },
    });
    await say({ kind: 'text', body: 'Hello, is the blue jacket back?' });
  });
  afterAll(() => stage.close());

  /**
   * The library has Meta's host built in; that alone is turned over. Calls and blocks go out without a version.
   */
  const fetchAtSimulator: typeof fetch = (input, init) => {
    const url = new URL(String(input instanceof Request ? input.url : input));
    if (url.hostname !== 'graph.facebook.com') return fetch(url, init);
    return fetch(`${stage.simulator.url}${url.pathname}${url.search}`, init);
  };

  async function say(
    action: Parameters<Stage['simulator']['control']['act']>[0][number]['action'],
    customer = 'maya',
  ): Promise<Awaited<ReturnType<typeof parsed>>> {
    const from = stage.webhooks.length;
    const outcome = stage.simulator.control.act([{ customer, action }]);
    if (outcome.kind !== 'done') throw new Error('There is no such customer');
    const wamid = outcome.wamids[0] ?? '';
    const kind = action.kind === 'reaction' || action.kind === 'edit' ? action.kind : wamid;
    return parsed(
      await stage.webhook((one) => one.raw.includes(kind) && !one.raw.includes('"statuses"'), from),
    );
  }

  /** What the library's own webhook handler makes of a POST, after its own signature check. */
  async function parsed(
    webhook: RawWebhook,
  ): Promise<{ message: ServerMessage; name: string; from: string }> {
    const seen: { message: ServerMessage; name: string; from: string }[] = [];
    api.on.message = ({ message, contact }) => {
      seen.push({ message, from: contact.wa_id ?? '', name: contact.profile?.name ?? '' });
    };
    await api.post(postData(webhook.raw), webhook.raw, webhook.signature);
    const first = seen[0];
    if (first === undefined) throw new Error('The library saw no message');
    return first;
  }

  async function statusOf(wamid: string, status: string): Promise<{ status: string; error?: unknown }> {
    const webhook = await stage.webhook(
      (one) => one.raw.includes(wamid) && one.raw.includes(`"status":"${status}"`),
    );
    const seen: { status: string; error?: unknown }[] = [];
    api.on.status = (update) => {
      seen.push({ status: update.status, error: update.error });
    };
    await api.post(postData(webhook.raw), webhook.raw, webhook.signature);
    return seen[0] ?? { status: 'none' };
  }

  async function sent(message: Parameters<WhatsAppAPI['sendMessage']>[2], context?: string): Promise<string> {
    const answer = await api.sendMessage(
      phoneNumberId,
      { phone: maya.phone, bsuid: maya.bsuid },
      message,
      context,
    );
    if (!('messages' in answer)) throw new Error(JSON.stringify(answer));
    return answer.messages[0].id;
  }

  async function upload(bytes: Buffer<ArrayBuffer>, type: string): Promise<string> {
    const form = new FormData();
    form.set('file', new Blob([bytes], { type }), 'file');
    const answer = await api.uploadMedia(phoneNumberId, form);
    if (!('id' in answer)) throw new Error(JSON.stringify(answer));
    return answer.id;
  }

  const body = new m.Body('Which one?');
  const footer = new m.Footer('Harbour Outfitters');
  const messages: readonly [string, () => Parameters<WhatsAppAPI['sendMessage']>[2]][] = [
    ['a text', () => new m.Text('See https://example.com', true)],
    ['an image by link', () => new m.Image('https://example.com/jacket.png', false, 'The blue one')],
    ['a video by link', () => new m.Video('https://example.com/jacket.mp4', false, 'How it fits')],
    ['an audio by link', () => new m.Audio('https://example.com/hello.mp3')],
    [
      'a document by link',
      () => new m.Document('https://example.com/a.pdf', false, 'Invoice', 'invoice.pdf'),
    ],
    ['a sticker by link', () => new m.Sticker('https://example.com/wave.webp')],
    ['a location', () => new m.Location(-122.3958, 37.7936, 'Ferry Building', 'San Francisco')],
    [
      'reply buttons with an image header',
      () =>
        new m.Interactive(
          new m.ActionButtons(new m.Button('yes', 'Yes'), new m.Button('no', 'No')),
          body,
          new m.Header(new m.Image('https://example.com/jacket.png')),
          footer,
        ),
    ],
    [
      'a list',
      () =>
        new m.Interactive(
          new m.ActionList(
            'Sizes',
            new m.ListSection('Small', new m.Row('s', 'S', 'Chest 88')),
            new m.ListSection('Large', new m.Row('l', 'L')),
          ),
          body,
          new m.Header('Sizes'),
          footer,
        ),
    ],
    ['a link button', () => new m.Interactive(new m.ActionCTA('Open', 'https://example.com/shop'), body)],
    ['a location request', () => new m.Interactive(new m.ActionLocation(), body)],
    ['a contact request', () => new m.Interactive(new m.ActionContactRequest(), body)],
    ['a call permission request', () => new m.Interactive(new m.ActionCallPermission(), body)],
    ['a product', () => new m.Interactive(new m.ActionProduct(new m.CatalogProduct('sku-1', 'cat-1')), body)],
    [
      'a product list',
      () =>
        new m.Interactive(
          new m.ActionProductList('cat-1', new m.ProductSection('Jackets', new m.Product('sku-1'))),
          body,
          new m.Header('Jackets'),
        ),
    ],
    ['a catalog', () => new m.Interactive(new m.ActionCatalog(new m.Product('sku-1')), body)],
    ['a template without parameters', () => new m.Template('hello_world', 'en_US')],
    [
      'a template with parameters and a quick reply',
      () =>
        new m.Template(
          'order_update',
          'en',
          new m.BodyComponent(
            new m.BodyParameter('Maya'),
            new m.BodyParameter('A-1042'),
            new m.BodyParameter('it left today'),
          ),
          new m.PayloadComponent('talk-to-a-person'),
        ),
    ],
  ];

  test.each(messages)('sends %s, which arrives', async (_what, make) => {
    const wamid = await sent(make());
    expect(await statusOf(wamid, 'delivered')).toEqual({ status: 'delivered', error: undefined });
  });

  test('answers the handshake', async () => {
    await expect
      .poll(() => stage.simulator.control.state().handshake.kind, { timeout: 15_000 })
      .toBe('verified');
  });

  test('uploads files of every kind and sends them by id, describes, fetches and deletes one', async () => {
    const png = await upload(files.png, 'image/png');
    await sent(new m.Image(png, true, 'By id'));
    await sent(new m.Sticker(await upload(files.webp, 'image/webp'), true));
    await sent(new m.Audio(await upload(files.ogg, 'audio/ogg'), true, true));
    await sent(new m.Video(await upload(files.mp4, 'video/mp4'), true));
    await sent(new m.Document(await upload(files.pdf, 'application/pdf'), true, undefined, 'a.pdf'));
    const described = await api.retrieveMedia(png, phoneNumberId);
    if (!('url' in described)) throw new Error(JSON.stringify(described));
    const fetched = await api.fetchMedia(described.url);
    expect(Buffer.from(await fetched.arrayBuffer()).equals(files.png)).toBe(true);
    expect(await api.deleteMedia(png)).toEqual({ success: true });
    expect(await api.retrieveMedia(png)).toMatchObject({ error: { code: 33 } });
  });

  test('reacts, takes the reaction back, quotes, marks as read and shows typing', async () => {
    const { message } = await say({ kind: 'text', body: 'A question' });
    await sent(new m.Reaction(message.id, '👍'));
    await sent(new m.Reaction(message.id));
    await sent(new m.Text('An answer'), message.id);
    expect(await api.markAsRead(phoneNumberId, message.id, 'text')).toEqual({ success: true });
    const view = stage.simulator.control.conversation('maya');
    expect(view?.messages.at(-1)).toMatchObject({ replyTo: message.id, bubble: { body: 'An answer' } });
  });

  test('writes to somebody known by BSUID alone', async () => {
    await say({ kind: 'text', body: 'No phone here' }, 'noor');
    const answer = await api.sendMessage(
      phoneNumberId,
      { bsuid: 'AE.90311847265530192746' },
      new m.Text('Hello Noor'),
    );
    expect(answer).toMatchObject({ contacts: [{ user_id: 'AE.90311847265530192746' }] });
  });

  test('blocks a person and lets them write again', async () => {
    await say({ kind: 'text', body: 'Spam' }, 'tom');
    const tom = { phone: '4915123456789', bsuid: 'DE.20417733918264405571' };
    expect(await api.blockUser(phoneNumberId, tom)).toMatchObject({ block_users: { added_users: [{}] } });
    expect(await api.unblockUser(phoneNumberId, tom)).toMatchObject({ block_users: { removed_users: [{}] } });
  });

  test('calls, and takes calls', async () => {
    const started = await api.initiateCall(phoneNumberId, { phone: maya.phone, bsuid: maya.bsuid }, 'v=0');
    if (!('calls' in started)) throw new Error(JSON.stringify(started));
    expect(await api.terminateCall(phoneNumberId, started.calls[0].id)).toMatchObject({ success: true });
    const from = stage.webhooks.length;
    stage.simulator.control.act([{ customer: 'maya', action: { kind: 'call', event: 'connect' } }]);
    // What the call that was ended says of itself may come in between.
    const webhook = await stage.webhook((one) => one.raw.includes('USER_INITIATED'), from);
    const calls: string[] = [];
    api.on.call.connect = ({ call, name }) => {
      calls.push(`${name ?? ''} ${call.event}`);
    };
    await api.post(postData(webhook.raw), webhook.raw, webhook.signature);
    expect(calls).toEqual(['Maya Torres connect']);
  });

  test('reads an error as Meta words it', async () => {
    const answer = await api.sendMessage(phoneNumberId, maya, new m.Template('nope', 'en'));
    expect(answer).toMatchObject({ error: { code: 132_001, type: 'OAuthException' } });
  });

  const customerSays: readonly [
    string,
    Parameters<Stage['simulator']['control']['act']>[0][number]['action'],
    object,
  ][] = [
    ['a photo', { kind: 'image', caption: 'Broken zip' }, { image: { caption: 'Broken zip' } }],
    ['a video', { kind: 'video' }, { video: { mime_type: 'video/mp4' } }],
    ['a voice note', { kind: 'audio', voice: true }, { audio: { voice: true } }],
    ['a document', { kind: 'document', filename: 'bill.pdf' }, { document: { filename: 'bill.pdf' } }],
    ['a sticker', { kind: 'sticker' }, { sticker: { mime_type: 'image/webp' } }],
    [
      'a location',
      { kind: 'location', latitude: 37.7936, longitude: -122.3958, name: 'Pier' },
      { location: { name: 'Pier' } },
    ],
    ['a contact', { kind: 'contacts', name: 'Sam', phone: '+14155550199' }, { contacts: [{ name: {} }] }],
    [
      'a button',
      { kind: 'button', id: 'yes', title: 'Yes' },
      { interactive: { button_reply: { id: 'yes', title: 'Yes' } } },
    ],
    ['a list row', { kind: 'list', id: 's', title: 'S' }, { interactive: { list_reply: { id: 's' } } }],
    [
      'a quick reply of a template',
      { kind: 'template-button', payload: 'p', text: 'Talk' },
      { button: { payload: 'p', text: 'Talk' } },
    ],
    [
      'an order',
      {
        kind: 'order',
        catalogId: 'cat-1',
        items: [{ retailerId: 'sku-1', quantity: 2, price: 40, currency: 'USD' }],
      },
      { order: { catalog_id: 'cat-1', product_items: [{ product_retailer_id: 'sku-1' }] } },
    ],
    [
      'the answers of a flow',
      { kind: 'flow-reply', response: { size: 'M' }, flowToken: 'token-1', body: 'Sent' },
      { interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow' } } },
    ],
    [
      'a call permission',
      { kind: 'call-permission', response: 'accept', isPermanent: false },
      { interactive: { call_permission_reply: { response: 'accept' } } },
    ],
    ['something it does not know', { kind: 'unsupported' }, { type: 'unsupported' }],
  ];
  test.each(customerSays)('verifies and parses %s', async (_what, action, expected) => {
    expect((await say(action)).message).toMatchObject(expected);
  });

  test('sends contacts, which it writes as a JSON text inside the JSON, as Graph takes lists', async () => {
    await sent(
      new m.Contacts([
        new m.Name('Sam Rivera', 'Sam', 'Rivera'),
        new m.Phone('+14155550199', 'WORK', '14155550199'),
        new m.Email('sam@example.com', 'WORK'),
        new m.Organization('Harbour Outfitters', 'Sales', 'Manager'),
        new m.Birthday('1990', '02', '03'),
        new m.Address('US', 'us', 'CA', 'San Francisco', 'Pier 1', '94111', 'WORK'),
        new m.Url('https://example.com', 'WORK'),
      ]),
    );
  });

  test('keeps QR codes, whose image format it writes in small letters', async () => {
    const made = await api.createQR(phoneNumberId, 'Hello', 'svg');
    if (!('code' in made)) throw new Error(JSON.stringify(made));
    expect(await api.updateQR(phoneNumberId, made.code, 'Good day')).toMatchObject({
      prefilled_message: 'Good day',
    });
    expect(await api.retrieveQR(phoneNumberId, made.code)).toMatchObject({ data: [{ code: made.code }] });
    expect(await api.deleteQR(phoneNumberId, made.code)).toEqual({ success: true });
  });

  test('verifies a text that is not ASCII: Meta signs and sends it with \\u escapes', async () => {
    expect(await say({ kind: 'text', body: 'Größe M, bitte! 😀 ¿Sí?' })).toMatchObject({
      name: 'Maya Torres',
      from: maya.phone,
      message: { type: 'text', text: { body: 'Größe M, bitte! 😀 ¿Sí?' } },
    });
  });

  test('refuses a body that was changed on the way', async () => {
    const { raw, signature } = await stage.webhook((one) => one.raw.includes('"messages"'));
    const forged = raw.replace('jacket', 'jackal');
    await expect(api.post(postData(forged), forged, signature)).rejects.toThrow('Signature');
  });
});

function getParams(query: Readonly<Record<string, string>>): GetParams {
  return {
    'hub.mode': 'subscribe',
    'hub.verify_token': query['hub.verify_token'] ?? '',
    'hub.challenge': query['hub.challenge'] ?? '',
  };
}

/** The library takes parsed JSON of its own type and checks nothing more; neither do its users. */
function postData(raw: string): PostData {
  const parsed: unknown = JSON.parse(raw);
  if (!isPostData(parsed)) throw new Error('This is no webhook');
  return parsed;
}

function isPostData(value: unknown): value is PostData {
  return typeof value === 'object' && value !== null && 'object' in value && 'entry' in value;
}
